"""The themes by name, and the lines and signs that stand for relations in all of them.

All text has a contrast of at least 4.5:1, edges 3:1.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from argmap.mapping.argument_map import ArgumentMap, EdgeKind
from argmap.rendering.errors import UnknownFormatError
from argmap.rendering.themes import CLASSROOM, DARK, PAPER, PRINT
from argmap.rendering.themes.look import BoxStyle, Palette, Rhythm, Sizes, Swatch, Theme

__all__ = [
    "CLASSROOM",
    "DARK",
    "DASHES",
    "FONT_FAMILY",
    "PAPER",
    "PRINT",
    "SIGNS",
    "THEMES",
    "BoxStyle",
    "Palette",
    "Rhythm",
    "Sizes",
    "Swatch",
    "Theme",
    "find_theme",
    "theme_for",
]

FONT_FAMILY = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Arimo first: all four have the same widths, so a card fits whichever one is there."""

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (PAPER, DARK, PRINT, CLASSROOM)}
)

SIGNS: Mapping[EdgeKind, str] = MappingProxyType(
    {
        EdgeKind.SUPPORT: "+",
        EdgeKind.ENTAILS: "+",
        EdgeKind.ATTACK: "−",
        EdgeKind.CONTRARY: "−",
        EdgeKind.CONTRADICTORY: "−",
        EdgeKind.UNDERCUT: "×",
    }
)
"""What stands for a relation where colour alone must not."""

DASHES: Mapping[EdgeKind, str] = MappingProxyType(
    {
        EdgeKind.ATTACK: "6 3.2",
        EdgeKind.CONTRARY: "6 3.2",
        EdgeKind.CONTRADICTORY: "9 3 2.5 3",
        EdgeKind.UNDERCUT: "0.1 4",
    }
)
"""`stroke-dasharray` of an edge in points; none: a solid line."""


def find_theme(name: str) -> Theme:
    """Return a theme by its name; UnknownFormatError lists the names there are."""
    if name not in THEMES:
        raise UnknownFormatError(f"unknown theme '{name}': choose {', '.join(THEMES)}")
    return THEMES[name]


def theme_for(argument_map: ArgumentMap, theme: Theme) -> Theme:
    """Return a theme with the colours that a map's author wants for relations."""
    own = argument_map.relation_colors
    return replace(theme, own_edges=own) if own else theme
