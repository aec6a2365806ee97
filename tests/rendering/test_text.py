"""Widths come from the font, lines are even, and no line starts with a comma."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.rendering.display_text import printable
from argmap.rendering.metrics import BOLD, FONTS, missing_characters, text_width
from argmap.rendering.wrapping import wrap


def test_widths_are_those_of_the_font_tables():
    assert text_width("A", 1000) == pytest.approx(667, abs=1)
    assert text_width("i", 1000) == pytest.approx(222, abs=1)
    assert text_width("A", 1000, is_bold=True) == pytest.approx(722, abs=1)
    assert text_width("中", 10) == 10
    assert text_width("e\u0301", 10) == text_width("e", 10)


def test_the_signs_of_the_maps_are_in_the_font():
    assert not missing_characters("+−×←→…·“”’–—éßČλЖ")
    assert missing_characters("中✓") == {"中", "✓"}


def test_fonts_come_with_their_licence():
    assert BOLD.exists()
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence and "Google" in licence


def test_lines_are_as_few_and_as_even_as_can_be():
    lines = wrap("Losing developers harms the United States more in the long run.", 190, 11)
    assert len(lines) == 2
    widths = [text_width(line, 11) for line in lines]
    assert min(widths) > 0.7 * max(widths)


def test_no_chinese_line_starts_with_a_closing_mark():
    text = (
        "白馬非馬，可乎？曰：可。曰：何哉？曰：馬者，所以命形也；白者，所以命色也。故曰「白馬非馬」。"
        * 2
    )
    for width in range(40, 200, 7):
        for line in wrap(text, width, 11)[1:]:
            assert line[0] not in "，。？：；」"
        for line in wrap(text, width, 11)[:-1]:
            assert line[-1] != "「"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.floats(30, 300))
def test_wrapping_keeps_the_words_and_the_width(text, width):
    words = printable(text)
    lines = wrap(words, width, 11)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    for line in lines:
        if len(line) > 1 and text_width(line, 11) > width + 0.1:
            # Only what may not be parted is wider: marks that cling to a single character.
            assert text_width(line[0], 11) <= width
            assert len(lines) >= 1
