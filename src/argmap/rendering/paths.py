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
_HASTE = 1.25
"""Above 1, the search goes straight for the goal: a little dearer paths, found much sooner."""


class Goal(NamedTuple):
    """How a path may end at a vertex: in which direction, and what that costs."""

    way: Way
    cost: float


def find_path(
    grid: Grid,
    name: Name,
    starts: list[tuple[int, bool, float]],
    goals: dict[int, Goal],
) -> list[int] | None:
    """Return the vertices of the cheapest path from a start to a goal, or None.

    A start is a vertex, whether its way leads across, and what it costs to begin there.
    """
    xs, ys, columns = grid.xs, grid.ys, grid.columns
    rows, across, down = grid.rows, grid.across, grid.down
    targets = [grid.point(vertex) for vertex in goals]
    ahead: dict[int, float] = {}
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    queue: list[tuple[float, int]] = []

    def rest(vertex: int) -> float:
        found = ahead.get(vertex)
        if found is None:
            row, column = divmod(vertex, columns)
            x, y = xs[column], ys[row]
            found = _HASTE * min([abs(x - gx) + abs(y - gy) for gx, gy in targets])
            ahead[vertex] = found
        return found

    # A state is a vertex and whether it was reached along a horizontal line.
    for vertex, is_across, cost in starts:
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
        steps = []
        if column + 1 < columns and not across[vertex]:
            steps.append((1, vertex, vertex + 1, xs[column + 1] - xs[column]))
        if column > 0 and not across[vertex - 1]:
            steps.append((1, vertex - 1, vertex - 1, xs[column] - xs[column - 1]))
        if row + 1 < rows and not down[vertex]:
            steps.append((0, vertex, vertex + columns, ys[row + 1] - ys[row]))
        if row > 0 and not down[vertex - columns]:
            steps.append((0, vertex - columns, vertex - columns, ys[row] - ys[row - 1]))
        for along, piece, other, length in steps:
            following = 2 * other + along
            if following in closed:
                continue
            price = cost + length + (_BEND if along != is_across else 0.0)
            users = (grid.users_across if along else grid.users_down).get(piece)
            if users:
                same = users == {name}
                price += -(1 - _TOGETHER) * length if same else _OCCUPIED * length + 10.0
            elif grid.busy[other] and grid.is_crossing(other, bool(along), name):
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

