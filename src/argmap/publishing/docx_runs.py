"""Runs of text in a Word document, with their styles and links."""

from collections.abc import Mapping
from typing import Any

from argmap.publishing.blocks import Blank, Style, Text
from argmap.publishing.docx_markup import bookmark_name
from argmap.publishing.docx_paragraphs import Element, Line, W
from argmap.publishing.shown import Anchors, shown

_STYLES = {
    Style.EMPHASIS: "Emphasis",
    Style.MUTE: "Mute",
    Style.CITE: "Style 13 pt Bold",
    Style.READ: "Underline",
    Style.UNREAD: "Unread",
    Style.CODE: "Mute",
    Style.GOOD: "Good",
    Style.BAD: "Bad",
}
_MILLIMETRES_A_LETTER = 2.2  # of a blank, as underscores


def add_run(line: Line, text: str, *, is_bold: bool = False, at: int | None = None) -> Element:
    """Add a run of words, which hold tabs but no breaks, at a place or at the end."""
    run = line._p.makeelement(W.of("r"))
    if is_bold:
        run.append(run.makeelement(W.of("rPr")))
        run[0].append(run.makeelement(W.of("b")))
    for number, part in enumerate(text.split("\t")):
        if number:
            run.append(run.makeelement(W.of("tab")))
        if part:
            words = run.makeelement(W.of("t"))
            words.text = part
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    if at is None:
        line._p.append(run)
    else:
        line._p.insert(at, run)
    return run


class RunWriter:
    """Writes texts into lines: `ids` has the ids of styles by their names."""

    def __init__(self, anchors: Anchors, ids: Mapping[str, str]) -> None:
        self._anchors = anchors
        self._ids = ids

    def write(self, text: Text, line: Any, *, in_heading: bool = False) -> None:  # noqa: ANN401
        """Write a text at the end of a line."""
        for part in text:
            if isinstance(part, Blank):
                add_run(line, "_" * max(4, round(part.width / _MILLIMETRES_A_LETTER)))
                continue
            run = add_run(line, shown(part.text), is_bold=part.style is Style.STRONG)
            target = self._anchors.address(part)
            if target is not None:
                self._link(run, target, line)
            elif part.style not in (Style.PLAIN, Style.STRONG) and not in_heading:
                self._style(run, _STYLES[part.style], is_read=part.style is Style.READ)

    def _style(self, run: Element, name: str, *, is_read: bool = False) -> None:
        properties = run.makeelement(W.of("rPr"))
        for tag, value in (
            ("rStyle", self._ids[name]),
            *([("highlight", "yellow")] if is_read else []),
        ):
            element = run.makeelement(W.of(tag))
            element.set(W.of("val"), value)
            properties.append(element)
        run.insert(0, properties)

    def _link(self, run: Element, target: str, line: Line) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        link = run.makeelement(W.of("hyperlink"))
        if target.startswith("#"):
            link.set(W.of("anchor"), bookmark_name(target[1:]))
        else:
            relation = line.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), relation)
        line._p.append(link)
        if len(run) and run[0].tag == W.of("rPr"):
            run.remove(run[0])
        self._style(run, "Link")
        link.append(run)
