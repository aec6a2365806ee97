"""Bézier curves: the paths of edges, cut short where an arrowhead begins."""

from math import hypot
from typing import NamedTuple

_RADIUS = 7.0


class Point(NamedTuple):
    """A place in points; y grows downwards."""

    x: float
    y: float

    def towards(self, other: "Point", share: float) -> "Point":
        """Return the point a share of the way to another one."""
        return Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)

    def distance(self, other: "Point") -> float:
        """Return how far another point is."""
        return hypot(self.x - other.x, self.y - other.y)


Curve = tuple[Point, ...]
"""A chain of cubic Bézier segments: a start, then three points for each segment."""


def split(segment: Curve, share: float) -> tuple[Curve, Curve]:
    """Divide one segment (four points) at a parameter between 0 and 1 (de Casteljau)."""
    a, b, c, d = segment
    ab, bc, cd = a.towards(b, share), b.towards(c, share), c.towards(d, share)
    abc, bcd = ab.towards(bc, share), bc.towards(cd, share)
    middle = abc.towards(bcd, share)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def segments(curve: Curve) -> list[Curve]:
    """Return the cubic segments of a curve, four points each."""
    return [curve[index : index + 4] for index in range(0, len(curve) - 3, 3)]


def shorten_end(curve: Curve, length: float) -> Curve:
    """Return a curve that stops `length` points (as the crow flies) before its old end."""
    end = curve[-1]
    start = len(curve) - 4
    while start > 0 and curve[start].distance(end) <= length:
        start -= 3
    last = curve[start : start + 4]
    whole = last[0].distance(end)
    if whole <= length:
        return curve
    if start + 4 == len(curve) and is_straight(last):
        return curve[: start + 1] + straight(last[0], end.towards(last[0], length / whole))[1:]
    low, high = 0.0, 1.0
    for _ in range(20):
        share = (low + high) / 2
        if _at(last, share).distance(end) > length:
            low = share
        else:
            high = share
    return curve[:start] + split(last, low)[0]


def is_straight(segment: Curve) -> bool:
    """Whether the four points of a segment lie on one line, to a hundredth of a point."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    x, y = dx - ax, dy - ay
    limit = 0.01 * (abs(x) + abs(y))
    return (
        abs((bx - ax) * y - (by - ay) * x) <= limit and abs((cx - ax) * y - (cy - ay) * x) <= limit
    )


def reverse(curve: Curve) -> Curve:
    """Return the same curve, drawn from its end."""
    return tuple(reversed(curve))


def sample(curve: Curve, steps: int = 12) -> list[Point]:
    """Return points along a curve, `steps` for each segment, with both ends."""
    points = [curve[0]]
    for segment in segments(curve):
        points.extend(_at(segment, step / steps) for step in range(1, steps + 1))
    return points


def flatten(curve: Curve) -> list[Point]:
    """Return the corners of a chain of straight lines that follows a curve closely."""
    points = [curve[0]]
    for segment in segments(curve):
        if is_straight(segment):
            points.append(segment[3])
        else:
            points.extend(_at(segment, step / 12) for step in range(1, 13))
    return points


def _at(segment: Curve, share: float) -> Point:
    """Return the point of a segment at a parameter between 0 and 1."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = segment
    rest = 1.0 - share
    a, b, c, d = rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3
    return Point(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy)


def straight(start: Point, end: Point) -> Curve:
    """Return the straight line between two points as a curve."""
    return (start, start.towards(end, 1 / 3), start.towards(end, 2 / 3), end)


def round_corners(points: list[Point], keep: float = 0.0) -> Curve:
    """Join points of a path with right angles by straight lines with round corners.

    The last `keep` points of length stay straight, for an arrowhead.
    """
    turns = [points[0]]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if _is_turn(before, here, after):
            turns.append(here)
    turns.append(points[-1])
    curve: Curve = (turns[0],)
    for before, here, after in zip(turns, turns[1:], turns[2:], strict=False):
        room = here.distance(after)
        room = max(room - keep, 0.5) if after == turns[-1] else room / 2
        radius = min(_RADIUS, before.distance(here) / 2, room)
        entry = here.towards(before, radius / (before.distance(here) or 1.0))
        leave = here.towards(after, radius / (after.distance(here) or 1.0))
        curve += straight(curve[-1], entry)[1:]
        curve += (entry.towards(here, 0.6), leave.towards(here, 0.6), leave)
    return curve + straight(curve[-1], turns[-1])[1:]


def _is_turn(before: Point, here: Point, after: Point) -> bool:
    across = abs(here.x - before.x) > abs(here.y - before.y)
    return across != (abs(after.x - here.x) > abs(after.y - here.y)) and before != here != after
