"""Pages as a Word document, by python-docx; pictures as PNG, fields for page numbers."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, assert_never, cast

from argmap.publishing.archives import read_archive, write_archive
from argmap.publishing.blocks import (
    Align,
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
    Table,
    Together,
)
from argmap.publishing.docx_markup import (
    add_bookmark,
    add_border,
    add_field,
    add_gap,
    bookmark_name,
    remove_first_empty,
    shade,
)
from argmap.publishing.docx_paragraphs import (
    add_line,
    add_tab,
    align,
    indent,
    keep,
    left_of,
    space,
    style_of,
)
from argmap.publishing.docx_runs import RunWriter, add_run
from argmap.publishing.docx_sections import set_footer, set_header, set_up
from argmap.publishing.docx_styles import CARD, CARD_INDENT, set_styles
from argmap.publishing.docx_tables import add_table, set_row, shares
from argmap.publishing.published import Published
from argmap.publishing.shown import Anchors, plain
from argmap.rendering import MissingExtraError
from argmap.rendering.display_text import printable
from argmap.rendering.typesetting import POINTS_PER_MM

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

Place = Any
"""A document, section, cell or line of python-docx, whose own types do not say what each can."""

_PARAGRAPHS = {
    ParagraphStyle.BODY: "Normal",
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.SUBTITLE: "Subtitle",
    ParagraphStyle.LABEL: "Label",
    ParagraphStyle.NOTE: "Note",
    ParagraphStyle.CITATION: "Citation",
    ParagraphStyle.CARD: "Card",
    ParagraphStyle.CLAIM: "Claim",
}
_BORDERS = {FrameStyle.SOLID: "single", FrameStyle.DASHED: "dashed", FrameStyle.BAR: "single"}
_PIXELS = 1800
_CELL_MARGINS = 3.8  # millimetres, left and right of what a cell holds
_MARK_INDENT = 22.0


def write(publication: Publication) -> Published:
    """Return the document; `MissingExtraError` without python-docx."""
    try:
        import docx
    except ImportError as missing:
        raise MissingExtraError("DOCX needs python-docx: pip install 'argmap[docx]'") from missing
    writer = _Writer(publication, docx.Document())
    writer.write()
    stream = io.BytesIO()
    writer.document.save(stream)
    return Published(write_archive(read_archive(stream.getvalue())), tuple(writer.notices))


class _Writer:
    """Writes blocks into a document or a cell of it (`place`)."""

    def __init__(self, publication: Publication, document: Place) -> None:
        self._publication = publication
        self.document = document
        self.notices: list[str] = []
        self._anchors = Anchors(publication)
        self._bookmarks = 0
        self._is_turned = False
        self._style_ids: dict[str, str] = {}  # looked up once: python-docx searches each time
        self._runs = RunWriter(self._anchors, self._style_ids)
        page, _ = publication.size
        self._room = page - 2 * publication.margin  # millimetres between margins, or in a cell

    def write(self) -> None:
        """Write the whole document."""
        publication = self._publication
        set_styles(self.document, printable(publication.language))
        for style in self.document.styles:
            self._style_ids[style.name] = style.style_id
        properties = self.document.core_properties
        properties.title = printable(publication.title)[:255]
        properties.author = printable(publication.author or "")[:255]
        properties.comments = ""
        properties.language = printable(publication.language)[:255]
        section = self.document.sections[0]
        set_up(section, publication)
        set_header(section, publication.header, self._style_ids["Note"])
        set_footer(section, publication, self._style_ids["Note"])
        self._blocks(publication.blocks, self.document._body)

    def _new_line(self, place: Place, style: str | None = None, text: str = "") -> Place:
        """Add a paragraph in a style by its name."""
        usual = style is None or style == "Normal"
        line = add_line(place, None if usual else self._style_ids[str(style)])
        if text:
            add_run(line, text)
        return line

    # Blocks

    def _blocks(self, blocks: Iterable[Block], place: Place) -> "list[WordParagraph]":
        """Write blocks, and return the paragraphs that were written outside of tables."""
        written: list[WordParagraph] = []
        for block in blocks:
            written += self._block(block, place)
        return written

    def _block(self, block: Block, place: Place) -> "list[WordParagraph]":  # noqa: PLR0911, PLR0912
        match block:
            case Heading():
                return [self._heading(block, place)]
            case Paragraph():
                return [self._paragraph(block, place)]
            case Items():
                return self._items(block, place)
            case Table():
                self._table(block, place)
                return []
            case Quotation():
                return self._indented(self._blocks(block.blocks, place), 18.0)
            case Figure():
                return self._figure(block, place)
            case Frame():
                return self._frame(block, place)
            case Columns():
                self._columns(block, place)
                return []
            case Lines():
                return self._lines(block, place)
            case Together():
                lines = self._blocks(block.blocks, place)
                for number, line in enumerate(lines, 1):
                    keep(line, with_next=number < len(lines), whole=True)
                return lines
            case PageBreak():
                self._break(block)
                return []
            case Contents():
                return self._contents(block, place)
            case _:
                assert_never(block)

    def _heading(self, block: Heading, place: Place) -> "WordParagraph":
        line = self._new_line(place, f"Heading {block.level}")
        name = self._anchors.name(block)
        if name is not None:
            self._bookmarks += 1
            add_bookmark(line, bookmark_name(name), self._bookmarks)
        self._runs.write(block.text, line, in_heading=True)
        return cast("WordParagraph", line)

    def _paragraph(self, block: Paragraph, place: Place) -> "WordParagraph":
        line = self._new_line(place, _PARAGRAPHS[block.style])
        self._runs.write(block.text, line)
        align(line, block.align)
        keep(line, with_next=block.keep_with_next)
        return cast("WordParagraph", line)

    def _items(self, block: Items, place: Place) -> "list[WordParagraph]":
        written: list[WordParagraph] = []
        for number, item in enumerate(block.items, block.start):
            mark = (
                item.mark
                if item.mark is not None
                else (f"{number}." if block.is_numbered else "•")
            )
            lines = self._indented(self._blocks(item.blocks, place), _MARK_INDENT)
            for line in lines:
                space(line, after=2)
            if lines:
                left = left_of(lines[0]) or 0.0
                indent(lines[0], left, hanging=_MARK_INDENT)
                add_tab(lines[0], left)
                add_run(lines[0], f"{printable(mark)}\t", is_bold=mark != "•", at=1)
            written += lines
        return written

    def _indented(self, lines: "list[WordParagraph]", points: float) -> "list[WordParagraph]":
        for line in lines:
            before = left_of(line)
            if before is None and style_of(line) == self._style_ids[CARD]:
                before = CARD_INDENT
            indent(line, (before or 0.0) + points)
        return lines

    def _table(self, block: Table, place: Place) -> None:
        if not block.rows:
            return
        if block.caption:
            keep(self._new_line(place, "Note", printable(block.caption)), with_next=True)
        columns = max(len(row) for row in block.rows)
        widths = shares(block.widths, columns, self._room)
        style = self._style_ids["Table Grid"] if block.rules else None
        rows = add_table(place, widths, len(block.rows), style)
        for number, (row, cells) in enumerate(zip(block.rows, rows, strict=True)):
            set_row(cells[0]._tc.getparent(), block, number)
            for cell, width, drawn in zip(row, widths, cells, strict=False):
                with self._within(width):
                    self._cell(cell, drawn, is_head=number < block.heads)
        add_gap(place)

    @contextmanager
    def _within(self, width: float) -> Iterator[None]:
        """Write into a cell of a width in millimetres: what is inside has no more."""
        before, self._room = self._room, width - _CELL_MARGINS
        yield
        self._room = before

    def _cell(self, cell: Cell, place: Place, *, is_head: bool) -> None:
        lines = self._blocks(cell.blocks, place)
        remove_first_empty(place)
        for line in lines:
            space(line, after=0)
            align(line, cell.align)
            if is_head:
                for run in line.runs:
                    run.bold = True
        fill = cell.fill or ("#F6F8FA" if is_head else None)
        if fill:
            shade(place, fill.lstrip("#"))

    def _figure(self, block: Figure, place: Place) -> "list[WordParagraph]":
        from docx.shared import Mm

        from argmap.rendering.png import draw_png
        from argmap.rendering.svg import picture_size

        picture = draw_png(block.svg, width=_PIXELS)
        if picture.notice and picture.notice not in self.notices:
            self.notices.append(picture.notice)
        width = self._room * block.width
        size = picture_size(block.svg)
        if block.most is not None:
            width = min(width, block.most * size.width / size.height)
        line = add_line(place)
        align(line, Align.CENTER)
        drawn = line.add_run().add_picture(io.BytesIO(picture.data), width=Mm(width))
        drawn._inline.docPr.set("descr", printable(block.alt))
        lines = [line]
        if block.caption:
            keep(line, with_next=True)
            below = self._new_line(place, "Note", printable(block.caption))
            align(below, Align.CENTER)
            lines.append(below)
        return lines

    def _frame(self, block: Frame, place: Place) -> "list[WordParagraph]":
        lines: list[WordParagraph] = []
        if block.label:
            label = self._new_line(place, "Label", printable(block.label))
            lines.append(label)
        lines += self._blocks(block.blocks, place)
        sides = ("left",) if block.style is FrameStyle.BAR else ("top", "left", "bottom", "right")
        for line in lines:
            add_border(line, sides, _BORDERS[block.style], 24 if len(sides) == 1 else 6)
        return lines

    def _columns(self, block: Columns, place: Place) -> None:
        if not block.columns:
            return
        widths = shares(block.widths, len(block.columns), self._room)
        cells = add_table(place, widths, 1, None)[0]
        for cell, width, column in zip(cells, widths, block.columns, strict=True):
            with self._within(width):
                self._blocks(column, cell)
            remove_first_empty(cell)
        add_gap(place)

    def _lines(self, block: Lines, place: Place) -> "list[WordParagraph]":
        lines = []
        for _ in range(block.count):
            line = add_line(place)
            space(line, before=0, after=0, lines=block.height * POINTS_PER_MM)
            add_border(line, ("bottom", "between"), "single", 4)
            lines.append(line)
        return lines

    def _break(self, block: PageBreak) -> None:
        from docx.enum.section import WD_SECTION

        if block.header is None and block.is_turned is self._is_turned:
            self.document.add_page_break()
            return
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self._is_turned = block.is_turned
        set_up(section, self._publication, is_turned=block.is_turned)
        page = self._publication.size[block.is_turned]
        self._room = page - 2 * self._publication.margin
        if block.header is not None:
            set_header(section, block.header, self._style_ids["Note"])

    def _contents(self, block: Contents, place: Place) -> "list[WordParagraph]":
        lines = [self._new_line(place, "Label", printable(block.title))]
        for heading in self._anchors.headings:
            if heading.level > block.depth:
                continue
            line = add_line(place)
            indent(line, 14.0 * (heading.level - 1))
            space(line, after=2)
            add_tab(line, self._room * POINTS_PER_MM, "right", "dot")
            name = bookmark_name(self._anchors.name(heading) or "")
            add_run(line, plain(heading.text) + "\t")
            add_field(line, f"PAGEREF {name} \\h", "")
            lines.append(line)
        return lines
