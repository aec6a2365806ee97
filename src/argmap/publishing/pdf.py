"""Pages as PDF, by typst: vector pictures, embedded fonts, tags, an outline and page numbers."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from argmap.publishing.blocks import (
    Align,
    Blank,
    Block,
    Cell,
    Columns,
    Contents,
    Figure,
    Frame,
    FrameStyle,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Quotation,
    Run,
    Style,
    Table,
    Text,
    Together,
)
from argmap.publishing.published import Published
from argmap.publishing.shown import Anchors, is_long, shown
from argmap.rendering.display_text import printable
from argmap.rendering.metrics import missing_characters
from argmap.rendering.png import font_notice
from argmap.rendering.svg import picture_size
from argmap.rendering.typesetting import preamble, quoted, typeset

_MUTE = 'rgb("#57606A")'
_STYLES = {
    Style.STRONG: "strong({})",
    Style.EMPHASIS: "emph({})",
    Style.MUTE: f"text(fill: {_MUTE}, {{}})",
    Style.CITE: "text(size: 13pt, weight: 700, {})",
    Style.READ: 'highlight(fill: rgb("#FFF3A3"), underline(strong({})))',
    Style.UNREAD: f"text(size: 8pt, fill: {_MUTE}, {{}})",
    Style.CODE: 'text(fill: rgb("#57606A"), {})',
    Style.GOOD: 'text(fill: rgb("#00705A"), weight: 700, {})',
    Style.BAD: 'text(fill: rgb("#B42318"), weight: 700, {})',
}
_PARAGRAPHS = {
    ParagraphStyle.BODY: "{}",
    ParagraphStyle.TITLE: "block(below: 8pt, text(size: 22pt, weight: 700, {}))",
    ParagraphStyle.SUBTITLE: f"text(size: 13pt, fill: {_MUTE}, {{}})",
    ParagraphStyle.LABEL: (
        f"block(above: 10pt, below: 5pt, sticky: true,"
        f" text(size: 8.5pt, weight: 700, fill: {_MUTE}, tracking: 0.04em, upper({{}})))"
    ),
    ParagraphStyle.NOTE: f"text(size: 9pt, fill: {_MUTE}, {{}})",
    ParagraphStyle.CITATION: "block(sticky: true, below: 5pt, {})",
    ParagraphStyle.CARD: "pad(left: 14pt, {})",
    ParagraphStyle.CLAIM: "block(below: 8pt, text(size: 14pt, weight: 700, {}))",
}
_HEADINGS = {1: 17, 2: 14.5, 3: 12.5, 4: 11}  # sizes in points
_PREAMBLE = """\
#set text(size: 11pt)
#set par(leading: 0.55em, spacing: 0.85em)
#show heading: set block(above: 12pt, below: 6pt, sticky: true)
#let together(page, body) = layout(size => {
  let high = measure(block(width: size.width, body)).height
  block(width: 100%, breakable: high > page, body)
})
#let picture(name, share, most, ratio, told) = layout(size => {
  let wide = size.width * share
  if most != none and wide * ratio > most { wide = most / ratio }
  align(center, image(name, width: wide, alt: told))
})
#let row(high, body) = grid(columns: (0pt, 1fr), block(height: high), body)
"""


def write(publication: Publication) -> Published:
    """Return the document as PDF; `MissingExtraError` without typst."""
    writer = _Writer(publication)
    source = "\n".join(writer.source()) + "\n"
    foreign = missing_characters("".join((source, *writer.files.values())))
    data = typeset(source, writer.files, needs_system_fonts=bool(foreign))
    return Published(data, (font_notice(foreign),) if foreign else ())


class _Writer:
    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self.files: dict[str, str] = {}
        self._anchors = Anchors(publication)
        self._level = 0
        self._is_turned = False

    def source(self) -> Iterator[str]:
        publication = self._publication
        width, height = publication.size
        yield preamble(printable(publication.title) or "Pages", publication.language)
        if publication.author:
            yield f"#set document(author: {quoted(publication.author)})"
        yield (
            f"#set page(width: {width:g}mm, height: {height:g}mm,"
            f" margin: {publication.margin:g}mm, header: {_header(publication.header)},"
            f" footer: {self._footer()})"
        )
        yield _PREAMBLE
        yield from self._blocks(publication.blocks)

    def _footer(self) -> str:
        told = quoted(self._publication.footer or "")
        numbers = (
            'counter(page).display((n, all) => str(n) + "/" + str(all), both: true)'
            if self._publication.numbers_pages
            else "none"
        )
        return f"context text(size: 8.5pt, fill: {_MUTE})[#{told}; #h(1fr) #{numbers}]"

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)
            yield ""

    def _content(self, blocks: Iterable[Block]) -> str:
        """Return blocks as one content block."""
        return "[\n" + "\n".join(self._blocks(blocks)) + "]"

    def _block(self, block: Block) -> Iterator[str]:  # noqa: PLR0912 (one arm for each block)
        match block:
            case Heading():
                self._level = min(block.level, self._level + 1)  # PDF/UA wants none left out
                kind = f"show heading: set text(size: {_HEADINGS[block.level]}pt)"
                told = f"#[#{kind}\n#heading(level: {self._level}, {self._text(block.text)})]"
                name = self._anchors.name(block)
                yield told.removesuffix("]") + f" <{name}>]" if name else told
            case Paragraph():
                yield self._paragraph(block)
            case Items():
                yield from self._items(block)
            case Table():
                yield from self._table(block)
            case Quotation():
                inner = self._content(block.blocks)
                yield f"#block(inset: (left: 10pt), stroke: (left: 2pt + gray), {inner})"
            case Figure():
                yield self._figure(block)
            case Frame():
                yield self._frame(block)
            case Columns():
                widths = block.widths or (1.0,) * len(block.columns)
                shares = ", ".join(f"{width:g}fr" for width in widths)
                inner = ", ".join(self._content(column) for column in block.columns)
                yield f"#grid(columns: ({shares},), gutter: 12pt, {inner})"
            case Lines():
                line = f"v({block.height:g}mm - 4pt), line(length: 100%, stroke: 0.6pt + gray)"
                yield f"#stack(spacing: 4pt, {', '.join([line] * block.count)})"
            case Together():
                _, height = self._publication.size
                room = height - 2 * self._publication.margin
                yield f"#together({room:g}mm, {self._content(block.blocks)})"
            case PageBreak():
                changes = [] if block.header is None else [f"header: {_header(block.header)}"]
                if block.is_turned is not self._is_turned:
                    self._is_turned = block.is_turned
                    width, height = self._publication.size
                    sides = (height, width) if block.is_turned else (width, height)
                    changes.append(f"width: {sides[0]:g}mm, height: {sides[1]:g}mm")
                yield f"#set page({', '.join(changes)})" if changes else "#pagebreak(weak: true)"
            case Contents():
                yield f"#outline(title: {quoted(block.title)}, depth: {block.depth})"
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> str:
        told = _PARAGRAPHS[block.style].format(self._text(block.text))
        if block.lang and (tongue := _tongue(block.lang)):
            told = f"text(lang: {quoted(tongue)}, {told})"
        if block.align is not Align.START:
            told = f"align({block.align.value}, {told})"
        if block.keep_with_next:
            told = f"block(sticky: true, {told})"
        return (
            f"#{told}" if told.startswith(("text", "align", "block", "pad")) else f"#par({told})"
        )

    def _items(self, block: Items) -> Iterator[str]:
        if any(item.mark is not None for item in block.items):
            rows = []
            for number, item in enumerate(block.items, block.start):
                mark = item.mark if item.mark is not None else f"{number}."
                rows += [f"strong({quoted(mark)})", self._content(item.blocks)]
            yield f"#grid(columns: (1.8em, 1fr), row-gutter: 6pt, {', '.join(rows)})"
            return
        kind = f"enum(start: {block.start}, " if block.is_numbered else "list("
        if any(is_long(item) for item in block.items):
            kind += "tight: false, "
        yield f"#{kind}{', '.join(self._content(item.blocks) for item in block.items)})"

    def _table(self, block: Table) -> Iterator[str]:
        if not block.rows:
            return
        columns = max(len(row) for row in block.rows)
        widths = block.widths or (1.0,) * columns
        shares = ", ".join(f"{width:g}fr" for width in widths)
        stroke = f"0.6pt + {_MUTE}" if block.rules else "none"
        rows = []
        for number, row in enumerate(block.rows):
            height = block.heights[number] if number < len(block.heights) else 0.0
            is_head = number < block.heads
            cells = [
                self._cell(cell, is_head, height if place == 0 else 0.0)
                for place, cell in enumerate(row)
            ]
            cells += ["[]"] * (columns - len(row))
            rows.append(", ".join(cells))
        head = ", ".join(rows[: block.heads])
        parts = ([f"table.header({head})"] if head else []) + rows[block.heads :]
        if block.caption:
            yield f"#block(sticky: true, text(size: 9pt, fill: {_MUTE}, {quoted(block.caption)}))"
        inner = ",\n".join(parts)
        yield f"#table(columns: ({shares},), stroke: {stroke}, inset: 5pt,\n{inner})"

    def _cell(self, cell: Cell, is_head: bool, height: float) -> str:
        inner = self._content(cell.blocks)
        if is_head:
            inner = f"strong({inner})"
        if height:
            inner = f"row({height:g}mm - 10pt, {inner})"  # the insets are part of the height
        fill = f', fill: rgb("{cell.fill}")' if cell.fill else ""
        if is_head and not fill:
            fill = ', fill: rgb("#F6F8FA")'
        return f"table.cell(breakable: false, align: {cell.align.value}{fill}, {inner})"

    def _figure(self, block: Figure) -> str:
        name = f"figure-{len(self.files) + 1}.svg"
        self.files[name] = block.svg
        size = picture_size(block.svg)
        most = f"{block.most:g}mm" if block.most is not None else "none"
        told = quoted(block.alt)
        ratio = size.height / size.width
        picture = f"#picture({quoted(name)}, {block.width:g}, {most}, {ratio:.5f}, {told})"
        if not block.caption:
            return picture
        return (
            f"{picture}\n#align(center, text(size: 9pt, fill: {_MUTE}, {quoted(block.caption)}))"
        )

    def _frame(self, block: Frame) -> str:
        inner = self._content(block.blocks)
        label = ""
        if block.label:
            told = quoted(block.label)
            label = f"#text(size: 8.5pt, weight: 700, fill: {_MUTE}, {told})\n\n"
        body = f"[{label}#{inner}]"
        match block.style:
            case FrameStyle.SOLID:
                stroke, inset = f"0.8pt + {_MUTE}", "7pt"
            case FrameStyle.DASHED:
                stroke, inset = f'(paint: {_MUTE}, thickness: 0.8pt, dash: "dashed")', "7pt"
            case FrameStyle.BAR:
                stroke, inset = f"(left: 3pt + {_MUTE})", "(left: 9pt, y: 2pt)"
            case _:
                assert_never(block.style)
        return f"#block(width: 100%, inset: {inset}, radius: 2pt, stroke: {stroke}, {body})"

    def _text(self, text: Text) -> str:
        parts = [self._run(part) for part in text]
        return parts[0] if len(parts) == 1 else "[" + "".join(f"#{part};" for part in parts) + "]"

    def _run(self, part: Run | Blank) -> str:
        if isinstance(part, Blank):
            return (
                f"box(width: {part.width:g}mm, stroke: (bottom: 0.7pt), outset: (bottom: 2pt))[]"
            )
        told = _string(part.text)
        if part.style is not Style.PLAIN:
            told = _STYLES[part.style].format(told)
        target = self._anchors.address(part)
        if target is None:
            return told
        place = f"<{target[1:]}>" if target.startswith("#") else quoted(target)
        return f"link({place}, {told})"


def _tongue(language: str) -> str:
    """Return a language tag's first part, if typst can take it; else nothing."""
    tongue = printable(language).partition("-")[0].lower()
    return tongue if tongue.isascii() and tongue.isalpha() and 2 <= len(tongue) <= 3 else ""


def _header(text: str | None) -> str:
    if not text:
        return "none"
    return f"text(size: 8.5pt, fill: {_MUTE}, {quoted(text)})"


def _string(text: str) -> str:
    """Return a run's words as a typst string; blanks at its ends are kept."""
    escaped = shown(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
