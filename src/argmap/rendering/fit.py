"""How well a map fits its page."""

from argmap.rendering.box_figures import SMALL

PAGE_WIDTH, PAGE_HEIGHT = 785.0, 538.0
"""The printed area of a landscape A4 page with margins of 10 mm, in points (277 × 190 mm)."""
LEAST = 7.0
"""The smallest text on such a page, in points."""
_UNREADABLE = 0.5
_AROUND = 32.0
_ABOVE_AND_BELOW = 90.0


def score(width: float, height: float) -> float:
    """Return how well a map of a size in points fits a landscape page; more is better.

    It is the scale at which the whole map fits, lowered where the smallest text gets too small
    at full page width, and where the map is higher than wide or more than twice as wide as high.
    """
    wide, high = width + _AROUND, height + _ABOVE_AND_BELOW
    fit = min(PAGE_WIDTH / wide, PAGE_HEIGHT / high, 1.3)
    readable = min(1.0, text_size(width) / LEAST)
    step = 1.0 if readable == 1.0 else _UNREADABLE
    return fit * step * readable**6 * _proportion(width, height)


def poster_score(width: float, height: float) -> float:
    """Return the same for a map that is too large to be read on one page anyway."""
    wide, high = width + _AROUND, height + _ABOVE_AND_BELOW
    return min(PAGE_WIDTH / wide, PAGE_HEIGHT / high) * _proportion(width, height)


def fits(width: float, height: float) -> bool:
    """Whether a map can be read on a landscape page, as a whole or at full width if it is high.

    What fits as a whole may have any proportions.
    """
    page = min(PAGE_WIDTH / (width + _AROUND), PAGE_HEIGHT / (height + _ABOVE_AND_BELOW))
    is_page = text_size(width) >= LEAST and 1.0 <= aspect(width, height) <= 2.0
    return is_page or page * SMALL >= LEAST


def text_size(width: float) -> float:
    """Return the size in points of the smallest text if a map of a width fills the page's."""
    return PAGE_WIDTH * SMALL / (width + _AROUND)


def aspect(width: float, height: float) -> float:
    """Return the proportion of the picture around a map."""
    return (width + _AROUND) / (height + _ABOVE_AND_BELOW)


def missing_height(width: float, height: float, wanted: float) -> float:
    """Return how much higher a map would have to be for a proportion."""
    return (width + _AROUND) / wanted - height - _ABOVE_AND_BELOW


def _proportion(width: float, height: float) -> float:
    shape = aspect(width, height)
    return min(1.0, shape / 1.02) ** 2 * min(1.0, 1.9 / shape) ** 2
