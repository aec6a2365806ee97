"""Contrast of colours as WCAG 2 reckons it, and colours that are shaded until it suffices.

Colours are texts such as `#1F4E8C`. A contrast lies between 1 and 21; text needs 4.5, lines 3.
"""

from functools import lru_cache

TEXT = 4.5
LINE = 3.0
_STEPS = 50


def channels(color: str) -> tuple[int, int, int]:
    """Return red, green and blue, from 0 to 255, of `#rrggbb`."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white); WCAG 2.2."""
    red, green, blue = (_linear(channel / 255) for channel in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: `share` 0 is the one, 1 is the other."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#{:02X}{:02X}{:02X}".format(*(round(a + (b - a) * share) for a, b in pairs))


def readable_on(color: str) -> str:
    """Return black or white, whichever is read better on a colour: never below 4.58."""
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, color))


@lru_cache(maxsize=512)
def shade(color: str, grounds: tuple[str, ...], least: float) -> str:
    """Return a colour, darker or lighter if need be, with a contrast to each of some grounds.

    The grounds have to be all light or all dark.
    """
    goal = readable_on(grounds[0])
    for step in range(_STEPS + 1):
        shaded = mix(color, goal, step / _STEPS)
        if all(contrast(shaded, ground) >= least for ground in grounds):
            return shaded
    return goal


def grey(color: str) -> str:
    """Return the grey that is as light as a colour."""
    light = luminance(color)
    level = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#{0:02X}{0:02X}{0:02X}".format(round(255 * level))


def _linear(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
