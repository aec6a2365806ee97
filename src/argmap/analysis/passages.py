"""Looking up quotes in a source text.

Straight and curly quotation marks, white space and `…` are normalised, and nothing else: a quote
that differs in one letter is not in the source. Offsets are code points in the source as given.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from argmap.analysis.word_places import WordPlaces
from argmap.analysis.wording import WORD
from argmap.source import Span

_STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟", '"'))
_UNEVEN = re.compile(r"\.{3}|[^\S ]\s*| \s+")
_OMISSION = re.compile(r" ?(?:\[ ?… ?\]|\( ?… ?\)|…) ?")  # in a normalised text
_MOST_PLACES = 400  # in which words of one quote, the rarest first, are looked at
_MOST_WINDOWS = 4
_LONGEST_BY_LETTERS = 400
_LONGEST_WORD_BY_WORD = 150  # words; in longer quotes, the words that are everywhere align nothing
_MOST_WORDS = 400  # of a quote that are aligned
_MANY = 200  # searches, after which the places of all words are worth knowing


class Passage(NamedTuple):
    """A stretch of a source that resembles a quote, and how much (0 to 1)."""

    span: Span
    text: str
    similarity: float


class Passages:
    """One source text, made ready for looking up many quotes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._searches = 0
        self._nearest: dict[str, Passage | None] = {}  # maps repeat themselves
        self._absent: set[str] = set()

    def find(self, quote: str, near: int | None = None) -> Span | None:
        """Return where a quote stands: the first place, or the one nearest to an offset.

        Where the quote has `…`, its parts must follow one another, with anything in between.
        """
        needle = normalised(quote)
        if not needle or needle in self._absent:
            return None
        span = self._found(needle, near)
        if span is None:
            self._absent.add(needle)
        return span

    def _found(self, needle: str, near: int | None) -> Span | None:
        start = self._nearest_place(needle, near)
        if start >= 0:
            return self._span(start, start + len(needle))
        parts = _parts(needle)
        ends: list[tuple[int, int]] = []
        position = 0
        for part in parts:
            start = self._find(part, position)
            if start < 0:
                return None
            position = start + len(part)
            ends.append((start, position))
        if not ends:
            return None
        start = ends[-1][0]
        for part in reversed(parts[:-1]):  # the tightest stretch that ends there
            start = self._rfind(part, start)
        return self._span(start, ends[-1][1])

    def stands_at(self, quote: str, span: Span) -> bool:
        """Tell whether a span of the source holds exactly the quote."""
        if not 0 <= span.start < span.end <= len(self.text):
            return False
        needle = normalised(quote)
        held = normalised(self.text[span.start : span.end], strip=False)
        if held == needle:
            return True
        parts = _parts(needle)
        if not parts or not (held.startswith(parts[0]) and held.endswith(parts[-1])):
            return False
        position = 0
        for part in parts:
            position = held.find(part, position)
            if position < 0:
                return False
            position += len(part)
        return True

    def nearest(self, quote: str) -> Passage | None:
        """Return the passage that is most like a quote, or None if they share no word.

        Windows of the source are found through the rarest words of the quote, and only a few of
        them are compared in full, so that the length of the source hardly matters. Of a quote of
        more than 400 words, a piece of so many is compared, the first that is not in the source.
        """
        if quote not in self._nearest:
            self._nearest[quote] = self._compared(self._first_piece_not_found(quote))
        return self._nearest[quote]

    def _compared(self, quote: str) -> Passage | None:
        wanted = [match[0].casefold() for match in WORD.finditer(quote)]
        best: Passage | None = None
        for start, end in self._windows(wanted):
            passage = self._aligned(wanted, quote, start, end)
            if passage and (best is None or passage.similarity > best.similarity):
                best = passage
        return best

    def _first_piece_not_found(self, quote: str) -> str:
        words = list(WORD.finditer(quote))
        if len(words) <= _MOST_WORDS:
            return quote
        cuts = [0, *(match.start() for match in words[_MOST_WORDS::_MOST_WORDS]), len(quote)]
        pieces = [quote[start:end] for start, end in pairwise(cuts)]
        return next((piece for piece in pieces if self.find(piece) is None), pieces[0])

    def _find(self, passage: str, start: int = 0) -> int:
        self._searches += 1
        if self._searches < _MANY:
            return self._even.find(passage, start)
        return self._word_places.find(passage, start)

    def _rfind(self, passage: str, end: int) -> int:
        self._searches += 1
        if self._searches < _MANY:
            return self._even.rfind(passage, 0, end)
        return self._word_places.rfind(passage, end)

    @cached_property
    def _word_places(self) -> WordPlaces:
        return WordPlaces(self._even)

    @cached_property
    def _even(self) -> str:
        """The text with normalised quotation marks, blanks and omissions."""
        return normalised(self.text, strip=False)

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int], list[int]]:
        """Places, in the even and in the given text, from which on offsets differ by so much."""
        even, given, shifts, shift = [0], [0], [0], 0
        for match in _UNEVEN.finditer(self.text):
            if match.end() - match.start() > 1:
                even.append(match.start() - shift + 1)
                given.append(match.end())
                shift += match.end() - match.start() - 1
                shifts.append(shift)
        return even, given, shifts

    def _span(self, start: int, end: int) -> Span:
        even, _, shifts = self._shifts
        return Span(
            start + shifts[bisect_right(even, start) - 1],
            end + shifts[bisect_right(even, end) - 1],
        )

    def _nearest_place(self, needle: str, near: int | None) -> int:
        if near is None:
            return self._find(needle)
        _, given, shifts = self._shifts
        near = max(0, near - shifts[bisect_right(given, max(0, near)) - 1])
        after = self._find(needle, near)
        before = self._rfind(needle, near + len(needle))
        if before < 0 or (after >= 0 and after - near < near - before):
            return after
        return before

    @cached_property
    def _words(self) -> list[tuple[str, int, int]]:
        return [(m[0].casefold(), m.start(), m.end()) for m in WORD.finditer(self.text)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, (word, _, _) in enumerate(self._words):
            places.setdefault(word, []).append(place)
        return places

    def _windows(self, wanted: list[str]) -> list[tuple[int, int]]:
        """Return the stretches of words where the quote most likely stands."""
        votes: dict[int, float] = {}
        width = max(4, len(wanted) // 2)
        known = [(len(self._places[w]), i, w) for i, w in enumerate(wanted) if w in self._places]
        room = _MOST_PLACES
        for count, index, word in sorted(known):
            for place in self._places[word][:room]:
                window = max(0, place - index) // width
                votes[window] = votes.get(window, 0) + 1 / count
            room = max(0, room - count)
        best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WINDOWS]
        return [
            (max(0, number * width - width), number * width + len(wanted) + 2 * width)
            for number, _ in best
        ]

    def _aligned(self, wanted: list[str], quote: str, start: int, end: int) -> Passage | None:
        """Cut a window to what corresponds to the quote, and measure how like it is."""
        from difflib import SequenceMatcher

        window = self._words[start:end]
        found = [word for word, _, _ in window]
        leaves_out = len(wanted) > _LONGEST_WORD_BY_WORD  # or what repeats itself takes cubic time
        matcher = SequenceMatcher(None, wanted, found, autojunk=leaves_out)
        blocks = matcher.get_matching_blocks()[:-1]
        if not blocks:
            return None
        first = max(0, blocks[0].b - min(blocks[0].a, 3))
        missing = len(wanted) - blocks[-1].a - blocks[-1].size
        last = min(len(window), blocks[-1].b + blocks[-1].size + min(missing, 3)) - 1
        span = Span(window[first][1], window[last][2])
        text = self.text[span.start : span.end]
        one: list[str] | str = wanted
        other: list[str] | str = found[first : last + 1]
        if len(text) + len(quote) < 2 * _LONGEST_BY_LETTERS:
            one, other = normalised(quote), normalised(text)
        ratio = SequenceMatcher(None, one, other, autojunk=leaves_out).ratio()
        return Passage(span, text, round(ratio, 3))


def normalised(text: str, *, strip: bool = True) -> str:
    """Return a text with straight quotation marks, single blanks, and `…` for `...`."""
    even = _UNEVEN.sub(lambda match: "…" if match[0] == "..." else " ", text.translate(_STRAIGHT))
    return even.strip() if strip else even


def _parts(needle: str) -> list[str]:
    return [part for part in _OMISSION.split(needle) if part]
