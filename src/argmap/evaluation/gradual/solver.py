"""`WeightedGraph` → strengths: one pass where there is no circle, settling where there is one."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import repeat

from argmap.evaluation.gradual.circle import Circle
from argmap.evaluation.gradual.columns import Row, Values
from argmap.evaluation.gradual.semantics import Semantics
from argmap.evaluation.gradual.settling import Method, settle
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
        self.semantics = semantics
        self.graph = graph
        self.count = len(graph.bases)
        supporters = graph.supporters if semantics.reads_supports else repeat(())
        self.rows: list[Row] = [*zip(graph.bases, repeat(()), graph.attackers, supporters)]
        self.rows += [(each.weight, each.premises, each.undercutters, ()) for each in graph.linked]
        self.values = Values(semantics, [row[0] for row in self.rows])
        self.methods = [Method.DIRECT] * len(self.rows)

    def solution(self) -> Solution:
        below = [premises + against + favour for _, premises, against, favour in self.rows]
        rows, put, work_out = self.rows, self.values.put, self.values.formula()
        unsettled: set[int] = set()
        for group in components(below):
            first = group[0]
            if unsettled and any(unit in unsettled for member in group for unit in below[member]):
                self.give_up(group, unsettled)
            elif len(group) > 1 or first in below[first]:
                self.settle(group, unsettled)
            elif below[first]:
                put(first, work_out(rows[first]))
        strengths = tuple(
            None if method is Method.UNSETTLED else value
            for value, method in zip(self.values.known, self.methods, strict=True)
        )
        return Solution(self.graph, self.semantics, strengths, tuple(self.methods))

    def give_up(self, group: list[int], unsettled: set[int]) -> None:
        unsettled.update(group)
        for unit in group:
            self.methods[unit] = Method.UNSETTLED

    def settle(self, group: list[int], unsettled: set[int]) -> None:
        """Find the strengths of units that depend on one another."""
        claims = bisect_left(group, self.count)  # linked supports come after all claims
        known = self.values.known
        circle = Circle(self.semantics, group[:claims], group[claims:], self.rows, known)
        method = settle(circle)
        if method is Method.UNSETTLED:
            self.give_up(group, unsettled)
            return
        self.values.put_each(circle.units, circle.values())
        for unit in group:
            self.methods[unit] = method
