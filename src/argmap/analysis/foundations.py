"""The lines of support on which one conclusion rests.

A *line of support* is a set of nodes that contains the conclusion, and in which every node stands
by itself or follows, by a step, from others of the set, without going round in a circle: a proof
tree of the AND-OR graph, or a path set of a fault tree turned upside down (Fussell and Vesely
1972). What stands by itself needs nothing below it, so a line ends there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.evaluation import Derivation
from argmap.model.steps import StepGraph


class EffortSpentError(Exception):
    """A question takes more steps than were granted for it."""


@dataclass(slots=True)
class Effort:
    """How many nodes and steps may still be looked at. Some questions below are exponential."""

    left: int

    def spend(self, amount: int) -> None:
        """Take an amount off; raise `EffortSpentError` if so much is not left."""
        self.left -= amount
        if self.left < 0:
            raise EffortSpentError


def first_line(derivation: Derivation, conclusion: int, effort: Effort) -> tuple[int, ...]:
    """Return the line of support by which a conclusion was derived; empty if it was not.

    Takes time in proportion to the line. Raises `EffortSpentError`.
    """
    if conclusion not in derivation:
        return ()
    line = {conclusion: None}
    waiting = [conclusion]
    while waiting:
        effort.spend(1)
        founder = derivation.by[waiting.pop()]
        for premise in derivation.steps.steps[founder].premises if founder >= 0 else ():
            if premise not in line:
                line[premise] = None
                waiting.append(premise)
    return tuple(line)


def first_lines(
    derivation: Derivation, conclusions: Iterable[int], effort: Effort
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each conclusion with its first line, as long as there is effort left for it."""
    for conclusion in conclusions:
        try:
            line = first_line(derivation, conclusion, effort)
        except EffortSpentError:
            return
        yield conclusion, line


class _Rule(NamedTuple):
    premises: tuple[int, ...]
    conclusion: int


class Foundations:
    """What is below one conclusion, down to what stands by itself.

    steps: the map; base: the nodes that stand by themselves; top: the conclusion
    Raises `EffortSpentError` if that is more than the effort allows.
    """

    def __init__(self, steps: StepGraph, base: frozenset[int], top: int, effort: Effort) -> None:
        self._top, self._effort = top, effort
        self._rules: list[_Rule] = []
        self._using: dict[int, list[int]] = {top: []}
        queue = [top]
        for node in queue:  # grows while it is read
            if node in base:
                continue
            for index in steps.into[node]:
                step = steps.steps[index]
                if step.is_void:
                    continue
                for premise in step.premises:
                    if premise not in self._using:
                        self._using[premise] = []
                        queue.append(premise)
                    self._using[premise].append(len(self._rules))
                self._rules.append(_Rule(step.premises, step.conclusion))
            effort.spend(1 + len(steps.into[node]))
        self.leaves = tuple(sorted(node for node in queue if node in base))
        self._size = len(queue) + sum(1 + len(rule.premises) for rule in self._rules)

    def line(self, without: frozenset[int] = frozenset()) -> frozenset[int] | None:
        """Return a line of support that does without some nodes; None if there is none.

        Linear in what is below the conclusion. Raises `EffortSpentError`.
        """
        self._effort.spend(self._size)
        founder: dict[int, int | None] = {
            leaf: None for leaf in self.leaves if leaf not in without
        }
        queue = list(founder)
        missing = [len(rule.premises) for rule in self._rules]
        for index, rule in enumerate(self._rules):
            if not rule.premises and rule.conclusion not in without:
                if rule.conclusion not in founder:
                    queue.append(rule.conclusion)
                founder.setdefault(rule.conclusion, index)
        for node in queue:  # grows while it is read
            for index in self._using[node]:
                missing[index] -= 1
                conclusion = self._rules[index].conclusion
                if not missing[index] and conclusion not in without and conclusion not in founder:
                    founder[conclusion] = index
                    queue.append(conclusion)
        return self._traced(founder) if self._top in founder else None

    def _traced(self, founder: dict[int, int | None]) -> frozenset[int]:
        line = {self._top}
        waiting = [self._top]
        while waiting:
            index = founder[waiting.pop()]
            for premise in self._rules[index].premises if index is not None else ():
                if premise not in line:
                    line.add(premise)
                    waiting.append(premise)
        return frozenset(line)
