"""Shorten the edges of a finished arrangement without making it larger."""

from collections.abc import Iterator
from itertools import combinations

from argmap.mapping.argument_map import Edge, End
from argmap.rendering.curves import Point
from argmap.rendering.figure import Rectangle
from argmap.rendering.floorplan import GAP, Plan, between, side_by_side, stacked
from argmap.rendering.placing import Arrangement, Node, Placed, Placer, depth

_ROUNDS = 3
_MANY = 40
_WRONG = 5000.0


def refine(placer: Placer, arranged: Arrangement) -> None:
    """Turn and exchange things within their groups, and move them, while edges become shorter."""
    if len(placer.map.boxes) <= _MANY:
        for _ in range(_ROUNDS):
            containers = list(placer.containers(arranged))
            changes = [_improve(placer, arranged, node, plan) for node, plan, _ in containers]
            if not any(changes):
                break
    for _ in range(2):
        for node, plan, _ in list(placer.containers(arranged)):
            _slide(placer, arranged, node, plan)


def _improve(placer: Placer, arranged: Arrangement, node: Node, plan: Plan) -> bool:
    """Take the best of all small changes to one group's plan, as long as there is one."""
    now, best, has_changed = plan, _length(placer, arranged), False
    while True:
        found: Plan | None = None
        for other in _variations(now):
            if other.width <= plan.width + 0.1 and other.height <= plan.height + 0.1:
                arranged.chosen[node] = other
                length = _length(placer, arranged)
                if length < best - 1.0:
                    best, found = length, other
        arranged.chosen[node] = now = found or now
        if found is None:
            return has_changed
        has_changed = True


def _length(placer: Placer, arranged: Arrangement) -> float:
    """Return the length of all edges between parts; much more if one leads downwards."""
    boxes = placer.boxes(arranged)
    total = 0.0
    for edge in placer.crossing:
        source, target = boxes[edge.source.box], boxes[edge.target.box]
        total += edge_length(edge, source, target)
        if not edge.kind.is_symmetric:
            floor = target.place.y + depth(edge, {edge.target.box: target.figure})
            total += _WRONG * (source.place.y < floor - 0.5)
    return total


def _slide(placer: Placer, arranged: Arrangement, node: Node, plan: Plan) -> None:
    """Move the things in a group sideways to where their edges are straight, if there is room."""
    boxes = placer.boxes(arranged)
    pulls: dict[int, list[float]] = {}
    for edge in placer.crossing:
        source, target = (
            placer.child_of(node, edge.source.box),
            placer.child_of(node, edge.target.box),
        )
        if source == target:
            continue
        one, two = boxes[edge.source.box], boxes[edge.target.box]
        away = _at(two, edge.target, one.middle, 1.0).x - one.middle
        if source is not None:
            pulls.setdefault(source, []).append(away)
        if target is not None and edge.target.port is None:
            pulls.setdefault(target, []).append(-away)
    leaves = sorted(plan.leaves(), key=lambda found: (found[2], found[1]))
    children = [node.children[leaf.item] for leaf, _, _ in leaves]
    areas = [
        Rectangle(x + arranged.shifts.get(child, 0.0), y, leaf.width, leaf.height)
        for child, (leaf, x, y) in zip(children, leaves, strict=True)
    ]
    wishes = [
        area.x + sum(pulls[leaf.item]) / len(pulls[leaf.item]) if leaf.item in pulls else None
        for area, (leaf, _, _) in zip(areas, leaves, strict=True)
    ]
    for child, x, (_, old, _) in zip(
        children, _slid(areas, wishes, plan.width), leaves, strict=True
    ):
        arranged.shifts[child] = x - old


def edge_length(edge: Edge, source: Placed, target: Placed) -> float:
    """Return about how long an edge will be."""
    middle = source.place.x + source.figure.width / 2
    start, end = _at(source, edge.source, middle, 0.0), _at(target, edge.target, middle, 1.0)
    return abs(start.x - end.x) + abs(start.y - end.y)


def _at(box: Placed, end: End, towards: float, level: float) -> Point:
    """Return where an edge meets a box: at a row's nearer side, or at the top or the bottom."""
    area = box.area
    if end.port is None:
        return Point(area.x + area.width / 2, area.y + level * area.height)
    port = box.figure.port(end.port)
    if box.figure.has_ports_below:
        return Point(area.x + port.middle, area.y + area.height)
    left, right = area.x, area.x + area.width
    x = left if abs(left - towards) < abs(right - towards) else right
    return Point(x, area.y + port.middle)


def _variations(plan: Plan) -> Iterator[Plan]:
    """Yield plans in which two halves, or two single things, have changed places."""
    leaves = [leaf for leaf, _, _ in plan.leaves()]
    if len(leaves) > 1:
        yield from _turned(plan)
    for one, two in combinations(leaves, 2):
        changed = _exchanged(plan, one, two)
        if changed is not None:
            yield changed


def _turned(plan: Plan) -> Iterator[Plan]:
    if not plan.halves:
        return
    first, second = plan.halves
    again = _rebuilt(plan, second, first)
    if again is not None:
        yield again
    for changed in _turned(first):
        again = _rebuilt(plan, changed, second)
        if again is not None:
            yield again
    for changed in _turned(second):
        again = _rebuilt(plan, first, changed)
        if again is not None:
            yield again


def _rebuilt(plan: Plan, first: Plan, second: Plan) -> Plan | None:
    make = side_by_side if plan.is_row else stacked
    edges = between(first, second)
    draft = make(first, second, edges)
    return draft.build(edges) if draft else None


def _exchanged(plan: Plan, one: Plan, two: Plan) -> Plan | None:
    if not plan.halves:
        return two if plan is one else one if plan is two else plan
    first = _exchanged(plan.halves[0], one, two)
    second = _exchanged(plan.halves[1], one, two)
    if first is None or second is None:
        return None
    if first is plan.halves[0] and second is plan.halves[1]:
        return plan
    return _rebuilt(plan, first, second)


def _slid(places: list[Rectangle], wishes: list[float | None], width: float) -> list[float]:
    """Return new x for rectangles: each as near to its wish as its neighbours allow."""
    xs = [area.x for area in places]
    for _ in range(2):
        for number in reversed(range(len(places))):
            wish, area = wishes[number], places[number]
            if wish is None:
                continue
            low, high = 0.0, width - area.width
            for other, far in enumerate(places):
                if other == number or far.y >= area.y + area.height + GAP - 0.1:
                    continue
                if area.y >= far.y + far.height + GAP - 0.1:
                    continue
                if xs[other] + far.width <= xs[number] + 0.1:
                    low = max(low, xs[other] + far.width + GAP)
                elif xs[other] >= xs[number] + area.width - 0.1:
                    high = min(high, xs[other] - GAP - area.width)
            if low <= high:
                xs[number] = min(max(wish, low), high)
    return xs
