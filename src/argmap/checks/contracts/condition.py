"""What a contract asks of a node: a condition, which is also how it chooses nodes.

A condition is put to a whole map at once, so that a search through the map is made once and not
for each node.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from argmap.checks.rule import Subject


class Words(NamedTuple):
    """A condition in words, behind a name: `is a leaf`, `is no leaf`."""

    does: str
    does_not: str


class Way(NamedTuple):
    """The way from a node to the other one that makes it fit; steps are vertices of it too.

    points_back: whether it runs against the ties: to what supports or attacks the node
    """

    vertices: tuple[int, ...]
    points_back: bool


def no_way(vertex: int) -> Way | None:
    """Return the way of a node that fits a condition about the node alone: there is none."""
    del vertex
    return None


class Fit(NamedTuple):
    """The nodes of a map that fit a condition, as vertices of `Subject.ties`.

    way: for one of them the way by which it fits, if the condition is about ways
    """

    nodes: frozenset[int]
    way: Callable[[int], Way | None] = no_way


@dataclass(frozen=True, slots=True)
class Condition:
    """What nodes may fit."""

    words: Words
    find: Callable[[Subject], Fit]


def _every_node(subject: Subject) -> Fit:
    return Fit(frozenset(range(len(subject.ties))))


ANYTHING = Condition(Words("is there", "is not there"), _every_node)
"""What every node fits."""


def all_of(parts: Iterable[Condition]) -> Condition:
    """Return the condition that fits where all of some conditions do."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]

    def find(subject: Subject) -> Fit:
        nodes = (first := parts[0].find(subject)).nodes
        fits = [first]
        for part in parts[1:]:
            if not nodes:
                break  # the rest need not be looked for
            fits.append(fit := part.find(subject))
            nodes &= fit.nodes
        return Fit(nodes, lambda vertex: _first_way(fits, vertex))

    words = Words(
        " and ".join(part.words.does for part in parts),
        " or ".join(part.words.does_not for part in parts),
    )
    return Condition(words, find)


def any_of(parts: Iterable[Condition]) -> Condition:
    """Return the condition that fits where one of some conditions does."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]

    def find(subject: Subject) -> Fit:
        fits = [part.find(subject) for part in parts]
        nodes = frozenset[int]().union(*(fit.nodes for fit in fits))
        return Fit(nodes, lambda vertex: _first_way(fits, vertex))

    words = Words(
        " or ".join(part.words.does for part in parts),
        " and ".join(part.words.does_not for part in parts),
    )
    return Condition(words, find)


def not_(part: Condition) -> Condition:
    """Return the condition that fits where another does not."""

    def find(subject: Subject) -> Fit:
        return Fit(_every_node(subject).nodes - part.find(subject).nodes)

    return Condition(Words(part.words.does_not, part.words.does), find)


def _first_way(fits: Iterable[Fit], vertex: int) -> Way | None:
    ways = (fit.way(vertex) for fit in fits if vertex in fit.nodes)
    return next((way for way in ways if way is not None), None)
