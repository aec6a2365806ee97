"""The style sheet of the viewer: its colours for light and dark, and its files joined."""

from pathlib import Path

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.theme import DARK, PAPER
from argmap.rendering.themes.page import page_variables

ASSETS = Path(__file__).parent / "assets"
SHEETS = ("page", "shell", "outline", "stage", "nearby", "detail", "print")


def style_sheet(argument_map: ArgumentMap) -> str:
    """Return the page's CSS: light, dark where the reader prefers it, light again on paper.

    argument_map: the map whose own colours it sets too
    """
    day, night = (page_variables(theme, argument_map) for theme in (PAPER, DARK))
    sheets = [(ASSETS / f"{name}.css").read_text("utf-8") for name in SHEETS]
    return (
        f":root{{color-scheme:light dark;{day}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
    ) + "".join(sheets)
