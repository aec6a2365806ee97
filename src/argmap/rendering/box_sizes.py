"""Measures that all boxes share, in points."""

from dataclasses import dataclass

from argmap.rendering.theme import PAPER, Theme

PAD = 10.0
"""Room beside words; `RADIUS` rounds the corners of statements; `NUMBER` is room for a number."""
RADIUS = 8.0
NUMBER = 18.0
_LEADING = 1.24


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide a line of text may get, in points, by the kind of box that it stands in.

    These are for type of the usual size; larger type gets more room, see `scale`.
    """

    thesis: float = 290.0
    statement: float = 190.0
    sketch: float = 190.0
    card: float = 225.0

    def scaled(self, factor: float) -> "Widths":
        """Return the same widths, all wider or narrower."""
        return Widths(
            self.thesis * max(factor, 0.9),
            self.statement * factor,
            self.sketch * factor,
            self.card * factor,
        )


def scale(theme: Theme) -> float:
    """Return how much larger than usual the type of a theme is."""
    return theme.sizes.body / PAPER.sizes.body


def leading(size: float) -> float:
    """Return the height of a line of type of a size."""
    return size * _LEADING
