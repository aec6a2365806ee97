"""A talk about a map as one page: one thought a step, and the map that grows with it."""

from argmap.rendering.presentation.closing import QUESTION
from argmap.rendering.presentation.deck import Deck, make_deck
from argmap.rendering.presentation.page import write_presentation

__all__ = ["QUESTION", "Deck", "make_deck", "write_presentation"]
