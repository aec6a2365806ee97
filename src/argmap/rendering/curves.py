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
    parts = segments(curve)
    while len(parts) > 1 and parts[-1][0].distance(end) <= length:
        parts.pop()
    last = parts[-1]
    if last[0].distance(end) <= length:
        return curve
    low, high = 0.0, 1.0
    for _ in range(24):
        share = (low + high) / 2
        if split(last, share)[0][3].distance(end) > length:
            low = share
        else:
            high = share
    parts[-1] = split(last, low)[0]
    points = list(parts[0])
    for part in parts[1:]:
        points.extend(part[1:])
    return tuple(points)


def reverse(curve: Curve) -> Curve:
    """Return the same curve, drawn from its end."""
    return tuple(reversed(curve))


def sample(curve: Curve, steps: int = 12) -> list[Point]:
    """Return points along a curve, `steps` for each segment, with both ends."""
    points = [curve[0]]
    for segment in segments(curve):
        points.extend(split(segment, step / steps)[0][3] for step in range(1, steps + 1))
    return points


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
