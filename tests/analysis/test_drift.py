"""Quotes that changed on the way."""

import time

from random_maps import graph_of

from argmap.analysis.drift import drifted


def pairs(*data: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    text = "\n\n".join(f"[S{i}]: s. {{{entry}}}" for i, entry in enumerate(data))
    return [(a.node.title, b.node.title, changes) for a, b, changes in drifted(graph_of(text))]


OURS = 'quote: "We hope the world is built on our stack"'
THEIRS = 'quote: "we hope the world is built on the U.S. stack"'


def test_a_changed_word_is_shown_as_it_is_written() -> None:
    found = pairs(f"speaker: H, {OURS}", f"speaker: H, {THEIRS}")
    assert found == [("S0", "S1", [("our", "the U.S.")])]


def test_equal_words_other_speakers_and_other_sources_are_silent() -> None:
    assert pairs(f"speaker: H, {OURS}", f"speaker: H, {OURS.lower()}") == []
    assert pairs(f"speaker: H, {OURS}", f"speaker: G, {THEIRS}") == []
    assert pairs(f"speaker: H, source: a, {OURS}", f"speaker: H, source: b, {THEIRS}") == []
    assert pairs(OURS, THEIRS) == []


def test_aliases_are_one_speaker() -> None:
    front = "===\nspeakers: {Huang: {aliases: [H, Jensen]}}\n===\n\n"
    text = f"[A]: a. {{speaker: H, {OURS}}}\n\n[B]: b. {{speaker: Huang, {THEIRS}}}\n"
    assert len(list(drifted(graph_of(front + text)))) == 1


def test_one_finding_for_each_later_quote() -> None:
    found = pairs(*(f'speaker: H, quote: "one two three four five six {n}"' for n in "xyz"))
    assert [pair[:2] for pair in found] == [("S0", "S1"), ("S0", "S2")]


def test_many_quotes_are_no_obstacle() -> None:
    began = time.perf_counter()
    pairs(*(f'speaker: H, quote: "a b c d {n} e f {n // 7} g {n // 3}"' for n in range(3000)))
    assert time.perf_counter() - began < 10
