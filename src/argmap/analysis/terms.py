"""The terms of claims: words with a topic, so that one can see which of them never come back."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from argmap.analysis.lexicon import lexicon
from argmap.analysis.map_wording import MapWording
from argmap.analysis.stems import Stems
from argmap.analysis.wording import CJK, STOP_WORDS, words_of_folded
from argmap.model.graph import NodeRef

_CJK_RUN = re.compile(f"[{CJK}]+")


class Terms(NamedTuple):
    """Stem → word as written (in lower case); runs of Chinese characters, and pairs of them."""

    stems: Mapping[str, str]
    runs: tuple[str, ...]
    pairs: frozenset[str]


class TermReader:
    """Reads the terms of statements; words that the map declares synonyms are one term.

    Terms are compared by their stems. Chinese is not cut into words: there, what comes back is
    seen by pairs of characters.
    """

    def __init__(self, wording: MapWording, synonyms: object) -> None:
        self._wording, self._stem = wording, Stems()
        self._empty: dict[str, frozenset[str]] = {}
        self._known: dict[str, Terms] = {}
        self._same: dict[str, str] = {}
        self._same_runs: dict[str, str] = {}
        for group in synonym_groups(synonyms):
            words = [wording.folded[text].strip() for text in group]
            self._declare([word for word in words if word])

    def _declare(self, group: list[str]) -> None:
        for word in group:
            first = group[0]
            if _CJK_RUN.fullmatch(word):
                self._same_runs.setdefault(word, first)
            for part in word.split():
                self._same.setdefault(self._stem[part], self._stem[first.split()[-1]])

    def read(self, ref: NodeRef) -> Terms:
        """Return the terms of a statement."""
        text = self._wording.text(ref)
        known = self._known.get(text)
        if known is None:
            code = self._wording.language(self._wording.node(ref), text)
            known = self._known[text] = self._terms(self._wording.folded[text], code)
        return known

    def _terms(self, folded: str, code: str) -> Terms:
        empty = self._empty.get(code)
        if empty is None:
            empty = self._empty[code] = lexicon(code).empty | STOP_WORDS
        stems: dict[str, str] = {}
        runs: list[str] = []
        if not folded.isascii():
            runs = self._runs(folded, code)
            folded = _CJK_RUN.sub(" ", folded)
        for word in words_of_folded(folded):
            if word not in empty and len(word) > 1:
                stem = self._stem[word]
                stems.setdefault(self._same.get(stem, stem), word)
        pairs = {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
        return Terms(stems, tuple(runs), frozenset(pairs))

    def _runs(self, folded: str, code: str) -> list[str]:
        for word, first in self._same_runs.items():
            folded = folded.replace(word, first)
        folded = _fillers(code).sub(" ", folded)
        return [run for run in _CJK_RUN.findall(folded) if len(run) > 1]


@cache
def _fillers(code: str) -> re.Pattern[str]:
    """Return what finds the Chinese words without a topic, longer ones first."""
    words = (word for word in (*lexicon(code).empty, *STOP_WORDS) if _CJK_RUN.match(word))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(longest_first))


def terms_left_out(terms: Terms, others: Iterable[Terms]) -> tuple[str, ...]:
    """Return the terms that are in none of the others, as written, in their order."""
    others = tuple(others)
    words = [
        word for stem, word in terms.stems.items() if not any(stem in o.stems for o in others)
    ]
    if not terms.runs:
        return tuple(words)
    pairs = frozenset[str]().union(*(other.pairs for other in others))
    return (*words, *(part for run in terms.runs for part in _uncovered(run, pairs)))


def lonely_terms(all_terms: Sequence[Terms]) -> list[tuple[str, ...]]:
    """Return for each of several claims its terms that none of the others has."""
    stems = Counter(stem for terms in all_terms for stem in terms.stems)
    pairs = Counter(pair for terms in all_terms for pair in terms.pairs)
    shared = frozenset(pair for pair, claims in pairs.items() if claims > 1)
    return [
        (
            *(word for stem, word in terms.stems.items() if stems[stem] == 1),
            *(part for run in terms.runs for part in _uncovered(run, shared)),
        )
        for terms in all_terms
    ]


def _uncovered(run: str, pairs: frozenset[str]) -> list[str]:
    """Return the stretches of two or more characters that no known pair touches."""
    covered = [False] * len(run)
    for place in range(len(run) - 1):
        if run[place : place + 2] in pairs:
            covered[place] = covered[place + 1] = True
    marked = "".join(
        " " if is_covered else sign for sign, is_covered in zip(run, covered, strict=True)
    )
    return [part for part in marked.split() if len(part) > 1]


def synonym_groups(value: object) -> list[list[str]]:
    """Read `synonyms:`: a list of lists, or a mapping of a word to one or several others."""
    if isinstance(value, dict):
        value = [[word, *(o if isinstance(o, list) else [o])] for word, o in value.items()]
    if not isinstance(value, list):
        return []
    groups = (
        [str(w) for w in group if w is not None] for group in value if isinstance(group, list)
    )
    return [group for group in groups if len(group) > 1 and all(w.strip() for w in group)]
