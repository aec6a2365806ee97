"""What the engine places: single boxes, and columns of leaves that hang on one line.

Leaves with one and the same target (an org chart's way) share a rail: a line beside them that
leads up to the target. Side by side they would make the map wider than any page.
"""

from collections import defaultdict
from dataclasses import dataclass

from argmap.mapping.argument_map import ArgumentMap, Box, Edge, EdgeKind, End
from argmap.rendering.curves import Point
from argmap.rendering.figure import Figure

_RAIL = 7.0
_STUB = 15.0
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Member:
    """A box inside a block; (x, y) is its place there, `stub` where the rail reaches it."""

    box: str
    x: float
    y: float
    stub: Point | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One node of the graph that the engine sees; sizes in points.

    `rail` is the x of the line that the members hang on, or None for a single box.
    """

    name: str
    width: int
    height: int
    members: tuple[Member, ...]
    group: int | None = None
    rail: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One edge of the graph that the engine sees, and the map's edges that run along it.

    `is_drawn` is False if it only tells what stands above what.
    """

    name: str
    source: Block
    target: Block
    edges: tuple[Edge, ...]
    is_drawn: bool = True

    @property
    def edge(self) -> Edge:
        """The first of its edges; they agree in kind and target."""
        return self.edges[0]


@dataclass(frozen=True, slots=True)
class Stacking:
    """When leaves are put below each other: from how many on, and from how many in two columns."""

    alone: int = 2
    pairs: int = 4


def make_blocks(
    argument_map: ArgumentMap, figures: dict[str, Figure], stacking: Stacking | None
) -> tuple[list[Block], list[Link]]:
    """Return the blocks in document order, and the links between them."""
    stacks = _find_stacks(argument_map, stacking) if stacking else []
    stacked = {box.id: stack for stack in stacks for box in stack}
    blocks: list[Block] = []
    home: dict[str, Block] = {}
    for box in argument_map.boxes:
        if box.id in home:
            continue
        stack = stacked.get(box.id, [box])
        pairs = stacking is not None and len(stack) >= stacking.pairs
        block = _make_block(f"n{len(blocks)}", stack, figures, pairs)
        blocks.append(block)
        home.update((member.box, block) for member in block.members)
    joined: defaultdict[tuple[str, End, EdgeKind], list[Edge]] = defaultdict(list)
    for edge in argument_map.edges:
        is_shared = home[edge.source.box].rail is not None
        key = home[edge.source.box].name if is_shared else edge.id
        joined[key, edge.target, edge.kind].append(edge)
    links = [
        Link(f"e{number}", home[edges[0].source.box], home[edges[0].target.box], tuple(edges))
        for number, edges in enumerate(joined.values())
    ]
    return blocks, links


def _find_stacks(argument_map: ArgumentMap, stacking: Stacking) -> list[list[Box]]:
    """Return the leaves that go together: one target, one kind of edge, one group."""
    sent: defaultdict[str, list[Edge]] = defaultdict(list)
    receiving = set()
    groups = {box.id: box.group for box in argument_map.boxes}
    for edge in argument_map.edges:
        sent[edge.source.box].append(edge)
        receiving.add(edge.target.box)
        if edge.kind.is_symmetric:
            receiving.add(edge.source.box)
    families: defaultdict[tuple[End, EdgeKind, int | None], list[Box]] = defaultdict(list)
    for box in argument_map.boxes:
        edges = sent[box.id]
        if len(edges) != 1 or box.id in receiving or edges[0].source.port is not None:
            continue
        if edges[0].kind is EdgeKind.JOIN:
            continue  # premises stand beside each other: they work together
        if groups[edges[0].target.box] == box.group and edges[0].target.port is None:
            families[edges[0].target, edges[0].kind, box.group].append(box)
    return [family for family in families.values() if len(family) >= stacking.alone]


def _make_block(name: str, boxes: list[Box], figures: dict[str, Figure], in_pairs: bool) -> Block:
    group = boxes[0].group
    if len(boxes) == 1:
        figure = figures[boxes[0].id]
        return Block(name, figure.width, figure.height, (Member(boxes[0].id, 0, 0),), group)
    if in_pairs:
        return _in_pairs(name, boxes, figures, group)
    members = []
    x, y = _RAIL + _STUB, 0.0
    for box in boxes:
        figure = figures[box.id]
        members.append(Member(box.id, x, y, Point(x, y + _stub_height(figure))))
        y += figure.height + _GAP
    width = max(figures[box.id].width for box in boxes) + x
    return Block(name, int(width), int(y - _GAP), tuple(members), group, _RAIL)


def _in_pairs(name: str, boxes: list[Box], figures: dict[str, Figure], group: int | None) -> Block:
    left = max(figures[box.id].width for box in boxes[::2])
    right = max(figures[box.id].width for box in boxes[1::2])
    rail = left + _STUB
    members = []
    y = 0.0
    for index in range(0, len(boxes), 2):
        pair = boxes[index : index + 2]
        for column, box in enumerate(pair):
            figure = figures[box.id]
            x = rail + _STUB if column else left - figure.width
            side = x if column else left
            members.append(Member(box.id, x, y, Point(side, y + _stub_height(figure))))
        y += max(figures[box.id].height for box in pair) + _GAP
    return Block(name, int(rail + _STUB + right), int(y - _GAP), tuple(members), group, rail)


def _stub_height(figure: Figure) -> float:
    """Where a stub meets a box: at its header, or in the middle of a low box."""
    return min(figure.height / 2, 12.5)
