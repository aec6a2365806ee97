"""The style sheet of a presentation: colours, the page, and what each step shows on paper."""

from pathlib import Path

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.theme import DARK, PAPER
from argmap.rendering.themes.page import page_variables

ASSETS = Path(__file__).parent / "assets"


def style_sheet(steps: int, argument_map: ArgumentMap) -> str:
    """Return the CSS of a page with so many steps about a map.

    `n7` is what appears at step 7, `k7` a picture of the map as it is then: a picture takes its
    number down to everything in it, so that style alone decides what it shows.
    """
    numbers = range(steps + 2)
    day, night = (page_variables(theme, argument_map) for theme in (PAPER, DARK))
    return (
        f":root{{color-scheme:light dark;{day}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
        + (ASSETS / "talk.css").read_text("utf-8")
        + "".join(f".n{number}{{--n:{number}}}.k{number}{{--k:{number}}}" for number in numbers)
        + "\n"
    )


def script() -> str:
    """Return the page's JavaScript: one closed scope."""
    return (ASSETS / "talk.js").read_text("utf-8")
