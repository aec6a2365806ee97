"""What would change if some claims were rejected or accepted, or something were added."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from argmap.analysis.named import UnknownTitle, named_node
from argmap.errors import ArgmapError
from argmap.evaluation import Label, Labelling, Policy, evaluate, reason_sentence
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
    Statement,
)
from argmap.model.steps import StepGraph, build_steps
from argmap.source import Span

_Node = TypeVar("_Node", Statement, Argument)
_LONGEST_CHAIN = 12
_TODO = frozenset({"todo", "undeveloped"})


class CannotSuppose(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """What is to be supposed contradicts itself, or is written in another form."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed of a map; all are the nodes of one map.

    attacks, supports: from whom, to whom
    """

    rejected: tuple[NodeRef, ...] = ()
    accepted: tuple[NodeRef, ...] = ()
    attacks: tuple[tuple[NodeRef, NodeRef], ...] = ()
    supports: tuple[tuple[NodeRef, NodeRef], ...] = ()

    @staticmethod
    def read(
        graph: ArgumentGraph,
        *,
        reject: Sequence[str] = (),
        accept: Sequence[str] = (),
        attacks: Sequence[str] = (),
        supports: Sequence[str] = (),
    ) -> "Supposition":
        """Read titles, and pairs `X:Y` for "X attacks Y" and "X supports Y".

        raises: `UnknownTitle`, `CannotSuppose`
        """
        rejected = tuple(named_node(graph, title) for title in reject)
        accepted = tuple(named_node(graph, title) for title in accept)
        for ref in rejected:
            if ref in accepted:
                path = graph.document.source.path
                raise CannotSuppose(f"{path}: {ref.title} cannot be both rejected and accepted")
        return Supposition(
            rejected,
            accepted,
            tuple(_pair(graph, text) for text in attacks),
            tuple(_pair(graph, text) for text in supports),
        )


def _pair(graph: ArgumentGraph, text: str) -> tuple[NodeRef, NodeRef]:
    """Read `X:Y`, also with a wide colon; titles may hold colons themselves."""
    places = [place for place, letter in enumerate(text) if letter in ":："]
    if not places:
        raise CannotSuppose(f"{text!r} is no relation: write `X:Y`, two titles with a colon")
    trouble: UnknownTitle | None = None
    for place in places:
        try:
            return named_node(graph, text[:place]), named_node(graph, text[place + 1 :])
        except UnknownTitle as unknown:
            trouble = trouble or unknown
    assert trouble is not None
    raise trouble


class Change(NamedTuple):
    """A statement or argument whose label is another one under a supposition.

    sentence: why it has the new label
    chain:    from what was supposed to the node, each a reason for the next; of a long one the
              end
    """

    ref: NodeRef
    before: Label
    after: Label
    sentence: str
    chain: tuple[NodeRef, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The changes in document order, and both labellings."""

    supposition: Supposition
    changes: tuple[Change, ...]
    before: Labelling = field(repr=False)
    after: Labelling = field(repr=False)


def suppose(graph: ArgumentGraph, supposition: Supposition) -> StepGraph:
    """Return the step graph of a map as it would be under a supposition.

    Exactly as if its author had marked the rejected nodes `{status: rejected}` and the accepted
    ones `{status: accepted}` (and given them a source, so that they stand under every policy),
    and had written the relations. So an accepted claim may still be defeated by an attack, and a
    leaf for which support is added needs that support. The text stays as it is.
    """
    statements, arguments = dict(graph.statements), dict(graph.arguments)
    for refs, status in ((supposition.rejected, "rejected"), (supposition.accepted, "accepted")):
        for ref in refs:
            if ref.kind is NodeKind.STATEMENT:
                statements[ref.title] = _marked(statements[ref.title], status)
            else:
                arguments[ref.title] = _marked(arguments[ref.title], status)
    end = len(graph.document.source.text)
    added = [
        Relation(kind, source, target, Span(end, end), symbol, -1)
        for pairs, kind, symbol in (
            (supposition.attacks, RelationKind.ATTACK, "->"),
            (supposition.supports, RelationKind.SUPPORT, "+>"),
        )
        for source, target in pairs
    ]
    return build_steps(
        replace(
            graph,
            statements=statements,
            arguments=arguments,
            relations=(*graph.relations, *added),
        )
    )


def _marked(node: _Node, status: str) -> _Node:
    data = {**node.data, "status": status}
    tags = node.tags
    if status == "accepted":
        data.setdefault("source", "supposed")
        tags = tuple(tag for tag in tags if tag not in _TODO)
    return node._replace(data=data, tags=tags)


def what_if(
    graph: ArgumentGraph, supposition: Supposition, policy: Policy = Policy.LENIENT
) -> WhatIf:
    """Label a map as it is and as it would be; linear, like two evaluations."""
    before = evaluate(build_steps(graph), policy)
    after = evaluate(suppose(graph, supposition), policy)
    changed = [ref for ref in graph.order if before.of(ref).label is not after.of(ref).label]
    chains = _chains(after, supposition, frozenset(changed))
    return WhatIf(
        supposition,
        tuple(
            Change(
                ref,
                before.of(ref).label,
                after.of(ref).label,
                reason_sentence(after, ref),
                chains.get(ref, ()),
            )
            for ref in changed
        ),
        before,
        after,
    )


def _chains(
    labelling: Labelling, supposition: Supposition, changed: frozenset[NodeRef]
) -> dict[NodeRef, tuple[NodeRef, ...]]:
    """Return for what has changed a shortest way to it, through what has changed too."""
    steps = labelling.steps
    starts = [
        *supposition.rejected,
        *supposition.accepted,
        *(end for pair in (*supposition.attacks, *supposition.supports) for end in pair),
    ]
    came_from: dict[NodeRef, NodeRef | None] = dict.fromkeys(starts)
    queue = list(came_from)
    for ref in queue:  # grows while it is read
        for other in _next(steps, ref):
            if other in changed and other not in came_from:
                came_from[other] = ref
                queue.append(other)
    chains: dict[NodeRef, tuple[NodeRef, ...]] = {}
    for ref in queue:
        above = came_from[ref]
        before = chains[above] if above is not None else ()
        chains[ref] = (*before[-_LONGEST_CHAIN + 1 :], ref)
    return {ref: chain for ref, chain in chains.items() if ref in changed}


def _next(steps: StepGraph, ref: NodeRef) -> list[NodeRef]:
    """Return whose label may change at once with that of a node."""
    if steps.step_of(ref) is not None:
        return [steps.nodes[steps.steps[i].conclusion].ref for i in steps.inferences[ref.title]]
    index = steps.source_of(ref)
    found = [steps.nodes[node].ref for node in steps.attacked[index]]
    # An inference to what is rejected is void, so that its argument may fall too.
    for number in (*steps.into[index], *steps.using[index], *steps.undercutting[index]):
        step = steps.steps[number]
        if step.is_inference and step.argument is not None:
            found.append(NodeRef(NodeKind.ARGUMENT, step.argument))
        found.append(steps.nodes[step.conclusion].ref)
    return found
