"""The style sheet of a presentation: colours, the page, and what each step shows on paper."""

from pathlib import Path

from argmap.rendering.page_colors import color_variables
from argmap.rendering.theme import DARK, PAPER

ASSETS = Path(__file__).parent / "assets"


def style_sheet(steps: int) -> str:
    """Return the CSS of a page with so many steps.

    `n7` is what appears at step 7, `k7` a picture of the map as it is then: a picture takes its
    number down to everything in it, so that style alone decides what it shows.
    """
    numbers = range(steps + 2)
    return (
        f":root{{color-scheme:light dark;{color_variables(PAPER)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{color_variables(DARK)}}}}}\n"
        + (ASSETS / "talk.css").read_text("utf-8")
        + "".join(f".n{number}{{--n:{number}}}.k{number}{{--k:{number}}}" for number in numbers)
        + "\n"
    )


def script() -> str:
    """Return the page's JavaScript: one closed scope."""
    return (ASSETS / "talk.js").read_text("utf-8")
