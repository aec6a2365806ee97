"""Put the parts of a map into their groups, and the groups on the page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.mapping.argument_map import ArgumentMap, Edge
from argmap.rendering.box_figures import Widths
from argmap.rendering.curves import Point
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.floorplan import DROP, Plan, Shape, arrange, reshape, single
from argmap.rendering.parts import Part
from argmap.rendering.turning import Insets

_BELOW = 8.0


@dataclass(frozen=True, slots=True)
class Variant:
    """All parts of a map, drawn with lines of a certain length."""

    widths: Widths
    figures: Mapping[str, Figure]
    parts: Sequence[Part]
    drawn: Mapping[str, Figure]


@dataclass(slots=True, eq=False)
class Node:
    """A part, or what lies together: a group, or a card with what is about its rows.

    `shapes` are the sizes it can take, and `plans` the arrangement of its children in each.
    """

    part: int | None = None
    group: int | None = None
    children: list["Node"] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Placed:
    """A box on the page."""

    place: Point
    figure: Figure
    widths: Widths

    @property
    def middle(self) -> float:
        """The x half way across."""
        return self.place.x + self.figure.width / 2

    @property
    def area(self) -> Rectangle:
        """The rectangle that it covers."""
        return Rectangle(self.place.x, self.place.y, self.figure.width, self.figure.height)


@dataclass(slots=True)
class Arrangement:
    """A plan of the page; `chosen` replaces plans of groups, `shifts` moves things sideways."""

    page: Plan
    chosen: dict[Node, Plan] = field(default_factory=dict)
    shifts: dict[Node, float] = field(default_factory=dict)


class Placer:
    """Knows the parts of a map in all their variants, and how they can lie together."""

    def __init__(
        self, argument_map: ArgumentMap, variants: Sequence[Variant], frame: Insets
    ) -> None:
        self.map = argument_map
        self.frame = frame
        self.variants = variants
        self.home = {
            box: number for number, part in enumerate(variants[0].parts) for box in part.places
        }
        self.crossing = [
            edge
            for edge in argument_map.edges
            if self.home[edge.source.box] != self.home[edge.target.box]
        ]
        self._inside: dict[Node, dict[int, int]] = {}
        self.root = self._grow()
        self._shape(self.root)

    @property
    def plans(self) -> list[Plan]:
        """The arrangements of the whole page; none if something would have to lie below itself."""
        return self.root.plans

    def _grow(self) -> Node:
        """Build the tree of groups, leaving out those without boxes."""
        root = Node()
        nodes: dict[int | None, Node] = {None: root}
        satellites = self._satellites()
        leaves: dict[int, Node] = {}
        for number, part in enumerate(self.variants[0].parts):
            chain: list[int] = []
            group = part.group
            while group is not None and group not in nodes:
                chain.append(group)
                group = self.map.groups[group].parent
            for index in reversed(chain):
                node = Node(group=index)
                nodes[self.map.groups[index].parent].children.append(node)
                nodes[index] = node
            leaves[number] = Node(part=number)
            if number in satellites:
                continue
            around = [other for other, center in satellites.items() if center == number]
            home = nodes[part.group]
            if around:
                cluster = Node()
                home.children.append(cluster)
                home = cluster
            home.children.append(leaves[number])
        for number, center in satellites.items():
            cluster = next(node for node in _walk(root) if leaves[center] in node.children)
            cluster.children.append(leaves[number])
        return root

    def _satellites(self) -> dict[int, int]:
        """Return the parts that do nothing but point at one card of their group, and that card."""
        parts = self.variants[0].parts
        outside: dict[int, list[Edge]] = {number: [] for number in range(len(parts))}
        for edge in self.map.edges:
            source, target = self.home[edge.source.box], self.home[edge.target.box]
            if source != target:
                outside[source].append(edge)
                outside[target].append(edge)
        found = {}
        for number, edges in outside.items():
            if not edges or any(self.home[edge.source.box] != number for edge in edges):
                continue
            centers = {self.home[edge.target.box] for edge in edges}
            if len(centers) == 1 and parts[min(centers)].group == parts[number].group:
                found[number] = min(centers)
        return {number: center for number, center in found.items() if center not in found}

    def _shape(self, root: Node) -> None:
        """Find the shapes that each node can take, inner groups first."""
        for node in reversed(list(_walk(root))):
            if node.part is not None:
                node.shapes = [self._part_shape(variant, node.part) for variant in self.variants]
                continue
            if any(not child.shapes for child in node.children):
                return
            node.plans = arrange([child.shapes for child in node.children])
            node.shapes = [self._framed(plan, node) for plan in node.plans]

    def reshaped(self, plan: Plan) -> list[Plan]:
        """Return pages of the same structure as a plan's, with all shapes of all parts."""
        return self._reshaped(self.root, plan)

    def _reshaped(self, node: Node, plan: Plan) -> list[Plan]:
        if plan.halves:
            first, second = (self._reshaped(node, half) for half in plan.halves)
            return reshape(plan, first, second) if first and second else []
        child = node.children[plan.item]
        if child.part is not None:
            return single(plan.item, child.shapes)
        start = len(child.plans)
        child.plans += self._reshaped(child, child.plans[plan.shape])
        child.shapes += [self._framed(inner, child) for inner in child.plans[start:]]
        found = single(plan.item, child.shapes[start:])
        return [found_plan._replace(shape=found_plan.shape + start) for found_plan in found]

    def _part_shape(self, variant: Variant, number: int) -> Shape:
        part = variant.parts[number]
        sources: dict[int, float] = {}
        targets: dict[int, float] = {}
        ties = set()
        for index, edge in enumerate(self.map.edges):
            start, end = self.home[edge.source.box], self.home[edge.target.box]
            if number not in (start, end) or start == end:
                continue
            if edge.kind.is_symmetric:
                ties.add(index)
            elif start == number:
                sources[index] = part.places[edge.source.box].y
            else:
                targets[index] = part.places[edge.target.box].y + depth(edge, variant.figures)
        return Shape(part.width, part.height, sources, targets, frozenset(ties))

    def child_of(self, node: Node, box: str) -> int | None:
        """Return which child of a node a box is in, or None if it is elsewhere."""
        if node not in self._inside:
            self._inside[node] = {
                inner.part: place
                for place, child in enumerate(node.children)
                for inner in _walk(child)
                if inner.part is not None
            }
        return self._inside[node].get(self.home[box])

    def _framed(self, plan: Plan, node: Node) -> Shape:
        if node.group is None:
            return Shape(plan.width, plan.height, plan.sources, plan.targets, plan.ties)
        left, top, right, bottom = self.frame
        return Shape(
            plan.width + left + right,
            plan.height + top + bottom,
            {edge: y + top for edge, y in plan.sources.items()},
            {edge: y + top for edge, y in plan.targets.items()},
            plan.ties,
            has_frame=True,
        )

    def parts_of(self, arranged: Arrangement) -> Iterator[tuple[int, int, Point]]:
        """Yield each part's number, its variant and its corner."""
        for node, plan, place in self.places(arranged):
            if node.part is not None:
                yield node.part, plan.shape, place

    def boxes(self, arranged: Arrangement) -> dict[str, Placed]:
        """Return all boxes on the page."""
        found = {}
        for number, shape, corner in self.parts_of(arranged):
            variant = self.variants[shape]
            for box, place in variant.parts[number].places.items():
                at = Point(corner.x + place.x, corner.y + place.y)
                found[box] = Placed(at, variant.figures[box], variant.widths)
        return found

    def places(self, arranged: Arrangement) -> Iterator[tuple[Node, Plan, Point]]:
        """Yield every node with its leaf in the plan around it, and its corner; outer first."""
        for node, plan, corner in self.containers(arranged):
            for leaf, x, y in plan.leaves():
                child = node.children[leaf.item]
                yield (
                    child,
                    leaf,
                    Point(corner.x + x + arranged.shifts.get(child, 0.0), corner.y + y),
                )

    def containers(self, arranged: Arrangement) -> Iterator[tuple[Node, Plan, Point]]:
        """Yield the page and all groups with their plans and where their contents begin."""
        ahead = [(self.root, arranged.page, Point(0.0, 0.0))]
        while ahead:
            node, plan, corner = ahead.pop()
            plan = arranged.chosen.get(node, plan)
            yield node, plan, corner
            for leaf, x, y in plan.leaves():
                child = node.children[leaf.item]
                if child.part is None:
                    left = corner.x + x + arranged.shifts.get(child, 0.0)
                    start = Point(left, corner.y + y)
                    if child.group is not None:
                        start = Point(left + self.frame.left, corner.y + y + self.frame.top)
                    ahead.append((child, child.plans[leaf.shape], start))


def _walk(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def depth(edge: Edge, figures: Mapping[str, Figure]) -> float:
    """Return how far below its target's top an edge's source must begin.

    What is about a row of a card may stand beside the card, below that row and below the card's
    middle; everything else stands below the whole box.
    """
    figure = figures[edge.target.box]
    if edge.target.port is None or figure.has_ports_below:
        return figure.height + DROP
    return max(figure.port(edge.target.port).bottom, figure.height / 2) + _BELOW


def crossing_edges(argument_map: ArgumentMap, parts: Sequence[Part]) -> list[Edge]:
    """Return the edges that no part has led, those from one part to another."""
    led = {route.edge.id for part in parts for route in part.routes}
    return [edge for edge in argument_map.edges if edge.id not in led]
