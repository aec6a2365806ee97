"""Nearest names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis.spelling import Speller, distance

WORDS = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("soruce", "source", 1), ("", "ab", 2), ("kitten", "sitting", 3), ("abc", "abc", 0)],
)
def test_distance(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 5) == slips
    assert distance(one, other, slips) == slips


@given(WORDS, WORDS, st.integers(0, 4))
def test_distance_is_symmetric_and_capped(one: str, other: str, limit: int) -> None:
    full = distance(one, other, 20)
    assert distance(other, one, 20) == full
    assert distance(one, other, limit) == min(full, limit + 1)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Helth", "Health"),
        ("health", "Health"),
        ("Must Be Alowed", "Must Be Allowed"),
        ("Most Be Alowed", "Must Be Allowed"),
        ("P1", None),
        ("Wealthy", "Health"),
        ("Wealthily", None),
    ],
)
def test_nearest(name: str, nearest: str | None) -> None:
    assert Speller(["P2", "Health", "Must Be Allowed"]).nearest(name) == nearest


def test_many_names_are_no_obstacle() -> None:
    began = time.perf_counter()
    speller = Speller(f"Statement {number}" for number in range(10_000))
    for number in range(10_000):
        speller.nearest(f"Statemant {number}")
    assert time.perf_counter() - began < 10
