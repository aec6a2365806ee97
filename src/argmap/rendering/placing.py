"""Put the parts of a map into their groups, and the groups on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from argmap.mapping.argument_map import ArgumentMap, Edge
from argmap.rendering.curves import Point
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.packing import LOOSE, NEAR, Item, Packing, Pull, Size, pack, rearrange
from argmap.rendering.parts import Part

PAD = 11.0
"""Space in points between a group's frame and what is in it."""
CAPTION = 22.0
"""Space above, where the group's title stands."""
_LIMITS = (0.0, 480.0, 640.0, 800.0, 980.0, 1200.0)
_WORTHWHILE = 12.0
_UNKNOWN: Mapping[str, float] = {}


@dataclass(slots=True)
class _Node:
    """A part or a group in the tree of groups; `packings` has a group's possible shapes."""

    key: str
    part: Part | None = None
    group: int | None = None
    children: list["_Node"] = field(default_factory=list)
    sizes: list[Size] = field(default_factory=list)
    packings: list[Packing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where parts and frames are, and the size of the whole; in points."""

    width: float
    height: float
    corners: dict[int, Point]
    frames: dict[int, Rectangle]


class Placer:
    """Packs the same parts into pages of different widths."""

    def __init__(
        self, argument_map: ArgumentMap, parts: Sequence[Part], figures: Mapping[str, Figure]
    ) -> None:
        self._figures = figures
        self._map = argument_map
        self._parts = parts
        self._home = {box: number for number, part in enumerate(parts) for box in part.places}
        self._paths: dict[int, list[str]] = {}
        self._root = self._grow()
        self._is_possible = self._shape(self._root.children)
        self._top = self._items(self._root.children) if self._is_possible else []

    def pack_page(self, limit: float) -> Packing | None:
        """Pack everything into a width in points; None if groups argue in a circle."""
        if not self._is_possible:
            return None
        packings = [pack(self._top, limit, pull) for pull in (NEAR, LOOSE)]
        near, loose = packings
        if near is None or loose is None:
            return None
        return loose if loose.height < near.height - _WORTHWHILE else near

    def place(self, packing: Packing) -> Placement:
        """Return where everything is in a packing that `pack_page` made."""
        placement = self._settle(packing, {})
        # Now that it is known where edges lead, boxes inside groups can come closer.
        return self._settle(packing, self._middles(placement)) if self._map.groups else placement

    def _middles(self, placement: Placement) -> dict[str, float]:
        middles = {}
        for number, part in enumerate(self._parts):
            for box, place in part.places.items():
                x = placement.corners[number].x + place.x
                middles[box] = x + self._figures[box].width / 2
        return middles

    def _grow(self) -> _Node:
        """Build the tree of groups, leaving out those without boxes."""
        root = _Node("")
        nodes: dict[int | None, _Node] = {None: root}
        for number, part in enumerate(self._parts):
            chain: list[int] = []
            group = part.group
            while group is not None and group not in nodes:
                chain.append(group)
                group = self._map.groups[group].parent
            for index in reversed(chain):
                node = _Node(f"g{index}", group=index)
                nodes[self._map.groups[index].parent].children.append(node)
                nodes[index] = node
            leaf = _Node(f"p{number}", part=part, group=part.group)
            nodes[part.group].children.append(leaf)
            path = [leaf.key]
            group = part.group
            while group is not None:
                path.append(f"g{group}")
                group = self._map.groups[group].parent
            self._paths[number] = path[::-1]
        return root

    def _shape(self, nodes: list[_Node]) -> bool:
        """Find the shapes that each node can take, inner groups first; False if one cannot."""
        stack = list(nodes)
        ordered: list[_Node] = []
        while stack:
            node = stack.pop()
            ordered.append(node)
            stack.extend(node.children)
        for node in reversed(ordered):
            if node.part is not None:
                node.sizes = [Size(node.part.width, node.part.height)]
                continue
            items = self._items(node.children)
            for limit, pull in product(_LIMITS, (NEAR, LOOSE)):
                packing = pack(items, limit, pull)
                if packing is None:
                    return False
                size = Size(packing.width + 2 * PAD, packing.height + PAD + CAPTION)
                if not node.sizes or size.height < node.sizes[-1].height - _WORTHWHILE:
                    node.sizes.append(size)
                    node.packings.append(packing)
        return True

    def _items(
        self, nodes: Sequence[_Node], middles: Mapping[str, float] = _UNKNOWN, left: float = 0.0
    ) -> list[Item]:
        """Make items of nodes that are neighbours, with the edges that run between them.

        With the `middles` (x) of all boxes, edges that lead out of the neighbourhood, whose left
        end is at `left`, pull too.
        """
        by_key = {node.key: node for node in nodes}
        above: dict[str, dict[str, float | None]] = {key: {} for key in by_key}
        pulls: dict[str, list[Pull]] = {key: [] for key in by_key}
        wishes: dict[str, list[tuple[float, float]]] = {key: [] for key in by_key}
        for edge in self._map.edges:
            source = self._ancestor(edge.source.box, by_key)
            target = self._ancestor(edge.target.box, by_key)
            if source is None or target is None or source is target:
                for node, own, other in (
                    (source, edge.source.box, edge.target.box),
                    (target, edge.target.box, edge.source.box),
                ):
                    if node is not None and source is not target and middles:
                        wish = middles[other] - left, self._share(own, node)
                        wishes[node.key].append(wish)
                continue
            if not edge.kind.is_symmetric:
                depth = self._depth(edge, target)
                known = above[source.key].get(target.key, 0.0)
                above[source.key][target.key] = (
                    None if depth is None or known is None else max(depth, known)
                )
            mine = self._share(edge.source.box, source)
            theirs = self._share(edge.target.box, target)
            pulls[source.key].append(Pull(target.key, mine, theirs))
            pulls[target.key].append(Pull(source.key, theirs, mine))
        return [
            Item(node.key, node.sizes, above[node.key], pulls[node.key], wishes[node.key])
            for node in nodes
        ]

    def _ancestor(self, box: str, among: dict[str, _Node]) -> _Node | None:
        for key in self._paths[self._home[box]]:
            if key in among:
                return among[key]
        return None

    def _depth(self, edge: Edge, node: _Node) -> float | None:
        """Return how far below a node's top an edge's source must begin; None: below all of it.

        What is about a row of a card may stand beside the card, below that row and below the
        card's middle.
        """
        if node.part is None or edge.target.port is None:
            return None
        figure, place = self._figures[edge.target.box], node.part.places[edge.target.box]
        return place.y + max(figure.port(edge.target.port).bottom, figure.height / 2) + 8.0

    def _share(self, box: str, node: _Node) -> float:
        """Return how far to the right a box lies within a node; groups count as their middle."""
        if node.part is None or node.part.width == 0:
            return 0.5
        return min(1.0, (node.part.places[box].x + 80.0) / node.part.width)

    def _settle(self, packing: Packing, middles: Mapping[str, float]) -> Placement:
        """Turn places within groups into places on the page, outer groups first."""
        corners: dict[int, Point] = {}
        frames: dict[int, Rectangle] = {}
        ahead = [(self._root.children, packing, Point(0.0, 0.0))]
        while ahead:
            neighbours, packed, start = ahead.pop()
            for node in neighbours:
                spot = packed.spots[node.key]
                x, y = start.x + spot.x, start.y + spot.y
                if node.part is not None:
                    corners[int(node.key[1:])] = Point(x, y)
                    continue
                size = node.sizes[spot.shape]
                assert node.group is not None
                frames[node.group] = Rectangle(x, y, size.width, size.height)
                inside = Point(x + PAD, y + CAPTION)
                inner = node.packings[spot.shape]
                if middles:
                    items = self._items(node.children, middles, inside.x)
                    inner = rearrange(items, inner)
                ahead.append((node.children, inner, inside))
        return Placement(packing.width, packing.height, corners, frames)


def crossing_edges(argument_map: ArgumentMap, parts: Sequence[Part]) -> list[Edge]:
    """Return the edges that no part has led, those from one part to another."""
    led = {route.edge.id for part in parts for route in part.routes}
    return [edge for edge in argument_map.edges if edge.id not in led]
