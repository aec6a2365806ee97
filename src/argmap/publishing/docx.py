"""Pages as a Word document, by python-docx; pictures as PNG, fields for page numbers."""

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, assert_never, cast

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
from argmap.publishing.docx_markup import (
    add_bookmark,
    add_border,
    add_field,
    add_gap,
    align_line,
    bookmark_name,
    never_split,
    put_before,
    remove_first_empty,
    shade,
)
from argmap.publishing.docx_styles import CARD, CARD_INDENT, set_styles
from argmap.publishing.published import Published
from argmap.publishing.shown import Anchors, plain, shown
from argmap.rendering import MissingExtraError
from argmap.rendering.display_text import printable

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

Place = Any
"""A document, section, cell or line of python-docx, whose own types do not say what each can."""

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
_MARK_INDENT = 22.0
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


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
    return Published(_without_dates(stream.getvalue()), tuple(writer.notices))


def _without_dates(data: bytes) -> bytes:
    """Return the same archive with one date for all its members: same pages, same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            member = zipfile.ZipInfo(info.filename, _FIXED_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(info))
    return stream.getvalue()


class _Writer:
    """Writes blocks into a document or a cell of it (`place`)."""

    def __init__(self, publication: Publication, document: Place) -> None:
        self._publication = publication
        self.document = document
        self.notices: list[str] = []
        self._anchors = Anchors(publication)
        self._bookmarks = 0
        self._style_ids: dict[str, str] = {}  # looked up once: python-docx searches each time

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
        self._set_up(section)
        self._set_header(section, publication.header)
        self._set_footer(section)
        self._blocks(publication.blocks, self.document)

    # The page

    def _set_up(self, section: Place) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        width, height = self._publication.size
        if self._publication.is_landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(width), Mm(height)
        margin = Mm(self._publication.margin)
        section.left_margin = section.right_margin = margin
        section.top_margin = section.bottom_margin = margin
        section.header_distance = section.footer_distance = Mm(self._publication.margin / 2)

    def _set_header(self, section: Place, text: str | None) -> None:
        section.header.is_linked_to_previous = False
        lines = section.header.paragraphs
        lines[0].style = "Note"
        lines[0].text = printable(text or "")

    def _set_footer(self, section: Place) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        width, _ = self._publication.size
        line = section.footer.paragraphs[0]
        line.style = "Note"
        line.paragraph_format.tab_stops.add_tab_stop(
            Mm(width - 2 * self._publication.margin), WD_TAB_ALIGNMENT.RIGHT
        )
        line.add_run(printable(self._publication.footer or "") + "\t")
        if self._publication.numbers_pages:
            add_field(line, "PAGE", "1")
            line.add_run("/")
            add_field(line, "NUMPAGES", "1")

    def _new_line(self, place: Place, style: str | None = None, text: str = "") -> Place:
        """Add a paragraph in a style by its name."""
        line = place.add_paragraph(text)
        if style is not None and style != "Normal":
            line._p.style = self._style_ids[style]
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
                for line in lines:
                    line.paragraph_format.keep_together = True
                for line in lines[:-1]:
                    line.paragraph_format.keep_with_next = True
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
        self._text(block.text, line, in_heading=True)
        return cast("WordParagraph", line)

    def _paragraph(self, block: Paragraph, place: Place) -> "WordParagraph":
        line = self._new_line(place, _PARAGRAPHS[block.style])
        self._text(block.text, line)
        align_line(line, block.align)
        if block.keep_with_next:
            line.paragraph_format.keep_with_next = True
        return cast("WordParagraph", line)

    def _items(self, block: Items, place: Place) -> "list[WordParagraph]":
        from docx.shared import Pt

        written: list[WordParagraph] = []
        for number, item in enumerate(block.items, block.start):
            mark = (
                item.mark
                if item.mark is not None
                else (f"{number}." if block.is_numbered else "•")
            )
            lines = self._blocks(item.blocks, place)
            self._indented(lines, _MARK_INDENT)
            if lines:
                lines[0].paragraph_format.first_line_indent = Pt(-_MARK_INDENT)
                lines[0].paragraph_format.tab_stops.add_tab_stop(
                    lines[0].paragraph_format.left_indent or Pt(0)
                )
                put_before(lines[0], f"{printable(mark)}\t")
            for line in lines:
                line.paragraph_format.space_after = Pt(3)
            written += lines
        return written

    def _indented(self, lines: "list[WordParagraph]", points: float) -> "list[WordParagraph]":
        from docx.shared import Pt

        for line in lines:
            before = line.paragraph_format.left_indent
            if before is None and line._p.style == self._style_ids[CARD]:
                before = Pt(CARD_INDENT)
            line.paragraph_format.left_indent = Pt((before.pt if before else 0.0) + points)
        return lines

    def _table(self, block: Table, place: Place) -> None:
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Mm

        if not block.rows:
            return
        if block.caption:
            line = self._new_line(place, "Note", printable(block.caption))
            line.paragraph_format.keep_with_next = True
        columns = max(len(row) for row in block.rows)
        table = self._new_table(place, len(block.rows), columns, block.widths, rules=block.rules)
        for number, row in enumerate(block.rows):
            drawn = table.rows[number]
            never_split(drawn, is_head=number < block.heads)
            if number < len(block.heights) and block.heights[number]:
                drawn.height = Mm(block.heights[number])
                drawn.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
            cells = drawn.cells
            for index, cell in enumerate(row):
                self._cell(cell, cells[index], is_head=number < block.heads)
        add_gap(place)

    def _new_table(
        self,
        place: Place,
        rows: int,
        columns: int,
        widths: tuple[float, ...],
        *,
        rules: bool,
    ) -> Place:
        from docx.shared import Mm

        page, _ = self._publication.size
        room = page - 2 * self._publication.margin
        table = place.add_table(rows, columns)
        if rules:
            table.style = "Table Grid"
        table.autofit = False
        shares = widths or (1.0,) * columns
        whole = sum(shares)
        for column, share in zip(table.columns, shares, strict=True):
            width = Mm(room * share / whole)
            column.width = width
            for cell in column.cells:
                cell.width = width
        return table

    def _cell(self, cell: Cell, place: Place, *, is_head: bool) -> None:
        lines = self._blocks(cell.blocks, place)
        remove_first_empty(place)
        for line in lines:
            line.paragraph_format.space_after = 0
            if cell.align is not Align.START:
                align_line(line, cell.align)
            if is_head:
                for run in line.runs:
                    run.bold = True
        fill = cell.fill or ("#F6F8FA" if is_head else None)
        if fill:
            shade(place, fill.lstrip("#"))

    def _figure(self, block: Figure, place: Place) -> "list[WordParagraph]":
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm

        from argmap.rendering.png import draw_png
        from argmap.rendering.svg import picture_size

        picture = draw_png(block.svg, width=_PIXELS)
        if picture.notice and picture.notice not in self.notices:
            self.notices.append(picture.notice)
        page, _ = self._publication.size
        width = (page - 2 * self._publication.margin) * block.width
        size = picture_size(block.svg)
        if block.most is not None:
            width = min(width, block.most * size.width / size.height)
        line = place.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        drawn = line.add_run().add_picture(io.BytesIO(picture.data), width=Mm(width))
        drawn._inline.docPr.set("descr", printable(block.alt))
        lines = [line]
        if block.caption:
            line.paragraph_format.keep_with_next = True
            below = self._new_line(place, "Note", printable(block.caption))
            below.alignment = WD_ALIGN_PARAGRAPH.CENTER
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
        table = self._new_table(place, 1, len(block.columns), block.widths, rules=False)
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            self._blocks(column, cell)
            remove_first_empty(cell)
        add_gap(place)

    def _lines(self, block: Lines, place: Place) -> "list[WordParagraph]":
        from docx.shared import Mm

        lines = []
        for _ in range(block.count):
            line = place.add_paragraph()
            line.paragraph_format.space_before = line.paragraph_format.space_after = 0
            line.paragraph_format.line_spacing = Mm(block.height)
            add_border(line, ("bottom", "between"), "single", 4)
            lines.append(line)
        return lines

    def _break(self, block: PageBreak) -> None:
        from docx.enum.section import WD_SECTION

        if block.header is None:
            self.document.add_page_break()
            return
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self._set_header(section, block.header)

    def _contents(self, block: Contents, place: Place) -> "list[WordParagraph]":
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Mm, Pt

        lines = [self._new_line(place, "Label", printable(block.title))]
        width, _ = self._publication.size
        for heading in self._anchors.headings:
            if heading.level > block.depth:
                continue
            line = place.add_paragraph()
            line.paragraph_format.left_indent = Pt(14.0 * (heading.level - 1))
            line.paragraph_format.space_after = Pt(2)
            line.paragraph_format.tab_stops.add_tab_stop(
                Mm(width - 2 * self._publication.margin),
                WD_TAB_ALIGNMENT.RIGHT,
                WD_TAB_LEADER.DOTS,
            )
            name = bookmark_name(self._anchors.name(heading) or "")
            line.add_run(plain(heading.text) + "\t")
            add_field(line, f"PAGEREF {name} \\h", "")
            lines.append(line)
        return lines

    # Runs

    def _text(self, text: Text, line: Place, *, in_heading: bool = False) -> None:
        for part in text:
            if isinstance(part, Blank):
                line.add_run("_" * max(4, round(part.width / 2.2)))
                continue
            target = self._anchors.address(part)
            if target is not None:
                self._link(part, target, line)
            else:
                self._run(part, line.add_run(shown(part.text)), in_heading=in_heading)

    def _run(self, part: Run, run: Place, *, in_heading: bool = False) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        if part.style is Style.STRONG:
            run.bold = True
        elif part.style is not Style.PLAIN and not in_heading:
            run._r.style = self._style_ids[_STYLES[part.style]]
        if part.style is Style.READ:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _link(self, part: Run, target: str, line: Place) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        if target.startswith("#"):
            link.set(qn("w:anchor"), bookmark_name(target[1:]))
        else:
            relation = line.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), relation)
        run = line.add_run(shown(part.text))
        run._r.style = self._style_ids["Link"]
        link.append(run._r)
        line._p.append(link)
