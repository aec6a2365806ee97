"""Which edges run through a point of a picture."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from argmap.rendering.curves import Curve, Point, segments, split
from argmap.rendering.parts import Route

_CELL = 64.0
_NEAR = 1.0


class EdgeIndex:
    """The edges of a picture by the cells of a grid that they may run through.

    So each point is compared with what is near it, however large the map is.
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[str, Curve]]] = defaultdict(list)
        for route in routes:
            for segment in segments(route.curve):
                for cell in _cells(segment):
                    self._cells[cell].append((route.edge.id, segment))

    def edges_at(self, spot: Point) -> list[str]:
        """Return the ids of the edges that run through a point, or less than a point beside it."""
        near = self._cells.get((int(spot.x // _CELL), int(spot.y // _CELL)), [])
        found = (
            edge
            for edge, segment in near
            if any(point.distance(spot) < _NEAR for point in _points(segment))
        )
        return list(dict.fromkeys(found))


def _cells(segment: Curve) -> Iterator[tuple[int, int]]:
    """Give the cells that a segment may touch; it stays within its four points' rectangle."""
    left, right = (int(edge // _CELL) for edge in _reach([point.x for point in segment]))
    top, bottom = (int(edge // _CELL) for edge in _reach([point.y for point in segment]))
    for x in range(left, right + 1):
        for y in range(top, bottom + 1):
            yield x, y


def _reach(places: list[float]) -> tuple[float, float]:
    return min(places) - _NEAR, max(places) + _NEAR


def _points(segment: Curve) -> Iterator[Point]:
    """Give points of a segment close enough together to tell what lies on it."""
    steps = int(sum(one.distance(other) for one, other in pairwise(segment))) + 1
    for step in range(steps + 1):
        yield split(segment, step / steps)[0][3]
