"""At which step of a talk each part of a drawn map appears, and which thoughts it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, End, Row, Strip
from argmap.mapping.talk.branches import Branches
from argmap.mapping.talk.planning import Talk
from argmap.model.graph import ArgumentGraph, NodeKind


@dataclass(frozen=True, slots=True)
class Appearance:
    """When something appears, and the thoughts (numbers of steps) that must be lit to light it.

    is_again: it is a row whose statement was told before its card was
    """

    step: int
    thoughts: tuple[int, ...]
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Growth:
    """Appearances: of boxes and of groups by their ids, of parts of cards, of edges by their ids.

    steps: the number of the step at each place
    """

    steps: dict[End, int] = field(repr=False)
    boxes: dict[str, Appearance]
    parts: dict[End, Appearance]
    edges: dict[str, Appearance]
    groups: dict[str, Appearance]


def find_growth(talk: Talk, graph: ArgumentGraph | None) -> Growth:
    """Return when everything appears; nothing does before all that it connects is there.

    graph: says which premises an inference has; without it, a card's inferences come with it
    """
    return _Grower(talk, graph).grow()


class _Grower:
    def __init__(self, talk: Talk, graph: ArgumentGraph | None) -> None:
        self.map: ArgumentMap = talk.map
        self.graph = graph
        self.branches = Branches(talk.map)
        self.steps = {thought.place: i for i, thought in enumerate(talk.thoughts, 1)}
        self.joined: dict[str, list[End]] = {}  # by the ids of junctions, what meets there
        for edge in talk.map.edges:
            self.joined.setdefault(edge.target.box, []).append(edge.source)
        self.boxes: dict[str, Appearance] = {}
        self.parts: dict[End, Appearance] = {}

    def grow(self) -> Growth:
        for box in self.map.boxes:
            if box.kind is not BoxKind.JUNCTION:
                self.boxes[box.id] = _once([self.steps[End(box.id)]])
        for box in self.map.boxes:
            if box.kind is BoxKind.JUNCTION:
                self.boxes[box.id] = self._junction(box)
            for part in box.parts:
                end = End(box.id, part.port)
                shown = self._row(box, part) if isinstance(part, Row) else self._strip(box, part)
                self.parts[end] = shown
        edges = {edge.id: self._edge(edge) for edge in self.map.edges}
        return Growth(self.steps, self.boxes, self.parts, edges, self._groups())

    def _row(self, box: Box, row: Row) -> Appearance:
        said = self.steps[self.branches.place_of(End(box.id, row.port))]
        card = self.boxes[box.id].step
        return Appearance(max(card, said), (said,), is_again=said < card)

    def _strip(self, box: Box, strip: Strip) -> Appearance:
        """Let an inference wait for its premises, and for its conclusion if that is a row."""
        own = self.boxes[box.id]
        if self.graph is None or box.ref is None or box.ref.kind is not NodeKind.ARGUMENT:
            return own
        argument = self.graph.arguments[box.ref.title]
        inference = argument.inferences[strip.step]
        used = {argument.pcs[i].title for i in (*inference.premises, inference.conclusion)}
        rows = [part for part in box.parts if isinstance(part, Row) and part.title in used]
        said = [self._row(box, row).step for row in rows]
        return Appearance(max([own.step, *said]), own.thoughts)

    def _junction(self, box: Box) -> Appearance:
        joined = self.joined.get(box.id, [])
        steps = [self.steps[self.branches.place_of(end)] for end in joined if self._is_told(end)]
        return _once(steps or [1])

    def _is_told(self, end: End) -> bool:
        return self.branches.place_of(end) in self.steps

    def _edge(self, edge: Edge) -> Appearance:
        ends = [self.parts.get(end) or self.boxes[end.box] for end in (edge.source, edge.target)]
        thoughts = tuple(dict.fromkeys(number for end in ends for number in end.thoughts))
        return Appearance(max(end.step for end in ends), thoughts)

    def _groups(self) -> dict[str, Appearance]:
        """Let a frame appear with the first box in it, or in a frame inside it."""
        first: dict[int, int] = {}
        for box in self.map.boxes:
            group = box.group
            while group is not None and self.boxes[box.id].step < first.get(group, 10**9):
                first[group] = self.boxes[box.id].step
                group = self.map.groups[group].parent
        return {
            group.id: _once([first[number]])
            for number, group in enumerate(self.map.groups)
            if number in first
        }


def _once(steps: Iterable[int]) -> Appearance:
    found = sorted(set(steps))
    return Appearance(found[-1], tuple(found))
