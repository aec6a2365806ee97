"""Parts a line of text where its script changes, so that each part is drawn by its own font.

A renderer that misses one character in a font draws the whole piece of text with another one, and
Latin words between Chinese ones grow wider than they were measured. Each part has its own start.
"""

import unicodedata
from typing import NamedTuple

from argmap.analysis.languages import language_code
from argmap.rendering.metrics import missing_characters, text_width

_SIMPLIFIED = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC'"
_TRADITIONAL = "'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei', 'Source Han Sans TC'"
_JAPANESE = "'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', 'Source Han Sans JP'"
_KOREAN = "'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Source Han Sans KR'"


class Run(NamedTuple):
    """A part of a line: how far from its start it begins, in points; its characters."""

    offset: float
    text: str
    is_wide: bool


def wide_family(language: str | None) -> str:
    """Return the fonts that draw Chinese, Japanese and Korean in a map's language.

    They write many of the same characters differently.
    """
    match language_code(language):
        case "ja":
            return f"{_JAPANESE}, sans-serif"
        case "ko":
            return f"{_KOREAN}, sans-serif"
        case "zh" if any(mark in (language or "").casefold() for mark in ("hant", "tw", "hk")):
            return f"{_TRADITIONAL}, sans-serif"
        case _:
            return f"{_SIMPLIFIED}, sans-serif"


def split_runs(text: str, size: float, *, is_bold: bool = False) -> list[Run]:
    """Return the parts of a line in order: one, where nothing in it is wide.

    Wide are the characters of one em that Arimo has not got, Chinese ones and emoji alike; other
    scripts stay with their neighbours, since a line may run from the right to the left.
    """
    if text.isascii():
        return [Run(0.0, text, False)]
    missing = missing_characters(text)
    runs: list[tuple[str, bool]] = []
    for character in text:
        is_wide = character in missing and unicodedata.east_asian_width(character) in "WF"
        if runs and (runs[-1][1] == is_wide or _is_joined(character)):
            runs[-1] = (runs[-1][0] + character, runs[-1][1])
        else:
            runs.append((character, is_wide))
    placed, offset = [], 0.0
    for words, is_wide in runs:
        placed.append(Run(offset, words, is_wide))
        offset += text_width(words, size, is_bold=is_bold)
    return placed


def _is_joined(character: str) -> bool:
    """Whether a character belongs to the one before it, such as an accent or a joiner."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf")
