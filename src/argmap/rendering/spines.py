"""The bar at the side of a coloured box: its colour and its rhythm say what the legend names."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from argmap.rendering.figure import Rectangle
from argmap.rendering.themes.look import Rhythm, Swatch

WIDTH = 6.0
"""Width of a bar in points; `ROOM` is what it takes of the space beside the words."""
ROOM = 9.0
_GREY = "#8C8C8C"
_BLANK = "#FFFFFF"


def draw_spine(swatch: Swatch, area: Rectangle, *, is_grey: bool) -> tuple[Rectangle, ...]:
    """Return the shapes of a bar that covers an area; none, if the swatch has no bar.

    Where there are colours the bar has the very one, and marks only if that is used a second time;
    in grey the marks are all that there is.
    """
    palette, rhythm = swatch.palette, swatch.rhythm
    if rhythm is None:
        return ()
    is_filled = not is_grey or rhythm is Rhythm.SOLID
    bar = replace(
        area,
        fill=palette.band if is_filled else _GREY if rhythm is Rhythm.GREY else _BLANK,
        stroke=palette.line,
        stroke_width=0.8,
        radius=min(2.0, area.width / 2),
    )
    marks = _marks(rhythm, area, palette.line if is_grey else palette.on_band)
    # On a black header a black bar needs a light border.
    halo = Rectangle(
        area.x - 1.2, area.y - 1.2, area.width + 2.4, area.height + 2.4, _BLANK, radius=3.0
    )
    return (*((halo,) if is_grey else ()), bar, *marks)


def _marks(rhythm: Rhythm, area: Rectangle, ink: str) -> Iterator[Rectangle]:
    match rhythm:
        case Rhythm.BARS:
            yield from _repeat(area, 3.0, 6.0, ink)
        case Rhythm.RUNGS:
            yield from _repeat(area, 1.2, 4.0, ink)
        case Rhythm.DASHES:
            yield from _repeat(area, 9.0, 12.0, ink)
        case Rhythm.DOTS:
            size = min(3.0, area.width / 2)
            middle = replace(area, x=area.x + (area.width - size) / 2, width=size)
            for dot in _repeat(middle, size, 2 * size, ink):
                yield replace(dot, radius=size / 2)
        case Rhythm.HALF:
            half = area.width / 2
            yield Rectangle(area.x + half, area.y + 0.4, half - 0.4, area.height - 0.8, ink)
        case Rhythm.SOLID | Rhythm.GREY | Rhythm.EMPTY:
            pass


def _repeat(area: Rectangle, mark: float, step: float, ink: str) -> Iterator[Rectangle]:
    """Give marks of a height at equal steps, as many as fit, in the middle of the bar."""
    count = max(1, floor((area.height - mark - 1.0) / step) + 1)
    rest = area.height - ((count - 1) * step + mark)
    for number in range(count):
        top = area.y + max(rest, 0.0) / 2 + number * step
        yield Rectangle(area.x, top, area.width, min(mark, area.height), ink)
