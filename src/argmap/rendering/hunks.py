"""Changes of lines as a unified diff."""

from collections.abc import Iterable, Iterator, Sequence

_CONTEXT = 3

Change = tuple[str, str]
"""" " for a line that stays, "-" for one that goes, "+" for one that comes; and the line."""


def write_changes(changes: Iterable[Change], path: str) -> str:
    """Return all lines of two texts, old and new, as a diff; empty if every one stays.

    path: the file's name in the heading
    """
    hunks = list(_hunks(_sorted_runs(changes)))
    return "".join([f"--- {path}\n+++ {path}\n", *hunks]) if hunks else ""


def alike(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Pair a few lines from the front, then from the back; the others go and come."""
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) - front and old[-1 - back] == new[-1 - back]:
        back += 1
    yield from ((" ", line) for line in old[:front])
    yield from (("-", line) for line in old[front : len(old) - back])
    yield from (("+", line) for line in new[front : len(new) - back])
    yield from ((" ", line) for line in old[len(old) - back :])


def _sorted_runs(changes: Iterable[Change]) -> list[Change]:
    """Put what goes before what comes, in each run of changed lines."""
    ordered: list[Change] = []
    coming: list[Change] = []
    for sign, line in changes:
        if sign == "+":
            coming.append((sign, line))
            continue
        if sign == " ":
            ordered.extend(coming)
            coming.clear()
        ordered.append((sign, line))
    return ordered + coming


def _hunks(changes: Sequence[Change]) -> Iterator[str]:
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


def _stretches(changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
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
