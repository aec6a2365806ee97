"""Figures, and appeals to nameless research, in what a claim says.

The words are data, in `lexicon/figures.toml`; English, German and Chinese are read together, for a
map may mix them, and their lists do not get in each other's way.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from argmap.analysis.wording import CJK

_DIGIT = re.compile(r"\d")
_IDEOGRAPH = re.compile(f"[{CJK}]")
_NUMBER = rf"(?<![^\W{CJK}])(?<![.,])\d[\d.,'’]*+(?:[ \xa0\u202f]\d{{3}}(?!\d)){{0,4}}+"
_BEFORE_WORDS = "\"“„'‘«("
_BEHIND_WORDS = tuple(stop + quote for stop in ("", *".,;:!?") for quote in ("", *')"”’»'))


class _Patterns(NamedTuple):
    figure: re.Pattern[str]  # a number with its unit
    phrase: re.Pattern[str]  # in languages that put blanks
    subjects: frozenset[str]  # what begins such a phrase, between blanks, if a verb follows
    verbs: frozenset[str]
    openings: frozenset[str]  # what begins one that has no verb
    ideographic: re.Pattern[str]  # in Chinese


def find_figure(text: str) -> str | None:
    """Return the first figure of a text, or phrase that stands for one, as written; else None.

    A figure is a number in digits with a unit, a currency or `%`, or the word "percent"; phrases
    are those like "studies show".
    """
    patterns = _patterns()
    match = patterns.figure.search(text) if _DIGIT.search(text) else None
    if match is None:
        words = text.casefold().split()
        if not patterns.openings.isdisjoint(words) or not (
            patterns.subjects.isdisjoint(words) or patterns.verbs.isdisjoint(words)
        ):
            match = _phrase(patterns, text)
    if match is None and not text.isascii() and _IDEOGRAPH.search(text):
        match = patterns.ideographic.search(text)
    return match[0].strip() if match else None


def _phrase(patterns: _Patterns, text: str) -> re.Match[str] | None:
    """Try the phrases where one may begin, and only there: a search takes ten times as long."""
    words = text.split()
    line, start = " ".join(words), 0
    for word in words:
        folded = word.casefold()
        if folded in patterns.subjects or folded in patterns.openings:
            begin = start + len(word) - len(word.lstrip(_BEFORE_WORDS))
            if match := patterns.phrase.match(line, begin):
                return match
        start += len(word) + 1
    return None


@cache
def _patterns() -> _Patterns:
    import tomllib
    from importlib.resources import files

    written = files("argmap.analysis").joinpath("lexicon/figures.toml").read_text("utf-8")
    words = tomllib.loads(written)
    common, spaced, chinese = words["any"], (words["en"], words["de"]), words["zh"]
    units = _any_of([*common["units"], *chinese["units"]])
    spelt = _any_of(unit for language in spaced for unit in language["units"])
    figure = (
        rf"{_any_of(common['before'])}[ \xa0]?{_NUMBER}"
        rf"|{_NUMBER}(?:[ \xa0\u202f]?{units}|[ \xa0\u202f-]?{spelt}(?!\w))"
    )
    phrases = [
        rf"{_any_of(language['subjects'])}(?: \w+){{0,2}} {_any_of(language['verbs'])}"
        for language in spaced
    ]
    for language in spaced:
        phrases.append(_any_of([*language["phrases"], *language["alone"]]))
    ideographic = (
        _any_of([*chinese["phrases"], *chinese["alone"]]),
        _any_of(chinese["subjects"]) + _any_of(chinese["verbs"]),
        f"[{chinese['numerals']}]{_any_of(chinese['counted'])}",
    )
    return _Patterns(
        re.compile(figure, re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE),
        _firsts(word for language in spaced for word in language["subjects"]),
        _firsts(word for language in spaced for word in language["verbs"]),
        _firsts(word for language in spaced for word in language["phrases"] + language["alone"]),
        re.compile("|".join(ideographic)),
    )


def _firsts(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first words of phrases, as they may stand between blanks."""
    return frozenset(
        before + phrase.split()[0] + behind
        for phrase in phrases
        for before in ("", *_BEFORE_WORDS)
        for behind in _BEHIND_WORDS
    )


def _any_of(words: Iterable[str]) -> str:
    """Return an expression for one of some words, the longest first."""
    ranked = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ranked))})"
