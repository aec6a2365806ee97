"""What changes when a text is laid out anew, as a unified diff.

Both texts have the same characters in the same order, but for blanks, line ends and the length of
bars (and where shorthand was written out: there whole lists differ). So it is known which lines
correspond, and nothing has to be searched for: it takes time in proportion to the length, where a
general comparison of two long texts takes minutes.
"""

import re
from collections.abc import Iterator, Sequence

_CONTEXT = 3
_NO_INK = re.compile("[\\s=\ufeff-]+")

_Change = tuple[str, str]  # " " stays, "-" goes, "+" comes; and the line


def write_diff(before: str, after: str, path: str) -> str:
    """Return the unified diff from a text to its new layout; empty if they are the same.

    path: the file's name in the heading
    """
    changes = _sorted_runs(_paired(_lines(before), _lines(after)))
    hunks = list(_hunks(changes))
    return "".join([f"--- {path}\n+++ {path}\n", *hunks]) if hunks else ""


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
) -> Iterator[_Change]:
    """Pair lines that begin behind the same number of characters."""
    i = j = 0
    while i < len(old) or j < len(new):
        ink = min(lines[at][0] for lines, at in ((old, i), (new, j)) if at < len(lines))
        first, second = i, j
        i, j = _end(old, i, ink, weightless=True), _end(new, j, ink, weightless=True)
        yield from _alike(old[first:i], new[second:j])
        first, second = i, j
        i, j = _end(old, i, ink, weightless=False), _end(new, j, ink, weightless=False)
        yield from _alike(old[first:i], new[second:j])


def _end(lines: Sequence[tuple[int, int, str]], at: int, ink: int, *, weightless: bool) -> int:
    while at < len(lines) and lines[at][0] == ink and (lines[at][1] == 0) is weightless:
        at += 1
    return at


def _alike(
    old: Sequence[tuple[int, int, str]], new: Sequence[tuple[int, int, str]]
) -> Iterator[_Change]:
    """Pair a few lines from the front, then from the back; the others go and come."""
    front = 0
    while front < min(len(old), len(new)) and old[front][2] == new[front][2]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back][2] == new[-1 - back][2]:
        back += 1
    yield from ((" ", line) for _, _, line in old[:front])
    yield from (("-", line) for _, _, line in old[front : len(old) - back])
    yield from (("+", line) for _, _, line in new[front : len(new) - back])
    yield from ((" ", line) for _, _, line in old[len(old) - back :])


def _sorted_runs(changes: Iterator[_Change]) -> list[_Change]:
    """Put what goes before what comes, in each run of changed lines."""
    ordered: list[_Change] = []
    coming: list[_Change] = []
    for sign, line in changes:
        if sign == "+":
            coming.append((sign, line))
            continue
        if sign == " ":
            ordered.extend(coming)
            coming.clear()
        ordered.append((sign, line))
    return ordered + coming


def _hunks(changes: Sequence[_Change]) -> Iterator[str]:
    """Write the changes with a few lines around them."""
    old = new = 1  # line numbers at `done`
    done = 0
    for first, end in _stretches(changes):
        old, new = old + first - done, new + first - done
        lines = changes[first:end]
        olds = sum(sign != "+" for sign, _ in lines)
        news = sum(sign != "-" for sign, _ in lines)
        body = "".join(sign + line + _unended(line) for sign, line in lines)
        yield f"@@ -{_range(old, olds)} +{_range(new, news)} @@\n{body}"
        old, new, done = old + olds, new + news, end


def _stretches(changes: Sequence[_Change]) -> Iterator[tuple[int, int]]:
    """Yield where changes stand close together, with the lines around them."""
    first: int | None = None
    last = 0
    for at, (sign, _) in enumerate(changes):
        if sign == " ":
            continue
        if first is not None and at - last > 2 * _CONTEXT:
            yield first, last + _CONTEXT + 1
            first = None
        if first is None:
            first = max(at - _CONTEXT, 0)
        last = at
    if first is not None:
        yield first, min(last + _CONTEXT + 1, len(changes))


def _unended(line: str) -> str:
    return "" if line.endswith("\n") else "\n\\ No newline at end of file\n"


def _range(start: int, length: int) -> str:
    """Return the lines of a hunk as diffs write them: an empty range names the line before it."""
    return f"{start if length else start - 1},{length}"
