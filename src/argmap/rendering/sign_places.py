"""Where on an edge its sign stands."""

from itertools import pairwise

from argmap.rendering.curves import Curve, Point, flatten


def middle(curve: Curve) -> Point:
    """Return the point half way along a curve, measured from its end, near the target."""
    points = flatten(curve)
    total = sum(a.distance(b) for a, b in pairwise(points))
    left = max(total * 0.5, total - 60.0)
    for before, after in pairwise(points):
        step = before.distance(after)
        if step >= left > 0:
            return before.towards(after, left / step)
        left -= step
    return points[-1]


def behind_head(curve: Curve) -> Point:
    """Return the point for the sign of edges that arrive together: just behind their head."""
    points = flatten(curve)
    left = 18.0
    for after, before in pairwise(reversed(points)):
        step = before.distance(after)
        if step >= left:
            return after.towards(before, left / step)
        left -= step
    return points[0]
