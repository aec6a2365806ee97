"""Which `*` and `_` open and close emphasis, and which are plain text."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.dialect import Dialect

_REFERENCE_END = frozenset(")}_.,!?;:-*")
_BLANK_OR_END = frozenset("\0 \t\r\n")


class Pair(NamedTuple):
    """Emphasis from one marker to another, as indices into the marker characters.

    `length` is how many characters each marker has: 1 for italic, 2 for bold.
    """

    opening: int
    closing: int
    length: int


def pair_emphasis(text: str, markers: Sequence[int], dialect: Dialect) -> list[Pair]:
    """Pair the marker characters at some offsets of a text.

    First as the reference does it, character by character; if that leaves a marker open (the
    reference rejects the document then), so that whatever can be paired sensibly is.
    """
    pairs = _as_reference(text, markers, dialect)
    return _forgivingly(text, markers) if pairs is None else pairs


def _as_reference(text: str, markers: Sequence[int], dialect: Dialect) -> list[Pair] | None:
    """Pair markers strictly nested; None if one is left open."""
    pairs: list[Pair] = []
    open_: list[tuple[str, int]] = []  # marker, index
    index = 0
    while index < len(markers):
        at = markers[index]
        double = text[at] * 2 if _is_double(text, markers, index) else ""
        top = open_[-1][0] if open_ else ""
        if double and top == double and _may_close(text, at + 2, dialect.narrow_emphasis_end):
            pairs.append(Pair(open_.pop()[1], index, 2))
            index += 2
        elif top == text[at] and _may_close(text, at + 1, dialect.narrow_emphasis_end):
            pairs.append(Pair(open_.pop()[1], index, 1))
            index += 1
        elif double and not _character(text, at + 2).isspace():
            open_.append((double, index))
            index += 2
        else:
            if not _character(text, at + 1).isspace():
                open_.append((text[at], index))
            index += 1
    return None if open_ else pairs


def _forgivingly(text: str, markers: Sequence[int]) -> list[Pair]:
    """Pair each closing marker with the nearest opening one; what is between stays text."""
    pairs: list[Pair] = []
    open_: list[tuple[str, int]] = []
    known: dict[str, list[int]] = {}  # marker → heights in `open_` at which it stands
    index = 0
    while index < len(markers):
        at = markers[index]
        length = 2 if _is_double(text, markers, index) else 1
        image = text[at] * length
        before = text[at - 1] if at else "\0"
        after = _character(text, at + length)
        heights = known.get(image)
        if heights and _may_close(text, at + length, narrowly=False):
            height = heights[-1]
            pairs.append(Pair(open_[height][1], index, length))
            while len(open_) > height:
                known[open_.pop()[0]].pop()
        elif after not in _BLANK_OR_END and not (
            before.isalnum() and (image[0] == "_" or (after.isalnum() and after.isascii()))
        ):
            known.setdefault(image, []).append(len(open_))
            open_.append((image, index))
        index += length
    return pairs


def _is_double(text: str, markers: Sequence[int], index: int) -> bool:
    at = markers[index]
    return index + 1 < len(markers) and markers[index + 1] == at + 1 and text[at] == text[at + 1]


def _character(text: str, at: int) -> str:
    return text[at] if at < len(text) else "\0"


def _may_close(text: str, at: int, narrowly: bool) -> bool:
    """Tell whether emphasis can end before an offset.

    narrowly: only where the reference lets it end; else before any punctuation and any letter of
    a script that is written without blanks
    """
    after = _character(text, at)
    if after in _BLANK_OR_END or after in _REFERENCE_END:
        return True
    if narrowly:
        return False
    category = unicodedata.category(after)
    if category[0] in "PS":
        return True
    return category == "Lo" and unicodedata.east_asian_width(after) in "WF"


def marked_span(text: str, markers: Sequence[int], pair: Pair) -> Span:
    """Return what a pair of markers covers, markers included."""
    return Span(markers[pair.opening], markers[pair.closing] + pair.length)
