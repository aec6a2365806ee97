"""Lead edges around boxes: right angles with round corners, in the gaps between boxes.

Edges inside a part that Graphviz has laid out keep Graphviz's curves. The others are led along a
sparse grid of lines beside the boxes; see `argmap.rendering.paths`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.mapping.argument_map import Edge, End
from argmap.rendering.curves import Curve, Point, round_corners, straight
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.grid import Grid, Name, Way
from argmap.rendering.paths import Goal, PathFinder, Start

_CLEAR = 9.0
_APPROACH = 16.0
_STRAIGHT = 12.5
_TRACK = 5.0
_KEEP_OFF = 4.0
_SIDE = 60.0
_SMALL = 24
_CARE, _HASTE = 1.25, 1.7


@dataclass(frozen=True, slots=True)
class _Door:
    """A place on a box's border, the point outside it where a path begins, and its price."""

    border: Point
    outside: Point
    cost: float

    @property
    def way(self) -> Way:
        """The direction in which a path leaves here."""
        return Way.between(self.border, self.outside)


@dataclass(slots=True)
class Router:
    """Leads the edges of one map, one after the other.

    areas:   the rectangles of all boxes, by id
    figures: their figures, for the ports
    captions: words that no edge should cross
    """

    areas: dict[str, Rectangle]
    figures: dict[str, Figure]
    captions: Sequence[Rectangle] = ()
    _grid: Grid = field(default_factory=lambda: Grid([], []))
    _taken: dict[Point, set[Name]] = field(default_factory=dict)

    def route(self, edges: Sequence[Edge]) -> dict[str, Curve]:
        """Return a curve for each edge, by its id; those that are close together come first."""
        doors = {edge.id: (self._starts(edge), self._goals(edge)) for edge in edges}
        self._make_grid([door for pair in doors.values() for door in (*pair[0], *pair[1])])
        found: dict[str, Curve] = {}
        for edge in sorted(edges, key=self._distance):
            starts, goals = doors[edge.id]
            found[edge.id] = self._lead(edge, starts, goals)
        return found

    @property
    def _is_small(self) -> bool:
        return len(self.areas) <= _SMALL

    def _distance(self, edge: Edge) -> float:
        a, b = self.areas[edge.source.box], self.areas[edge.target.box]
        return abs(a.x + a.width / 2 - b.x - b.width / 2) + abs(a.y - b.y)

    def _starts(self, edge: Edge) -> list[_Door]:
        area = self.areas[edge.source.box]
        if edge.source.port is not None:
            return self._sides(edge.source, 0.0)
        return [
            *self._level(area, area.y, -_APPROACH, (0.5, self._facing(edge.source, edge.target))),
            *self._sides(edge.source, _SIDE),
        ]

    def _goals(self, edge: Edge) -> list[_Door]:
        area = self.areas[edge.target.box]
        if edge.target.port is not None:
            return self._sides(edge.target, 0.0)
        facing = self._facing(edge.target, edge.source)
        shares = (0.5, facing, 0.3, 0.7)
        return [
            *self._level(area, area.y + area.height, _APPROACH, shares),
            *self._sides(edge.target, _SIDE),
        ]

    def _facing(self, end: End, other: End) -> float:
        """Return the share of a box's width that lies straight above or below another's middle."""
        here, there = self.areas[end.box], self.areas[other.box]
        share = (there.x + there.width / 2 - here.x) / here.width
        return min(max(share, 0.1), 0.9)

    def _level(
        self, area: Rectangle, y: float, out: float, shares: tuple[float, ...]
    ) -> list[_Door]:
        xs = [area.x + area.width * share for share in shares]
        return [
            _Door(Point(x, y), Point(x, y + out), 40.0 * abs(share - 0.5))
            for x, share in zip(xs, shares, strict=True)
        ]

    def _sides(self, end: End, cost: float) -> list[_Door]:
        area, figure = self.areas[end.box], self.figures[end.box]
        y = area.y + (figure.port(end.port).middle if end.port else area.height / 2)
        left, right = area.x, area.x + area.width
        return [
            _Door(Point(left, y), Point(left - _APPROACH, y), cost),
            _Door(Point(right, y), Point(right + _APPROACH, y), cost),
        ]

    def _make_grid(self, doors: list[_Door]) -> None:
        xs: set[float] = set()
        ys: set[float] = set()
        for area in self.areas.values():
            for step in (_CLEAR, _CLEAR + _TRACK) if self._is_small else (_CLEAR,):
                xs.update((area.x - step, area.x + area.width + step))
                ys.update((area.y - step, area.y + area.height + step))
        for door in doors:
            xs.add(door.outside.x)
            ys.add(door.outside.y)
        self._grid = Grid(_spread(xs), _spread(ys))
        for area in (*self.areas.values(), *self.captions):
            self._grid.block(area, _KEEP_OFF)

    def _lead(self, edge: Edge, starts: list[_Door], goals: list[_Door]) -> Curve:
        name = (edge.kind, edge.target)
        grid = self._grid
        ends = {grid.at(door.outside): door for door in reversed(goals)}
        begins = {grid.at(door.outside): door for door in reversed(starts)}
        finder = PathFinder(
            grid,
            name,
            {
                vertex: Goal(door.way.opposite, door.cost + self._price(door, name))
                for vertex, door in ends.items()
            },
            _CARE if self._is_small else _HASTE,
        )
        path = finder.find(
            [Start(vertex, door.way.is_across, door.cost) for vertex, door in begins.items()]
        )
        if path is None:
            return straight(starts[0].border, goals[0].border)
        grid.use(path, name)
        start, end = begins[path[0]], ends[path[-1]]
        self._taken.setdefault(end.border, set()).add(name)
        points = [start.border, *(grid.point(vertex) for vertex in path), end.border]
        return round_corners(points, _STRAIGHT)

    def _price(self, door: _Door, name: Name) -> float:
        """Return what it costs to end where an edge that says something else ends already."""
        return 40.0 if self._taken.get(door.border, set()) - {name} else 0.0


def _spread(values: set[float]) -> list[float]:
    """Sort values and drop those that lie too close to their neighbours to tell apart."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 0.01:
            kept.append(value)
    return kept
