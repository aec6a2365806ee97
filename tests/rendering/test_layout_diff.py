"""The diff from a text to its new layout, applied as `patch` would."""

import re

import pytest
from argdown_texts import argdown
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.rendering.layout_diff import write_diff


def applied(text, diff):
    """Apply a unified diff; every line that it names must be there."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    result, position = [], 0
    for hunk in re.split(r"^(?=@@ )", diff, flags=re.M)[1:]:
        heading, *body = re.findall(r"[^\n]*\n", hunk)
        old, olds, new, news = map(int, re.findall(r"\d+", heading))
        start = old - 1 if olds else old
        result += lines[position:start]
        assert len(result) == (new - 1 if news else new)
        position, made = start, 0
        for at, entry in enumerate(body):
            if entry.startswith("\\"):
                continue
            is_unended = body[at + 1 : at + 2] == ["\\ No newline at end of file\n"]
            line = entry[1:-1] if is_unended else entry[1:]
            if entry[0] != "+":
                assert lines[position] == line
                position += 1
            if entry[0] != "-":
                result.append(line)
                made += 1
        assert position - start == olds and made == news
    return "".join(result + lines[position:])


def test_what_it_looks_like():
    text = "".join(f"[A{number}]: a\n\n" for number in range(6)) + "[B]:b\n +[C]\n\n\n[D]: d"
    assert write_diff(text, argmap.format_text(text).text, "map.argdown") == (
        "--- map.argdown\n+++ map.argdown\n@@ -10,8 +10,7 @@\n \n [A5]: a\n \n-[B]:b\n- +[C]\n"
        "+[B]: b\n+  + [C]\n \n-\n-[D]: d\n\\ No newline at end of file\n+[D]: d\n"
    )


def test_nothing_has_changed():
    assert write_diff("a\n", "a\n", "map.argdown") == ""


@settings(max_examples=150, deadline=None)
@given(st.one_of(argdown(), argdown(100)))
def test_it_leads_from_one_text_to_the_other(text):
    after = argmap.format_text(text).text
    diff = write_diff(text, after, "map.argdown")
    assert applied(text, diff) == after


@settings(max_examples=100, deadline=None)
@given(st.text("a-\n "), st.text("a-\n "))
def test_it_is_right_for_any_two_texts(before, after):
    assert applied(before, write_diff(before, after, "x")) == after


@pytest.mark.parametrize("size", [20_000])
def test_a_long_text_takes_no_quadratic_time(size):
    text = "".join(f"[A{number}]: a\n+ [B]\n\n" for number in range(size))  # would take minutes
    after = argmap.format_text(text).text
    assert applied(text, write_diff(text, after, "x")) == after
