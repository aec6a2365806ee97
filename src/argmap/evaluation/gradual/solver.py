"""`WeightedGraph` → strengths: one pass where there is no circle, settling where there is one."""

from dataclasses import dataclass, field

from argmap.evaluation.gradual.semantics import Semantics
from argmap.evaluation.gradual.settling import Method, State, settle
from argmap.evaluation.gradual.weighted_graph import WeightedGraph
from argmap.memory import without_collection
from argmap.model.components import components


@dataclass(frozen=True, slots=True)
class Solution:
    """The strength of each unit of a weighted graph, and how it was found.

    A unit has no strength, and the method `UNSETTLED`, if the circle that it lies on does not
    settle, or if it depends on such a circle.
    """

    graph: WeightedGraph = field(repr=False)
    semantics: Semantics
    strengths: tuple[float | None, ...]
    methods: tuple[Method, ...]


@without_collection
def solve(graph: WeightedGraph, semantics: Semantics) -> Solution:
    """Work out all strengths; linear but for circles, each of which waits for what it rests on."""
    return _Solver(graph, semantics).solution()


class _Solver:
    def __init__(self, graph: WeightedGraph, semantics: Semantics) -> None:
        self.graph = graph
        self.semantics = semantics
        self.combine = semantics.aggregation.combine
        self.move = semantics.influence.move
        self.count = len(graph.bases)
        self.attackers = [*graph.attackers, *(each.undercutters for each in graph.linked)]
        supporters = graph.supporters if semantics.reads_supports else ((),) * self.count
        self.supporters = [*supporters, *(each.premises for each in graph.linked)]
        self.values: list[float] = [*graph.bases, *(each.weight for each in graph.linked)]
        self.methods = [Method.DIRECT] * len(self.values)

    def solution(self) -> Solution:
        pairs = zip(self.attackers, self.supporters, strict=True)
        below = [one + other if one and other else one or other for one, other in pairs]
        unsettled: set[int] = set()
        for group in components(below):
            first = group[0]
            if unsettled and any(unit in unsettled for member in group for unit in below[member]):
                self.give_up(group, unsettled)
            elif len(group) > 1 or first in below[first]:
                self.settle(group, unsettled)
            elif first >= self.count:
                self.values[first] = self.linked_strength(first, self.values)
            elif below[first]:
                self.values[first] = self.node_strength(first, self.values)
        strengths = tuple(
            None if method is Method.UNSETTLED else value
            for value, method in zip(self.values, self.methods, strict=True)
        )
        return Solution(self.graph, self.semantics, strengths, tuple(self.methods))

    def give_up(self, group: list[int], unsettled: set[int]) -> None:
        unsettled.update(group)
        for unit in group:
            self.methods[unit] = Method.UNSETTLED

    def node_strength(self, node: int, values: list[float]) -> float:
        attackers = [values[unit] for unit in self.attackers[node]]
        supporters = [values[unit] for unit in self.supporters[node]]
        return self.move(self.graph.bases[node], self.combine(attackers, supporters))

    def linked_strength(self, unit: int, values: list[float]) -> float:
        each = self.graph.linked[unit - self.count]
        base = each.weight * min((values[premise] for premise in each.premises), default=1.0)
        if not each.undercutters:
            return base
        return self.move(base, self.combine([values[u] for u in each.undercutters], ()))

    def settle(self, group: list[int], unsettled: set[int]) -> None:
        """Find the strengths of units that depend on one another; only nodes have a state."""
        values = self.values
        nodes = [unit for unit in group if unit < self.count]
        linked = [unit for unit in group if unit >= self.count]

        def formulas(state: State) -> State:
            for node, value in zip(nodes, state, strict=True):
                values[node] = value
            for unit in linked:
                values[unit] = self.linked_strength(unit, values)
            return [self.node_strength(node, values) for node in nodes]

        settled = settle(formulas, [self.graph.bases[node] for node in nodes])
        if settled.values is None:
            self.give_up(group, unsettled)
            return
        formulas(settled.values)  # leaves the linked supports at the values that belong to it
        for unit in group:
            self.methods[unit] = settled.method
