"""`WeightedGraph` → strengths: one pass where there is no circle, settling where there is one."""

from collections.abc import Sequence
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
        """Find the strengths of units that depend on one another."""
        circle = _Circle(self, group)
        method = settle(circle)
        if method is Method.UNSETTLED:
            self.give_up(group, unsettled)
        else:
            circle.write_back(method)


class _Circle:
    """The formulas of the nodes among some units that depend on one another.

    Numbers all units that take part anew: the nodes, then the linked supports, then what is known
    already. Does what `node_strength` does without its calls, which take most of the time.
    """

    def __init__(self, solver: _Solver, group: list[int]) -> None:
        self.solver = solver
        self.nodes = [unit for unit in group if unit < solver.count]
        linked = [unit for unit in group if unit >= solver.count]
        self.start = [solver.graph.bases[node] for node in self.nodes]
        self.places = {unit: i for i, unit in enumerate((*self.nodes, *linked))}
        self.rows = [
            (solver.graph.bases[n], self.numbered(solver.attackers[n]), self.numbered(supporters))
            for n in self.nodes
            for supporters in (solver.supporters[n],)
        ]
        self.linked = [(unit, self.places[unit]) for unit in linked]
        self.prepare = solver.semantics.aggregation.prepare
        self.prepared = [self.prepare(solver.values[unit]) for unit in self.places]
        self.read_by: list[list[int]] = [[] for _ in range(len(group))]
        through: dict[int, list[int]] = {place: [] for _, place in self.linked}
        for reader, (_, against, favour) in enumerate(self.rows):
            for place in (*against, *favour):
                if place in through:
                    through[place].append(reader)
                elif place < len(self.nodes):
                    self.read_by[place].append(reader)
        for unit, place in self.linked:
            for below in (*solver.attackers[unit], *solver.supporters[unit]):
                if below in self.places and self.places[below] < len(self.nodes):
                    self.read_by[self.places[below]].extend(through[place])

    def numbered(self, units: tuple[int, ...]) -> tuple[int, ...]:
        places = self.places
        return tuple([places.setdefault(unit, len(places)) for unit in units])

    def assign(self, places: Sequence[int], values: Sequence[float]) -> None:
        known, nodes, prepared = self.solver.values, self.nodes, self.prepared
        for place, value, ready in zip(places, values, map(self.prepare, values), strict=True):
            known[nodes[place]] = value
            prepared[place] = ready
        for unit, place in self.linked:
            known[unit] = self.solver.linked_strength(unit, known)
            prepared[place] = self.prepare(known[unit])

    def evaluate(self, places: Sequence[int]) -> State:
        aggregation, move = self.solver.semantics.aggregation, self.solver.move
        fold, join = aggregation.fold, aggregation.join
        ready = self.prepared.__getitem__
        rows = self.rows if len(places) == len(self.rows) else [self.rows[i] for i in places]
        none = fold(())
        return [
            move(
                base,
                join(
                    fold(map(ready, against)) if against else none,
                    fold(map(ready, favour)) if favour else none,
                ),
            )
            for base, against, favour in rows
        ]

    def readers(self, places: Sequence[int]) -> Sequence[int]:
        read_by = self.read_by
        return sorted({reader for place in places for reader in read_by[place]})

    def write_back(self, method: Method) -> None:
        for unit in (*self.nodes, *(unit for unit, _ in self.linked)):
            self.solver.methods[unit] = method
