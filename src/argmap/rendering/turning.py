"""Directions of a map: where its conclusions stand.

All layouts are made with conclusions above their premises, of figures that have been turned, and
turned to where they are wanted at the end. So no layout needs to know of directions.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from argmap.mapping.rank_direction import RankDirection
from argmap.rendering.curves import Point
from argmap.rendering.figure import Figure, Rectangle


class Direction(StrEnum):
    """The side on which conclusions stand."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"

    @property
    def is_sideways(self) -> bool:
        """Whether premises stand beside their conclusions."""
        return self in (Direction.LEFT, Direction.RIGHT)

    @property
    def opposite(self) -> "Direction":
        """The side on which premises stand."""
        return _OPPOSITES[self]


_RANKS = MappingProxyType(
    {
        RankDirection.BT: Direction.UP,
        RankDirection.TB: Direction.DOWN,
        RankDirection.RL: Direction.LEFT,
        RankDirection.LR: Direction.RIGHT,
    }
)


_OPPOSITES = MappingProxyType(
    {
        Direction.UP: Direction.DOWN,
        Direction.DOWN: Direction.UP,
        Direction.LEFT: Direction.RIGHT,
        Direction.RIGHT: Direction.LEFT,
    }
)


def direction_named(rank_direction: RankDirection) -> Direction:
    """Return what Graphviz's `rankdir` means where edges lead from premises to conclusions."""
    return _RANKS[rank_direction]


class Insets(NamedTuple):
    """Space in points between a group's frame and what is in it."""

    left: float
    top: float
    right: float
    bottom: float


_PAD, _CAPTION = 12.0, 21.0


def insets(direction: Direction) -> Insets:
    """Return the insets of groups before they are turned; one side has room for the title."""
    match direction:
        case Direction.UP:
            return Insets(_PAD, _CAPTION, _PAD, _PAD)
        case Direction.DOWN:
            return Insets(_PAD, _PAD, _PAD, _CAPTION)
        case Direction.LEFT | Direction.RIGHT:
            return Insets(_CAPTION, _PAD, _PAD, _PAD)


def turned_figures(figures: Mapping[str, Figure], direction: Direction) -> dict[str, Figure]:
    """Return the outlines of figures, turned so that conclusions come to stand above."""
    if direction is Direction.UP:
        return dict(figures)
    return {box: _turned(figure, direction) for box, figure in figures.items()}


def _turned(figure: Figure, direction: Direction) -> Figure:
    if direction.is_sideways:
        # Rows are reached from the side of the premises, which lies below after turning.
        return replace(figure, width=figure.height, height=figure.width, has_ports_below=True)
    ports = tuple(
        port._replace(top=figure.height - port.bottom, bottom=figure.height - port.top)
        for port in figure.ports
    )
    return replace(figure, ports=ports)


def turn_point(point: Point, direction: Direction) -> Point:
    """Turn a place to where it is wanted; the page's corner is looked for afterwards."""
    match direction:
        case Direction.UP:
            return point
        case Direction.DOWN:
            return Point(point.x, -point.y)
        case Direction.LEFT:
            return Point(point.y, point.x)
        case Direction.RIGHT:
            return Point(-point.y, point.x)


def turn_area(area: Rectangle, direction: Direction) -> Rectangle:
    """Turn the rectangle that something covers."""
    one = turn_point(Point(area.x, area.y), direction)
    two = turn_point(Point(area.x + area.width, area.y + area.height), direction)
    left, top = min(one.x, two.x), min(one.y, two.y)
    return Rectangle(left, top, abs(one.x - two.x), abs(one.y - two.y))
