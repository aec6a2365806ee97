"""A diff says how one text becomes the other: `patch` would make the new one of the old one."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.rendering.text_diff import write_text_diff

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "  + d\n"]), max_size=12)


def patched(before: str, diff: str) -> str:
    """Apply a unified diff, and check that its context and its numbers are true."""
    old = re.findall(r"[^\n]*\n|[^\n]+", before)
    new: list[str] = []
    at = 0
    hunks = re.split(r"^(?=@@ )", diff, flags=re.MULTILINE)[1:]
    for hunk in hunks:
        head, body = hunk.split("\n", 1)
        start, length, new_start, new_length = map(
            int, re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", head).groups()
        )
        first = start - 1 if length else start
        new += old[at:first]
        at = first
        assert len(new) == (new_start - 1 if new_length else new_start)
        begin, lines_before = at, len(new)
        body = body.replace("\n\\ No newline at end of file\n", "\0")
        for line in re.findall(r"[^\n\0]*[\n\0]", body):
            text = line[1:].replace("\0", "")
            if line[0] in " -":
                assert old[at] == text
                at += 1
            if line[0] in " +":
                new.append(text)
        assert (at - begin, len(new) - lines_before) == (length, new_length)
    return "".join([*new, *old[at:]])


@settings(max_examples=300, deadline=None)
@given(LINES, LINES, st.booleans(), st.booleans())
def test_the_diff_makes_the_new_text_of_the_old_one(
    old: list[str], new: list[str], is_cut: bool, is_new_cut: bool
) -> None:
    before, after = "".join(old), "".join(new)
    before = before.rstrip("\r\n") if is_cut else before
    after = after.rstrip("\r\n") if is_new_cut else after
    diff = write_text_diff(before, after, "x")
    assert (diff == "") is (before == after)
    assert patched(before, diff) == after


def test_lines_that_stay_are_not_told_as_changed():
    before = "".join(f"line {n}\n" for n in range(30))
    after = before.replace("line 3\n", "").replace("line 20\n", "line twenty\n")
    diff = write_text_diff(before, after, "x")
    assert [line for line in diff.splitlines()[2:] if line[0] in "+-"] == [
        "-line 3",
        "-line 20",
        "+line twenty",
    ]
    assert diff.count("@@ -") == 2
