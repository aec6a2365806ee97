"""The smallest sets of leaves without which a conclusion cannot be derived.

These are the minimal cut sets of a fault tree (Fussell and Vesely 1972), and the minimal hitting
sets of the conclusion's supports (Reiter 1987). The supports are never listed: there may be
exponentially many. One is asked for whenever those known so far are hit by what was taken away
("implicit hitting sets": Moreno-Centeno and Karp 2013), and the search branches on its members.
Supports that share no leaf bound the size of a cut from below, and prune the search.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from typing import NamedTuple

from argmap.analysis.clauses import Clauses, condense
from argmap.analysis.foundations import Effort, EffortSpentError
from argmap.analysis.founders import Founders, Trail, bits

USUAL_SIZE = 3
MOST_SETS = 10_000
EFFORT = 2_000_000
_EFFORT_BEYOND = 200_000
_MOST_KNOWN = 2_000
_DEEP = 8  # with more leaves to take away, disjoint supports are only looked for among known ones


class CutSets(NamedTuple):
    """Minimal cut sets, smallest first, then in the order of the leaves.

    searched:   all sets of up to that many leaves were found
    least:      no set has fewer leaves
    has_larger: whether there are cut sets beyond those; None if that was not found out
    """

    sets: tuple[tuple[int, ...], ...]
    searched: int
    least: int
    has_larger: bool | None

    @property
    def is_complete(self) -> bool:
        """Whether these are all there are."""
        return self.has_larger is False


NOTHING = CutSets((), 0, 0, False)


def find_cut_sets(  # noqa: PLR0911 (one for each way in which a search may end)
    clauses: Clauses, size: int | None = None, limit: int = MOST_SETS, effort: int = EFFORT
) -> CutSets:
    """Return the minimal cut sets of the top of some clauses.

    size:   the most leaves in a set; without it 3 or, if no set is that small, as many as needed
    limit:  the most sets
    effort: the most rules and nodes that are looked at
    Nothing can cut off what cannot be derived, or what follows from no leaf at all.
    """
    if clauses.top is None:
        return NOTHING
    if clauses.top in clauses.leaves:
        return CutSets(((clauses.top,),), 1, 1, False)
    condensed = condense(clauses)
    search = _Search(condensed.clauses, effort)
    found: list[tuple[int, ...]] = []
    searched = least = 0
    try:
        least = search.least()
        if not least:
            return NOTHING
        searched = least - 1
        for level in range(least, 1 << 30):
            if level > (size or (USUAL_SIZE if found else level)):
                break
            cuts = (
                tuple(sorted(chosen))
                for classes in search.cuts_of(level)
                for chosen in product(*(condensed.members[c] for c in classes))
            )
            start = len(found)
            try:
                for cut in islice(cuts, limit - start + 1):
                    found.append(cut)
            finally:
                found[start:] = sorted(found[start:])
            if len(found) > limit:
                return CutSets(tuple(found[:limit]), searched, least, True)
            searched = level
            if not found:
                least = level + 1
            if not search.has_more:
                return CutSets(tuple(found), searched, least, False)
    except EffortSpentError:
        least = max(least, search.disjoint)
        return CutSets(tuple(found[:limit]), max(searched, least - 1), least, None)
    return CutSets(tuple(found), searched, least, _has_larger(search, searched))


def _has_larger(search: "_Search", size: int) -> bool | None:
    """Look for a single cut set that has more leaves; give up soon."""
    search.effort.left = _EFFORT_BEYOND
    try:
        while search.has_more:
            size += 1
            if next(iter(search.cuts_of(size)), None) is not None:
                return True
    except EffortSpentError:
        return None
    return False


@dataclass(slots=True)
class _Frame:
    """What is still to be tried once some leaves are taken away.

    taken:      those leaves
    candidates: the leaves to be tried next, one after the other
    left:       how many more may be taken away
    unhit:      supports that share no leaf with what is taken, made from `known` known ones
    excluded:   leaves that are tried elsewhere
    trail:      undoes the candidate that is being tried
    """

    taken: int
    candidates: int
    left: int
    unhit: list[int]
    known: int
    excluded: int
    trail: Trail = field(default_factory=list)


class _Search:
    """Sets of leaves, and supports, are numbers: bit i is leaf i."""

    def __init__(self, clauses: Clauses, effort: int) -> None:
        self.effort = Effort(effort)
        self._founders = Founders(clauses, self.effort)
        self._probe = Founders(clauses, self.effort)
        self._known: list[int] = []
        self._everything = (1 << len(clauses.leaves)) - 1
        self._alone = 0
        self._words = 1 + len(clauses.leaves) // 256
        self.disjoint = 0  # most supports without a common leaf that were found
        self.has_more = True

    def least(self) -> int:
        """Return how many supports were found that share no leaf; no cut set has fewer leaves.

        0 if the top is supported without any leaf.
        """
        unhit: list[int] = []
        disjoint = self._disjoint(unhit, len(bin(self._everything)), is_asking=True)
        return len(disjoint) if all(disjoint) else 0

    def cuts_of(self, size: int) -> Iterator[tuple[int, ...]]:
        """Yield the minimal cut sets with just that many leaves; all smaller ones were asked for.

        `has_more` then tells whether larger ones may have been passed over. Raises
        `EffortSpentError`.
        """
        self.has_more = False
        top = self._frame(0, size, list(self._known), self._alone)
        stack = [top] if top is not None else []
        while stack:
            frame = stack[-1]
            self._founders.undo(frame.trail)
            frame.trail = []
            if not frame.candidates:
                stack.pop()
                continue
            self.effort.spend(2 * self._words)
            bit = frame.candidates & -frame.candidates
            frame.candidates ^= bit
            frame.trail = self._founders.remove((bit.bit_length() - 1,))
            taken = frame.taken | bit
            if frame.left == 1:
                if self._founders.stands:
                    self.has_more = True
                    frame.candidates &= self._learn(self._founders.support())
                elif self._is_minimal(taken, bit):
                    if size == 1:
                        self._alone |= bit
                    yield tuple(bits(taken))
            elif self._founders.stands:
                unhit = [support for support in self._unhit(frame) if not support & bit]
                below = self._frame(taken, frame.left - 1, unhit, frame.excluded)
                if below is not None:
                    stack.append(below)
            frame.excluded |= bit

    def _frame(self, taken: int, left: int, unhit: list[int], excluded: int) -> _Frame | None:
        """Return what is to be tried next, or None if no cut set of the size lies this way."""
        self.effort.spend(self._words * (2 + len(unhit) // 4))
        is_asking = not unhit or 1 < left <= _DEEP
        disjoint = self._disjoint(unhit, left, is_asking=is_asking)
        if any(not support & ~excluded for support in unhit):
            return None
        if len(disjoint) > left:
            self.has_more = True
            return None
        if left == 1:
            candidates = self._everything & ~excluded
            for support in unhit:
                candidates &= support
            rest = ~(excluded | candidates)
            self.has_more = self.has_more or any(support & rest for support in unhit)
        else:
            if len(disjoint) == left:  # each leaf has to hit another one of them
                useful = 0
                for support in disjoint:
                    useful |= support
                excluded |= self._everything & ~useful
                self.has_more = True
            candidates = min((s & ~excluded for s in unhit), key=int.bit_count)
        return _Frame(taken, candidates, left, unhit, len(self._known), excluded)

    def _disjoint(self, unhit: list[int], left: int, *, is_asking: bool) -> list[int]:
        """Return supports that share no leaf, at most one more than `left`.

        If it is asking, new ones are looked for, and join those that are unhit.
        """
        found: list[int] = []
        used = 0
        self.effort.spend(self._words * (1 + len(unhit) // 4))
        for support in sorted(unhit, key=int.bit_count):
            if not support & used:
                found.append(support)
                used |= support
                if len(found) > left:
                    return found
        if not is_asking:
            return found
        trails = [self._founders.remove(bits(used))]
        while self._founders.stands and len(found) <= left:
            support = self._learn(self._founders.support())
            unhit.append(support)
            found.append(support)
            self.disjoint = max(self.disjoint, len(found))
            if not support:
                break
            trails.append(self._founders.remove(bits(support)))
        for trail in reversed(trails):
            self._founders.undo(trail)
        return found

    def _unhit(self, frame: _Frame) -> list[int]:
        """Return the supports that a frame knows, with those that became known since."""
        new = self._known[frame.known :]
        frame.known = len(self._known)
        seen = set(frame.unhit)
        frame.unhit += [s for s in new if not s & frame.taken and s not in seen]
        return frame.unhit

    def _learn(self, support: int) -> int:
        if len(self._known) < _MOST_KNOWN:
            self._known.append(support)
        return support

    def _is_minimal(self, taken: int, last: int) -> bool:
        """Tell whether each leaf is needed; of the last one that is known.

        It is, if some support contains it and no other of them.
        """
        for leaf in bits(taken ^ last):
            bit = 1 << leaf
            self.effort.spend(self._words * (2 + len(self._known) // 8))
            if any(support & taken == bit for support in self._known):
                continue
            trail = self._probe.remove(bits(taken ^ bit))
            stands = self._probe.stands
            if stands:
                self._learn(self._probe.support())
            self._probe.undo(trail)
            if not stands:
                return False
        return True
