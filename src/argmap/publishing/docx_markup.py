"""What python-docx has no words for: borders, fields, bookmarks, shades."""

from typing import Any, assert_never

from argmap.publishing.blocks import Align

Place = Any
"""A line, cell or row of python-docx, or what it makes them of."""


def bookmark_name(name: str) -> str:
    """Return the name of a place as Word takes it: letters, digits and `_`."""
    return name.replace("-", "_")


def add_bookmark(line: Place, name: str, number: int) -> None:
    """Mark a line as a place that links and fields point to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), name)
        line._p.append(element)


def add_field(line: Place, code: str, shown_now: str) -> None:
    """Add a field that the word processor fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = line.add_run(shown_now)
    field.append(run._r)
    line._p.append(field)


def put_before(line: Place, text: str) -> None:
    """Add a run at the start of a paragraph."""
    from docx.oxml.ns import qn

    run = line.add_run(text)
    run.bold = True if text.strip("•\t ") else None
    properties = line._p.find(qn("w:pPr"))
    if properties is not None:
        properties.addnext(run._r)
    else:
        line._p.insert(0, run._r)


def align_line(line: Place, align: Align) -> None:
    """Put a line where it is to stand."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    match align:
        case Align.START:
            pass
        case Align.CENTER:
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Align.END:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        case _:
            assert_never(align)


def add_border(line: Place, sides: tuple[str, ...], kind: str, eighths: int) -> None:
    """Draw lines at the sides of a paragraph, so many eighths of a point thick."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = line._p.get_or_add_pPr()
    border = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right", "between"):
        if side in sides:
            element = OxmlElement(f"w:{side}")
            for name, value in (
                ("val", kind),
                ("sz", str(eighths)),
                ("space", "4"),
                ("color", "57606A"),
            ):
                element.set(qn(f"w:{name}"), value)
            border.append(element)
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def shade(cell: Place, color: str) -> None:
    """Fill a cell with a colour, six hexadecimal digits."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def never_split(row: Place, *, is_head: bool) -> None:
    """Keep a row on one page; a head is repeated on each page."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def remove_first_empty(cell: Place) -> None:
    """Remove the empty paragraph that a new cell has, if it has others or a table and them."""
    first = cell.paragraphs[0]
    if not first.text and len(cell.paragraphs) > 1:
        first._p.getparent().remove(first._p)


def add_gap(place: Place) -> None:
    """Add a low paragraph behind a table: two tables in a row would become one."""
    from docx.shared import Pt

    gap = place.add_paragraph()
    gap.paragraph_format.space_after = 0
    gap.paragraph_format.line_spacing = Pt(6)
