"""The cheapest way through a grid (A*).

Cheap is short, with few bends and few crossings, and not on top of an edge that says something
else; running along an edge that says the same is cheaper than an empty line.
"""

from heapq import heappop, heappush
from typing import NamedTuple

from argmap.rendering.grid import BORDER, Grid, Name, Way

_BEND = 30.0
_CROSSING = 25.0
_OCCUPIED = 6.0
_BESIDE, _BORDER = 3.0, 0.8
_TOGETHER = 0.6
_FAR = float("inf")


class Goal(NamedTuple):
    """How a path may end at a vertex: in which direction, and what that costs."""

    way: Way
    cost: float


class Start(NamedTuple):
    """How a path may begin: at a vertex, along a horizontal line or not, and what that costs."""

    vertex: int
    is_across: bool
    cost: float


class PathFinder:
    """Finds the path of one edge.

    `haste` above 1 makes the search go straight for the goal: the path may be a little dearer,
    and is found much sooner. A state is a vertex, doubled, plus 1 if it was reached along a
    horizontal line.
    """

    def __init__(self, grid: Grid, name: Name, goals: dict[int, Goal], haste: float) -> None:
        self._grid = grid
        self._name = name
        self._goals = goals
        self._haste = haste
        targets = [grid.point(vertex) for vertex in goals]
        self._left, self._right = min(x for x, _ in targets), max(x for x, _ in targets)
        self._top, self._bottom = min(y for _, y in targets), max(y for _, y in targets)
        self._ahead: dict[int, float] = {}
        self._best: dict[int, float] = {}
        self._came: dict[int, int] = {}
        self._queue: list[tuple[float, int]] = []

    def find(self, starts: list[Start]) -> list[int] | None:  # noqa: PLR0912  (straight-line code)
        """Return the vertices of the path from one of the starts to a goal, or None."""
        for start in starts:
            self._reach(2 * start.vertex + start.is_across, start.cost, -1)
        # This loop runs some ten thousand times for an edge: what it needs has short names.
        grid, queue, best, came, goals = (
            self._grid,
            self._queue,
            self._best,
            self._came,
            self._goals,
        )
        xs, ys, columns, rows = grid.xs, grid.ys, grid.columns, grid.rows
        across, down, busy = grid.across, grid.down, grid.busy
        ahead, rest = self._ahead, self._rest
        closed = bytearray(2 * columns * rows)
        total, last = _FAR, -1
        while queue:
            estimate, state = heappop(queue)
            if estimate >= total:
                break
            if closed[state]:
                continue
            closed[state] = 1
            vertex, along = state >> 1, state & 1
            if vertex in goals:
                ending = self._ending(state)
                if ending < total:
                    total, last = ending, state
            cost = best[state]
            row, column = divmod(vertex, columns)
            turn_across, turn_down = (0.0, _BEND) if along else (_BEND, 0.0)
            steps = []
            if column + 1 < columns and not across[vertex]:
                length = xs[column + 1] - xs[column]
                steps.append((1, vertex, vertex + 1, length, turn_across))
            if column > 0 and not across[vertex - 1]:
                length = xs[column] - xs[column - 1]
                steps.append((1, vertex - 1, vertex - 1, length, turn_across))
            if row + 1 < rows and not down[vertex]:
                length = ys[row + 1] - ys[row]
                steps.append((0, vertex, vertex + columns, length, turn_down))
            if row > 0 and not down[vertex - columns]:
                above = vertex - columns
                steps.append((0, above, above, ys[row] - ys[row - 1], turn_down))
            for way, piece, following, length, turn in steps:
                after = 2 * following + way
                if closed[after]:
                    continue
                price = cost + length + turn
                if busy[following]:
                    price += self._extra(way, piece, following, length)
                if price < best.get(after, _FAR) - 1e-9:
                    best[after], came[after] = price, state
                    left = ahead.get(following)
                    heappush(queue, (price + (rest(following) if left is None else left), after))
        return self._trace(last) if last >= 0 else None

    def _reach(self, state: int, cost: float, before: int) -> None:
        if cost < self._best.get(state, _FAR) - 1e-9:
            self._best[state], self._came[state] = cost, before
            heappush(self._queue, (cost + self._rest(state >> 1), state))

    def _rest(self, vertex: int) -> float:
        """Return an estimate of what the way from a vertex to the nearest goal costs."""
        row, column = divmod(vertex, self._grid.columns)
        x, y = self._grid.xs[column], self._grid.ys[row]
        across = self._left - x if x < self._left else max(x - self._right, 0.0)
        down = self._top - y if y < self._top else max(y - self._bottom, 0.0)
        found = self._ahead[vertex] = self._haste * (across + down)
        return found

    def _ending(self, state: int) -> float:
        goal = self._goals[state >> 1]
        if self._is_backwards(state, goal.way):
            return _FAR
        bend = _BEND if goal.way.is_across != bool(state & 1) else 0.0
        return self._best[state] + goal.cost + bend

    def _is_backwards(self, state: int, way: Way) -> bool:
        """Whether the last step to a state led away from where the path is to end."""
        before = self._came[state] >> 1
        if before < 0 or before == state >> 1:
            return False
        return Way.between(self._grid.point(before), self._grid.point(state >> 1)) is way.opposite

    def _extra(self, along: int, piece: int, vertex: int, length: float) -> float:
        """Return what other edges add to the price of a step, or take from it."""
        grid = self._grid
        users = (grid.on_across if along else grid.on_down).get(piece)
        beside = (grid.by_across if along else grid.by_down).get(piece)
        extra = 0.0
        if beside:
            extra = length * (_BORDER if all(user is BORDER for user in beside) else _BESIDE)
        if users:
            same = all(user == self._name for user in users)
            extra += -(1 - _TOGETHER) * length if same else _OCCUPIED * length + 10.0
        elif grid.is_crossing(vertex, bool(along), self._name):
            extra += _CROSSING
        return extra

    def _trace(self, state: int) -> list[int]:
        path: list[int] = []
        while state >= 0:
            if not path or path[-1] != state >> 1:
                path.append(state >> 1)
            state = self._came[state]
        return path[::-1]
