"""The lines along which edges are led, what blocks them, and who uses them already."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from argmap.mapping.argument_map import EdgeKind, End
from argmap.rendering.curves import Point
from argmap.rendering.figure import Rectangle

Name = tuple[EdgeKind, End]
"""What edges that may share a line have in common: kind and target."""
APART = 6.9
"""The least distance in points of two lines that say different things."""


class Way(Enum):
    """A direction on the page."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)

    @property
    def is_across(self) -> bool:
        """Whether it leads left or right."""
        return self in (Way.LEFT, Way.RIGHT)

    @property
    def opposite(self) -> "Way":
        """The way back."""
        return Way((-self.value[0], -self.value[1]))

    @staticmethod
    def between(start: Point, end: Point) -> "Way":
        """Return the main direction from one point to another."""
        if abs(end.x - start.x) > abs(end.y - start.y):
            return Way.RIGHT if end.x > start.x else Way.LEFT
        return Way.DOWN if end.y > start.y else Way.UP


BORDER: Name = (EdgeKind.PREMISE, End(""))
Pieces = dict[int, list[Name]]


class Grid:
    """Vertical lines at `xs` and horizontal ones at `ys` (ascending, in points).

    A vertex is a number, `row * columns + column`. `across[v]` is set if the piece of line from v
    to its right neighbour is blocked, `down[v]` for the piece to the vertex below. `on_across`
    and `on_down` say which edges run along a piece, `by_across` and `by_down` which run so close
    beside it that one could take two lines for one; `busy[v]` that some edge touches a vertex or
    comes near.
    """

    def __init__(self, xs: list[float], ys: list[float]) -> None:
        self.xs, self.ys = xs, ys
        self.columns, self.rows = len(xs), len(ys)
        size = self.columns * self.rows
        self.across, self.down = bytearray(size), bytearray(size)
        self.busy = bytearray(size)
        self.on_across: Pieces = {}
        self.on_down: Pieces = {}
        self.by_across: Pieces = {}
        self.by_down: Pieces = {}

    def at(self, point: Point) -> int:
        """Return the vertex at a point, which must lie on two lines of the grid."""
        return _index(self.ys, point.y) * self.columns + _index(self.xs, point.x)

    def point(self, vertex: int) -> Point:
        """Return where a vertex is."""
        row, column = divmod(vertex, self.columns)
        return Point(self.xs[column], self.ys[row])

    def block(self, area: Rectangle, distance: float) -> None:
        """Close all lines through an area and within a distance of it."""
        left, right = area.x - distance, area.x + area.width + distance
        top, bottom = area.y - distance, area.y + area.height + distance
        columns, spans = _within(self.xs, left, right)
        rows, drops = _within(self.ys, top, bottom)
        for j in rows:
            for i in spans:
                self.across[j * self.columns + i] = 1
        for j in drops:
            for i in columns:
                self.down[j * self.columns + i] = 1

    def shade(self, area: Rectangle, distance: float) -> None:
        """Make lines dear that run along the border of an area, where they would be lost."""
        top, bottom = area.y - distance, area.y + area.height + distance
        left, right = area.x - distance, area.x + area.width + distance
        for column, x in enumerate(self.xs):
            if min(abs(x - area.x), abs(x - area.x - area.width)) < distance:
                for row, y in enumerate(self.ys[:-1]):
                    if top <= y <= bottom:
                        self.by_down.setdefault(row * self.columns + column, []).append(BORDER)
                        self.busy[row * self.columns + column] = 1
        for row, y in enumerate(self.ys):
            if min(abs(y - area.y), abs(y - area.y - area.height)) < distance:
                for column, x in enumerate(self.xs[:-1]):
                    if left <= x <= right:
                        self.by_across.setdefault(row * self.columns + column, []).append(BORDER)
                        self.busy[row * self.columns + column] = 1

    def use(self, path: list[int], name: Name) -> None:
        """Remember that an edge runs along a path of neighbouring vertices."""
        for pieces, piece, end in self._pieces(path):
            pieces.setdefault(piece, []).append(name)
            self.busy[piece] = self.busy[end] = 1

    def leave(self, path: list[int], name: Name) -> None:
        """Forget an edge again."""
        for pieces, piece, _ in self._pieces(path):
            pieces[piece].remove(name)

    def _pieces(self, path: list[int]) -> Iterator[tuple[Pieces, int, int]]:
        """Yield the pieces of a path, and those beside it, with the vertex at their ends."""
        for start, end in pairwise(path):
            low = min(start, end)
            row, column = divmod(low, self.columns)
            if abs(end - start) == 1:
                yield self.on_across, low, low + 1
                for other in _close(self.ys, row):
                    piece = other * self.columns + column
                    yield self.by_across, piece, piece + 1
            else:
                yield self.on_down, low, low + self.columns
                for other in _close(self.xs, column):
                    piece = row * self.columns + other
                    yield self.by_down, piece, piece + self.columns

    def is_crossing(self, vertex: int, is_across: bool, name: Name) -> bool:
        """Whether going straight through a vertex crosses an edge that says something else."""
        users = self.on_down if is_across else self.on_across
        before = vertex - (self.columns if is_across else 1)
        return any(user != name for place in (before, vertex) for user in users.get(place, ()))


def _within(values: list[float], low: float, high: float) -> tuple[range, range]:
    """Return which lines lie between two values, and which gaps between lines overlap them."""
    start, end = bisect_right(values, low), bisect_left(values, high)
    return range(start, end), range(max(start - 1, 0), min(end, len(values) - 1))


def _close(values: list[float], index: int) -> Iterator[int]:
    """Yield the lines that are too close to one for two edges to be told apart."""
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(values) and abs(values[other] - values[index]) < APART:
            yield other
            other += step


def _index(values: list[float], value: float) -> int:
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if values[middle] < value - 0.02:
            low = middle + 1
        else:
            high = middle
    return low
