"""The edges of a map: what was written, and what reconstructed arguments say by themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from argmap.mapping.argument_map import HEADER, Box, BoxKind, Edge, EdgeKind, End, Opening
from argmap.mapping.cards import row_port, strip_port
from argmap.mapping.homes import Homes
from argmap.mapping.shown import Shown
from argmap.model.graph import (
    Argument,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
    Role,
)

_KINDS = {
    RelationKind.SUPPORT: EdgeKind.SUPPORT,
    RelationKind.ATTACK: EdgeKind.ATTACK,
    RelationKind.UNDERCUT: EdgeKind.UNDERCUT,
    RelationKind.CONTRADICTORY: EdgeKind.CONTRADICTORY,
    RelationKind.CONTRARY: EdgeKind.CONTRARY,
    RelationKind.ENTAILS: EdgeKind.ENTAILS,
}
_Draft = tuple[EdgeKind, End, End]


@dataclass(frozen=True, slots=True)
class Links:
    """Finds the edges between boxes.

    relations: those between nodes that are shown
    ids:       the box of each node that has one
    opening:   how far reconstructed arguments are opened
    """

    shown: Shown
    relations: tuple[Relation, ...]
    homes: Homes
    ids: Mapping[NodeRef, str]
    opening: Opening

    def edges(self) -> tuple[Edge, ...]:
        """Return all edges, each once, in document order."""
        found: dict[_Draft, None] = {}
        for title in self.shown.arguments:
            for edge in self._inner(self.shown.graph.arguments[title]):
                found.setdefault(edge)
        for relation in self.relations:
            kind = _KINDS[relation.kind]
            source, target = self._start(relation.source), self._end(relation)
            if source is None or target is None or self._is_told(relation):
                continue
            if not (kind.is_symmetric and (kind, target, source) in found):
                found.setdefault((kind, source, target))
        return tuple(
            Edge(f"edge-{number}", kind, source, target)
            for number, (kind, source, target) in enumerate(found, start=1)
        )

    def is_mentioned(self, title: str, argument: Argument) -> bool:
        """Whether a card says in full what has its own box in another group.

        An edge across the groups is drawn only where something leads to that box.
        """
        ref = NodeRef(NodeKind.STATEMENT, title)
        groups = self.shown.group_of
        arguments = (self.shown.graph.arguments[name] for name in self.shown.arguments)
        return (
            groups.get(ref) != groups.get(argument.ref)
            and all(other.main_conclusion != title for other in arguments)
            and all(ref not in (edge.source, edge.target) for edge in self.relations)
        )

    def _inner(self, argument: Argument) -> Iterator[_Draft]:
        """Yield what a structure itself says: to its conclusion, and from its premises' boxes."""
        card = self.ids[argument.ref]
        if self.opening is Opening.BOXES:
            yield from self._joined(argument, card)
            return
        for position, line in enumerate(argument.pcs if argument.is_reconstructed else ()):
            box = self.ids.get(NodeRef(NodeKind.STATEMENT, line.title))
            if box is None:
                continue
            port = row_port(position) if self.opening is Opening.CARDS else None
            match line.role:
                case Role.MAIN_CONCLUSION:
                    yield EdgeKind.SUPPORT, End(card), End(box)
                case Role.INTERMEDIATE_CONCLUSION:
                    yield EdgeKind.SUPPORT, End(card, port), End(box)
                case _ if not self.is_mentioned(line.title, argument):
                    yield EdgeKind.PREMISE, End(box), End(card, port)

    def _joined(self, argument: Argument, card: str) -> Iterator[_Draft]:
        """Yield the edges of a structure whose premises are boxes, joined if they are linked."""
        for step, inference in enumerate(argument.inferences):
            is_last = step == len(argument.inferences) - 1
            conclusion = self._own_box(argument, inference.conclusion)
            goal = card if is_last else conclusion
            if goal is None:
                continue
            boxes = [self._own_box(argument, position) for position in inference.premises]
            premises = [box for box in boxes if box is not None]
            joint = goal
            if len(premises) > 1:
                joint = junction_id(card, step)
                yield EdgeKind.SUPPORT, End(joint), End(goal)
            for box in premises:
                yield EdgeKind.PREMISE, End(box), End(joint)
            if is_last and conclusion is not None:
                yield EdgeKind.SUPPORT, End(card), End(conclusion)

    def _own_box(self, argument: Argument, position: int) -> str | None:
        return self.ids.get(NodeRef(NodeKind.STATEMENT, argument.pcs[position].title))

    def junctions(self) -> tuple[Box, ...]:
        """Return the junctions at which premises join, if they are boxes."""
        if self.opening is not Opening.BOXES:
            return ()
        arguments = [self.shown.graph.arguments[title] for title in self.shown.arguments]
        return tuple(
            Box(
                junction_id(self.ids[argument.ref], step),
                BoxKind.JUNCTION,
                None,
                None,
                None,
                role=EdgeKind.SUPPORT,
                group=self.shown.group_of.get(argument.ref),
            )
            for argument in arguments
            for step, inference in enumerate(argument.inferences)
            if sum(self._own_box(argument, place) is not None for place in inference.premises) > 1
        )

    def _start(self, ref: NodeRef) -> End | None:
        if ref in self.ids:
            return End(self.ids[ref])
        # A conclusion that lives in its card speaks from the card.
        home = self.homes.rows.get(ref.title) if ref.kind is NodeKind.STATEMENT else None
        return End(self._card(home)) if home else None

    def _end(self, relation: Relation) -> End | None:
        ref = relation.target
        if ref.kind is NodeKind.STATEMENT:
            return self._statement_end(ref)
        argument = self.shown.graph.arguments[ref.title]
        card = self.ids[argument.ref]
        if self.opening is not Opening.CARDS or not argument.is_reconstructed:
            return End(card)
        if relation.kind is RelationKind.UNDERCUT:
            step = len(argument.inferences) - 1 if ref.step is None else ref.step
            return End(card, strip_port(step))
        return End(card, HEADER)

    def _statement_end(self, ref: NodeRef) -> End | None:
        if ref in self.ids:
            return End(self.ids[ref])
        home = self.homes.rows.get(ref.title)
        if home is None:
            return None
        lines = enumerate(self.shown.graph.arguments[home].pcs)
        position = next(place for place, line in lines if line.title == ref.title)
        return End(self._card(home), row_port(position))

    def _card(self, argument: str) -> str:
        return self.ids[NodeRef(NodeKind.ARGUMENT, argument)]

    def _is_told(self, relation: Relation) -> bool:
        """Whether an argument's relation only repeats what its structure and conclusion say."""
        if relation.source.kind is not NodeKind.ARGUMENT:
            return False
        conclusion = self.shown.graph.arguments[relation.source.title].main_conclusion
        if conclusion is None:
            return False
        source = NodeRef(NodeKind.STATEMENT, conclusion)
        if relation.target == source:
            return relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)
        return source in self.ids and any(
            other.source == source
            and other.target == relation.target
            and other.kind is relation.kind
            for other in self.relations
        )


def junction_id(card: str, step: int) -> str:
    """Name the junction of an inference."""
    return f"{card}-step-{step + 1}"


def roles_of(edges: Iterable[Edge]) -> dict[str, EdgeKind]:
    """Say for each box what it does, if all that it says as a whole agrees."""
    said: dict[str, set[EdgeKind]] = {}
    for edge in edges:
        kinds = said.setdefault(edge.source.box, set())
        if edge.source.port is None and edge.kind is not EdgeKind.PREMISE:
            kinds.add(_plain(edge.kind))
    return {box: next(iter(kinds)) for box, kinds in said.items() if len(kinds) == 1}


def _plain(kind: EdgeKind) -> EdgeKind:
    match kind:
        case EdgeKind.ENTAILS:
            return EdgeKind.SUPPORT
        case EdgeKind.CONTRARY | EdgeKind.CONTRADICTORY:
            return EdgeKind.ATTACK
        case _:
            return kind
