"""`StepGraph` → `Case`: what speaks for each node and what against it, with weights.

A step is an argument for its conclusion. An attack is an argument against its target: in Carneades
it would be one for the target's negation. Nodes in conflict (`><`) are positions of one issue, so
that what is for one of them is against the others.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostic import Finding
from argmap.evaluation.given_strengths import GivenStrengths, read_strengths
from argmap.evaluation.policy import Policy, base_set
from argmap.evaluation.proof.standards import Standard, read_standards
from argmap.model.graph import NodeKind, Relation
from argmap.model.status import Status
from argmap.model.steps import Links, StepGraph

FULL = 1.0
"""The weight of an argument that has no `strength:` (as in Carneades)."""


class Against(NamedTuple):
    """An argument against a node that has one premise, the attacker."""

    attacker: int
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """All that proof standards are applied to.

    weights:   weight of each step, from 0 to 1
    given:     for each node the weight with which it stands by itself; 0 if it does not
    assumed:   the nodes that are taken as given by declaration
    against:   for each node the one-way attacks on it
    rivals:    for each node those that it conflicts with
    standards: the standard for each node
    problems:  values of `strength:` and `standard:` that could not be used
    """

    steps: StepGraph = field(repr=False)
    policy: Policy
    weights: tuple[float, ...]
    given: tuple[float, ...]
    assumed: frozenset[int]
    against: tuple[tuple[Against, ...], ...]
    rivals: Links
    standards: tuple[Standard, ...]
    problems: tuple[Finding, ...]

    def is_at_issue(self, node: int) -> bool:
        """Tell whether anything speaks against a node."""
        return bool(self.against[node] or self.rivals[node])


def make_case(
    steps: StepGraph,
    policy: Policy = Policy.LENIENT,
    default: Standard = Standard.PREPONDERANCE,
) -> Case:
    """Weigh the steps and attacks of a step graph.

    default: the standard of issues that give none
    """
    strengths = read_strengths(steps)
    standards = read_standards(steps)
    base = base_set(steps, policy)
    nodes = range(len(steps.nodes))
    rivals: list[dict[int, None]] = [{} for _ in nodes]
    against: list[dict[int, float]] = [{} for _ in nodes]
    for attack in steps.attacks:
        source, target = attack.source, attack.target
        if attack.is_mutual:
            rivals[source][target] = rivals[target][source] = None
        else:
            weight = _attack_weight(steps, strengths, attack.origin, source)
            against[target][source] = max(weight, against[target].get(source, 0.0))
    return Case(
        steps=steps,
        policy=policy,
        weights=tuple(_step_weight(steps, strengths, i) for i in range(len(steps.steps))),
        given=tuple(_or_full(strengths.nodes[n]) if n in base else 0.0 for n in nodes),
        assumed=frozenset(n for n in base if steps.nodes[n].status is Status.DECLARED),
        against=tuple(
            tuple(Against(source, weight) for source, weight in each.items()) for each in against
        ),
        rivals=tuple(tuple(each) for each in rivals),
        standards=_standards(standards.nodes, rivals, default),
        problems=tuple(
            sorted((*strengths.problems, *standards.problems), key=lambda problem: problem.span)
        ),
    )


def _or_full(strength: float | None) -> float:
    return FULL if strength is None else strength


def _step_weight(steps: StepGraph, strengths: GivenStrengths, index: int) -> float:
    """Weigh a step: by its inference, its argument, or the premises of a support without one."""
    step = steps.steps[index]
    if step.is_inference:
        return _or_full(strengths.steps[index])
    return min((_or_full(strengths.nodes[premise]) for premise in step.premises), default=FULL)


def _attack_weight(
    steps: StepGraph, strengths: GivenStrengths, relation: Relation, source: int
) -> float:
    """Weigh an attack: by the argument that it was written from, or by its statement."""
    ref = relation.source
    if ref.kind is NodeKind.ARGUMENT and ref.title in steps.inferences:
        return _or_full(strengths.steps[steps.inferences[ref.title][-1]])
    return _or_full(strengths.nodes[source])


def _standards(
    given: tuple[Standard | None, ...], rivals: list[dict[int, None]], default: Standard
) -> tuple[Standard, ...]:
    """Complete the standards: a node without takes the strictest that a rival gives."""
    order = list(Standard)
    found = []
    for node, standard in enumerate(given):
        if standard is None:
            issue = [other for rival in rivals[node] if (other := given[rival]) is not None]
            found.append(max(issue, key=order.index, default=default))
        else:
            found.append(standard)
    return tuple(found)
