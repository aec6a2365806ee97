"""Give every box a place and every edge a path, trying a few ways and keeping the best."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from argmap.mapping.argument_map import ArgumentMap, Edge
from argmap.rendering.box_figures import SMALL, Widths, draw_box
from argmap.rendering.curves import Point
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.parts import Route
from argmap.rendering.routing import Router
from argmap.rendering.theme import Theme
from argmap.rendering.turning import Direction, turn_area, turn_point


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is, in points, y downwards.

    places: the upper left corner of each box, by its id
    frames: the area of each group, None for a group without boxes
    widths: how long the lines of each box are, to draw it again in other colours
    """

    width: float
    height: float
    figures: dict[str, Figure]
    places: dict[str, Point]
    routes: tuple[Route, ...]
    frames: tuple[Rectangle | None, ...]
    widths: Mapping[str, Widths] = field(default_factory=dict)
    direction: Direction = Direction.UP

    def area(self, box: str) -> Rectangle:
        """Return the rectangle that a box covers."""
        figure, place = self.figures[box], self.places[box]
        return Rectangle(place.x, place.y, figure.width, figure.height)


@dataclass(frozen=True, slots=True)
class Draft:
    """A layout before it is turned: conclusions stand above, the corner is anywhere.

    figures: as they are drawn; widths: the length of their lines
    areas:   of the boxes
    routes:  the paths that are known; all other edges are led around the boxes
    frames:  the areas of groups, by their numbers
    """

    figures: dict[str, Figure]
    widths: Mapping[str, Widths]
    areas: Mapping[str, Rectangle]
    routes: list[Route]
    frames: Mapping[int, Rectangle]


def repaint(layout: Layout, argument_map: ArgumentMap, theme: Theme) -> Layout:
    """Return the same layout in the colours of another theme; sizes do not depend on these."""
    figures = {box.id: draw_box(box, theme, layout.widths[box.id]) for box in argument_map.boxes}
    return replace(layout, figures=figures)


def finish(argument_map: ArgumentMap, draft: Draft, direction: Direction) -> Layout:
    """Turn a draft to where its conclusions are wanted, and lead the edges that it leaves."""
    areas = {box: turn_area(area, direction) for box, area in draft.areas.items()}
    frames: list[Rectangle | None] = [None] * len(argument_map.groups)
    for number, area in draft.frames.items():
        frames[number] = turn_area(area, direction)
    routes = [
        replace(route, curve=tuple(turn_point(point, direction) for point in route.curve))
        for route in draft.routes
    ]
    led = {route.edge.id for route in routes}
    left = [edge for edge in argument_map.edges if edge.id not in led]
    if left:
        routes += _lead(argument_map, left, draft.figures, areas, frames, direction)
    layout = _crop(argument_map, draft.figures, areas, routes, frames)
    return replace(layout, widths=draft.widths, direction=direction)


def _lead(  # noqa: PLR0913, PLR0917  (all that stands in the way)
    argument_map: ArgumentMap,
    edges: list[Edge],
    figures: dict[str, Figure],
    areas: dict[str, Rectangle],
    frames: list[Rectangle | None],
    direction: Direction,
) -> list[Route]:
    captions = [
        _caption(frame, group.title)
        for group, frame in zip(argument_map.groups, frames, strict=True)
        if frame is not None
    ]
    router = Router(areas, figures, captions, [frame for frame in frames if frame], direction)
    curves = router.route(edges)
    return [Route(edge, curves[edge.id]) for edge in edges]


def _caption(frame: Rectangle, title: str) -> Rectangle:
    """Return the area of a group's title."""
    width = text_width(printable(title).upper(), SMALL, is_bold=True)
    return Rectangle(frame.x + 12, frame.y + 4, min(frame.width - 24, width), 13)


def _crop(
    argument_map: ArgumentMap,
    figures: dict[str, Figure],
    areas: Mapping[str, Rectangle],
    routes: list[Route],
    frames: list[Rectangle | None],
) -> Layout:
    """Make the page as large as what is on it, since edges may leave the packed area."""
    order = {edge.id: number for number, edge in enumerate(argument_map.edges)}
    routes.sort(key=lambda route: order[route.edge.id])
    points = [point for route in routes for point in route.curve]
    solid = [*areas.values(), *(frame for frame in frames if frame)]
    left = min([area.x for area in solid] + [point.x - 2 for point in points])
    top = min([area.y for area in solid] + [point.y - 2 for point in points])
    right = max([area.x + area.width for area in solid] + [point.x + 2 for point in points])
    bottom = max([area.y + area.height for area in solid] + [point.y + 2 for point in points])
    return Layout(
        right - left,
        bottom - top,
        {box.id: figures[box.id] for box in argument_map.boxes},
        {
            box.id: Point(areas[box.id].x - left, areas[box.id].y - top)
            for box in argument_map.boxes
        },
        tuple(route.moved(-left, -top) for route in routes),
        tuple(
            frame and Rectangle(frame.x - left, frame.y - top, frame.width, frame.height)
            for frame in frames
        ),
    )
