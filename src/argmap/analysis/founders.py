"""One line of support that is kept up to date while leaves are taken away and put back."""

import heapq
from collections.abc import Iterable, Iterator

from argmap.analysis.clauses import Clauses
from argmap.analysis.foundations import Effort

_LOST = -2
_LEAF = -1

Trail = list[tuple[int, int]]
"""What was founded how before a change, to be undone backwards."""


class Founders:
    """For each node of some clauses the rule that founds it, never in a circle.

    Taking leaves away looks only at what was founded through them, and undoing it only at what
    changed ("source pointers": Simons, Niemelä and Soininen 2002). At first every node has a
    founder that needs few leaves (Knuth 1977), so that supports are small.
    """

    def __init__(self, clauses: Clauses, effort: Effort) -> None:
        assert clauses.top is not None
        self._top, self._effort = clauses.top, effort
        self._premises = [rule.premises for rule in clauses.rules]
        self._conclusion = [rule.conclusion for rule in clauses.rules]
        count = 1 + max((clauses.top, *clauses.leaves, *self._conclusion))
        self._using: list[list[int]] = [[] for _ in range(count)]
        self._into: list[list[int]] = [[] for _ in range(count)]
        for index, rule in enumerate(clauses.rules):
            self._into[rule.conclusion].append(index)
            for premise in rule.premises:
                self._using[premise].append(index)
        self._founder = self._cheapest(clauses.leaves, count)
        self._open = [0] * len(self._premises)  # how many premises of each rule are lost

    def _cheapest(self, leaves: Iterable[int], count: int) -> list[int]:
        founder = [_LOST] * count
        missing = [len(premises) for premises in self._premises]
        costs = [0] * len(missing)
        queue = [(1, leaf, _LEAF) for leaf in leaves]
        queue += [(0, self._conclusion[i], i) for i, open_ in enumerate(missing) if not open_]
        heapq.heapify(queue)
        while queue:
            cost, node, how = heapq.heappop(queue)
            if founder[node] != _LOST:
                continue
            founder[node] = how
            for index in self._using[node]:
                missing[index] -= 1
                costs[index] = min(costs[index] + cost, 1 << 40)
                if not missing[index]:
                    heapq.heappush(queue, (costs[index], self._conclusion[index], index))
        return founder

    @property
    def stands(self) -> bool:
        """Whether the top is founded without the leaves that were taken away."""
        return self._founder[self._top] != _LOST

    def support(self) -> int:
        """Return the leaves on which the top rests now, as a number: bit i is leaf i."""
        founder, premises = self._founder, self._premises
        seen = {self._top}
        waiting = [self._top]
        leaves = bytearray((len(founder) + 7) // 8)
        looked_at = 0
        while waiting:
            node = waiting.pop()
            how = founder[node]
            if how == _LEAF:
                leaves[node >> 3] |= 1 << (node & 7)
                continue
            looked_at += len(premises[how])
            for premise in premises[how]:
                if premise not in seen:
                    seen.add(premise)
                    waiting.append(premise)
        self._effort.spend(looked_at)
        return int.from_bytes(leaves, "little")

    def remove(self, leaves: Iterable[int]) -> Trail:
        """Take leaves away; return what `undo` needs to put them back."""
        founder = self._founder
        gone = [leaf for leaf in leaves if founder[leaf] != _LOST]
        suspects = self._founded_through(gone)
        lost = set(suspects)
        trail = [(leaf, _LEAF) for leaf in gone]
        trail += self._found_again(suspects[len(gone) :], lost)
        trail += [(node, founder[node]) for node in suspects[len(gone) :] if node in lost]
        for node in lost:
            founder[node] = _LOST
            for index in self._using[node]:
                self._open[index] += 1
        return trail

    def _founded_through(self, leaves: list[int]) -> list[int]:
        """Return leaves, and then all nodes that are founded on them."""
        found = list(leaves)
        seen = set(leaves)
        for node in found:  # grows while it is read
            for index in self._using[node]:
                conclusion = self._conclusion[index]
                if self._founder[conclusion] == index and conclusion not in seen:
                    seen.add(conclusion)
                    found.append(conclusion)
        return found

    def _found_again(self, suspects: list[int], lost: set[int]) -> Trail:
        """Take out of `lost` what another rule founds on what is not lost."""
        conclusions, open_ = self._conclusion, self._open
        newly: dict[int, int] = {}  # how many premises of a rule are lost by this
        for node in lost:
            for index in self._using[node]:
                newly[index] = newly.get(index, 0) + 1
        ready: list[int] = []
        looked_at = len(newly) + len(lost)
        for node in suspects:
            looked_at += len(self._into[node])
            ready += [i for i in self._into[node] if not open_[i] and not newly.get(i)]
        self._effort.spend(looked_at)
        trail: Trail = []
        while ready:
            index = ready.pop()
            node = conclusions[index]
            if node not in lost:
                continue
            lost.remove(node)
            trail.append((node, self._founder[node]))
            self._founder[node] = index
            for above in self._using[node]:
                newly[above] -= 1
                if not newly[above] and not open_[above] and conclusions[above] in lost:
                    ready.append(above)
        return trail

    def undo(self, trail: Trail) -> None:
        """Put back what was taken away last."""
        founder = self._founder
        for node, how in reversed(trail):
            if founder[node] == _LOST:
                for index in self._using[node]:
                    self._open[index] -= 1
            founder[node] = how


def bits(number: int) -> Iterator[int]:
    """Yield the places of the ones in a number, from the lowest."""
    text = bin(number)[:1:-1]
    place = text.find("1")
    while place >= 0:
        yield place
        place = text.find("1", place + 1)
