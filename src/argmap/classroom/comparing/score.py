"""A score with its parts: never one without the others.

Each part is the harmonic mean of what was found of the reference and of what is sound, that is,
in the reference, of the other map (the F measure, van Rijsbergen 1979); the score is their mean
by weight, over the parts that either map has anything for.
"""

from collections.abc import Mapping
from math import fsum
from types import MappingProxyType
from typing import NamedTuple

from argmap.classroom.comparing.claims import Claims
from argmap.classroom.comparing.decisions import Decisions
from argmap.classroom.comparing.differences import Aspect, Compared, compare_matched
from argmap.classroom.comparing.matching import match

WEIGHTS: Mapping[Aspect, int] = MappingProxyType(
    {
        Aspect.CLAIMS: 40,
        Aspect.SUPPORTS: 25,
        Aspect.ATTACKS: 20,
        Aspect.LINKED: 10,
        Aspect.THESIS: 5,
    }
)


class Part(NamedTuple):
    """One aspect: points got of items in the reference, and of items in the other map."""

    aspect: Aspect
    weight: int
    found: float
    in_reference: int
    sound: float
    in_other: int

    @property
    def value(self) -> float:
        """From 0 to 1."""
        if not self.in_reference or not self.in_other:
            return 0.0
        found, sound = self.found / self.in_reference, self.sound / self.in_other
        return 2 * (found * sound) / (found + sound) if found + sound else 0.0


class Score(NamedTuple):
    """The parts that count, the score from 0 to 1, and its range as doubtful pairs are settled."""

    parts: tuple[Part, ...]
    value: float
    least: float
    most: float


def parts_of(compared: Compared) -> tuple[Part, ...]:
    """Return the parts of a score that either map has anything for."""
    return tuple(
        Part(
            aspect,
            WEIGHTS[aspect],
            fsum(tally.found),
            len(tally.found),
            fsum(tally.sound),
            len(tally.sound),
        )
        for aspect, tally in compared.tallies.items()
        if tally.found or tally.sound
    )


def value_of(parts: tuple[Part, ...]) -> float:
    """Return the mean of parts by weight; two empty maps are alike."""
    total = sum(part.weight for part in parts)
    return fsum(part.weight * part.value for part in parts) / total if total else 1.0


class Comparison(NamedTuple):
    """Two maps held against each other, with the score."""

    compared: Compared
    score: Score


def compare_claims(left: Claims, right: Claims, decisions: Decisions | None = None) -> Comparison:
    """Compare a map with a reference; what a person has decided about pairs wins."""
    matching = match(left, right, decisions)
    compared = compare_matched(left, right, matching)
    parts = parts_of(compared)
    values = [value_of(parts)]
    if matching.doubts:
        values += [
            value_of(parts_of(compare_matched(left, right, matching.settled(as_same=as_same))))
            for as_same in (False, True)
        ]
    return Comparison(compared, Score(parts, values[0], min(values), max(values)))
