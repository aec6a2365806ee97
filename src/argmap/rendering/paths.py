"""The cheapest way through a grid (A*).

Cheap is short, with few bends and few crossings, and not on top of an edge that says something
else; running along an edge that says the same is cheaper than an empty line.
"""

from heapq import heappop, heappush
from typing import NamedTuple

from argmap.rendering.grid import Grid, Name, Way

_BEND = 30.0
_CROSSING = 25.0
_OCCUPIED = 6.0
_TOGETHER = 0.6


class Goal(NamedTuple):
    """How a path may end at a vertex: in which direction, and what that costs."""

    way: Way
    cost: float


def find_path(
    grid: Grid,
    name: Name,
    starts: list[tuple[int, bool, Way, float]],
    goals: dict[int, Goal],
) -> list[int] | None:
    """Return the vertices of the cheapest path from a start to a goal, or None.

    A start is a vertex, whether its way leads across, the way, and what it costs to begin there.
    """
    xs, ys, columns = grid.xs, grid.ys, grid.columns
    rows = grid.rows
    targets = [(*grid.point(vertex), goal.cost) for vertex, goal in goals.items()]
    ahead: dict[int, float] = {}
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    queue: list[tuple[float, int]] = []

    def rest(vertex: int) -> float:
        found = ahead.get(vertex)
        if found is None:
            row, column = divmod(vertex, columns)
            x, y = xs[column], ys[row]
            found = min([abs(x - gx) + abs(y - gy) + cost for gx, gy, cost in targets])
            ahead[vertex] = found
        return found

    # A state is a vertex and whether it was reached along a horizontal line.
    for vertex, is_across, _, cost in starts:
        state = 2 * vertex + is_across
        best[state], came[state] = cost, -1
        heappush(queue, (cost + rest(vertex), state))
    closed: set[int] = set()
    total, last = float("inf"), -1
    while queue:
        estimate, state = heappop(queue)
        if estimate >= total:
            break
        if state in closed:
            continue
        closed.add(state)
        vertex, is_across = state >> 1, state & 1
        cost = best[state]
        goal = goals.get(vertex)
        if goal is not None:
            price = cost + goal.cost + (_BEND if goal.way.is_across != bool(is_across) else 0.0)
            if price < total:
                total, last = price, state
        row, column = divmod(vertex, columns)
        for along, inside, piece, other, length in (
            (1, column + 1 < columns, vertex, vertex + 1, _gap(xs, column)),
            (1, column > 0, vertex - 1, vertex - 1, _gap(xs, column - 1)),
            (0, row + 1 < rows, vertex, vertex + columns, _gap(ys, row)),
            (0, row > 0, vertex - columns, vertex - columns, _gap(ys, row - 1)),
        ):
            if not inside or (grid.across if along else grid.down)[piece]:
                continue
            following = 2 * other + along
            if following in closed:
                continue
            price = cost + length + (_BEND if along != is_across else 0.0)
            users = (grid.users_across if along else grid.users_down).get(piece)
            if users:
                same = users == {name}
                price += -(1 - _TOGETHER) * length if same else _OCCUPIED * length + 10.0
            elif grid.is_crossing(other, bool(along), name):
                price += _CROSSING
            if price < best.get(following, float("inf")) - 1e-9:
                best[following], came[following] = price, state
                heappush(queue, (price + rest(other), following))
    if last < 0:
        return None
    path = []
    while last >= 0:
        if not path or path[-1] != last >> 1:
            path.append(last >> 1)
        last = came[last]
    return path[::-1]


def _gap(values: list[float], index: int) -> float:
    return values[index + 1] - values[index] if 0 <= index < len(values) - 1 else 0.0
