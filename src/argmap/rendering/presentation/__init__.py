"""A talk about a map as one page: one thought a step, and the map that grows with it."""

from argmap.rendering.presentation.page import write_presentation
from argmap.rendering.presentation.slides import Deck, make_deck

__all__ = ["Deck", "make_deck", "write_presentation"]
