"""Give every box a place and every edge a path, trying a few ways and keeping the best."""

from dataclasses import dataclass, field, replace
from math import sqrt

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.blocks import Stacking
from argmap.rendering.box_figures import SMALL, Widths, draw_boxes
from argmap.rendering.curves import Point
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.packing import Packing
from argmap.rendering.parts import EngineWay, Part, Route, lay_out_parts
from argmap.rendering.placing import PAD, Placer, crossing_edges
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
_FEW = 36


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to lay out a map."""

    widths: Widths = field(default_factory=Widths)
    stacking: Stacking | None = field(default_factory=Stacking)
    spacing: Spacing = field(default_factory=Spacing)
    as_one: bool = False

    @property
    def way(self) -> EngineWay:
        """What of it concerns the engine."""
        return EngineWay(self.stacking, self.spacing, self.as_one)


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


@dataclass(frozen=True, slots=True)
class _Draft:
    """A layout whose edges between parts are still missing."""

    plan: Plan
    figures: dict[str, Figure]
    parts: list[Part]
    placer: Placer
    packing: Packing

    @property
    def score(self) -> float:
        """How well it fits a page."""
        return score(self.packing.width, self.packing.height)


def find_layout(argument_map: ArgumentMap, theme: Theme, *, engine: str | None = None) -> Layout:
    """Return the best of a few layouts: the one that is easiest to read on a landscape page."""
    if not argument_map.boxes:
        return Layout(1.0, 1.0, {}, {}, (), (None,) * len(argument_map.groups))
    count = len(argument_map.boxes)
    plans = [Plan(as_one=count > SMALL_MAP)]
    if 2 < count <= SMALL_MAP:
        factors = (0.78, 0.9, 1.15) if count <= _FEW else (0.85,)
        plans += [Plan(widths=Widths().scaled(factor)) for factor in factors]
    drafts = [_draft(argument_map, theme, plan, engine) for plan in plans]
    best = max(drafts, key=lambda draft: draft.score)
    if len(plans) > 1 and _aspect(best.packing.width, best.packing.height) > _FLAT:
        # A flat map is as wide as it is: room between the ranks costs it nothing.
        drafts.append(_draft(argument_map, theme, _loosened(best), engine))
        best = max(drafts, key=lambda draft: draft.score)
    return _finish(argument_map, best)


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


def _loosened(draft: _Draft) -> Plan:
    missing = draft.packing.width / _FLAT - draft.packing.height - _ABOVE_AND_BELOW
    spacing = draft.plan.spacing
    ranks = spacing.ranks + min(max(missing, 8.0) / 2, 40.0)
    return replace(draft.plan, spacing=replace(spacing, ranks=ranks))


def _draft(argument_map: ArgumentMap, theme: Theme, plan: Plan, engine: str | None) -> _Draft:
    figures = draw_boxes(argument_map, theme, plan.widths)
    parts = lay_out_parts(argument_map, figures, plan.way, engine)
    placer = Placer(argument_map, parts, figures)
    best: Packing | None = None
    for limit in _limits(parts):
        packing = placer.pack_page(limit)
        if packing is None:
            break
        if best is None or score(packing.width, packing.height) > score(best.width, best.height):
            best = packing
    if best is None:
        return _draft(argument_map, theme, replace(plan, as_one=True), engine)
    return _Draft(plan, figures, parts, placer, best)


def _limits(parts: list[Part]) -> list[float]:
    """Return widths to try: around what a page of the right shape would need, half of it empty."""
    if len(parts) == 1:
        return [parts[0].width]
    area = sum((part.width + 24.0) * (part.height + 30.0) for part in parts)
    middle = sqrt(1.5 * area * 1.3)
    return [middle * factor for factor in (0.7, 0.78, 0.86, 0.93, 1.0, 1.08, 1.2)]


def _finish(argument_map: ArgumentMap, draft: _Draft) -> Layout:
    placement = draft.placer.place(draft.packing)
    places: dict[str, Point] = {}
    routes: list[Route] = []
    for number, part in enumerate(draft.parts):
        corner = placement.corners[number]
        for box, place in part.places.items():
            places[box] = Point(corner.x + place.x, corner.y + place.y)
        routes.extend(route.moved(corner.x, corner.y) for route in part.routes)
    frames = tuple(placement.frames.get(index) for index in range(len(argument_map.groups)))
    areas = {
        box: Rectangle(place.x, place.y, draft.figures[box].width, draft.figures[box].height)
        for box, place in places.items()
    }
    captions = [
        _caption(frame, group.title)
        for group, frame in zip(argument_map.groups, frames, strict=True)
        if frame is not None
    ]
    router = Router(areas, draft.figures, captions)
    crossing = crossing_edges(argument_map, draft.parts)
    curves = router.route(crossing)
    routes.extend(Route(edge, curves[edge.id]) for edge in crossing)
    order = {edge.id: number for number, edge in enumerate(argument_map.edges)}
    routes.sort(key=lambda route: order[route.edge.id])
    return _crop(draft, places, routes, frames)


def _caption(frame: Rectangle, title: str) -> Rectangle:
    """Return the area of a group's title."""
    width = text_width(printable(title).upper(), SMALL, is_bold=True)
    return Rectangle(frame.x + PAD, frame.y + 4, min(frame.width - 2 * PAD, width), 13)


def _crop(
    draft: _Draft,
    places: dict[str, Point],
    routes: list[Route],
    frames: tuple[Rectangle | None, ...],
) -> Layout:
    """Make the page as large as what is on it, since edges may leave the packed area."""
    points = [point for route in routes for point in route.curve]
    left = min([0.0, *(point.x - 2 for point in points)])
    top = min([0.0, *(point.y - 2 for point in points)])
    right = max([draft.packing.width, *(point.x + 2 for point in points)])
    bottom = max([draft.packing.height, *(point.y + 2 for point in points)])
    return Layout(
        right - left,
        bottom - top,
        draft.figures,
        {box: Point(place.x - left, place.y - top) for box, place in places.items()},
        tuple(route.moved(-left, -top) for route in routes),
        tuple(
            frame and Rectangle(frame.x - left, frame.y - top, frame.width, frame.height)
            for frame in frames
        ),
    )
