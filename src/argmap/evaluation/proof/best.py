"""The best of some weights, while it is found out one by one which of them count."""

from collections.abc import Callable, Iterable


class Best:
    """Weights with names; some are known to count, and some no longer can.

    reached: the best that is known to count
    """

    __slots__ = ("_by_name", "_next", "_order", "reached")

    def __init__(self, floor: float, weights: Iterable[tuple[float, int]]) -> None:
        """Start with what counts in any case, and the weights that may come to count."""
        self.reached = floor
        self._by_name = {name: weight for weight, name in weights}
        self._order = sorted(self._by_name, key=lambda name: -self._by_name[name])
        self._next = 0

    def weight_of(self, name: int) -> float | None:
        """Return a weight, or None if there is none of that name."""
        return self._by_name.get(name)

    def reach(self, weight: float) -> None:
        """Take note that a weight counts."""
        self.reached = max(self.reached, weight)

    def possible(self, may_count: Callable[[int], bool]) -> float:
        """Return the best that counts or may still come to.

        may_count: tells it of a name; once false it has to stay so, so that each is asked for once
        """
        order = self._order
        while self._next < len(order) and not may_count(order[self._next]):
            self._next += 1
        if self._next == len(order):
            return self.reached
        return max(self.reached, self._by_name[order[self._next]])
