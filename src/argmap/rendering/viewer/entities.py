"""What a map shows, one by one: each statement and argument once, wherever it stands.

A statement may have a box of its own and a row in several cards; here it is one entity.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, EdgeKind, Row, Strip
from argmap.mapping.captions import wording
from argmap.mapping.names import Names
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Statement
from argmap.rendering.display_text import printable


@dataclass(frozen=True, slots=True)
class Entity:
    """A statement, an argument, or a closed group.

    id:    the fragment of a link to it
    title: empty if it has none
    text:  empty if there is none
    box:   the id of its own box, or of the first card that it is a row of
    port:  the row in that card; None if the box is its own
    """

    id: str
    kind: BoxKind
    ref: NodeRef | None
    title: str
    text: str
    box: str
    port: str | None = None
    is_thesis: bool = False
    is_unsupported: bool = False
    is_unstated: bool = False

    @property
    def called(self) -> str:
        """What it is called in a sentence."""
        words = self.title or self.text or "an untitled argument"
        return words if len(words) <= 60 else words[:57].rstrip() + "…"

    @property
    def key(self) -> str:
        """`[Title]` or `<Title>`, made up for untitled ones; empty for a group."""
        if self.ref is None:
            return ""
        is_statement = self.ref.kind is NodeKind.STATEMENT
        return f"[{self.ref.title}]" if is_statement else f"<{self.ref.title}>"


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between entities, by their indices; `step` is that of an undercut inference."""

    kind: EdgeKind
    source: int
    target: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of a map in the order of their boxes, and how they are tied.

    of_box, of_row: entity by box id, and by box id and port
    """

    map: ArgumentMap
    graph: ArgumentGraph | None
    all: tuple[Entity, ...]
    ties: tuple[Tie, ...]
    of_box: dict[str, int] = field(repr=False)
    of_row: dict[tuple[str, str], int] = field(repr=False)

    def node(self, entity: Entity) -> Statement | Argument | None:
        """Return the statement or argument behind an entity, if the graph is at hand."""
        if self.graph is None or entity.ref is None:
            return None
        return self.graph.node(entity.ref)


def gather_entities(argument_map: ArgumentMap, graph: ArgumentGraph | None) -> Entities:
    """Return the entities of a map; the graph, where it is at hand, has their full texts."""
    return _Gatherer(argument_map, graph).gather()


class _Gatherer:
    def __init__(self, argument_map: ArgumentMap, graph: ArgumentGraph | None) -> None:
        self.map = argument_map
        self.graph = graph
        self.names = Names(box.id for box in argument_map.boxes)
        self.found: list[Entity] = []
        self.of_ref: dict[NodeRef, int] = {}
        self.of_box: dict[str, int] = {}
        self.of_row: dict[tuple[str, str], int] = {}

    def gather(self) -> Entities:
        boxes = [box for box in self.map.boxes if box.kind is not BoxKind.JUNCTION]
        own = {box.ref for box in boxes}
        for box in boxes:
            self._box(box)
            for row in (part for part in box.parts if isinstance(part, Row)):
                if NodeRef(NodeKind.STATEMENT, row.title) not in own:
                    self._row(box, row)
        for box in boxes:
            for row in (part for part in box.parts if isinstance(part, Row)):
                ref = NodeRef(NodeKind.STATEMENT, row.title)
                self.of_row[box.id, row.port] = self.of_ref[ref]
        ties = tuple(dict.fromkeys(self._ties()))
        return Entities(self.map, self.graph, tuple(self.found), ties, self.of_box, self.of_row)

    def _box(self, box: Box) -> None:
        self.of_box[box.id] = len(self.found)
        if box.ref is not None:
            self.of_ref[box.ref] = len(self.found)
        self.found.append(
            Entity(
                id=box.id,
                kind=box.kind,
                ref=box.ref,
                title=printable(box.title or ""),
                text=self._text(box.ref, box.text),
                box=box.id,
                is_thesis=box.is_thesis,
                is_unsupported=box.is_unsupported,
                is_unstated=box.is_unstated,
            )
        )

    def _row(self, box: Box, row: Row) -> None:
        ref = NodeRef(NodeKind.STATEMENT, row.title)
        if ref in self.of_ref:
            return
        self.of_ref[ref] = len(self.found)
        node = self.graph.statements.get(row.title) if self.graph else None
        is_titled = node.is_titled if node else not row.title.startswith("Untitled ")
        self.found.append(
            Entity(
                id=self.names.claim(NodeKind.STATEMENT, row.title),
                kind=BoxKind.STATEMENT,
                ref=ref,
                title=printable(row.title) if is_titled else "",
                text=self._text(ref, row.text),
                box=box.id,
                port=row.port,
                is_unsupported=row.is_unsupported,
                is_unstated=row.is_unstated,
            )
        )

    def _text(self, ref: NodeRef | None, printed: str | None) -> str:
        if self.graph is not None and ref is not None:
            printed = wording(self.graph.node(ref)) or printed
        return printable(printed or "")

    def _ties(self) -> Iterator[Tie]:
        joined = {box.id for box in self.map.boxes if box.kind is BoxKind.JUNCTION}
        leads_to = {
            edge.source.box: edge.target for edge in self.map.edges if edge.source.box in joined
        }
        steps = {
            (box.id, part.port): part.step
            for box in self.map.boxes
            for part in box.parts
            if isinstance(part, Strip)
        }
        for edge in self.map.edges:
            if edge.source.box in joined:
                continue
            is_row = edge.kind is EdgeKind.PREMISE and edge.target.port is not None
            if is_row:
                continue  # the card says so itself
            target = leads_to.get(edge.target.box, edge.target)
            source = self.of_row.get((edge.source.box, edge.source.port or ""))
            if source is None:
                source = self.of_box[edge.source.box]
            elif edge.kind is EdgeKind.SUPPORT and self.of_box.get(target.box) == source:
                source = self.of_box[edge.source.box]  # a card to its conclusion's own box
            aim = self.of_row.get((target.box, target.port or ""), self.of_box.get(target.box))
            if aim is not None:
                kind = EdgeKind.PREMISE if edge.kind is EdgeKind.JOIN else edge.kind
                yield Tie(kind, source, aim, steps.get((target.box, target.port or "")))
