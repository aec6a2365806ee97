"""Chains of links in words, as they are printed below a finding."""

from collections.abc import Sequence

from argmap.analysis import Link, Tie
from argmap.checks.rule import Subject

_LONGEST = 9


def way_in_words(subject: Subject, start: int, links: Sequence[Link]) -> str:
    """Return `[T] ← [P], attacked by [Q]`; the middle of a long chain is left out."""
    told = [subject.name(start)]
    for link in links:
        name = subject.name(link.node)
        told.append(f" ← {name}" if link.tie is Tie.RESTS_ON else f", {link.tie} {name}")
    if len(told) > _LONGEST:
        told[5:-3] = [" … "]
    return "".join(told)
