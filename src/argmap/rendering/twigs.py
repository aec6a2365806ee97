"""Draw a tree in a shape that was chosen for it: places of boxes, and lines with right angles."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.mapping.argument_map import Edge
from argmap.rendering.columns import (
    BUS,
    LANE,
    RAIL,
    STUB,
    Column,
    Family,
    Shape,
    Shapes,
    families_of,
    family_of,
    is_on_left,
)
from argmap.rendering.curves import Point, round_corners
from argmap.rendering.dominators import Branch
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.parts import Route

_APART = 14.0
_EDGE = 12.0
_FIRST_BUS = 23.0
_KEEP = 12.5


class Drawn(NamedTuple):
    """A branch that has been drawn: corners of boxes, paths of edges, areas of groups."""

    places: dict[str, Point]
    routes: list[Route]
    frames: dict[int, Rectangle]


class _Way:
    """How one branch is joined to the box above it: from where, and at which x it goes up."""

    __slots__ = ("edges", "is_railed", "start", "x")

    def __init__(self, edges: list[Edge], start: Point, x: float, is_railed: bool) -> None:
        self.edges, self.start, self.x, self.is_railed = edges, start, x, is_railed


def draw_branch(
    root: Branch,
    shape: Shape,
    shapes: Shapes,
    figures: Mapping[str, Figure],
) -> Drawn:
    """Return where a branch in a shape has its boxes, its edges and its groups."""
    places: dict[str, Point] = {}
    routes: list[Route] = []
    frames: dict[int, Rectangle] = {}
    ahead = [(root, shape, Point(0.0, 0.0))]
    while ahead:
        branch, shape, corner = ahead.pop()
        if branch.box:
            places[branch.box] = Point(corner.x + shape.box, corner.y)
        if branch.group is not None:
            frames[branch.group] = Rectangle(corner.x, corner.y, shape.width, shape.height)
        ways: dict[Family, list[_Way]] = {}
        for column in shape.columns:
            left, top = corner.x + column.x, corner.y + shape.top
            lanes = _lanes(column)
            for entry in column.entries:
                chosen = shapes[entry.branch][entry.shape]
                place = Point(left + column.indent, top + entry.down)
                ahead.append((entry.branch, chosen, place))
                family = family_of(entry.branch)
                if family is None:
                    continue
                figure = figures[entry.branch.box]
                x = place.x + chosen.box
                if column.indent:
                    start = Point(x, place.y + _stub_height(figure))
                    way = _Way(entry.branch.edges, start, left + lanes[family], True)
                else:
                    start = Point(x + figure.width / 2, place.y)
                    way = _Way(entry.branch.edges, start, start.x, False)
                ways.setdefault(family, []).append(way)
        if ways:
            routes += _join(branch, places[branch.box], figures[branch.box], ways)
    return Drawn(places, routes, frames)


def _stub_height(figure: Figure) -> float:
    return min(figure.height / 2, 12.5)


def _lanes(column: Column) -> dict[Family, float]:
    """Return the x of each family's rail; later families stand further out."""
    found: dict[Family, None] = {}
    for entry in column.entries:
        family = family_of(entry.branch)
        if family is not None:
            found[family] = None
    inner = column.indent - STUB
    return {family: inner - LANE * number for number, family in enumerate(found)}


def _join(
    branch: Branch, place: Point, figure: Figure, ways: Mapping[Family, list[_Way]]
) -> list[Route]:
    """Lead the lines of all families to a box: to its lower side, or to a row from the right."""
    order = [family for family in families_of(branch) if family in ways]
    bottom = place.y + figure.height
    arrivals = _arrivals(order, place, figure, ways)
    routes = []
    bus = bottom + _FIRST_BUS
    lanes = _lanes_beside(order, place, figure, arrivals)
    for family in sorted(order, key=lambda family: family not in arrivals):
        is_level = False
        for way in ways[family]:
            points = [way.start]
            if way.is_railed:
                points.append(Point(way.x, way.start.y))
            if family in arrivals:
                end = Point(arrivals[family], bottom)
            else:
                port = figure.port(family[0].port or "")
                side = 0 if is_on_left(family, figure) else figure.width
                end = Point(place.x + side, place.y + port.middle)
                x = lanes[family]
            if family not in arrivals:
                points += [Point(way.x, bus), Point(x, bus), Point(x, end.y), end]
                is_level = True
            elif abs(way.x - end.x) > 0.5:
                points += [Point(way.x, bus), Point(end.x, bus), end]
                is_level = True
            else:
                points.append(end)
            curve = round_corners(points, _KEEP)
            is_shared = len(ways[family]) > 1
            routes += [Route(edge, curve, is_shared) for edge in way.edges]
        bus += BUS if is_level else 0.0
    return routes


def _lanes_beside(
    order: Sequence[Family], place: Point, figure: Figure, arrivals: Mapping[Family, float]
) -> dict[Family, float]:
    """Return the x of the line beside a box for each family that arrives at a row.

    Those of lower rows stand closer, so that no line crosses one that goes further up.
    """
    found: dict[Family, float] = {}
    beside = [family for family in order if family not in arrivals]
    beside.sort(key=lambda family: -figure.port(family[0].port or "").top)
    left, right = place.x - RAIL, place.x + figure.width + RAIL
    for family in beside:
        if is_on_left(family, figure):
            left -= LANE
            found[family] = left + LANE / 2
        else:
            right += LANE
            found[family] = right - LANE / 2
    return found


def _arrivals(
    order: Sequence[Family], place: Point, figure: Figure, ways: Mapping[Family, list[_Way]]
) -> dict[Family, float]:
    """Return at which x of a box's lower side each family arrives, apart from each other."""
    wishes: list[tuple[float, int, Family]] = []
    fixed: dict[Family, float] = {}
    for number, family in enumerate(order):
        port = family[0].port
        if port is not None:
            if figure.has_ports_below:
                fixed[family] = place.x + figure.port(port).middle
            continue
        xs = [way.x for way in ways[family]]
        wishes.append((sum(xs) / len(xs), number, family))
    wishes.sort()
    low, high = place.x + min(_EDGE, figure.width / 2), place.x + figure.width - _EDGE
    high = max(low, high)
    apart = min(_APART, (high - low) / max(len(wishes), 1))
    last = low - apart
    found: dict[Family, float] = {}
    for number, (wish, _, family) in enumerate(wishes):
        rest = len(wishes) - 1 - number
        x = min(max(wish, last + min(apart, LANE), low), high - rest * min(apart, LANE))
        found[family] = last = x
    return {**found, **fixed}
