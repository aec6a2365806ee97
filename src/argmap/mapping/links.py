"""The edges of a map: what was written, and what reconstructed arguments say by themselves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from argmap.mapping.argument_map import HEADER, Edge, EdgeKind, End, Opening
from argmap.mapping.cards import row_port, strip_port
from argmap.mapping.homes import Homes
from argmap.mapping.joints import Draft, Joints
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
_STRICT = {
    RelationKind.SUPPORT: EdgeKind.ENTAILS,
    RelationKind.ATTACK: EdgeKind.CONTRARY,
}


@dataclass(frozen=True, slots=True)
class Links:
    """Finds the edges between boxes.

    relations: those between nodes that are shown
    ids:       the box of each node that has one
    openings:  how each of the reconstructed arguments is drawn, by title
    joints:    the same for arguments that are opened as boxes
    """

    shown: Shown
    relations: tuple[Relation, ...]
    homes: Homes
    ids: Mapping[NodeRef, str]
    openings: Mapping[str, Opening]
    joints: Joints

    def edges(self) -> tuple[Edge, ...]:
        """Return all edges, each once, in document order."""
        found: dict[Draft, None] = {}
        for title in self.shown.arguments:
            for edge in self._inner(self.shown.graph.arguments[title]):
                found.setdefault(edge)
        for relation in self.relations:
            speaker = self._speaker(relation)
            kind = self._kind(relation, speaker)
            source = self._start(speaker) or self._start(relation.source)
            target = self._end(relation)
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

    def _inner(self, argument: Argument) -> Iterator[Draft]:
        """Yield what a structure itself says: to its conclusion, and from its premises' boxes."""
        opening = self.openings.get(argument.title)
        if opening is None:
            return
        if opening is Opening.BOXES:
            yield from self.joints.edges(argument)
            return
        card = self.ids[argument.ref]
        for position, line in enumerate(argument.pcs):
            box = self.ids.get(NodeRef(NodeKind.STATEMENT, line.title))
            if box is None:
                continue
            port = row_port(position) if opening is Opening.CARDS else None
            match line.role:
                case Role.MAIN_CONCLUSION:
                    yield EdgeKind.SUPPORT, End(card), End(box)
                case Role.INTERMEDIATE_CONCLUSION:
                    yield EdgeKind.SUPPORT, End(card, port), End(box)
                case _ if not self.is_mentioned(line.title, argument):
                    yield EdgeKind.PREMISE, End(box), End(card, port)

    def _speaker(self, relation: Relation) -> NodeRef:
        """Return what a relation comes from: of a reconstructed argument's, the conclusion."""
        ref = relation.source
        if ref.kind is NodeKind.STATEMENT or not (self.shown.transforms or ref not in self.ids):
            return ref
        title = self.shown.graph.arguments[ref.title].main_conclusion
        conclusion = ref if title is None else NodeRef(NodeKind.STATEMENT, title)
        return ref if conclusion == relation.target else conclusion

    def _kind(self, relation: Relation, speaker: NodeRef) -> EdgeKind:
        """Return how a relation is drawn: in strict mode, between statements, as a logical one."""
        is_logical = speaker.kind is relation.target.kind is NodeKind.STATEMENT
        if self.shown.graph.is_strict and is_logical:
            return _STRICT.get(relation.kind, _KINDS[relation.kind])
        return _KINDS[relation.kind]

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
        opening = self.openings.get(argument.title)
        if opening is Opening.BOXES:
            return self.joints.end(relation)
        card = self.ids[argument.ref]
        if opening is not Opening.CARDS:
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
        if self.openings.get(home) is not Opening.CARDS:
            return End(self._card(home))
        position = next(place for place, line in lines if line.title == ref.title)
        return End(self._card(home), row_port(position))

    def _card(self, argument: str) -> str:
        return self.ids[NodeRef(NodeKind.ARGUMENT, argument)]

    def _is_told(self, relation: Relation) -> bool:
        """Whether an argument's relation only repeats what its structure says."""
        if relation.source.kind is not NodeKind.ARGUMENT:
            return False
        conclusion = self.shown.graph.arguments[relation.source.title].main_conclusion
        if conclusion is None or relation.target != NodeRef(NodeKind.STATEMENT, conclusion):
            return False
        return relation.kind in (RelationKind.SUPPORT, RelationKind.ENTAILS)


def find_converging(edges: Iterable[Edge], ids: Mapping[NodeRef, str]) -> frozenset[str]:
    """Return the title of the only statement that receives edges and sends none, or nothing."""
    directed = [edge for edge in edges if not edge.kind.is_symmetric]
    sending = {edge.source.box for edge in directed}
    receiving = {edge.target.box for edge in directed}
    tops = [ref for ref, box in ids.items() if box in receiving and box not in sending]
    if len(tops) == 1 and tops[0].kind is NodeKind.STATEMENT:
        return frozenset({tops[0].title})
    return frozenset()


def roles_of(edges: Iterable[Edge]) -> dict[str, EdgeKind]:
    """Say for each box what it does, if all that it says as a whole agrees."""
    said: dict[str, set[EdgeKind]] = {}
    for edge in edges:
        kinds = said.setdefault(edge.source.box, set())
        if edge.source.port is None and edge.kind not in (EdgeKind.PREMISE, EdgeKind.JOIN):
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
