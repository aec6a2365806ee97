"""Leaves that a conclusion cannot do without."""

import heapq
from collections.abc import Collection
from functools import cached_property

from argmap.evaluation import Derivation
from argmap.evaluation.derivation import GIVEN, UNDERIVED
from argmap.model.steps import StepGraph

_MOST_LOOKED_AT = 200_000


def single_points(
    steps: StepGraph, lenient: Derivation, conclusions: Collection[int]
) -> dict[int, tuple[int, ...]]:
    """Return the conclusions that fall with a single leaf, each with all such leaves.

    These are the cut sets of size one of a fault tree (Fussell and Vesely 1972). Takes time in
    proportion to what is below the conclusions and, where there are alternatives, to what was
    derived through each leaf that is tried. Beyond 200,000 nodes in all it stops, so that on a
    large map with many shared supports some leaves, and conclusions, are left out.
    """
    search = _Search(steps, lenient)
    found = {}
    for node in conclusions:
        if lenient.by[node] not in (GIVEN, UNDERIVED) and (leaves := search.leaves_of(node)):
            found[node] = leaves
    return found


class _Search:
    """Looks below one conclusion after the other; what a leaf takes with it is kept."""

    def __init__(self, steps: StepGraph, lenient: Derivation) -> None:
        self._steps, self._lenient = steps, lenient
        self._left = _MOST_LOOKED_AT
        self._fallen: dict[int, frozenset[int]] = {}
        self._usable_into: dict[int, list[int]] = {}
        self._risks: dict[int, frozenset[int]] = {}
        self._found: dict[int, tuple[int, ...]] = {}

    def leaves_of(self, conclusion: int) -> tuple[int, ...]:
        """Return the leaves whose rejection alone takes a conclusion down."""
        bottom = self._same_fate(conclusion)
        if bottom not in self._found:
            leaves, forks = self._certain(bottom)
            tried = self._leaves_below(forks) if forks else []
            leaves.update(leaf for leaf in tried if self._falls(bottom, leaf))
            self._found[bottom] = tuple(sorted(leaves))
        return self._found[bottom]

    def _usable(self, node: int) -> list[int]:
        if node not in self._usable_into:
            self._usable_into[node] = [
                step for step in self._steps.into[node] if self._lenient.can_use(step)
            ]
        return self._usable_into[node]

    def _same_fate(self, node: int) -> int:
        """Follow single reasons down; conclusions that share the end are worked out once."""
        while self._left > 0:
            self._left -= 1
            usable = self._usable(node)
            premises = self._steps.steps[usable[0]].premises if len(usable) == 1 else ()
            if len(premises) != 1 or self._lenient.by[premises[0]] == GIVEN:
                break
            node = premises[0]
        return node

    def _certain(self, conclusion: int) -> tuple[set[int], list[int]]:
        """Return the leaves reached without alternatives, and where the alternatives begin."""
        queue = [conclusion]
        seen = {conclusion}
        leaves: set[int] = set()
        forks: list[int] = []
        for node in queue:  # grows while it is read
            self._left -= 1
            if self._left < 0:
                break
            if self._lenient.by[node] == GIVEN:
                leaves.add(node)
                continue
            usable = self._usable(node)
            if len(usable) > 1:
                forks.append(node)
                continue
            for premise in self._steps.steps[usable[0]].premises:
                if premise not in seen:
                    seen.add(premise)
                    queue.append(premise)
        return leaves, forks

    def _leaves_below(self, tops: list[int]) -> list[int]:
        """Return the leaves of the derivation that was found: what is in all, is in this one."""
        queue = list(tops)
        seen = set(queue)
        leaves = []
        for node in queue:  # grows while it is read
            self._left -= 1
            if self._left < 0:
                break
            by = self._lenient.by[node]
            if by == GIVEN:
                leaves.append(node)
                continue
            for premise in self._steps.steps[by].premises:
                if premise not in seen:
                    seen.add(premise)
                    queue.append(premise)
        return leaves

    def _falls(self, conclusion: int, leaf: int) -> bool:
        return conclusion in self._at_risk(leaf) and conclusion in self._fallen_with(leaf)

    def _at_risk(self, leaf: int) -> frozenset[int]:
        """Return all that may fall with a leaf: what has no other step from below its own level.

        Such a step derives it without a circle. Most leaves are cleared here, without looking at
        all that was derived through them.
        """
        if leaf not in self._risks:
            lost: set[int] = set()
            seen = {leaf}
            waiting = [(0, leaf)]
            while waiting and self._left > 0:
                self._left -= 1
                _, node = heapq.heappop(waiting)  # what is below its level is settled by now
                if node != leaf and self._has_other_step(node, lost):
                    continue
                lost.add(node)
                for index in self._steps.using[node]:
                    conclusion = self._steps.steps[index].conclusion
                    if self._lenient.by[conclusion] == index and conclusion not in seen:
                        seen.add(conclusion)
                        heapq.heappush(waiting, (self._levels[conclusion], conclusion))
            self._risks[leaf] = frozenset(lost)
        return self._risks[leaf]

    def _has_other_step(self, node: int, lost: set[int]) -> bool:
        level = self._levels[node]
        return any(
            all(
                premise not in lost and self._levels[premise] < level
                for premise in self._steps.steps[index].premises
            )
            for index in self._usable(node)
        )

    @cached_property
    def _levels(self) -> list[int]:
        """Return for each derived node how many steps its derivation is deep."""
        steps, by = self._steps, self._lenient.by
        levels = [0] * len(steps.nodes)
        missing = {index: len(steps.steps[index].premises) for index in by if index >= 0}
        queue = [
            node
            for node, how in enumerate(by)
            if how == GIVEN or (how >= 0 and not steps.steps[how].premises)
        ]
        for node in queue:  # grows while it is read
            for index in steps.using[node]:
                conclusion = steps.steps[index].conclusion
                if by[conclusion] == index:
                    levels[conclusion] = max(levels[conclusion], levels[node] + 1)
                    missing[index] -= 1
                    if not missing[index]:
                        queue.append(conclusion)
        return levels

    def _fallen_with(self, leaf: int) -> frozenset[int]:
        if leaf not in self._fallen:
            if self._left < 0:
                return frozenset()
            self._left -= len(self._lenient.derived_through(leaf))
            self._fallen[leaf] = frozenset(self._lenient.fallen(leaf))
        return self._fallen[leaf]
