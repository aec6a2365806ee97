"""What would have to be declared so that a conclusion rests on declared leaves."""

import heapq
from itertools import combinations
from typing import NamedTuple

from argmap.evaluation import Derivation
from argmap.evaluation.derivation import GIVEN, UNDERIVED
from argmap.model.steps import StepGraph

MOST_CANDIDATES = 12
"""Leaves among which a smallest set is looked for by trying all sets."""

_LARGEST = 2_000  # nodes below a conclusion, when all sets are tried
_COSTLY = 1 << 40  # where costs stop growing, so that adding them stays cheap


class Repair(NamedTuple):
    """Leaves to declare, in document order; `is_smallest` if no smaller set would do."""

    leaves: tuple[int, ...] = ()
    is_smallest: bool = False


class Repairs:
    """Finds leaves which, if declared, would give a conclusion a declared support.

    One pass finds for every node a cheap support (Knuth 1977, a generalisation of Dijkstra's
    algorithm), where each undeclared leaf costs one, and shared ones count each time. That set is
    a smallest one if it has one member; else all sets of up to 12 leaves are tried at once, or it
    is only an example.
    """

    def __init__(self, steps: StepGraph, lenient: Derivation, declared: Derivation) -> None:
        self._steps, self._lenient, self._declared = steps, lenient, declared
        self._by = self._cheapest()

    def _is_leaf(self, node: int) -> bool:
        """Tell whether it stands by itself, and would be declared by a tag."""
        return self._lenient.by[node] == GIVEN and node not in self._declared

    def _cheapest(self) -> list[int]:
        steps = self._steps
        costs = [0] * len(steps.steps)
        missing = [len(step.premises) for step in steps.steps]
        by = [UNDERIVED] * len(steps.nodes)
        queue = [
            (0 if node in self._declared else 1, node, GIVEN)
            for node in range(len(steps.nodes))
            if node in self._declared or self._is_leaf(node)
        ]
        heapq.heapify(queue)
        while queue:
            cost, node, how = heapq.heappop(queue)
            if by[node] != UNDERIVED:
                continue
            by[node] = how
            for index in steps.using[node]:
                costs[index] = min(costs[index] + cost, _COSTLY)
                missing[index] -= 1
                step = steps.steps[index]
                if not missing[index] and not step.is_void and by[step.conclusion] == UNDERIVED:
                    heapq.heappush(queue, (costs[index], step.conclusion, index))
        return by

    def repair(self, conclusion: int) -> Repair:
        """Return leaves to declare below a conclusion that follows, but not from declared ones."""
        example = self._example(conclusion)
        if len(example) <= 1:
            return Repair(example, True)
        cone = self._cone(conclusion)
        if cone is None:
            return Repair(example, False)
        return Repair(self._smallest(conclusion, cone), True)

    def _example(self, conclusion: int) -> tuple[int, ...]:
        queue = [conclusion]
        seen = set(queue)
        leaves = []
        for node in queue:  # grows while it is read
            if node in self._declared:
                continue
            if self._by[node] == GIVEN:
                leaves.append(node)
                continue
            for premise in self._steps.steps[self._by[node]].premises:
                if premise not in seen:
                    seen.add(premise)
                    queue.append(premise)
        return tuple(sorted(leaves))

    def _cone(self, conclusion: int) -> list[int] | None:
        """Return all that may matter to a conclusion, or None if it is too much to try."""
        steps = self._steps
        queue = [conclusion]
        seen = set(queue)
        leaves = 0
        for node in queue:  # grows while it is read
            if node in self._declared:
                continue
            leaves += self._is_leaf(node)
            for step in (steps.steps[index] for index in steps.into[node]):
                for premise in () if step.is_void else step.premises:
                    if premise not in seen:
                        seen.add(premise)
                        queue.append(premise)
            if leaves > MOST_CANDIDATES or len(queue) > _LARGEST:
                return None
        return queue

    def _smallest(self, conclusion: int, cone: list[int]) -> tuple[int, ...]:
        """Try all sets of leaves at once: bit i of a node's number says if set i derives it."""
        steps = self._steps
        leaves = sorted(
            node for node in cone if node not in self._declared and self._is_leaf(node)
        )
        every = (1 << (1 << len(leaves))) - 1
        derives = {node: every if node in self._declared else 0 for node in cone}
        for number, leaf in enumerate(leaves):
            derives[leaf] = _sets_with(number, len(leaves))
        inside = {
            index
            for node in cone
            if node not in self._declared
            for index in steps.into[node]
            if not steps.steps[index].is_void
        }
        queue = sorted(inside)
        waiting = set(queue)
        for index in queue:  # grows while it is read
            waiting.discard(index)
            step = steps.steps[index]
            sets = every
            for premise in step.premises:
                sets &= derives[premise]
            if sets | derives[step.conclusion] != derives[step.conclusion]:
                derives[step.conclusion] |= sets
                for after in steps.using[step.conclusion]:
                    if after in inside and after not in waiting:
                        waiting.add(after)
                        queue.append(after)
        for size in range(1, len(leaves) + 1):
            for chosen in combinations(range(len(leaves)), size):
                if derives[conclusion] >> sum(1 << number for number in chosen) & 1:
                    return tuple(leaves[number] for number in chosen)
        raise AssertionError("a conclusion follows from all its leaves")


def _sets_with(number: int, count: int) -> int:
    """Return the bits of those sets of `count` leaves, numbered in binary, that hold a leaf."""
    run = ((1 << (1 << number)) - 1) << (1 << number)
    period = 1 << (number + 1)
    while period < 1 << count:
        run |= run << period
        period *= 2
    return run
