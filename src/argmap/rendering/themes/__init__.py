"""The themes that there are, one file each; `argmap.rendering.theme` says what a theme is."""

from argmap.rendering.themes.classroom import CLASSROOM
from argmap.rendering.themes.dark import DARK
from argmap.rendering.themes.paper import PAPER
from argmap.rendering.themes.print import PRINT

__all__ = ["CLASSROOM", "DARK", "PAPER", "PRINT"]
