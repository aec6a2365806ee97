"""Put things of several shapes close together on a page of a given width.

A skyline packing (Burke, Kendall and Whitwell 2004): each thing goes, in its order, to where it
comes to lie highest on the page, and as far left as it can there.
"""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

GAP = 26.0
"""Space in points between things."""


class Size(NamedTuple):
    """Width and height of one shape of a thing, in points."""

    width: float
    height: float


class Spot(NamedTuple):
    """Where a thing lies: the number of its shape, and its upper left corner."""

    shape: int
    x: float
    y: float


def shelve(
    things: Sequence[Sequence[Size]],
    width: float,
    over: Mapping[int, Sequence[int]],
    distance: float,
) -> list[Spot]:
    """Return where things lie that may take up a width; a thing that is wider sticks out.

    over:     things that come earlier and must lie above a thing, by at least `distance`
    """
    line: list[tuple[float, float]] = [(0.0, 0.0)]  # (x, y): from x on, the page is free below y
    spots: list[Spot] = []
    for number, shapes in enumerate(things):
        least = max(
            (
                spots[other].y + things[other][spots[other].shape].height + distance
                for other in over.get(number, ())
            ),
            default=0.0,
        )
        spot = _best(line, shapes, width, least)
        spots.append(spot)
        size = shapes[spot.shape]
        line = _covered(line, spot.x, spot.x + size.width + GAP, spot.y + size.height + GAP)
    return spots


def _best(
    line: Sequence[tuple[float, float]], shapes: Sequence[Size], width: float, least: float
) -> Spot:
    found: tuple[float, float, Spot] | None = None
    for number in _worth_trying(shapes, width):
        size = shapes[number]
        for place, (x, _) in enumerate(line):
            if place and x + size.width > width + 0.1:
                break
            y = least
            for further in range(place, len(line)):
                if line[further][0] >= x + size.width + GAP:
                    break
                y = max(y, line[further][1])
            if found is None or (y + size.height, y) < found[:2]:
                found = y + size.height, y, Spot(number, x, y)
    assert found is not None
    return found[2]


def _worth_trying(shapes: Sequence[Size], width: float) -> list[int]:
    """Return the narrowest shape, and the one that is most like a page."""
    if len(shapes) == 1:
        return [0]
    fitting = [number for number, size in enumerate(shapes) if size.width <= width] or [0]
    good = min(
        fitting,
        key=lambda number: (
            abs(shapes[number].width - 1.3 * shapes[number].height) / shapes[number].height
        ),
    )
    return sorted({0, good})


def _covered(
    line: Sequence[tuple[float, float]], left: float, right: float, y: float
) -> list[tuple[float, float]]:
    """Return the skyline with a stretch of it lowered to y."""
    made: list[tuple[float, float]] = []
    for place, (x, old) in enumerate(line):
        end = line[place + 1][0] if place + 1 < len(line) else inf
        if x < left:
            made.append((x, old))
        if x <= left < end:
            made.append((left, y))
        if x < right < end and end > left:
            made.append((right, old))
        elif x >= right:
            made.append((x, old))
    return made
