"""The numbers at the end of a conclusion that say what it follows from: `… (1, 2)`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.source import Span

_NUMBER = r"[0-9０-９]{1,9}"
_ONE = rf"{_NUMBER}(?:\s*[-–－~～]\s*{_NUMBER})?"
_AND = (
    r"(?:\s*[,，、;；]\s*(?:(?:and|und|et|y|e)\s+)?|\s*[&+＆＋]\s*"
    r"|\s+(?:and|und|et|y|e)\s+|\s*[和与與及]\s*)"
)
_FROM = (
    r"(?:(?:follows\s+from|from|by|folgt\s+aus|aus|nach|d'après|de|par|por)\s+"
    r"|[由从從]\s*|根据\s*)?"
)
_STEPS = re.compile(
    rf"[(（]\s*{_FROM}(?P<numbers>{_ONE}(?:{_AND}{_ONE})*+)\s*[)）]"
    r"(?P<stop>[.。．!！?？;；]?)",
    re.IGNORECASE,
)
_PLAIN_TAG = re.compile(r"\#[^\s()]")
_OPENING = re.compile(r"[(（]")
_ENTRY = re.compile(rf"(?P<first>{_NUMBER})(?:\s*[-–－~～]\s*(?P<last>{_NUMBER}))?")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]++\.?\Z")
_CITING_WORDS = """
    and or by from see of than via per cf vs step steps line lines premise premises point points
    number numbers chapter section figure table page
    und oder von siehe zeile zeilen prämisse prämissen punkt kapitel
    et ou de du des par selon voir ligne lignes chapitre
    por según ver línea líneas capítulo
"""
_CITING = frozenset(_CITING_WORDS.split())
_PREPOSITIONS = frozenset(["in", "on", "to", "at", "as", "with", "under", "dans", "en"])
_LONGEST_RANGE = 99
_YEAR = 1000


class Reference(NamedTuple):
    """The number of a line, or the `first` and the `last` of several, as it is written."""

    first: int
    last: int
    span: Span


class StepReferences(NamedTuple):
    """What stands at the end of a conclusion.

    span:  the parenthesis with the blanks before it and the full stop behind it
    paren: the parenthesis alone
    stop:  the full stop; empty if there is none
    """

    span: Span
    paren: Span
    stop: Span
    references: tuple[Reference, ...]

    @property
    def looks_like_a_year(self) -> bool:
        """Whether all numbers are such that a list of steps hardly gets to."""
        return all(reference.first >= _YEAR for reference in self.references)


def find_references(text: str, begin: int, end: int) -> StepReferences | None:
    r"""Return the references at the end of some words, tags apart; None if there are none.

    A parenthesis that belongs to the wording is none: `f(1)`, `see (1)`, `\(1)`.
    """
    last_tags = _LastTags(text, begin, end)
    for opening in _OPENING.finditer(text, begin, end):
        match = _STEPS.match(text, opening.start(), end)
        if match is None or not last_tags.follow(match.end()):
            continue
        paren = Span(match.start(), match.start("stop"))
        words_end = paren.start
        while words_end > begin and text[words_end - 1].isspace():
            words_end -= 1
        references = _references(text, *match.span("numbers"))
        if any(not 0 <= r.last - r.first <= _LONGEST_RANGE for r in references):
            return None
        if _is_wording(text, begin, words_end, paren, len(references)):
            return None
        span = Span(words_end, match.end("stop"))
        return StepReferences(span, paren, Span(*match.span("stop")), references)
    return None


def _references(text: str, begin: int, end: int) -> tuple[Reference, ...]:
    return tuple(
        Reference(int(entry["first"]), int(entry["last"] or entry["first"]), Span(*entry.span()))
        for entry in _ENTRY.finditer(text, begin, end)
    )


def _is_wording(text: str, begin: int, words_end: int, paren: Span, count: int) -> bool:
    """Tell whether a parenthesis belongs to the words before it."""
    if words_end == begin:
        return False
    last = text[words_end - 1]
    if last == "\\":
        return True
    if words_end == paren.start and text[paren.start] == "(" and last.isascii():
        return last.isalnum() or last in "_#"
    word = _WORD_BEFORE.search(text, max(begin, words_end - 20), words_end)
    if word is None:
        return False
    known = word[0].rstrip(".").casefold()
    return known in _CITING or (count == 1 and known in _PREPOSITIONS)


class _LastTags:
    """The tags at the end of some words, read backwards and only once."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        self._text, self._begin = text, begin
        self._end = self._without_blanks(end)
        self._starts: frozenset[int] | None = None

    def follow(self, position: int) -> bool:
        """Tell whether nothing but tags, with a blank before each, stands behind an offset."""
        if position >= self._end:
            return True
        if self._starts is None:
            self._starts = frozenset(self._read())
        start = position
        while self._text[start].isspace():
            start += 1
        return start > position and start in self._starts

    def _read(self) -> Iterator[int]:
        end = self._end
        while (start := self._start_of_tag(end)) is not None:
            yield start
            end = self._without_blanks(start)

    def _start_of_tag(self, end: int) -> int | None:
        """Return where the tag begins that ends at an offset, if there is one."""
        text = self._text
        start = end
        if text[end - 1] == ")":
            start = text.rfind("(", self._begin, end) - 1
            name = text[start + 2 : end - 1]
            if start < self._begin or text[start] != "#" or any(c in ")\r\n" for c in name):
                return None
        else:
            while start > self._begin and not (
                text[start - 1].isspace() or text[start - 1] in "()"
            ):
                start -= 1
            if not _PLAIN_TAG.match(text, start, end):
                return None
        return start if start > self._begin and text[start - 1].isspace() else None

    def _without_blanks(self, end: int) -> int:
        while end > self._begin and self._text[end - 1].isspace():
            end -= 1
        return end
