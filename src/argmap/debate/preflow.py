"""The pre-flow: what is expected in each speech, in columns, with room for what is not.

The affirmative's case stands in the first column, what is said against it beside it, and so on, as
far as the map goes. Cells that the map leaves open are blank: they are for the round.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.debate.case import Case
from argmap.debate.phrasing import called, labelled
from argmap.debate.points import Objection, Point
from argmap.debate.teams import CON, PRO, Stance
from argmap.errors import ArgmapError
from argmap.model.graph import NodeRef
from argmap.publishing import Cell, Heading, Paper, Publication, Table, paragraph, words

_MOST_ROWS = 5000
_ROOM = 12.0  # millimetres


class UnknownRound(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no kind of debate of that name."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A column: its name and whose it is."""

    name: str
    side: str


def _speeches(names: str) -> tuple[Speech, ...]:
    """Read `1AC+ 1NC-`: speeches of the affirmative and of the negative."""
    return tuple(
        Speech(name[:-1].replace("_", " "), PRO if name.endswith("+") else CON)
        for name in names.split()
    )


ROUNDS: Mapping[str, tuple[Speech, ...]] = MappingProxyType(
    {
        "policy": _speeches("1AC+ 1NC- 2AC+ 2NC/1NR- 1AR+ 2NR- 2AR+"),
        "ld": _speeches("AC+ NC- 1AR+ 2NR- 2AR+"),
        "pf": _speeches(
            "Pro_case+ Con_case- Pro_rebuttal+ Con_rebuttal- Pro_summary+ Con_summary-"
            " Pro_final_focus+ Con_final_focus-"
        ),
        "bp": _speeches("PM+ LO- DPM+ DLO- MG+ MO- GW+ OW-"),
    }
)
"""Kinds of debate, with their speeches in order."""


@dataclass(frozen=True, slots=True)
class Preflow:
    """Speeches, and rows of one text for each; empty texts are blank cells.

    ours: whether each speech is ours
    """

    speeches: tuple[Speech, ...]
    ours: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


def preflow(case: Case, kind: str) -> Preflow:
    """Return the pre-flow of a map for a kind of debate; `UnknownRound` lists those there are."""
    if kind not in ROUNDS:
        raise UnknownRound(f"no debate is called '{kind}': choose {', '.join(ROUNDS)}")
    speeches = ROUNDS[kind]
    ours = case.teams.leans(case.side) or PRO
    return Preflow(
        speeches,
        tuple(speech.side == ours for speech in speeches),
        tuple(_Flow(case, speeches).rows()),
    )


class _Flow:
    def __init__(self, case: Case, speeches: tuple[Speech, ...]) -> None:
        self.case = case
        self.speeches = speeches
        self.pro_is_ours = (case.teams.leans(case.side) or PRO) == PRO

    def side(self, ref: NodeRef) -> str:
        stance = self.case.stance(ref)
        is_ours = stance in (Stance.OURS, Stance.BOTH)
        return PRO if is_ours == self.pro_is_ours else CON

    def rows(self) -> Iterator[tuple[str, ...]]:
        answering = {
            point.ref
            for each in self.case.points
            for objection in each.objections
            if (point := self.case.point_of(objection.source)) is not None
        }
        known = [p for p in self.case.points if self.case.stance(p.ref) is not Stance.NEITHER]
        roots = [p for p in known if self.side(p.ref) == PRO and p.ref not in answering]
        roots += [p for p in known if self.side(p.ref) == CON and p.ref not in answering]
        count = 0
        for root in roots:
            for row in self.below(root):
                count += 1
                if count > _MOST_ROWS:
                    return
                yield row

    def below(self, root: Point) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a point: a new one for each answer but the first.

        A chain of answers goes on to the right, at most to the last speech of its side.
        """
        first = next(
            n for n, speech in enumerate(self.speeches) if speech.side == self.side(root.ref)
        )
        row = [""] * len(self.speeches)
        row[first] = f"{called(self.case, root.ref)} {root.tag}"
        waiting: list[tuple[Objection, Point, int, tuple[NodeRef, ...]]] = [
            (objection, root, first, (root.ref,)) for objection in reversed(root.objections)
        ]
        was_written = False
        while waiting:
            objection, point, column, above = waiting.pop()
            place = self.next_column(column, objection)
            attacker = self.case.point_of(objection.source)
            if place is None or objection.source in above:
                continue
            if was_written and any(row[place:]):
                yield tuple(row)
                row = [""] * len(self.speeches)
            row[place] = self.told(objection)
            was_written = True
            if attacker is not None and attacker.ref not in above:
                answers = self.case.answers(objection, point)
                waiting += [
                    (answer, attacker, place, (*above, attacker.ref))
                    for answer in reversed(answers)
                ]
        yield tuple(row)

    def next_column(self, column: int, objection: Objection) -> int | None:
        side = self.side(objection.source)
        places = range(column + 1, len(self.speeches))
        return next((n for n in places if self.speeches[n].side == side), None)

    def told(self, objection: Objection) -> str:
        point = self.case.point_of(objection.source)
        said = point.tag if point is not None else self.case.said(objection.source)
        return f"{called(self.case, objection.source)} {said} ({labelled(objection)})"


def preflow_pages(flow: Preflow, title: str) -> Publication:
    """Return the pre-flow as one table on landscape pages."""
    head = tuple(Cell((paragraph(words(name)),)) for name in headings(flow))
    rows = [tuple(Cell((paragraph(text),)) for text in row) for row in flow.rows]
    heights = (0.0, *(_ROOM,) * len(rows))
    return Publication(
        f"Pre-flow: {title}",
        (Heading(1, words(f"Pre-flow: {title}")), Table((head, *rows), heights=heights)),
        footer=title,
        paper=Paper.A3,
        is_landscape=True,
        margin=10.0,
    )


def headings(flow: Preflow) -> list[str]:
    """Return what stands above the columns: `1NC (ours)`."""
    return [
        f"{speech.name} ({'ours' if is_ours else 'theirs'})"
        for speech, is_ours in zip(flow.speeches, flow.ours, strict=True)
    ]
