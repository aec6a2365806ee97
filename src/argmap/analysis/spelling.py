"""What somebody who misspelt a name may have meant."""

from collections.abc import Iterable

_MOST_CANDIDATES = 64
_MOST_COMPARISONS = 20_000


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

    Only names that share its beginning, middle or end are compared: two slips leave one of three
    parts alone. At most 64 are, and 20,000 over the life of a speller, so that a map of any size
    is checked in time; beyond that nothing is suggested.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._folded: dict[str, str] = {}
        for name in names:
            self._folded.setdefault(name.casefold(), name)
        self._by_part: dict[tuple[int, str], list[str]] = {}
        for folded in self._folded:
            for part in set(_parts(folded)):
                self._by_part.setdefault(part, []).append(folded)
        self._left = _MOST_COMPARISONS

    def nearest(self, name: str) -> str | None:
        """Return the nearest known name within two slips (fewer for short ones), or None."""
        folded = name.casefold()
        if folded in self._folded and self._folded[folded] != name:
            return self._folded[folded]
        limit = tolerance(folded)
        best, fewest = None, limit + 1
        for candidate in self._candidates(folded, limit):
            slips = distance(folded, candidate, limit)
            if slips < fewest:
                best, fewest = self._folded[candidate], slips
        return best

    def _candidates(self, folded: str, limit: int) -> list[str]:
        found: dict[str, None] = {}
        for part in _parts(folded):
            for candidate in self._by_part.get(part, ()):
                if abs(len(candidate) - len(folded)) <= limit and candidate != folded:
                    found[candidate] = None
                    if len(found) >= min(_MOST_CANDIDATES, self._left):
                        break
        self._left -= len(found)
        return list(found)


def _parts(name: str) -> list[tuple[int, str]]:
    """Cut a name into a beginning, an end and a middle that may have slipped by two places.

    The parts are measured from the near end, and not from the length, which a slip changes.
    """
    size = max(1, min(3, len(name) // 3))
    middle = len(name) // 2
    around = range(max(0, middle - 2), min(len(name) - size, middle + 2) + 1)
    return [
        (0, name[:size]),
        (1, name[-size:]),
        *((2, name[start : start + size]) for start in around),
    ]
