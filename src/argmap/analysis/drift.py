"""Quotes of one speaker that changed on the way."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.speakers import Speakers
from argmap.model.graph import ArgumentGraph, NodeRef, Occurrence

LEAST_SIMILARITY = 0.8
_MOST_COMPARISONS = 25  # of one quote with earlier ones


_WORD = re.compile(r"\w+")


class Wording(NamedTuple):
    """A quote as case-folded words, with the place where it is given."""

    node: NodeRef
    occurrence: Occurrence
    speaker: str
    words: tuple[str, ...]
    text: str

    def slice(self, start: int, end: int) -> str:
        """Return words as they are written, with what stands between them."""
        if start == end:
            return ""
        places = [match.span() for match in _WORD.finditer(self.text)]
        written = self.text[places[start][0] : places[end - 1][1]]
        is_cut = "." in written and self.text.startswith(".", places[end - 1][1])
        return f"{written}." if is_cut else written  # the last full stop of `U.S.`


def drifted(
    graph: ArgumentGraph,
) -> Iterator[tuple[Wording, Wording, list[tuple[str, str]]]]:
    """Yield (earlier, later, changes) for later quotes that nearly repeat an earlier one.

    Near are quotes of one speaker from one source whose words have a similarity (2 · matches /
    words of both) of at least 0.8 and are not the same. Changes are pairs of replaced words; one
    of them is empty where words were added or left out. Each quote is compared with the first 25
    earlier ones that share enough rare words.
    """
    groups: dict[tuple[str, object], list[Wording]] = {}
    for key, wording in _wordings(graph):
        groups.setdefault(key, []).append(wording)
    found = [pair for group in groups.values() for pair in _near_pairs(group)]
    place = {ref: index for index, ref in enumerate(graph.order)}
    yield from sorted(found, key=lambda pair: (place[pair[1].node], pair[1].occurrence.item))


def _wordings(graph: ArgumentGraph) -> Iterator[tuple[tuple[str, object], Wording]]:
    speakers = Speakers.of(graph)
    collected: list[tuple[int, tuple[str, object], Wording]] = []
    for ref in graph.order:
        node = graph.node(ref)
        for occurrence in node.occurrences:
            quote = occurrence.data.get("quote")
            speaker = occurrence.data.get("speaker", node.data.get("speaker"))
            if not isinstance(quote, str) or speaker is None:
                continue
            source = str(occurrence.data.get("source", node.data.get("source")))
            name = speakers.name(speaker)
            words = tuple(word.casefold() for word in _WORD.findall(quote))
            wording = Wording(ref, occurrence, name, words, quote)
            collected.append((occurrence.item, (name, source), wording))
    collected.sort(key=lambda entry: entry[0])
    yield from ((key, wording) for _, key, wording in collected)


def _near_pairs(
    group: list[Wording],
) -> Iterator[tuple[Wording, Wording, list[tuple[str, str]]]]:
    from difflib import SequenceMatcher

    frequency: dict[str, int] = {}
    for wording in group:
        for word in set(wording.words):
            frequency[word] = frequency.get(word, 0) + 1
    by_word: dict[str, list[int]] = {}
    firsts: dict[tuple[str, ...], int] = {}
    for index, later in enumerate(group):
        if later.words in firsts:
            continue
        firsts[later.words] = index
        rare = _telling_words(later.words, frequency)
        candidates = sorted(
            {i for word in rare for i in by_word.get(word, ())[:_MOST_COMPARISONS]}
        )
        for candidate in candidates[:_MOST_COMPARISONS]:
            matcher = SequenceMatcher(None, group[candidate].words, later.words, autojunk=False)
            upper_bounds = (matcher.real_quick_ratio, matcher.quick_ratio)
            if all(ratio() >= LEAST_SIMILARITY for ratio in (*upper_bounds, matcher.ratio)):
                yield (
                    group[candidate],
                    later,
                    _changes(matcher.get_opcodes(), group[candidate], later),
                )
                break
        for word in rare:
            by_word.setdefault(word, []).append(index)


def _telling_words(words: tuple[str, ...], frequency: dict[str, int]) -> list[str]:
    """Return the rarest words of a quote: enough that near quotes have one of them in common.

    Quotes with a similarity of 0.8 share at least two thirds of the words of either, so that the
    rarest third and one more must meet (prefix filtering; Chaudhuri, Ganti and Kaushik 2006).
    """
    ranked = sorted(words, key=lambda word: (frequency[word], word))
    return list(dict.fromkeys(ranked[: len(words) // 3 + 1]))


def _changes(
    opcodes: Sequence[tuple[str, int, int, int, int]], earlier: Wording, later: Wording
) -> list[tuple[str, str]]:
    return [
        (earlier.slice(start, end), later.slice(new_start, new_end))
        for kind, start, end, new_start, new_end in opcodes
        if kind != "equal"
    ]
