"""Write a map as a Mermaid flowchart, for READMEs, wikis and notebooks that draw Mermaid.

Mermaid has no rows that an arrow could end at. A reconstructed argument is therefore a frame with
its premises and inferences as nodes, and an undercut ends at the inference.

What Mermaid would read as its own signs is written as entities (`#35;`), so that no claim can end
its quotes, begin a directive or bring in HTML.
"""

import json
import re
from collections.abc import Iterator

from argmap.mapping.argument_map import (
    HEADER,
    ArgumentMap,
    Box,
    BoxKind,
    EdgeKind,
    End,
    Hue,
    Row,
    RowKind,
    Strip,
)
from argmap.rendering.alt_text import summarize
from argmap.rendering.box_figures import strip_text
from argmap.rendering.display_text import printable
from argmap.rendering.theme import SIGNS, Palette, Theme

_ENTITIES = {ord(sign): f"#{ord(sign)};" for sign in "#&<>%`\\\"'{}|;"}
_NO_HTML = str.maketrans("<>", "‹›")
_STYLE = re.compile(r"style|classDef")
_ARROWS = {
    EdgeKind.SUPPORT: "-->",
    EdgeKind.ENTAILS: "==>",
    EdgeKind.ATTACK: "-.->",
    EdgeKind.CONTRARY: "<-.->",
    EdgeKind.CONTRADICTORY: "<-.->",
    EdgeKind.UNDERCUT: "-.-x",
    EdgeKind.PREMISE: "-->",
    EdgeKind.JOIN: "---",
}


def write_mermaid(argument_map: ArgumentMap, theme: Theme) -> str:
    """Return the flowchart of a map."""
    return "\n".join(_Chart(argument_map, theme).lines()) + "\n"


class _Chart:
    def __init__(self, argument_map: ArgumentMap, theme: Theme) -> None:
        self.map = argument_map
        self.theme = theme
        self.boxes = {box.id: box for box in argument_map.boxes}
        self.arrows: list[tuple[str, EdgeKind | None]] = []
        self.sections: list[str] = []
        self.hues: list[tuple[str, Hue]] = []

    def lines(self) -> Iterator[str]:
        title = printable(self.map.title or "").translate(_NO_HTML)
        if title:
            yield from ("---", f"title: {json.dumps(title, ensure_ascii=False)}", "---")
        yield "flowchart BT"
        yield f"  accTitle: {_told(title or 'Argument map')}"
        yield f"  accDescr: {_told(summarize(self.map))}"
        yield from self._nodes()
        for edge in self.map.edges:
            sign = SIGNS.get(edge.kind, "")
            label = f'|"{_text(sign)}"|' if sign and edge.kind is not EdgeKind.SUPPORT else ""
            arrow = f"{_ARROWS[edge.kind]}{label}"
            self._draw(self._source(edge.source), arrow, self._target(edge.target), edge.kind)
        yield from (line for line, _ in self.arrows)
        yield from self._looks()

    def _draw(self, source: str, arrow: str, target: str, kind: EdgeKind | None) -> None:
        self.arrows.append((f"  {source} {arrow} {target}", kind))

    def _nodes(self) -> Iterator[str]:
        children: dict[int | None, list[int]] = {}
        for index, group in enumerate(self.map.groups):
            children.setdefault(group.parent, []).append(index)
        inside: dict[int | None, list[Box]] = {}
        for box in self.map.boxes:
            inside.setdefault(box.group, []).append(box)
        for box in inside.get(None, []):
            yield from self._box(box)
        stack: list[int | None] = [*reversed(children.get(None, []))]
        while stack:
            number = stack.pop()
            if number is None:
                yield "  end"
                continue
            group = self.map.groups[number]
            name = _name(group.id)
            yield f'  subgraph {name}["{_text(group.title) or "…"}"]'
            for box in inside.get(number, []):
                yield from self._box(box)
            self.sections.append(name)
            stack.append(None)
            stack.extend(reversed(children.get(number, [])))

    def _box(self, box: Box) -> Iterator[str]:
        name, title, text = _name(box.id), _text(box.title or ""), _text(box.text or "")
        tag = self._tag(name, box)
        match box.kind:
            case BoxKind.STATEMENT:
                yield f'  {name}("{text or title or "…"}{tag}"):::{_class(box)}'
            case BoxKind.JUNCTION:
                yield f'  {name}(("+")):::{_class(box)}'
            case BoxKind.GROUP:
                yield f'  {name}[["{title or text or "…"}"]]:::{_class(box)}'
            case BoxKind.ARGUMENT if box.parts:
                yield f'  subgraph {name}["{title or "…"}{tag}"]'
                yield from self._parts(box)
                yield "  end"
                yield f"  class {name} {_class(box)}"
            case BoxKind.ARGUMENT:
                header = f"<b>{title}</b>" if title else ""
                words = "<br>".join(part for part in (header, text) if part)
                yield f'  {name}["{words or "…"}{tag}"]:::{_class(box)}'

    def _parts(self, box: Box) -> Iterator[str]:
        """Write the rows of a card and its inferences, and draw what leads to what."""
        rows = {part.number: part for part in box.parts if isinstance(part, Row)}
        for index, part in enumerate(box.parts):
            node = _name(box.id, part.port)
            if isinstance(part, Row):
                words = f"{part.number}. {_text(part.caption)}{self._tag(node, part)}"
                yield f'    {node}("{words}"):::{_row_class(part)}'
                continue
            yield f'    {node}{{{{"{_text(strip_text(part))}"}}}}:::inference'
            for row in _started_from(box, index, rows):
                self._draw(_name(box.id, row.port), "---", node, None)
            above = box.parts[index - 1] if index else None
            if isinstance(above, Row) and above.kind is not RowKind.PREMISE:
                self._draw(node, "-->", _name(box.id, above.port), EdgeKind.SUPPORT)

    def _tag(self, name: str, part: Box | Row) -> str:
        """Return what a hue says in words, and remember its colour."""
        if part.hue is None:
            return ""
        self.hues.append((name, part.hue))
        tag = _text(part.hue.tag)
        return f"<br><i>{tag}</i>" if tag else ""

    def _source(self, end: End) -> str:
        """Return where an edge begins: an argument speaks through its last inference."""
        box = self.boxes[end.box]
        if end.port is None or end.port == HEADER:
            for part in box.parts:
                if isinstance(part, Strip):
                    return _name(box.id, part.port)
        return self._target(end)

    def _target(self, end: End) -> str:
        whole = end.port is None or end.port == HEADER
        return _name(end.box, None if whole else end.port)

    def _looks(self) -> Iterator[str]:
        theme = self.theme
        yield f"  classDef statement fill:{theme.box},stroke:{theme.box_line},color:{theme.ink}"
        yield f"  classDef section fill:{theme.frame},stroke:{theme.frame_line},color:{theme.mute}"
        for name in self.sections:
            yield f"  class {name} section"
        yield _class_of("thesis", theme.claim, theme.ink, "stroke-width:3px,font-weight:bold")
        yield _class_of("unsupported", theme.warning, theme.ink, "stroke-width:2px")
        yield _class_of("unstated", theme.plain, theme.ink, "stroke-dasharray:4 3")
        yield _class_of("inference", theme.plain, theme.ink)
        yield _class_of("group", theme.plain, theme.ink)
        yield _class_of("argument", theme.plain, theme.ink)
        for kind in (EdgeKind.SUPPORT, EdgeKind.ATTACK, EdgeKind.UNDERCUT):
            yield _class_of(f"{kind.value}s", theme.palette(kind), theme.ink)
        for name, hue in self.hues:
            palette = theme.swatch(hue).palette
            yield f"  style {name} fill:{palette.tint},stroke:{palette.line}"
        numbers: dict[EdgeKind | None, list[str]] = {}
        for number, (_, drawn) in enumerate(self.arrows):
            numbers.setdefault(drawn, []).append(str(number))
        for role, listed in numbers.items():
            yield f"  linkStyle {','.join(listed)} stroke:{theme.palette(role).line}"


def _class_of(name: str, palette: Palette, ink: str, more: str = "") -> str:
    looks = f"fill:{palette.tint},stroke:{palette.line},color:{ink}"
    return f"  classDef {name} {looks}{',' + more if more else ''}"


def _started_from(box: Box, index: int, rows: dict[int, Row]) -> list[Row]:
    """Return the rows that an inference starts from: those it names, else those below it."""
    strip = box.parts[index]
    assert isinstance(strip, Strip)
    if strip.premises:
        return [rows[number] for number in strip.premises if number in rows]
    below = []
    for part in box.parts[index + 1 :]:
        if isinstance(part, Strip):
            break
        below.append(part)
    return below


def _class(box: Box) -> str:
    match box.kind:
        case BoxKind.GROUP:
            return "group"
        case BoxKind.JUNCTION:
            return "inference"
        case BoxKind.ARGUMENT:
            return _CLASSES.get(box.role, "argument") if box.role else "argument"
        case BoxKind.STATEMENT:
            return "thesis" if box.is_thesis else _row_class(box)


_CLASSES = {
    EdgeKind.SUPPORT: "supports",
    EdgeKind.ENTAILS: "supports",
    EdgeKind.ATTACK: "attacks",
    EdgeKind.CONTRARY: "attacks",
    EdgeKind.CONTRADICTORY: "attacks",
    EdgeKind.UNDERCUT: "undercuts",
}


def _row_class(part: Box | Row) -> str:
    if part.is_unsupported:
        return "unsupported"
    return "unstated" if part.is_unstated else "statement"


def _name(identifier: str, port: str | None = None) -> str:
    """Return a name in ASCII letters and digits, the same as long as the box's id is."""
    named = "".join(
        sign if sign.isascii() and sign.isalnum() else "_" if sign == "-" else f"__{ord(sign):x}_"
        for sign in identifier
    )
    return named if port is None else f"{named}__{port}"


def _text(text: str) -> str:
    """Return words as they may stand between Mermaid's quotes."""
    safe = printable(text).translate(_ENTITIES)
    # Mermaid cuts the last entity of a line that looks like one of its own style lines.
    return safe.replace(":", "#58;") if _STYLE.search(safe) else safe


def _told(text: str) -> str:
    """Return words for screen readers, which Mermaid takes to the end of the line as they are."""
    return re.sub(r"[#;%{}<>`]", " ", printable(text))
