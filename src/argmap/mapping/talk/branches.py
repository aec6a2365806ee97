"""What speaks for and against each place of a map."""

from collections import defaultdict
from typing import NamedTuple

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, EdgeKind, End, Row
from argmap.mapping.talk.thoughts import Tie
from argmap.model.graph import NodeKind, NodeRef


class Branch(NamedTuple):
    """A place, and what it is to the place that it stands under."""

    place: End
    tie: Tie
    number: int | None = None


class Branches:
    """Answers what stands under a place.

    A statement has one place, however often it is drawn: its own box or, without one, its first
    row. What ends at an inference or at a header stands under the argument.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.boxes = {box.id: box for box in argument_map.boxes}
        self.refs: dict[End, NodeRef | None] = {}
        self._homes: dict[str, End] = {}
        self._rows: dict[End, Row] = {}
        self._in_card: dict[tuple[str, End], End] = {}
        for box in argument_map.boxes:
            if box.ref is not None and box.ref.kind is NodeKind.STATEMENT:
                self._homes[box.ref.title] = End(box.id)
            if box.kind is not BoxKind.JUNCTION:
                self.refs[End(box.id)] = box.ref
        for box in argument_map.boxes:
            for row in _rows(box):
                place = End(box.id, row.port)
                self._rows[place] = row
                home = self._homes.setdefault(row.title, place)
                self._in_card[box.id, home] = place
                self.refs.setdefault(home, NodeRef(NodeKind.STATEMENT, row.title))
        self._into: defaultdict[End, list[Edge]] = defaultdict(list)
        for edge in argument_map.edges:
            if edge.kind is not EdgeKind.PREMISE:  # a statement and its row are one place
                self._into[self.place_of(edge.target)].append(edge)
                if edge.kind.is_symmetric:
                    turned = Edge(edge.id, edge.kind, edge.target, edge.source)
                    self._into[self.place_of(edge.source)].append(turned)

    def place_of(self, end: End) -> End:
        """Return the place of what stands at the end of an edge."""
        row = self._rows.get(end)
        return End(end.box) if row is None else self._homes[row.title]

    def row_of(self, place: End, card: End) -> End:
        """Return the row that a statement has in a card; its place, if it has none there."""
        return self._in_card.get((card.box, place), place)

    def rows(self, place: End) -> list[Branch]:
        """Return the statements of a card in the order of their printed numbers."""
        if place.port is not None:
            return []
        rows = sorted(_rows(self.boxes[place.box]), key=lambda row: row.number)
        return [Branch(self._homes[row.title], Tie.of_row(row.kind), row.number) for row in rows]

    def related(self, place: End) -> list[Branch]:
        """Return what speaks for a place or against it, in document order."""
        found: dict[Branch, None] = {}
        seen = {place}
        waiting = [(edge, edge.kind) for edge in reversed(self._into.get(place, []))]
        while waiting:
            edge, kind = waiting.pop()
            source = self.place_of(edge.source)
            if edge.source.port is not None and source == edge.source:
                source = End(edge.source.box)  # a row is told with its card
            if self.boxes[source.box].kind is not BoxKind.JUNCTION:
                found[Branch(source, Tie.of_edge(kind))] = None
            elif source not in seen:
                seen.add(source)
                waiting += [(other, kind) for other in reversed(self._into.get(source, []))]
        return list(found)

    def roots(self) -> list[End]:
        """Return candidates to begin with: main claims, what speaks for nothing, all others."""
        speaking = {edge.source.box for edge in self.map.edges}
        boxes = [box for box in self.map.boxes if box.kind is not BoxKind.JUNCTION]
        tops = [box for box in boxes if box.id not in speaking]
        theses = [box for box in boxes if box.is_thesis]
        return [End(box.id) for box in (*theses, *tops, *boxes)]


def _rows(box: Box) -> list[Row]:
    return [part for part in box.parts if isinstance(part, Row)]
