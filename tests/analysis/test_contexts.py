"""What stands around a passage: whole words, within the paragraph, and told if it was cut."""

import pytest

from argmap.analysis.contexts import context_of
from argmap.source import Span

TEXT = "First words.\n\nOne two three four five.\n\nLast words."


@pytest.mark.parametrize(
    ("around", "before", "after"),
    [(100, "One two ", " four five."), (6, "… two ", " four …"), (8, "… two ", " four …")],
)
def test_around_a_passage(around, before, after):
    start = TEXT.index("three")
    found = context_of(TEXT, Span(start, start + 5), around)
    assert found == (before, "three", after)


def test_nothing_is_cut_at_the_very_ends():
    """What is just as long as there is room for has all its words."""
    assert context_of("one two x", Span(8, 9), 8) == ("one two ", "x", "")
    assert context_of("x one two", Span(0, 1), 8) == ("", "x", " one two")
