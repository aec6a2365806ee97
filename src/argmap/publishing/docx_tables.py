"""Tables of a Word document: an empty one of a size, row by row in one go."""

from collections.abc import Sequence
from typing import Any

from argmap.publishing.blocks import Table
from argmap.publishing.docx_paragraphs import Element, W, put_at_end
from argmap.rendering.typesetting import POINTS_PER_MM

_TWENTIETHS = 20 * POINTS_PER_MM  # in a millimetre

Place = Any
"""The body of a document of python-docx, or a cell."""


def shares(widths: Sequence[float], columns: int, room: float) -> list[float]:
    """Return the width of each column in millimetres, from their shares of a room."""
    found = list(widths[:columns]) or [1.0] * columns
    found += [1.0] * (columns - len(found))
    whole = sum(found) or 1.0
    return [room * share / whole for share in found]


def add_table(place: Place, widths: Sequence[float], rows: int, style_id: str | None) -> list[Any]:
    """Add a table of empty cells, and return its rows as lists of cells.

    widths: of the columns, in millimetres
    """
    from docx.oxml.table import CT_Tbl
    from docx.shared import Emu
    from docx.table import Table as WordTable
    from docx.table import _Cell

    element = CT_Tbl.new_tbl(0, 0, Emu(0))
    put_at_end(place, element)
    table = WordTable(element, place)
    table.autofit = False
    if style_id is not None:
        style = element.makeelement(W.of("tblStyle"))
        style.set(W.of("val"), style_id)
        element.tblPr.insert(0, style)
    for width in widths:
        column = element.makeelement(W.of("gridCol"))
        column.set(W.of("w"), str(round(width * _TWENTIETHS)))
        element.tblGrid.append(column)
    found = []
    for _ in range(rows):
        row = element.makeelement(W.of("tr"))
        element.append(row)
        cells = []
        for width in widths:
            cell = element.makeelement(W.of("tc"))
            properties = element.makeelement(W.of("tcPr"))
            size = element.makeelement(W.of("tcW"))
            size.set(W.of("w"), str(round(width * _TWENTIETHS)))
            size.set(W.of("type"), "dxa")
            properties.append(size)
            cell.append(properties)
            cell.append(element.makeelement(W.of("p")))
            row.append(cell)
            cells.append(_Cell(cell, table))
        found.append(cells)
    return found


def set_row(row: Element, block: Table, number: int) -> None:
    """Keep a row on one page, repeat it if it is a head, and give it its least height."""
    properties = row.makeelement(W.of("trPr"))
    properties.append(row.makeelement(W.of("cantSplit")))
    height = block.heights[number] if number < len(block.heights) else 0.0
    if height:
        least = row.makeelement(W.of("trHeight"))
        least.set(W.of("val"), str(round(height * _TWENTIETHS)))
        least.set(W.of("hRule"), "atLeast")
        properties.append(least)
    if number < block.heads:
        properties.append(row.makeelement(W.of("tblHeader")))
    row.insert(0, properties)
