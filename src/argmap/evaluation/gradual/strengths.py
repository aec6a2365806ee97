"""Strengths with their derivation: from which base score, by which supporters and attackers."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from argmap.diagnostic import Finding
from argmap.evaluation.gradual.numbers import shown
from argmap.evaluation.gradual.semantics import Semantics
from argmap.evaluation.gradual.settling import Method
from argmap.evaluation.gradual.solver import Solution, solve
from argmap.evaluation.gradual.weighted_graph import LinkedSupport, weigh
from argmap.model.graph import NodeRef
from argmap.model.steps import StepGraph
from argmap.model.written_names import listed, written_name


class Supporter(NamedTuple):
    """One reason for a node: premises, and what they carry over together.

    step:     the index of the step
    argument: whose step it is, None for supports that belong to no argument
    formula:  for linked premises, weights and undercuts how the strength comes about, else None
    """

    premises: tuple[int, ...]
    step: int
    argument: str | None
    strength: float | None
    formula: str | None


class Strength(NamedTuple):
    """How strong something is, and why; numbers are None where nothing settles.

    base:       the base score; of a step with premises, what its weakest premise leaves it
    is_given:   whether the map gives the base score (or the weight of the step)
    supporters: the reasons that count; of a step there are none, its premises make its base
    attackers:  the attackers or undercutters, as indices of nodes, with their strengths
    aggregate:  what supporters and attackers come to together
    formulas:   the lines that lead from the numbers above to the strength
    """

    strength: float | None
    base: float | None
    is_given: bool
    supporters: tuple[Supporter, ...]
    attackers: tuple[tuple[int, float | None], ...]
    aggregate: float | None
    formulas: tuple[str, ...]
    method: Method


@dataclass(frozen=True)
class Strengths:
    """The strengths of a map under one semantics."""

    solution: Solution = field(repr=False)

    @property
    def semantics(self) -> Semantics:
        """The semantics that was used."""
        return self.solution.semantics

    @property
    def steps(self) -> StepGraph:
        """The step graph that was measured."""
        return self.solution.graph.steps

    def value(self, ref: NodeRef) -> float | None:
        """Return the strength of a statement, an argument or an inference; None if unsettled.

        A reconstructed argument is as strong as its last inference.
        """
        unit = self._unit(ref)
        return 0.0 if unit is None else self.solution.strengths[unit]

    def of(self, ref: NodeRef) -> Strength:
        """Return the same with its derivation."""
        unit = self._unit(ref)
        if unit is None:
            return _VOID
        step = self.steps.step_of(ref)
        return self._of_node(unit) if step is None else self._of_step(step, unit)

    @property
    def unsettled(self) -> tuple[int, ...]:
        """The nodes that have no strength, in document order."""
        nodes = range(len(self.steps.nodes))
        return tuple(n for n in nodes if self.solution.strengths[n] is None)

    @cached_property
    def problems(self) -> tuple[Finding, ...]:
        """What of the map could not be used, and what does not settle, in document order."""
        found = [*self.solution.graph.problems]
        if lost := self.unsettled:
            elements = [self.steps.graph.node(self.steps.nodes[node].ref) for node in lost]
            names = listed([written_name(element) for element in elements])
            message = f"The strengths of {names} do not settle under {self.semantics.name}."
            help = "give other base scores, take a relation out of the circle, or take `euler`."
            titles = tuple(element.title for element in elements)
            found.append(Finding(elements[0].span, message, help, titles))
        return tuple(sorted(found, key=lambda finding: finding.span))

    def _unit(self, ref: NodeRef) -> int | None:
        step = self.steps.step_of(ref)
        return self.steps.source_of(ref) if step is None else self.solution.graph.unit_of[step]

    def _of_node(self, node: int) -> Strength:
        graph, values = self.solution.graph, self.solution.strengths
        base = graph.bases[node]
        step_of: dict[int | None, int] = {}  # of steps that give one reason, the first
        for step in self.steps.into[node]:
            step_of.setdefault(graph.unit_of[step], step)
        supporters = tuple(self._supporter(step_of[u], u) for u in graph.supporters[node])
        attackers = tuple((attacker, values[attacker]) for attacker in graph.attackers[node])
        if not self.semantics.reads_supports:
            supporters = ()
        aggregate, formulas = self._moved(
            base, attackers, [supporter.strength for supporter in supporters], values[node]
        )
        return Strength(
            values[node],
            base,
            graph.is_given[node],
            supporters,
            attackers,
            aggregate,
            formulas,
            self.solution.methods[node],
        )

    def _supporter(self, step: int, unit: int) -> Supporter:
        graph, steps = self.solution.graph, self.steps
        formula = None
        if unit >= len(graph.bases):
            formula = "; ".join(self._of_step(step, unit).formulas)
        premises, argument = steps.steps[step].premises, steps.steps[step].argument
        return Supporter(premises, step, argument, self.solution.strengths[unit], formula)

    def _of_step(self, step: int, unit: int) -> Strength:
        graph, values = self.solution.graph, self.solution.strengths
        if unit < len(graph.bases):
            linked = LinkedSupport(step, (unit,), 1.0, ())
        else:
            linked = graph.linked[unit - len(graph.bases)]
        strengths = [values[premise] for premise in linked.premises]
        known = [strength for strength in strengths if strength is not None]
        is_known = len(known) == len(strengths)
        base = linked.weight * min(known, default=1.0) if is_known else None
        cutters = tuple((cutter, values[cutter]) for cutter in linked.undercutters)
        formulas: tuple[str, ...] = ()
        if base is not None:
            least = ", ".join(map(shown, known))
            least = f"min({least})" if len(known) > 1 else least or "1"
            weight = f"{shown(linked.weight)} × " if linked.weight != 1 else ""
            is_short = not weight and len(known) <= 1
            formulas = (f"{weight}{least}" + ("" if is_short else f" = {shown(base)}"),)
        aggregate = 0.0 if base is not None else None
        if cutters and base is not None:
            aggregate, moved = self._moved(base, cutters, [], values[unit])
            formulas += moved
        return Strength(
            values[unit],
            base,
            linked.weight != 1,
            (),
            cutters,
            aggregate,
            formulas,
            self.solution.methods[unit],
        )

    def _moved(
        self,
        base: float,
        attackers: tuple[tuple[int, float | None], ...],
        supporters: list[float | None],
        result: float | None,
    ) -> tuple[float | None, tuple[str, ...]]:
        """Return the aggregate, and the lines of the derivation."""
        against = [strength for _, strength in attackers if strength is not None]
        favour = [strength for strength in supporters if strength is not None]
        if len(against) < len(attackers) or len(favour) < len(supporters) or result is None:
            return None, ()
        aggregate = self.semantics.aggregation.combine(against, favour)
        if not against and not favour:
            return aggregate, ()
        sides = self.semantics.aggregation.formula(against, favour)
        moved = self.semantics.influence.formula(base, aggregate)
        is_plain = sides == shown(aggregate)
        first = () if is_plain else (f"{sides} = {shown(aggregate)}",)
        return aggregate, (*first, f"{moved} = {shown(result)}")


_VOID = Strength(0.0, 0.0, False, (), (), 0.0, (), Method.DIRECT)  # of a rejected argument


def measure(steps: StepGraph, semantics: Semantics) -> Strengths:
    """Work out how strong everything in a step graph is."""
    return Strengths(solve(weigh(steps), semantics))
