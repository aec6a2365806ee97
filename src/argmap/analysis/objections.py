"""Objections to which nothing is said."""

from argmap.analysis.oppositions import is_exclusive
from argmap.model.graph import NodeKind, NodeRef, Relation, RelationKind
from argmap.model.status import Status
from argmap.model.steps import StepGraph

_SUPPORTS = frozenset((RelationKind.SUPPORT, RelationKind.ENTAILS))
_WAIVED = frozenset((Status.REJECTED, Status.TODO))


def unanswered_objections(steps: StepGraph) -> dict[NodeRef, list[Relation]]:
    """Return, per statement or argument objected to, the objections that nothing answers.

    An objection is an attack or undercut, as written, by what is not rejected or to do; conflicts
    are none, for they answer themselves. It is answered if anything is directed at its source, at
    a step that concludes it, or at any part of an argument with that main conclusion; whether the
    answer succeeds is the labels' business.
    """
    against = [r for r in steps.graph.relations if r.kind not in _SUPPORTS]
    if not against:
        return {}
    answered = _answered(steps, against)
    found: dict[NodeRef, list[Relation]] = {}
    for relation in against:
        if is_exclusive(steps, relation):
            continue
        source = steps.source_of(relation.source)
        if source not in answered and steps.nodes[source].status not in _WAIVED:
            found.setdefault(_whole(relation.target), []).append(relation)
    return found


def _answered(steps: StepGraph, against: list[Relation]) -> set[int]:
    """Return the nodes that something is directed at, directly or through their arguments."""
    hit: set[int] = {steps.steps[undercut.step].conclusion for undercut in steps.undercuts}
    arguments: set[str] = set()
    for relation in against:
        if relation.target.title in steps.inferences and (
            relation.target.kind is not NodeKind.STATEMENT
        ):
            arguments.add(relation.target.title)
        else:
            hit.add(steps.source_of(relation.target))
        if is_exclusive(steps, relation):
            hit.add(steps.source_of(relation.source))
    defended = set()
    for title, own in steps.inferences.items():
        lines = steps.graph.arguments[title].pcs
        if title in arguments or any(steps.statements[line.title] in hit for line in lines):
            defended.add(steps.steps[own[-1]].conclusion)
    return hit | defended


def _whole(target: NodeRef) -> NodeRef:
    """Return the argument of an inference, and other targets as they are."""
    is_inference = target.kind is NodeKind.INFERENCE
    return NodeRef(NodeKind.ARGUMENT, target.title) if is_inference else target
