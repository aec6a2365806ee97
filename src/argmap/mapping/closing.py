"""Draw closed groups as one box, to which all edges of what is in them lead."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, End


class Closed(NamedTuple):
    """A map with closed groups; `inside` has the group's box for each box that is in one."""

    map: ArgumentMap
    inside: Mapping[str, str]


def close_groups(argument_map: ArgumentMap, closed: frozenset[int]) -> Closed:
    """Return a map in which each of these groups (by index) is a box without contents."""
    if not closed:
        return Closed(argument_map, {})
    outermost = {
        number: _outermost(argument_map, number, closed)
        for number in range(len(argument_map.groups))
    }
    boxes: list[Box] = []
    inside: dict[str, str] = {}
    made: set[int] = set()
    for box in argument_map.boxes:
        group = None if box.group is None else outermost[box.group]
        if group is None:
            boxes.append(box)
            continue
        frame = argument_map.groups[group]
        inside[box.id] = frame.id
        if group not in made:
            made.add(group)
            boxes.append(Box(frame.id, BoxKind.GROUP, None, frame.title, None, group=frame.parent))
    edges: dict[tuple[object, End, End], Edge] = {}
    for edge in argument_map.edges:
        source, target = _redirect(edge.source, inside), _redirect(edge.target, inside)
        if source.box != target.box or source == edge.source:
            moved = replace(edge, source=source, target=target)
            edges.setdefault((edge.kind, source, target), moved)
    drawn = replace(argument_map, boxes=tuple(boxes), edges=tuple(edges.values()))
    return Closed(drawn, inside)


def _outermost(argument_map: ArgumentMap, group: int, closed: frozenset[int]) -> int | None:
    found, walk = None, group
    while True:
        if walk in closed:
            found = walk
        parent = argument_map.groups[walk].parent
        if parent is None:
            return found
        walk = parent


def _redirect(end: End, inside: dict[str, str]) -> End:
    return End(inside[end.box]) if end.box in inside else end
