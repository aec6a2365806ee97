"""Give every box a place and every edge a path, trying a few ways and keeping the best."""

import json
from dataclasses import dataclass, replace
from math import ceil

from argmap.mapping.argument_map import ArgumentMap, Edge
from argmap.rendering.blocks import Block, Link, Stacking, make_blocks
from argmap.rendering.box_figures import Widths, draw_boxes
from argmap.rendering.curves import Curve, Point, straight
from argmap.rendering.engine import run_engine
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.skeleton import Spacing, write_skeleton
from argmap.rendering.theme import Theme

PAGE_WIDTH, PAGE_HEIGHT = 785.0, 538.0
"""The printed area of a landscape A4 page with margins of 10 mm, in points (277 × 190 mm)."""
SMALL_MAP = 60
"""Up to this many boxes several layouts are tried."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to lay out a map."""

    widths: Widths = Widths()
    stacking: Stacking | None = Stacking()
    spacing: Spacing = Spacing()


@dataclass(frozen=True, slots=True)
class Route:
    """The path of an edge, from its source's border to its target's.

    `is_shared`: part of the path is drawn by other edges of the same kind too.
    """

    edge: Edge
    curve: Curve
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is, in points, y downwards.

    places: the upper left corner of each box, by its id
    frames: the area of each group, None for a group without boxes
    """

    width: float
    height: float
    figures: dict[str, Figure]
    places: dict[str, Point]
    routes: tuple[Route, ...]
    frames: tuple[Rectangle | None, ...]

    def area(self, box: str) -> Rectangle:
        """Return the rectangle that a box covers."""
        figure, place = self.figures[box], self.places[box]
        return Rectangle(place.x, place.y, figure.width, figure.height)


def find_layout(argument_map: ArgumentMap, theme: Theme, *, engine: str | None = None) -> Layout:
    """Return the best of a few layouts: the one whose text is largest on a landscape page."""
    first = lay_out(argument_map, theme, Plan(), engine=engine)
    if len(argument_map.boxes) > SMALL_MAP or len(argument_map.boxes) < 3:
        return first
    candidates = [first, *(
        lay_out(argument_map, theme, plan, engine=engine) for plan in _other_plans(first)
    )]
    return max(candidates, key=score)


def _other_plans(first: Layout) -> list[Plan]:
    if first.width / first.height > PAGE_WIDTH / PAGE_HEIGHT:
        narrow = Widths().scaled(0.8)
        return [Plan(widths=narrow), Plan(stacking=Stacking(2, 99))]
    wide = Widths().scaled(1.25)
    return [Plan(widths=wide), Plan(stacking=Stacking(4, 4)), Plan(widths=wide, stacking=None)]


def score(layout: Layout) -> float:
    """Return how large the map can be printed on a page: 1 is life size."""
    return min(PAGE_WIDTH / layout.width, PAGE_HEIGHT / layout.height)


def lay_out(
    argument_map: ArgumentMap, theme: Theme, plan: Plan, *, engine: str | None = None
) -> Layout:
    """Lay out a map in one way; EngineError if the engine refuses."""
    figures = draw_boxes(argument_map, theme, plan.widths)
    blocks, links = make_blocks(argument_map, figures, plan.stacking)
    if not blocks:
        return Layout(1, 1, figures, {}, (), ())
    sides: dict[str, str] = {}
    layout = None
    for _ in range(3):
        dot = write_skeleton(argument_map, blocks, links, figures, sides, plan.spacing)
        answer = json.loads(run_engine(dot, "json0", engine=engine))
        layout = _read(answer, argument_map, blocks, links, figures)
        better = _choose_sides(links, layout)
        if better == sides:
            break
        sides = better
    assert layout is not None
    return layout


def _choose_sides(links: list[Link], layout: Layout) -> dict[str, str]:
    """Return the side of a card at which each edge ends: the one its other end lies on."""
    sides = {}
    for link in links:
        source, target = layout.area(link.edge.source.box), layout.area(link.edge.target.box)
        is_left = source.x + source.width / 2 < target.x + target.width / 2
        if link.edge.target.port is not None:
            sides[f"{link.name}.head"] = "w" if is_left else "e"
        if link.edge.source.port is not None:
            sides[f"{link.name}.tail"] = "e" if is_left else "w"
    return sides


def _read(
    answer: dict[str, object],
    argument_map: ArgumentMap,
    blocks: list[Block],
    links: list[Link],
    figures: dict[str, Figure],
) -> Layout:
    left, bottom, right, top = _numbers(str(answer["bb"]))
    nodes: dict[str, dict[str, str]] = {
        node["name"]: node for node in answer.get("objects", [])  # type: ignore[attr-defined]
    }
    places: dict[str, Point] = {}
    corners: dict[str, Point] = {}
    for block in blocks:
        x, y = _numbers(nodes[block.name]["pos"])
        corner = Point(x - left - block.width / 2, top - y - block.height / 2)
        corners[block.name] = corner
        for member in block.members:
            places[member.box] = Point(corner.x + member.x, corner.y + member.y)
    frames: list[Rectangle | None] = []
    for index in range(len(argument_map.groups)):
        box = nodes.get(f"cluster_{index}", {}).get("bb")
        if box is None:
            frames.append(None)
            continue
        x1, y1, x2, y2 = _numbers(box)
        frames.append(Rectangle(x1 - left, top - y2, x2 - x1, y2 - y1))
    paths = {edge["id"]: edge["pos"] for edge in answer.get("edges", [])}  # type: ignore[attr-defined]
    routes: list[Route] = []
    for link in links:
        trunk = tuple(
            Point(x - left, top - y)
            for x, y in (_numbers(point) for point in paths[link.name].split())
        )
        routes.extend(_routes(link, trunk, corners[link.source.name]))
    order = {edge.id: number for number, edge in enumerate(argument_map.edges)}
    routes.sort(key=lambda route: order[route.edge.id])
    return Layout(right - left, top - bottom, figures, places, tuple(routes), tuple(frames))


def _routes(link: Link, trunk: Curve, corner: Point) -> list[Route]:
    if link.source.rail is None:
        return [Route(edge, trunk) for edge in link.edges]
    rail = corner.x + link.source.rail
    stubs = {member.box: member.stub for member in link.source.members}
    routes = []
    for edge in link.edges:
        stub = stubs[edge.source.box]
        assert stub is not None
        start = Point(corner.x + stub.x, corner.y + stub.y)
        routes.append(Route(edge, _along_rail(start, rail, corner.y) + trunk[1:], is_shared=True))
    return routes


def _along_rail(start: Point, rail: float, top: float) -> Curve:
    """Go from a box's side to the rail, round the corner, and up to the rail's end."""
    radius = min(6.0, start.y - top)
    turn = radius if start.x > rail else -radius
    bend = Point(rail + turn, start.y)
    up = Point(rail, start.y - radius)
    corner = Point(rail, start.y)
    curve = straight(start, bend) + (bend.towards(corner, 0.6), up.towards(corner, 0.6), up)
    return curve + straight(up, Point(rail, top))[1:]


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


__all__ = ["Layout", "Plan", "Route", "ceil", "find_layout", "lay_out", "replace", "score"]
