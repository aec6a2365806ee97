"""A short walk of the fuzzers, always the same; tests/fuzz/run.py walks on for an hour."""

from pathlib import Path

import pytest
from fuzz.faults import minimised, smallest_text
from fuzz.hash_seeds import differing
from fuzz.plain import faults_of
from fuzz.targets import TARGETS
from fuzz.texts import Maker, Recipe, corpus
from time_limits import in_time

ROOT = Path(__file__).parents[1]
CORPUS = corpus(ROOT)


def told(faults):
    return "\n".join(minimised(fault).told() for fault in faults[:3])


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_found_in_texts_that_are_made(seed):
    maker = Maker(seed)
    faults = faults_of([maker.text() for _ in range(40)], list(TARGETS))
    assert not faults, told(faults)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_found_in_texts_that_are_changed(seed):
    maker = Maker(f"changes {seed}")
    texts = []
    for _ in range(30):
        text = maker.draw.choice(CORPUS)
        for _ in range(maker.draw.choice((1, 2, 4, 8))):
            text = maker.mutated(text, CORPUS)
        texts.append(text)
    faults = faults_of(texts, list(TARGETS))
    assert not faults, told(faults)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_repeated_takes_no_time(seed):
    """No measurements: what is quadratic is found by hand, what is worse is found here."""
    maker = Maker(f"repeated {seed}")
    with in_time():
        faults = faults_of([maker.recipe().text(3000) for _ in range(8)], list(TARGETS))
    assert not faults, told(faults)


def test_the_hash_seed_changes_nothing():
    maker = Maker("seeds")
    texts = [maker.text() for _ in range(40)] + maker.draw.sample(CORPUS, 40)
    assert differing(texts) == []


# -- the fuzzer itself ---------------------------------------------------------------------------


def test_a_fault_is_made_small():
    text = "\n".join(["[A]: a", *["  + b"] * 50, "  - {c", *["  + d"] * 50])
    smallest = smallest_text(text, lambda text: "{c" in text and "+" in text)
    assert smallest in ("+{c", "{c+")
    assert smallest_text("漢漢[漢", lambda text: "[" in text and len(text) > 1) in ("a[", "[a")


def test_the_same_seed_makes_the_same_texts():
    one, other = Maker(1), Maker(1)
    assert [one.text() for _ in range(20)] == [other.text() for _ in range(20)]
    assert len({one.text() for _ in range(50)}) > 40


def test_texts_are_as_long_as_is_asked_for():
    text = Recipe("[A]\n", "  + [B%d]\n", "end").text(1000)
    assert text.startswith("[A]\n  + [B0]\n  + [B1]\n") and text.endswith("]\nend")
    assert 800 < len(text) < 1200
