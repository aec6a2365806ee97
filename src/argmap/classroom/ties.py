"""What leads to what on a drawn map, node by node: along arrows, and inside cards."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from argmap.mapping.argument_map import ArgumentMap, EdgeKind, End, Row
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef


class Tie(NamedTuple):
    """One node bears on another.

    kind: PREMISE inside a card
    step: the inference that it is a premise of, or that it undercuts; else None
    """

    kind: EdgeKind
    source: NodeRef
    target: NodeRef
    step: NodeRef | None = None


class Ties(NamedTuple):
    """The ties that start, and that end, at each node."""

    starting: Mapping[NodeRef, tuple[Tie, ...]]
    ending: Mapping[NodeRef, tuple[Tie, ...]]

    def above(self, ref: NodeRef) -> tuple[NodeRef, ...]:
        """Return what a node bears on."""
        return tuple(dict.fromkeys(tie.target for tie in self.starting.get(ref, ())))

    def below(self, ref: NodeRef) -> tuple[NodeRef, ...]:
        """Return what bears on a node."""
        return tuple(dict.fromkeys(tie.source for tie in self.ending.get(ref, ())))

    def are_alike(self, one: NodeRef, other: NodeRef, unseen: Collection[NodeRef] = ()) -> bool:
        """Tell whether two nodes stand in the same relations: then nothing tells their places.

        unseen: nodes that the picture does not show
        """
        ways = [
            (
                frozenset((tie.kind, tie.target, tie.step) for tie in self.starting.get(ref, ())),
                frozenset(
                    (tie.kind, tie.source, tie.step)
                    for tie in self.ending.get(ref, ())
                    if tie.source not in unseen
                ),
            )
            for ref in (one, other)
        ]
        return ways[0] == ways[1] and one.kind is other.kind


def find_ties(drawn: ArgumentMap, graph: ArgumentGraph) -> Ties:
    """Return the ties of a map, in document order."""
    boxes = {box.id: box for box in drawn.boxes}
    found: dict[Tie, None] = {}

    def node(end: End) -> NodeRef | None:
        box = boxes[end.box]
        for part in box.parts:
            if part.port != end.port:
                continue
            if isinstance(part, Row):
                return NodeRef(NodeKind.STATEMENT, part.title)
            return NodeRef(NodeKind.INFERENCE, box.ref.title, part.step) if box.ref else None
        return box.ref

    for edge in drawn.edges:
        source, target = node(edge.source), node(edge.target)
        if source is None or target is None or source == target:
            continue
        step = target if target.kind is NodeKind.INFERENCE else None
        if step is not None:
            target = NodeRef(NodeKind.ARGUMENT, step.title)
        found[Tie(edge.kind, source, target, step)] = None
    for box in drawn.boxes:
        if not box.parts or box.ref is None:
            continue
        argument = graph.arguments[box.ref.title]
        for number, inference in enumerate(argument.inferences):
            step = NodeRef(NodeKind.INFERENCE, argument.title, number)
            conclusion = NodeRef(NodeKind.STATEMENT, argument.pcs[inference.conclusion].title)
            for place in inference.premises:
                premise = NodeRef(NodeKind.STATEMENT, argument.pcs[place].title)
                if premise != conclusion:
                    found[Tie(EdgeKind.PREMISE, premise, conclusion, step)] = None
    starting: dict[NodeRef, list[Tie]] = {}
    ending: dict[NodeRef, list[Tie]] = {}
    for tie in found:
        starting.setdefault(tie.source, []).append(tie)
        ending.setdefault(tie.target, []).append(tie)
    return Ties(
        {ref: tuple(ties) for ref, ties in starting.items()},
        {ref: tuple(ties) for ref, ties in ending.items()},
    )
