"""Which vertices can be reached from some others, and by which way: one search for all of them."""

from collections.abc import Container, Iterable, Mapping, Sequence


def reach(
    nexts: Sequence[Sequence[int]], starts: Iterable[int], ends: Container[int] = ()
) -> dict[int, int]:
    """Return each vertex that a way of one edge or more leads to, with the one before it.

    The ways are shortest ones from the nearest start. A start is in the answer only if a way leads
    to it. Each vertex and edge is looked at once.

    nexts: for each vertex those that an edge leads to
    ends:  vertices that no way runs through, unless it starts there
    """
    queue = list(dict.fromkeys(starts))
    at_start = frozenset(queue)
    before: dict[int, int] = {}
    for vertex in queue:  # grows while it is read
        if vertex in ends and vertex not in at_start:
            continue
        for follower in nexts[vertex]:
            if follower not in before:
                before[follower] = vertex
                if follower not in at_start:
                    queue.append(follower)
    return before


def way_back(before: Mapping[int, int], starts: Container[int], vertex: int) -> tuple[int, ...]:
    """Return the way that `reach` found to a vertex, from there back to the start."""
    way = [vertex, before[vertex]]
    while way[-1] not in starts:
        way.append(before[way[-1]])
    return tuple(way)
