"""Edges as they are drawn: a line that stops short, and the heads at its ends."""

from dataclasses import dataclass
from math import hypot

from argmap.mapping.argument_map import EdgeKind
from argmap.rendering.curves import Curve, Point, reverse, shorten_end

LENGTH = 8.5
HALF = 3.7
_DOT = 2.7


@dataclass(frozen=True, slots=True)
class Arrow:
    """The line of an edge, its triangular heads, and the dot of an undercut, if it is one."""

    line: Curve
    heads: tuple[tuple[Point, Point, Point], ...]
    dots: tuple[Point, ...] = ()
    dot_radius: float = _DOT


def draw_arrow(curve: Curve, kind: EdgeKind) -> Arrow:
    """Return the parts of an edge that runs along a curve from its source to its target."""
    if kind is EdgeKind.JOIN:
        return Arrow(curve, ())
    dots: tuple[Point, ...] = ()
    scale = 0.8 if kind in (EdgeKind.PREMISE, EdgeKind.UNDERCUT) else 1.0
    line = curve
    if kind is EdgeKind.UNDERCUT:
        line = shorten_end(line, 2 * _DOT)
        dots = (line[-1].towards(curve[-1], 0.5),)
    line, head = _head(line, scale)
    heads = [head]
    if kind.is_symmetric:
        backwards, head = _head(reverse(line), scale)
        line = reverse(backwards)
        heads.append(head)
    return Arrow(line, tuple(heads), dots)


def _head(curve: Curve, scale: float) -> tuple[Curve, tuple[Point, Point, Point]]:
    tip = curve[-1]
    line = shorten_end(curve, LENGTH * scale)
    base = line[-1]
    length = hypot(tip.x - base.x, tip.y - base.y)
    if length < 0.5 or line is curve:  # a path too short for a head: point along its end
        before = curve[-2] if curve[-2] != tip else curve[0]
        length = before.distance(tip) or 1.0
        base = tip.towards(before, LENGTH * scale / length)
        length = base.distance(tip) or 1.0
    across = Point(-(tip.y - base.y) / length, (tip.x - base.x) / length)
    half = HALF * scale
    left = Point(base.x + across.x * half, base.y + across.y * half)
    right = Point(base.x - across.x * half, base.y - across.y * half)
    return line, (left, tip, right)
