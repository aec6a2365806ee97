"""Which pairs of wordings are alike enough to be looked at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from argmap.classroom.comparing.likeness import Wording, likeness


def candidates(
    rows: Sequence[Wording], columns: Sequence[Wording], least: float
) -> Iterator[tuple[int, int]]:
    """Return the pairs whose likeness is at least `least`, each once.

    Two sets that are that alike share one of their few rarest words (prefix filtering, Chaudhuri,
    Ganti and Kaushik 2006), so most pairs are never looked at.
    """
    counts = Counter(word for wording in (*rows, *columns) for word in wording.words)

    def rarest(wording: Wording) -> Iterable[str]:
        ordered = sorted(wording.words, key=lambda word: (counts[word], word))
        must_share = ceil(least * len(ordered) - 1e-9)
        return ordered[: len(ordered) - must_share + 1]

    having: dict[str, list[int]] = {}
    for column, wording in enumerate(columns):
        for word in rarest(wording):
            having.setdefault(word, []).append(column)
    for row, wording in enumerate(rows):
        found = dict.fromkeys(c for word in rarest(wording) for c in having.get(word, ()))
        for column in sorted(found):
            if likeness(wording, columns[column]) >= least:
                yield row, column
