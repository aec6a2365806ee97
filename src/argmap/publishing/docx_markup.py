"""What python-docx has no words for: borders, fields, bookmarks, shades."""

from typing import Any

from argmap.publishing.docx_paragraphs import W, add_line, property_of, space

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


def add_border(line: Place, sides: tuple[str, ...], kind: str, eighths: int) -> None:
    """Draw lines at the sides of a paragraph, so many eighths of a point thick."""
    border = property_of(line, "pBdr")
    for side in ("top", "left", "bottom", "right", "between"):
        if side in sides:
            element = border.makeelement(W.of(side))
            for name, value in (
                ("val", kind),
                ("sz", str(eighths)),
                ("space", "4"),
                ("color", "57606A"),
            ):
                element.set(W.of(name), value)
            border.append(element)


def shade(cell: Place, color: str) -> None:
    """Fill a cell with a colour, six hexadecimal digits."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def remove_first_empty(cell: Place) -> None:
    """Remove the empty paragraph that a new cell has, if it has others or a table and them."""
    first = cell.paragraphs[0]
    if not first.text and len(cell.paragraphs) > 1:
        first._p.getparent().remove(first._p)


def add_gap(place: Place) -> None:
    """Add a low paragraph behind a table: two tables in a row would become one."""
    space(add_line(place), after=0, lines=6)
