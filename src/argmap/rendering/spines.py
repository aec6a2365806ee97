"""The bar at the side of a coloured box: its colour and its rhythm say what the legend names."""

from collections.abc import Iterator
from math import floor

from argmap.rendering.figure import Rectangle
from argmap.rendering.themes.look import Rhythm, Swatch

WIDTH = 6.0
"""Width of a bar in points; `ROOM` is what it takes of the space beside the words."""
ROOM = 9.0
_GREY = "#8C8C8C"
_BLANK = "#FFFFFF"


def draw_spine(
    swatch: Swatch, x: float, y: float, height: float, *, is_grey: bool, width: float = WIDTH
) -> tuple[Rectangle, ...]:
    """Return the shapes of a bar; (x, y) is its upper left corner.

    Where there are colours the bar has the very one, and marks only if that is used a second time;
    in grey the marks are all that there is.
    """
    palette, rhythm = swatch.palette, swatch.rhythm
    if rhythm is None:
        return ()
    is_filled = not is_grey or rhythm is Rhythm.SOLID
    base = palette.band if is_filled else _GREY if rhythm is Rhythm.GREY else _BLANK
    ink = palette.line if is_grey else palette.on_band
    bar = Rectangle(x, y, width, height, base, palette.line, 0.8, radius=min(2.0, width / 2))
    return (bar, *_marks(rhythm, x, y, width, height, ink))


def _marks(
    rhythm: Rhythm, x: float, y: float, width: float, height: float, ink: str
) -> Iterator[Rectangle]:
    match rhythm:
        case Rhythm.BARS:
            yield from _repeat(x, y, width, height, 3.0, 6.0, ink)
        case Rhythm.RUNGS:
            yield from _repeat(x, y, width, height, 1.2, 4.0, ink)
        case Rhythm.DASHES:
            yield from _repeat(x, y, width, height, 9.0, 12.0, ink)
        case Rhythm.DOTS:
            size = min(3.0, width / 2)
            for dot in _repeat(x + (width - size) / 2, y, size, height, size, 2 * size, ink):
                yield Rectangle(dot.x, dot.y, dot.width, dot.height, ink, radius=size / 2)
        case Rhythm.HALF:
            yield Rectangle(x + width / 2, y + 0.4, width / 2 - 0.4, height - 0.8, ink)
        case Rhythm.SOLID | Rhythm.GREY | Rhythm.EMPTY:
            pass


def _repeat(
    x: float, y: float, width: float, height: float, mark: float, step: float, ink: str
) -> Iterator[Rectangle]:
    """Give marks of a height at equal steps, as many as fit, in the middle of the bar."""
    count = max(1, floor((height - mark - 1.0) / step) + 1)
    rest = height - ((count - 1) * step + mark)
    for number in range(count):
        top = y + max(rest, 0.0) / 2 + number * step
        yield Rectangle(x, top, width, min(mark, height), ink)
