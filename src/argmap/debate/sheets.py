"""Tables for spreadsheets: CSV, and XLSX by openpyxl."""

import csv
import io
import math
import re
from collections.abc import Iterator

from argmap.debate.preflow import Preflow, headings
from argmap.publishing.archives import read_archive, write_archive
from argmap.rendering import MissingExtraError
from argmap.rendering.cells import cell_width
from argmap.rendering.display_text import printable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OURS, _THEIRS = "E3F4EE", "FDECEA"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{5,16}Z")
_COLUMN = 34  # width, in digits of the usual font
_LETTERS_A_LINE = 32  # of those that fit at least
_LINE, _HIGHEST = 15.0, 409.0  # points; a spreadsheet's rows end there


def write_csv(flow: Preflow) -> str:
    """Return the table as CSV, in UTF-8 with a mark for spreadsheets that need one."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(headings(flow))
    writer.writerows([_harmless(text) for text in row] for row in flow.rows)
    return "\ufeff" + stream.getvalue()


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    plain = printable(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def write_xlsx(flow: Preflow, title: str) -> bytes:
    """Return the table as a workbook, columns coloured by side, ready for a landscape page.

    raises: `MissingExtraError` without openpyxl
    """
    try:
        import openpyxl
    except ImportError as missing:
        raise MissingExtraError("XLSX needs openpyxl: pip install 'argmap[xlsx]'") from missing
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Pre-flow"
    top = Alignment(wrap_text=True, vertical="top")
    line = Side(style="thin", color="7D8590")
    border = Border(left=line, right=line, top=line, bottom=line)
    for column, (name, is_ours) in enumerate(zip(headings(flow), flow.ours, strict=True), 1):
        cell = sheet.cell(1, column, name)
        cell.font = Font(bold=True)
        cell.alignment = top
        cell.border = border
        cell.fill = PatternFill("solid", fgColor=_OURS if is_ours else _THEIRS)
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN
    for number, row in enumerate(flow.rows, 2):
        for column, text in enumerate(row, 1):
            filled = sheet.cell(number, column, printable(text) or None)
            if text:
                filled.data_type = "s"  # never a formula
            filled.alignment = top
            filled.border = border
        sheet.row_dimensions[number].height = _height(row)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    book.properties.title = printable(title)
    stream = io.BytesIO()
    book.save(stream)
    return write_archive(_without_dates(stream.getvalue()))


def _height(row: tuple[str, ...]) -> float:
    """Return how high a row has to be, in points: not every spreadsheet finds out by itself."""
    most = 1
    for text in row:
        most = max(most, math.ceil(cell_width(printable(text)) / _LETTERS_A_LINE))
    return min(_LINE * (most + 1), _HIGHEST)


def _without_dates(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the members of a workbook, with one date in what they say of themselves."""
    for name, content in read_archive(data):
        if name == "docProps/core.xml":
            yield name, _TIME.sub("1980-01-01T00:00:00Z", content.decode("utf-8")).encode("utf-8")
        else:
            yield name, content
