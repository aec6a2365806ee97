"""The cheapest assignment: who goes with whom, at most one each, for the least cost together.

Shortest augmenting paths (Jonker and Volgenant 1987) over the pairs that may be at all, so that
the work grows with these and not with the square of the map: each row looks for a way by
Dijkstra's algorithm with a heap.
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush


def assign(costs: Sequence[Mapping[int, int]], alone: int) -> list[int | None]:
    """Return the column of each row, None for a row that had better stay alone.

    costs: for each row the columns that it may take, with a cost of 0 or more
    alone: what it costs that a row takes no column
    """
    rows = [
        {**{column: cost for column, cost in row.items() if cost <= alone}, -1 - number: alone}
        for number, row in enumerate(costs)
    ]
    price: dict[int, int] = {}  # never above 0, so that no way costs less than nothing
    holder: dict[int, int] = {}
    taken = [0] * len(rows)
    for start in range(len(rows)):
        _augment(start, rows, price, holder, taken)
    return [column if column >= 0 else None for column in taken]


def _augment(
    start: int,
    rows: Sequence[Mapping[int, int]],
    price: dict[int, int],
    holder: dict[int, int],
    taken: list[int],
) -> None:
    """Give a row its column, by the cheapest chain of others that move on for it."""
    length: dict[int, int] = {}
    came_from: dict[int, int] = {}
    settled: list[int] = []
    waiting: list[tuple[int, int]] = []
    done = set()
    row, so_far, worth = start, 0, 0
    while True:
        for column, cost in rows[row].items():
            if column in done:
                continue
            way = so_far + cost - price.get(column, 0) - worth
            if column not in length or way < length[column]:
                length[column], came_from[column] = way, row
                heappush(waiting, (way, column))
        way, column = heappop(waiting)
        while column in done:
            way, column = heappop(waiting)
        if column not in holder:
            break
        done.add(column)
        settled.append(column)
        row, so_far = holder[column], way
        worth = rows[row][column] - price.get(column, 0)
    for each in settled:
        price[each] = price.get(each, 0) + length[each] - way
    while True:
        row = came_from[column]
        holder[column] = row
        taken[row], column = column, taken[row]
        if row == start:
            return
