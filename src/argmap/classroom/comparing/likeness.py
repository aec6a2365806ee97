"""How alike two wordings are: sets of words after folding, and what no count of words can tell.

Two texts are compared as sets of word stems by the index of Jaccard (1901), the share of their
words that they have in common. One minus it is a metric, so that a pair of equal texts is part of
some cheapest matching. It knows words, not meanings: a *not* or another number changes a claim
altogether and its words hardly, so such pairs are never taken for the same without a person.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from argmap.analysis.stems import Stems
from argmap.analysis.terms import synonym_groups
from argmap.analysis.wording import CJK, STOP_WORDS, folded, words_of_folded

_ONE_CJK = re.compile(f"[{CJK}]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SHORT_NOT = re.compile(r"n['\u2019]t\b")
_NEGATIONS = """not no never none nobody nothing neither nor cannot without nicht kein keine keinen
    keinem keiner keines nie niemals niemand nichts ohne 不 没 沒 无 無 未 莫 勿"""
_NOT = frozenset(_NEGATIONS.split())


class Caution(StrEnum):
    """Why words alone must not say that two texts are the same claim."""

    NEGATION = "only one of them says not"
    NUMBER = "their numbers differ"


class Wording(NamedTuple):
    """A text as it is compared: folded, its words as a set, whether it denies, its numbers."""

    folded: str
    words: frozenset[str]
    denies: bool
    numbers: frozenset[str]


class WordingReader:
    """Reads wordings; words that `synonyms:` puts together are one word.

    synonyms: the values of that setting, of every map that takes part
    """

    def __init__(self, synonyms: Iterable[object] = ()) -> None:
        self._stems = Stems()
        self._known: dict[str, Wording] = {}
        self._same: list[tuple[str, str]] = []
        for value in synonyms:
            for group in synonym_groups(value):
                first, *others = (" ".join(folded(text).split()) for text in group)
                self._same += [(other, first) for other in others if other and first]
        # Longer ones first, so that a word inside a phrase does not take it apart.
        self._same = sorted(set(self._same), key=lambda pair: (-len(pair[0]), pair))

    def read(self, text: str) -> Wording:
        """Return the wording of a text; each text is read once."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
        return known

    def _read(self, text: str) -> Wording:
        plain = plain_words(text)
        written = words_of_folded(folded(text))
        denials = [word for word in written if word in _NOT] + _SHORT_NOT.findall(text.lower())
        for other, first in self._same:
            if _ONE_CJK.search(other):
                plain = plain.replace(other, first)
            else:
                plain = re.sub(rf"\b{re.escape(other)}\b", first, plain)
        return Wording(
            plain_words(text),
            self._words(words_of_folded(folded(plain))),
            len(denials) % 2 == 1,
            frozenset(_NUMBER.findall(text)),
        )

    def _words(self, written: list[str]) -> frozenset[str]:
        """Return the words with content; of Chinese, which has no blanks, pairs of signs."""
        content = [word for word in written if word not in STOP_WORDS] or written
        found = set()
        for place, word in enumerate(content):
            if not _ONE_CJK.fullmatch(word):
                found.add(self._stems[word])
                continue
            after = content[place + 1] if place + 1 < len(content) else ""
            found.add(word + after if after and _ONE_CJK.fullmatch(after) else word)
        return frozenset(found)


def plain_words(text: str) -> str:
    """Return a text folded, with one blank between its words; signs alone stay as they are."""
    return " ".join(folded(text).split()) or text.strip()


def likeness(one: Wording, other: Wording) -> float:
    """Return the share of words in common, from 0 to 1; texts without words are alike if equal."""
    if one.folded == other.folded:
        return 1.0
    together = len(one.words | other.words)
    return len(one.words & other.words) / together if together else 0.0


def caution(one: Wording, other: Wording) -> Caution | None:
    """Return what forbids to take two texts for the same by their words alone."""
    if one.denies != other.denies:
        return Caution.NEGATION
    if one.numbers != other.numbers:
        return Caution.NUMBER
    return None
