"""What changes in a text, as a unified diff.

Lines that stand once in the old text and once in the new one are paired first, as many as keep
their order (the idea of Bram Cohen's patience diff); between them, lines are paired from both
ends. So it takes n log n time, where a search for the shortest difference may take n².
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.rendering.hunks import Change, alike, write_changes

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def write_text_diff(before: str, after: str, path: str) -> str:
    """Return the unified diff from one text to another; empty if they are the same.

    path: the file's name in the heading
    """
    return write_changes(_paired(_LINE.findall(before), _LINE.findall(after)), path)


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    i = j = 0
    for first, second in (*_anchors(old, new), (len(old), len(new))):
        yield from alike(old[i:first], new[j:second])
        yield from ((" ", line) for line in old[first : first + 1])
        i, j = first + 1, second + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest rising row of pairs of lines that are unique in both texts."""
    olds, news = Counter(old), Counter(new)
    places = {line: at for at, line in enumerate(new) if news[line] == 1}
    pairs = [
        (at, places[line]) for at, line in enumerate(old) if olds[line] == 1 and line in places
    ]
    ends: list[int] = []  # the least end of a row of each length
    rows: list[int] = []  # the pair that has it
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(rows[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            rows.append(index)
        else:
            ends[length], rows[length] = place, index
    found: list[tuple[int, int]] = []
    index = rows[-1] if rows else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
