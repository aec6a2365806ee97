"""Indicator words: what shows a reader that a reason, a conclusion or an objection comes.

The words are data, in `lexicon/indicators.toml`. A word is a hint and no proof: nothing is related
because of it (Fisher, The Logic of Real Arguments, 2004, ch. 2).
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from argmap.analysis.lexicon import WordList
from argmap.source import Span

_WITHOUT_BLANKS = ("zh",)


class Shows(StrEnum):
    """What comes with an indicator word; a `gloss` says what somebody is taken to mean."""

    REASON = "reason"
    CONCLUSION = "conclusion"
    OBJECTION = "objection"
    GLOSS = "gloss"


class Indicator(NamedTuple):
    """An indicator word as it is written, and where it stands, in code points."""

    word: str
    span: Span
    shows: Shows


def find_indicators(text: str, language: str) -> tuple[Indicator, ...]:
    """Return the indicator words of a text, in its order; none for a language without a list."""
    found = [
        Indicator(match[0], Span(*match.span()), shows)
        for shows, words in _lists().get(language, {}).items()
        for match in words.find_all(text)
    ]
    return tuple(sorted(found, key=lambda indicator: indicator.span))


@cache
def _lists() -> Mapping[str, Mapping[Shows, WordList]]:
    import tomllib

    path = files("argmap.analysis.lexicon").joinpath("indicators.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            language: {
                Shows(name): WordList(
                    tuple(entry["words"]),
                    tuple(entry["except"]),
                    language not in _WITHOUT_BLANKS,
                )
                for name, entry in lists.items()
            }
            for language, lists in data.items()
        }
    )
