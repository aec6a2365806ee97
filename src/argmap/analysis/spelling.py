"""What somebody who misspelt a name may have meant."""

from collections.abc import Iterable

_MOST_CANDIDATES = 64
_MOST_COMPARISONS = 4_000
_MOST_LOOKED_AT = 500


def distance(one: str, other: str, limit: int) -> int:
    """Return the Damerau-Levenshtein distance of two texts, or limit + 1 if it is greater.

    Insertions, deletions, replacements and exchanges of neighbours count 1 each; no part is
    edited twice ("optimal string alignment"; Damerau 1964).
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, opposite in enumerate(other, 1):
            cost = min(
                above[column] + 1,
                here[-1] + 1,
                above[column - 1] + (letter != opposite),
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == opposite:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > limit:
            return limit + 1
        before, above = above, here
    return min(above[-1], limit + 1)


def tolerance(word: str) -> int:
    """Return how many slips a word of its length may hide: none up to 3 letters, 2 from 7."""
    if len(word) < 4:
        return 0
    return 1 if len(word) < 7 else 2


class Speller:
    """Finds the known name nearest to a misspelt one.

    Only names that share its beginning, middle or end are compared, for two slips leave one of
    three parts alone. At most 64 are, those with the rarest part first, and 4,000 over the life
    of a speller, so that a map of any size is checked in time; beyond that nothing is suggested.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._folded: dict[str, str] = {}
        for name in names:
            self._folded.setdefault(name.casefold(), name)
        self._by_part: dict[tuple[str, str], list[str]] = {}
        for folded in self._folded:
            size = _part_size(len(folded))
            for part in _parts(folded, size, leeway=0):
                self._by_part.setdefault(part, []).append(folded)
        self._left = _MOST_COMPARISONS

    def nearest(self, name: str) -> str | None:
        """Return the nearest known name within two slips (fewer for short ones), or None."""
        folded = name.casefold()
        if folded in self._folded and self._folded[folded] != name:
            return self._folded[folded]
        limit = tolerance(folded)
        best, fewest = None, limit + 1
        for candidate in self._candidates(folded, limit) if limit else ():
            slips = distance(folded, candidate, limit)
            if slips < fewest:
                best, fewest = self._folded[candidate], slips
        return best

    def _candidates(self, folded: str, limit: int) -> list[str]:
        lengths = range(len(folded) - limit, len(folded) + limit + 1)
        sizes = dict.fromkeys(_part_size(length) for length in lengths)
        parts = [part for size in sizes for part in _parts(folded, size, leeway=limit + 1)]
        known = [part for part in dict.fromkeys(parts) if part in self._by_part]
        most = min(_MOST_CANDIDATES, self._left)
        found: dict[str, None] = {}
        for part in sorted(known, key=lambda part: len(self._by_part[part])):
            for candidate in self._by_part[part][:_MOST_LOOKED_AT]:
                if len(found) >= most:
                    break
                if len(candidate) in lengths and candidate != folded:
                    found[candidate] = None
        self._left -= len(found)
        return list(found)


def _part_size(length: int) -> int:
    return max(1, min(3, length // 3))


def _parts(name: str, size: int, *, leeway: int) -> list[tuple[str, str]]:
    """Cut out a beginning, an end, and middles that may have slipped by some places."""
    middle = (len(name) - size) // 2
    starts = range(max(0, middle - leeway), min(len(name) - size, middle + leeway) + 1)
    middles = [("middle", name[start : start + size]) for start in starts]
    return [("beginning", name[:size]), ("end", name[-size:]), *middles]
