"""What changes when a text is laid out anew, as a unified diff.

Both texts have the same characters in the same order, but for blanks, line ends and the length of
bars (and where shorthand was written out: there whole lists differ). So it is known which lines
correspond, and nothing has to be searched for: it takes time in proportion to the length, where a
general comparison of two long texts takes minutes.
"""

import re
from collections.abc import Iterator, Sequence

from argmap.rendering.hunks import Change, alike, write_changes

_NO_INK = re.compile("[\\s=\ufeff-]+")


def write_diff(before: str, after: str, path: str) -> str:
    """Return the unified diff from a text to its new layout; empty if they are the same.

    path: the file's name in the heading
    """
    return write_changes(_paired(_lines(before), _lines(after)), path)


def _lines(text: str) -> list[tuple[int, int, str]]:
    """Return each line with the number of characters that count before it, and in it."""
    lines: list[tuple[int, int, str]] = []
    ink = 0
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        weight = len(_NO_INK.sub("", line))
        lines.append((ink, weight, line))
        ink += weight
    return lines


def _paired(
    old: Sequence[tuple[int, int, str]], new: Sequence[tuple[int, int, str]]
) -> Iterator[Change]:
    """Pair lines that begin behind the same number of characters."""
    i = j = 0
    while i < len(old) or j < len(new):
        ink = min(lines[at][0] for lines, at in ((old, i), (new, j)) if at < len(lines))
        first, second = i, j
        i, j = _end(old, i, ink, weightless=True), _end(new, j, ink, weightless=True)
        yield from alike(_texts(old[first:i]), _texts(new[second:j]))
        first, second = i, j
        i, j = _end(old, i, ink, weightless=False), _end(new, j, ink, weightless=False)
        yield from alike(_texts(old[first:i]), _texts(new[second:j]))


def _end(lines: Sequence[tuple[int, int, str]], at: int, ink: int, *, weightless: bool) -> int:
    while at < len(lines) and lines[at][0] == ink and (lines[at][1] == 0) is weightless:
        at += 1
    return at


def _texts(lines: Sequence[tuple[int, int, str]]) -> list[str]:
    return [line for _, _, line in lines]
