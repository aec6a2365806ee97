"""Break a text into lines: as few as fit the width, then as even as possible."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from argmap.rendering.metrics import text_width

# Japanese and Chinese typesetting rules: what may not begin, and what may not end, a line.
_NOT_AT_START = frozenset(
    "，。、；：？！…—～·）》」』】〕〉］｝”’,.;:?!)]}%‰℃々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_AT_END = frozenset("（《「『【〔〈［｛“‘([{")
_JOINER = "\u200d"
_PIECE = re.compile(r"[^\s-]*[^\W\d_]-(?=[^\W\d_])|\S+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays together on a line; `spaced`: a space stands before it, unless a line does."""

    text: str
    width: float
    spaced: bool


def wrap(
    text: str, width: float, size: float, *, is_bold: bool = False, is_even: bool = True
) -> list[str]:
    """Return the lines of a printable text, none wider than `width` points at `size` points.

    The number of lines is the smallest possible; with it the lines are then made as narrow as
    possible, so that no word is left alone on the last one, unless `is_even` is False. A word
    that is wider than a line is broken anywhere.
    """
    pieces = _pieces(text, width, size, is_bold)
    if not pieces:
        return []
    space = text_width(" ", size, is_bold=is_bold)
    lines = _fill(pieces, width, space)
    low, high = max(piece.width for piece in pieces), width
    if len(lines) > 1 and is_even:
        while high - low > 1.0:
            middle = (low + high) / 2
            narrower = _fill(pieces, middle, space)
            if len(narrower) > len(lines):
                low = middle
            else:
                high, lines = middle, narrower if len(narrower) == len(lines) else lines
    return lines


def _fill(pieces: list[_Piece], width: float, space: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        needed = piece.width + (space if piece.spaced else 0.0)
        if line and used + needed > width + 1e-6:
            lines.append(line)
            line, used = piece.text, piece.width
        elif line:
            line += (" " if piece.spaced else "") + piece.text
            used += needed
        else:
            line, used = piece.text, piece.width
    lines.append(line)
    return lines


def _pieces(text: str, width: float, size: float, is_bold: bool) -> list[_Piece]:
    whole = _measure(text, size, is_bold)
    if all(piece.width <= width for piece in whole):
        return whole
    pieces: list[_Piece] = []
    for piece in whole:
        spaced = piece.spaced
        for bit in _split_long(piece.text, width, size, is_bold):
            pieces.append(_Piece(bit, text_width(bit, size, is_bold=is_bold), spaced))
            spaced = False
    return pieces


@lru_cache(maxsize=2048)
def _measure(text: str, size: float, is_bold: bool) -> list[_Piece]:
    """Return the pieces of a text; kept, since a box is drawn with lines of many lengths."""
    pieces: list[_Piece] = []
    end = 0
    for match in _PIECE.finditer(text):
        spaced = match.start() > end
        for part in _split_wide_script(match.group()):
            pieces.append(_Piece(part, text_width(part, size, is_bold=is_bold), spaced))
            spaced = False
        end = match.end()
    return pieces


def _split_wide_script(word: str) -> list[str]:
    """Split a word between characters that need no space, but not where a rule forbids it."""
    if word.isascii():
        return [word]
    parts: list[str] = []
    for character in word:
        if parts and not _may_break(parts[-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _may_break(before: str, after: str) -> bool:
    last = before[-1]
    if after in _NOT_AT_START or last in _NOT_AT_END or _JOINER in (last, after):
        return False
    if unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf", "Sk"):
        return False
    return _is_wide(last) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _split_long(word: str, width: float, size: float, is_bold: bool) -> list[str]:
    if text_width(word, size, is_bold=is_bold) <= width:
        return [word]
    bits: list[str] = [""]
    used = 0.0
    for character in word:
        step = text_width(character, size, is_bold=is_bold)
        if bits[-1] and step and used + step > width:
            bits.append("")
            used = 0.0
        bits[-1] += character
        used += step
    return bits
