"""Finding many passages in one text: by the places of their rarest word, not letter by letter."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_FEW = 500  # with more places than a text has letters in so many, reading it through is as quick


class WordPlaces:
    """Where the words of a text stand; made once, in the time of some hundred searches.

    A word inside of a passage, with something else on both sides, stands in the text as a word as
    well, wherever the passage does. `find` and `rfind` give what those of `str` would give.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._most = len(text) // _FEW
        self._places: dict[str, list[int]] = {}
        for match in _WORD.finditer(text):
            self._places.setdefault(match[0], []).append(match.start())

    def find(self, passage: str, start: int = 0) -> int:
        """Return the first place of a passage from an offset on, -1 if there is none."""
        anchor = self._anchor(passage)
        if anchor is None:
            return self._text.find(passage, start)
        offset, places = anchor
        for place in places[bisect_left(places, start + offset) :]:
            if self._text.startswith(passage, place - offset):
                return place - offset
        return -1

    def rfind(self, passage: str, end: int) -> int:
        """Return the last place of a passage that ends before an offset, -1 if there is none."""
        anchor = self._anchor(passage)
        if anchor is None:
            return self._text.rfind(passage, 0, end)
        offset, places = anchor
        last = bisect_right(places, end - len(passage) + offset)
        for place in reversed(places[:last]):
            if self._text.startswith(passage, place - offset):
                return place - offset
        return -1

    def _anchor(self, passage: str) -> tuple[int, Sequence[int]] | None:
        """Return the rarest word inside of a passage: its offset there, and its places here."""
        best: tuple[int, Sequence[int]] | None = None
        for match in _WORD.finditer(passage):
            start, end = match.span()
            if start == 0 or end == len(passage):
                continue  # it may be a part of a word
            places = self._places.get(match[0], ())
            if not places:
                return start, places
            if len(places) <= self._most and (best is None or len(places) < len(best[1])):
                best = start, places
        return best
