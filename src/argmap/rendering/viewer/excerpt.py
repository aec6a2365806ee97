"""The part of a large map that is drawn for a reader without JavaScript."""

from collections import deque
from dataclasses import replace

from argmap.mapping.argument_map import ArgumentMap

LARGE = 300
"""With more entities than this, a page shows neighbourhoods and not the whole picture."""
_LEVELS = 2
_MOST = 30


def excerpt(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the main claims of a map with two levels of reasons, some 30 boxes at most."""
    into: dict[str, list[str]] = {}
    sending = set()
    for edge in argument_map.edges:
        into.setdefault(edge.target.box, []).append(edge.source.box)
        sending.add(edge.source.box)
    tops = [box.id for box in argument_map.boxes if box.is_thesis]
    if not tops:
        tops = [box.id for box in argument_map.boxes if box.id not in sending and box.id in into]
    if not tops:
        tops = [box.id for box in argument_map.boxes]
    kept = dict.fromkeys(tops[:_MOST])
    queue = deque((top, 0) for top in kept)
    while queue:
        box, depth = queue.popleft()
        for source in into.get(box, ()) if depth < _LEVELS else ():
            if source not in kept and len(kept) < _MOST:
                kept[source] = None
                queue.append((source, depth + 1))
    return replace(
        argument_map,
        boxes=tuple(replace(box, group=None) for box in argument_map.boxes if box.id in kept),
        edges=tuple(
            edge
            for edge in argument_map.edges
            if edge.source.box in kept and edge.target.box in kept
        ),
        groups=(),
    )
