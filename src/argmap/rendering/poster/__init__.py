"""A map on one or more sheets of paper, to be cut and glued together."""

from argmap.rendering.poster.paper import PosterError, find_paper, read_length, read_tiles
from argmap.rendering.poster.planning import Wish, find_turn, plan_poster
from argmap.rendering.poster.sheets import draw_poster

__all__ = [
    "PosterError",
    "Wish",
    "draw_poster",
    "find_paper",
    "find_turn",
    "plan_poster",
    "read_length",
    "read_tiles",
]
