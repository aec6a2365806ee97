"""Weighing: magnitude, probability, timeframe, reversibility; ours against theirs.

Only what `impact:` says is printed; a cell that the map leaves open stays blank, to be filled in
by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from argmap.debate.case import Case
from argmap.debate.phrasing import called
from argmap.debate.points import Point
from argmap.publishing import (
    Block,
    Cell,
    Heading,
    ParagraphStyle,
    Publication,
    Run,
    Style,
    Table,
    paragraph,
    words,
)

MEASURES = ("magnitude", "probability", "timeframe", "reversibility")
_ROOM = 14.0  # millimetres, for handwriting


@dataclass(frozen=True, slots=True)
class Impact:
    """What a point's `impact:` says, by measure; those that it leaves out are not there."""

    point: Point
    values: dict[str, str]


def impacts(case: Case, points: tuple[Point, ...]) -> tuple[Impact, ...]:
    """Return the impacts that points have, in document order; of an argument, its conclusion's."""
    found = []
    for point in points:
        refs = [point.ref] + ([point.conclusion.ref] if point.conclusion else [])
        written = next(
            (data for ref in refs if (data := case.graph.node(ref).data.get("impact"))), None
        )
        if isinstance(written, dict):
            values = {
                measure: str(written[measure]).strip()
                for measure in MEASURES
                if written.get(measure) is not None and str(written[measure]).strip()
            }
            found.append(Impact(point, values))
    return tuple(found)


def weighing_table(ours: Impact | None, theirs: Impact | None, room: float = _ROOM) -> Table:
    """Return the four rows; blank cells are left to be filled in, `room` millimetres high."""
    head = tuple(Cell((paragraph(text),)) for text in ("", "ours", "theirs"))
    rows = [head]
    for measure in MEASURES:
        cells = [Cell((paragraph(measure),))]
        for impact in (ours, theirs):
            told = impact.values.get(measure, "") if impact is not None else ""
            cells.append(Cell((paragraph(told),)))
        rows.append(tuple(cells))
    heights = (0.0, *(room,) * len(MEASURES))
    return Table(tuple(rows), widths=(1.2, 1.5, 1.5), heights=heights)


def weighing_pages(case: Case, title: str) -> Publication:
    """Return a table of all impacts, ours and theirs, side by side in document order."""
    blocks = (Heading(1, words(f"Weighing: {title}")), *weighing_blocks(case))
    return Publication(f"Weighing: {title}", blocks, footer=title)


def weighing_blocks(case: Case) -> Iterator[Block]:
    """Yield the tables; without any impact on the map, an empty one and how to fill it."""
    ours = impacts(case, case.ours)
    known = {each.point for each in ours}
    theirs = tuple(each for each in impacts(case, case.theirs) if each.point not in known)
    if not ours and not theirs:
        yield paragraph(
            "No claim has an impact yet, so that all cells are blank. Write behind a claim:"
            " {impact: {magnitude: …, probability: …, timeframe: …, reversibility: …}}",
            ParagraphStyle.NOTE,
        )
        yield weighing_table(None, None)
    for mine, other in zip_longest(ours, theirs):
        for whose, impact in (("ours", mine), ("theirs", other)):
            if impact is not None:
                told = f"{called(case, impact.point.ref)} {impact.point.tag}"
                yield paragraph((Run(f"{whose}: ", Style.STRONG), Run(told)))
        yield weighing_table(mine, other)


def report_weighing(case: Case) -> dict[str, object]:
    """Return `{side, ours: [{title, impact}], theirs: […]}`; an open measure is null."""
    return {
        "side": case.side,
        **{
            whose: [
                {
                    "title": each.point.ref.title,
                    "impact": {measure: each.values.get(measure) for measure in MEASURES},
                }
                for each in impacts(case, points)
            ]
            for whose, points in (("ours", case.ours), ("theirs", case.theirs))
        },
    }
