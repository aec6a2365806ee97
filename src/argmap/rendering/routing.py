"""Lead edges around boxes: right angles with round corners, in the gaps between boxes.

Edges inside a part that Graphviz has laid out keep Graphviz's curves. The others are led along a
sparse grid of lines beside the boxes; see `argmap.rendering.paths`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

from argmap.mapping.argument_map import Edge, End
from argmap.rendering.curves import Curve, Point, round_corners, straight
from argmap.rendering.figure import Figure, Rectangle
from argmap.rendering.grid import Grid, Name, Way
from argmap.rendering.paths import Goal, PathFinder, Start
from argmap.rendering.turning import Direction

_LANE = 8.0
"""Distance of lines from boxes and from each other, in points."""
_APPROACH = 16.0
_STRAIGHT = 12.5
_KEEP_OFF = 6.0
_SIDE = 60.0
_SMALL, _LARGE = 30, 60
_END = 8.0
"""Distance of two arrowheads at one row."""
_MERGE = 2.5
_EDGE = 0.12
_CARE, _HASTE = 1.15, 1.7
_CROWD = 60.0


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
    frames:  borders that no edge should run along
    direction: where conclusions stand
    """

    areas: dict[str, Rectangle]
    figures: dict[str, Figure]
    captions: Sequence[Rectangle] = ()
    frames: Sequence[Rectangle] = ()
    direction: Direction = Direction.UP
    _grid: Grid = field(default_factory=lambda: Grid([], []))
    _taken: list[tuple[Point, Name]] = field(default_factory=list)

    def route(self, edges: Sequence[Edge]) -> dict[str, Curve]:
        """Return a curve for each edge, by its id; those that are close together come first."""
        doors = {}
        for edge in edges:
            goals = self._goals(edge)
            doors[edge.id] = self._starts(edge, goals), goals
        self._make_grid([door for pair in doors.values() for door in (*pair[0], *pair[1])])
        order = sorted(edges, key=self._distance)
        paths: dict[str, _Path] = {}
        for _ in range(2 if self._is_small else 1):
            # The second time each edge knows where all the others are.
            for edge in order:
                if edge.id in paths:
                    self._forget(edge, paths.pop(edge.id))
                path = self._lead(edge, *doors[edge.id])
                if path is not None:
                    paths[edge.id] = path
        return {
            edge.id: paths[edge.id].curve(self._grid)
            if edge.id in paths
            else straight(doors[edge.id][0][0].border, doors[edge.id][1][0].border)
            for edge in edges
        }

    @property
    def _is_small(self) -> bool:
        return len(self.areas) <= _SMALL

    def _distance(self, edge: Edge) -> float:
        a, b = self.areas[edge.source.box], self.areas[edge.target.box]
        return abs(a.x + a.width / 2 - b.x - b.width / 2) + abs(a.y - b.y)

    def _starts(self, edge: Edge, goals: list[_Door]) -> list[_Door]:
        area = self.areas[edge.source.box]
        if edge.source.port is not None:
            return self._sides(edge.source, 0.0)
        # Straight below where the edge has to arrive it needs no bend on the way.
        below = [(door.outside.x - area.x) / area.width for door in goals]
        shares = {0.5, self._facing(edge.source, edge.target)}
        shares.update(share for share in below if _EDGE < share < 1 - _EDGE)
        return self._around(edge.source, self.direction, tuple(sorted(shares)))

    def _around(self, end: End, side: Direction, shares: tuple[float, ...]) -> list[_Door]:
        """Return the doors of a box: those on the side that an edge should take are cheap."""
        area = self.areas[end.box]
        if side.is_sideways:
            ahead = Way.LEFT if side is Direction.LEFT else Way.RIGHT
            sides = self._sides(end, 0.0)
            doors = [door for door in sides if door.way is ahead]
            for y, out in ((area.y, -_APPROACH), (area.y + area.height, _APPROACH)):
                level = self._level(area, y, out, (0.5,))
                doors += [replace(door, cost=door.cost + _SIDE) for door in level]
            return doors
        y, out = area.y, -_APPROACH
        if side is Direction.DOWN:
            y, out = area.y + area.height, _APPROACH
        return [*self._level(area, y, out, shares), *self._sides(end, _SIDE)]

    def _goals(self, edge: Edge) -> list[_Door]:
        if edge.target.port is not None:
            doors = self._sides(edge.target, 0.0)
            if not self.direction.is_sideways:
                return doors
            ahead = Way.RIGHT if self.direction is Direction.LEFT else Way.LEFT
            return [
                door if door.way is ahead else replace(door, cost=door.cost + _SIDE)
                for door in doors
            ]
        facing = self._facing(edge.target, edge.source)
        shares = (0.5, facing, 0.3, 0.7)
        return self._around(edge.target, self.direction.opposite, shares)

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
            _Door(Point(x, y), Point(x, y + out), 30.0 * abs(share - 0.5))
            for x, share in zip(xs, shares, strict=True)
        ]

    def _sides(self, end: End, cost: float) -> list[_Door]:
        area, figure = self.areas[end.box], self.figures[end.box]
        port = figure.port(end.port) if end.port else None
        middle = port.middle if port else area.height / 2
        room = max(0.0, (port.bottom - port.top) / 2 - _END) if port else 0.0
        steps = [0.0] + [way * _END * n for n in (1, 2) if _END * n <= room for way in (1, -1)]
        outs = (_APPROACH, _APPROACH + _LANE) if port else (_APPROACH,)
        doors = []
        for step in steps if self._is_small else steps[:1]:
            y = area.y + middle + step
            for out in outs:
                price = cost + abs(step) + (out - _APPROACH) / 2
                right = area.x + area.width
                if port is None or port.side != "e":
                    doors.append(_Door(Point(area.x, y), Point(area.x - out, y), price))
                if port is None or port.side != "w":
                    doors.append(_Door(Point(right, y), Point(right + out, y), price))
        return doors

    def _make_grid(self, doors: list[_Door]) -> None:
        wide = (1, 2, 3) if self._is_small else (1, 2) if len(self.areas) <= _LARGE else (1,)
        xs = [
            x + n * _LANE * way
            for area in self.areas.values()
            for n in wide
            for x, way in ((area.x, -1), (area.x + area.width, 1))
        ]
        ys = [
            y + n * _LANE * way
            for area in self.areas.values()
            for n in wide
            for y, way in ((area.y, -1), (area.y + area.height, 1))
        ]
        self._grid = Grid(
            _spread([door.outside.x for door in doors], xs),
            _spread([door.outside.y for door in doors], ys),
        )
        for area in self.areas.values():
            self._grid.block(area, _KEEP_OFF)
        for area in self.captions:
            self._grid.block(area, 3.0)
        for area in self.frames:
            self._grid.shade(area, 3.5)

    def _lead(self, edge: Edge, starts: list[_Door], goals: list[_Door]) -> "_Path | None":
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
        found = finder.find(
            [
                Start(vertex, door.way.is_across, door.cost + self._price(door, name))
                for vertex, door in begins.items()
            ]
        )
        if found is None:
            return None
        grid.use(found, name)
        path = _Path(begins[found[0]], ends[found[-1]], found)
        self._taken += [(path.start.border, name), (path.end.border, name)]
        return path

    def _forget(self, edge: Edge, path: "_Path") -> None:
        name = (edge.kind, edge.target)
        self._grid.leave(path.vertices, name)
        self._taken.remove((path.start.border, name))
        self._taken.remove((path.end.border, name))

    def _price(self, door: _Door, name: Name) -> float:
        """Return what it costs to end where an edge that says something else ends already."""
        near = (
            abs(border.x - door.border.x) < _END - 0.1
            and abs(border.y - door.border.y) < _END - 0.1
            for border, other in self._taken
            if other != name
        )
        return _CROWD if any(near) else 0.0


@dataclass(frozen=True, slots=True)
class _Path:
    """The way of an edge: from a door along vertices of the grid to another door."""

    start: _Door
    end: _Door
    vertices: list[int]

    def curve(self, grid: Grid) -> Curve:
        """Return it with round corners."""
        between = (grid.point(vertex) for vertex in self.vertices)
        return round_corners([self.start.border, *between, self.end.border], _STRAIGHT)


def _spread(needed: list[float], wanted: list[float]) -> list[float]:
    """Sort values and drop those that lie too close to their neighbours to be of use."""
    kept: list[float] = []
    must = set(needed)
    for value in sorted(must | set(wanted)):
        before = kept[-1] if kept else -inf
        if value in must:
            if value - before < 0.02:
                continue
            if kept and value - before < _MERGE and before not in must:
                kept.pop()
            kept.append(value)
        elif value - before >= _MERGE:
            kept.append(value)
    return kept
