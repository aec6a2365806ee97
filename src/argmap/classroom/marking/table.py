"""Marks as a table for spreadsheets (CSV): a row for each pupil."""

import csv
import io
from collections.abc import Sequence

from argmap.classroom.marking.marks import Mark, Marked
from argmap.rendering.display_text import printable

_FORMULA = tuple("=+-@\t\r\n＝＋－＠|%")


def write_csv(marked: Sequence[Marked]) -> str:
    """Return the table in UTF-8 with the mark that spreadsheets look for.

    `percent` counts what is settled; `percent_at_most` what a person may still give as well. Of
    each item its points stand, `?` where they are open; `why` says why points are lost.
    """
    items = list(dict.fromkeys(mark.item for each in marked for mark in each.marks))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    head = ["name", "file", "points", "open", "of", "percent", "percent_at_most"]
    writer.writerow([harmless(cell) for cell in (*head, *items, "why", "trouble")])
    for each in marked:
        points = {mark.item: mark for mark in each.marks}
        at_most = (each.points + each.open) / each.most if each.most else 0.0
        numbers = [each.points, each.open, each.most, 100 * each.share, 100 * at_most]
        has_marks = bool(each.marks)
        writer.writerow(
            [
                harmless(each.answers.name),
                harmless(each.answers.file),
                *(shown(number) if has_marks else "" for number in numbers),
                *(points_of(points.get(item)) for item in items),
                harmless(" ".join(mark.reason for mark in each.marks if mark.lost > 0)),
                harmless(each.answers.trouble),
            ]
        )
    return "\ufeff" + stream.getvalue()


def points_of(mark: Mark | None) -> str:
    """Return the points of a mark as a cell shows them."""
    if mark is None:
        return ""
    return "?" if mark.points is None else shown(mark.points)


def shown(number: float) -> str:
    """Return a number with two decimals at most."""
    return f"{round(number, 2):g}" if abs(number) < 1e5 else f"{number:.0f}"


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    plain = printable(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
