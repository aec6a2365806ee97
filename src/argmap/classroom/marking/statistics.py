"""What a class's marks say of the items: how hard each is, and whether it tells answers apart.

Difficulty is the mean share of an item's marks, 0 to 1; the higher, the easier. Discrimination is
the correlation of an item's marks with the rest of the sheet (for items that are right or wrong
the point-biserial coefficient; the item itself left out, as Henrysson 1963 corrects it). Ebel
(1965) calls 0.4 and more very good, and less than 0.2 an item to look at. Open marks count for
neither.
"""

from collections.abc import Mapping, Sequence
from math import fsum, sqrt
from typing import NamedTuple

from argmap.classroom.comparing.decisions import Decisions
from argmap.classroom.comparing.likeness import WordingReader, caution, likeness
from argmap.classroom.comparing.matching import COUNTED
from argmap.classroom.marking.marks import Mark, Marked

FEWEST = 10
"""With fewer answers than these a coefficient says next to nothing."""
POOR = 0.2
_HARD, _EASY = 0.4, 0.9
_SOME = 3


class Item(NamedTuple):
    """One item over all answers; None where nothing can be said.

    settled: answers with a mark for it that is settled; `open` those without
    """

    item: str
    settled: int
    open: int
    difficulty: float | None
    discrimination: float | None

    @property
    def told(self) -> str:
        """What a teacher may do about it, in a few words."""
        if self.difficulty is None:
            return "no settled marks yet"
        if self.settled < _SOME:
            return ""
        if (
            self.discrimination is not None
            and self.settled >= FEWEST
            and self.discrimination < POOR
        ):
            return "does not tell good answers from others: look at the wording"
        if self.difficulty < _HARD:
            return "hard: worth going through in class"
        return "easy" if self.difficulty > _EASY else ""


def item_statistics(marked: Sequence[Marked]) -> tuple[Item, ...]:
    """Return the statistics of items, in the order of the first answer."""
    columns: dict[str, list[tuple[Marked, Mark]]] = {}
    for each in marked:
        for mark in each.marks:
            columns.setdefault(mark.item, []).append((each, mark))
    found = []
    for item, column in columns.items():
        pairs = []
        for each, mark in column:
            if mark.points is not None:
                rest = [m for m in each.marks if m.item != item and m.points is not None]
                most = fsum(m.most for m in rest)
                points = fsum(m.points for m in rest if m.points is not None)
                pairs.append((mark.points / mark.most, points / most if most else None))
        shares = [share for share, _ in pairs]
        found.append(
            Item(
                item,
                len(pairs),
                len(column) - len(pairs),
                fsum(shares) / len(shares) if shares else None,
                correlation([(share, rest) for share, rest in pairs if rest is not None]),
            )
        )
    return tuple(found)


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return the correlation of pairs (Pearson's r); None if either side does not vary."""
    if len(pairs) < 3:
        return None
    means = [fsum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1)]
    off = [(one - means[0], other - means[1]) for one, other in pairs]
    spread = [fsum(pair[side] ** 2 for pair in off) for side in (0, 1)]
    if min(spread) < 1e-12:
        return None
    return fsum(one * other for one, other in off) / sqrt(spread[0] * spread[1])


class Agreement(NamedTuple):
    """How often a person decided as the words alone would have it."""

    decided: int = 0
    agreed: int = 0
    accepted_by_person_alone: int = 0
    accepted_by_words_alone: int = 0

    @property
    def rate(self) -> float | None:
        """From 0 to 1; None if nothing was decided."""
        return self.agreed / self.decided if self.decided else None


def agreement(decisions: Decisions, synonyms: object = None) -> Agreement:
    """Return how decided pairs compare with what their words say: half of them in common or not.

    synonyms: those of the lesson's map
    """
    reader = WordingReader([synonyms])
    pairs = []
    for question in {q.key: q for q in decisions.questions if q.same is not None}.values():
        wordings = reader.read(question.reference), reader.read(question.other)
        leans = likeness(*wordings) >= COUNTED and caution(*wordings) is None
        pairs.append((leans, question.same is True))
    return Agreement(
        len(pairs),
        sum(leans == decided for leans, decided in pairs),
        pairs.count((False, True)),
        pairs.count((True, False)),
    )


def worst_first(marks: Sequence[Mark], most: int = 3) -> tuple[Mark, ...]:
    """Return the marks with the most lost, at most three: more than that nobody puts right."""
    lost = [mark for mark in marks if mark.lost > 0]
    order: Mapping[str, int] = {mark.item: place for place, mark in enumerate(marks)}
    return tuple(sorted(lost, key=lambda mark: (-mark.lost, order[mark.item]))[:most])
