"""What bears on what on a map, from box to box: junctions are only places on the way."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.mapping.argument_map import ArgumentMap, BoxKind, EdgeKind


class Bearing(NamedTuple):
    """One box speaks for or against another; what is said in both directions stands twice."""

    source: str
    target: str
    kind: EdgeKind


@dataclass(frozen=True, slots=True)
class Bearings:
    """All bearings of a map, in the order of its edges, and where each of its junctions leads."""

    items: tuple[Bearing, ...]
    goals: Mapping[str, str]

    @staticmethod
    def of(argument_map: ArgumentMap) -> "Bearings":
        """Read them off the edges; linear."""
        junctions = {box.id for box in argument_map.boxes if box.kind is BoxKind.JUNCTION}
        goals = {
            edge.source.box: edge.target.box
            for edge in argument_map.edges
            if edge.source.box in junctions
        }
        found: dict[Bearing, None] = {}
        for edge in argument_map.edges:
            if edge.source.box not in junctions:
                source, target = edge.source.box, edge.target.box
                found[Bearing(source, goals.get(target, target), edge.kind)] = None
                if edge.kind.is_symmetric:
                    found[Bearing(target, source, edge.kind)] = None
        return Bearings(tuple(found), goals)

    def of_kinds(self, kinds: Collection[EdgeKind]) -> "Bearings":
        """Return those of some kinds."""
        return Bearings(tuple(item for item in self.items if item.kind in kinds), self.goals)

    def within(self, boxes: Collection[str]) -> "Bearings":
        """Return those between some boxes."""
        items = (item for item in self.items if item.source in boxes and item.target in boxes)
        return Bearings(tuple(items), self.goals)

    @property
    def ends(self) -> frozenset[str]:
        """The boxes that take part in them."""
        return frozenset(end for item in self.items for end in (item.source, item.target))

    def reach(self, starts: Iterable[str], depth: int | None) -> frozenset[str]:
        """Return what bears on some boxes, through so many boxes at most, and these themselves."""
        below: dict[str, list[str]] = {}
        for item in self.items:
            below.setdefault(item.target, []).append(item.source)
        levels = dict.fromkeys(starts, 0)
        queue = deque(levels)
        while queue:
            here = queue.popleft()
            if depth is not None and levels[here] >= depth:
                continue
            for box in below.get(here, ()):
                if box not in levels:
                    levels[box] = levels[here] + 1
                    queue.append(box)
        return frozenset(levels)


class Cut(NamedTuple):
    """How many boxes bear on a box (`more`), or are borne on by it (`beyond`), but not visibly."""

    more: int
    beyond: int


def count_cuts(whole: Bearings, drawn: Bearings, shown: Collection[str]) -> Mapping[str, Cut]:
    """Return what is cut off at each of the shown boxes where anything is.

    whole, drawn: the bearings of the whole map, and those of them that a view draws
    """
    visible = {(item.source, item.target) for item in drawn.items}
    below: dict[str, set[str]] = {}
    above: dict[str, set[str]] = {}
    for item in whole.items:
        if (item.source, item.target) not in visible:
            below.setdefault(item.target, set()).add(item.source)
            above.setdefault(item.source, set()).add(item.target)
    none: set[str] = set()
    return {
        # Of two that exclude each other each bears on the other; that is told once.
        box: Cut(len(below.get(box, none)), len(above.get(box, none) - below.get(box, none)))
        for box in {**below, **above}
        if box in shown
    }
