"""Give every box a place and every edge a path, trying a few ways and keeping the best."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.blocks import Stacking
from argmap.rendering.box_figures import SMALL, Widths, draw_box, draw_boxes
from argmap.rendering.curves import Point
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.floorplan import Plan
from argmap.rendering.metrics import text_width
from argmap.rendering.parts import EngineWay, Part, Route, lay_out_parts
from argmap.rendering.placing import (
    CAPTION,
    PAD,
    Arrangement,
    Placer,
    Variant,
    crossing_edges,
)
from argmap.rendering.refining import refine
from argmap.rendering.routing import Router
from argmap.rendering.skeleton import Spacing
from argmap.rendering.theme import Theme

PAGE_WIDTH, PAGE_HEIGHT = 785.0, 538.0
"""The printed area of a landscape A4 page with margins of 10 mm, in points (277 × 190 mm)."""
LEAST = 7.0
"""The smallest text on such a page, in points."""
SMALL_MAP = 60
"""Up to this many boxes several layouts are tried and parts packed; beyond, one run of the engine
does everything, since leading edges around hundreds of boxes takes seconds.
"""
_AROUND = 32.0
_ABOVE_AND_BELOW = 90.0
_FLAT = 1.8
_FACTORS = (1.0, 0.68, 0.78, 0.88, 1.15, 1.35, 1.6)


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

    def area(self, box: str) -> Rectangle:
        """Return the rectangle that a box covers."""
        figure, place = self.figures[box], self.places[box]
        return Rectangle(place.x, place.y, figure.width, figure.height)


def repaint(layout: Layout, argument_map: ArgumentMap, theme: Theme) -> Layout:
    """Return the same layout in the colours of another theme; sizes do not depend on these."""
    figures = {box.id: draw_box(box, theme, layout.widths[box.id]) for box in argument_map.boxes}
    return replace(layout, figures=figures)


def find_layout(argument_map: ArgumentMap, theme: Theme, *, engine: str | None = None) -> Layout:
    """Return the layout, of those tried, that is easiest to read on a landscape page."""
    count = len(argument_map.boxes)
    if not count:
        return Layout(1.0, 1.0, {}, {}, (), (None,) * len(argument_map.groups))
    if count > SMALL_MAP:
        return _in_one(argument_map, theme, engine)
    spacing = Spacing()
    variants = _draw(argument_map, theme, spacing, engine)
    if len(variants[0].parts) == 1:
        best = max(variants, key=lambda variant: score(*_size(variant.parts[0])))
        flat = _aspect(*_size(best.parts[0]))
        if flat > _FLAT:
            # A flat map is as wide as it is: room between the ranks costs it nothing.
            part = best.parts[0]
            missing = part.width / _FLAT - part.height - _ABOVE_AND_BELOW
            loose = replace(spacing, ranks=spacing.ranks + min(max(missing, 8.0) / 2, 40.0))
            variants += _draw(argument_map, theme, loose, engine)
    placer = Placer(argument_map, variants)
    if not placer.plans:
        return _in_one(argument_map, theme, engine)
    pages = [page for plan in placer.plans for page in (plan, *placer.reshaped(plan))]
    arranged = Arrangement(max(pages, key=_value))
    refine(placer, arranged)
    return _finish(argument_map, placer, arranged)


def _draw(
    argument_map: ArgumentMap, theme: Theme, spacing: Spacing, engine: str | None
) -> list[Variant]:
    """Draw all boxes with shorter and with longer lines, and lay out what hangs together."""
    variants = []
    for factor in _FACTORS:
        widths = Widths().scaled(factor)
        figures = draw_boxes(argument_map, theme, widths)
        way = EngineWay(Stacking(), spacing)
        parts = lay_out_parts(argument_map, figures, way, engine)
        variants.append(Variant(widths, figures, parts))
    return variants


def _size(part: Part) -> tuple[float, float]:
    return part.width, part.height


def _value(plan: Plan) -> float:
    return score(plan.width, plan.height) / (1.0 + plan.cost / 20000.0)


def score(width: float, height: float) -> float:
    """Return how well a map of a size in points fits a landscape page; more is better.

    It is the scale at which the whole map fits, lowered where the smallest text gets too small
    at full page width, and where the map is higher than wide or more than twice as wide as high.
    """
    wide, high = width + _AROUND, height + _ABOVE_AND_BELOW
    fit = min(PAGE_WIDTH / wide, PAGE_HEIGHT / high, 1.3)
    aspect = _aspect(width, height)
    readable = min(1.0, PAGE_WIDTH * SMALL / LEAST / wide)
    return fit * readable**6 * min(1.0, aspect / 1.02) ** 2 * min(1.0, 1.9 / aspect) ** 2


def _aspect(width: float, height: float) -> float:
    return (width + _AROUND) / (height + _ABOVE_AND_BELOW)


def _in_one(argument_map: ArgumentMap, theme: Theme, engine: str | None) -> Layout:
    """Let the engine do everything, groups and all."""
    figures = draw_boxes(argument_map, theme, Widths())
    way = EngineWay(Stacking(), Spacing(), as_one=True)
    (part,) = lay_out_parts(argument_map, figures, way, engine)
    areas = {
        box: Rectangle(place.x, place.y, figures[box].width, figures[box].height)
        for box, place in part.places.items()
    }
    frames = _frames_around(argument_map, areas)
    layout = _crop(argument_map, figures, areas, list(part.routes), frames)
    return replace(layout, widths=dict.fromkeys(areas, Widths()))


def _frames_around(
    argument_map: ArgumentMap, areas: Mapping[str, Rectangle]
) -> list[Rectangle | None]:
    """Return the area of each group: around its boxes and the groups in it."""
    inside: list[list[Rectangle]] = [[] for _ in argument_map.groups]
    for box in argument_map.boxes:
        if box.group is not None:
            inside[box.group].append(areas[box.id])
    frames: list[Rectangle | None] = [None] * len(inside)
    for index in reversed(range(len(inside))):
        if not inside[index]:
            continue
        left = min(area.x for area in inside[index]) - PAD
        top = min(area.y for area in inside[index]) - CAPTION
        right = max(area.x + area.width for area in inside[index]) + PAD
        bottom = max(area.y + area.height for area in inside[index]) + PAD
        frame = frames[index] = Rectangle(left, top, right - left, bottom - top)
        parent = argument_map.groups[index].parent
        if parent is not None:
            inside[parent].append(frame)
    return frames


def _finish(argument_map: ArgumentMap, placer: Placer, arranged: Arrangement) -> Layout:
    boxes = placer.boxes(arranged)
    figures = {box: placed.figure for box, placed in boxes.items()}
    areas = {box: placed.area for box, placed in boxes.items()}
    routes = [
        route.moved(corner.x, corner.y)
        for number, shape, corner in placer.parts_of(arranged)
        for route in placer.variants[shape].parts[number].routes
    ]
    frames: list[Rectangle | None] = [None] * len(argument_map.groups)
    for node, plan, place in placer.places(arranged):
        if node.group is not None:
            frames[node.group] = Rectangle(place.x, place.y, plan.width, plan.height)
    captions = [
        _caption(frame, group.title)
        for group, frame in zip(argument_map.groups, frames, strict=True)
        if frame is not None
    ]
    router = Router(areas, figures, captions, [frame for frame in frames if frame])
    crossing = crossing_edges(argument_map, placer.variants[0].parts)
    curves = router.route(crossing)
    routes.extend(Route(edge, curves[edge.id]) for edge in crossing)
    layout = _crop(argument_map, figures, areas, routes, frames)
    return replace(layout, widths={box: placed.widths for box, placed in boxes.items()})


def _caption(frame: Rectangle, title: str) -> Rectangle:
    """Return the area of a group's title."""
    width = text_width(printable(title).upper(), SMALL, is_bold=True)
    return Rectangle(frame.x + PAD, frame.y + 4, min(frame.width - 2 * PAD, width), 13)


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
