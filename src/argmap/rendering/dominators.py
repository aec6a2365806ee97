"""Which boxes hang below which: everything that argues for nothing else outside a branch.

A box hangs below the last box through which all that it argues for leads up (its immediate
dominator, seen from the conclusions). In a tree that is its parent. Edges that lead to a
neighbouring branch always begin at the root of a branch, so the order of branches settles them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.mapping.argument_map import Edge


@dataclass(slots=True, eq=False)
class Branch:
    """A box with all that hangs below it; or a group, or the page, with what stands in it.

    box:      its id; empty for a group or the page
    group:    the number of the group; None for all others
    over:     the neighbouring branches to which edges lead from here: they stand above this one
    level:    0, or 1 more than those of the branches that stand above
    edges:    those from here to the box that this hangs below; empty if the level is not 0
    children: in document order
    is_top:   it stands directly in a group or on the page
    """

    box: str
    group: int | None = None
    over: list["Branch"] = field(default_factory=list)
    level: int = 0
    edges: list[Edge] = field(default_factory=list)
    children: list["Branch"] = field(default_factory=list)
    is_top: bool = False


def grow(boxes: Sequence[str], edges: Iterable[Edge], loose: Collection[str] = ()) -> list[Branch]:
    """Return the branches of boxes that hang together, upper ones before those they hang below.

    The first one has no box (an empty id): it is what all others hang below. Edges of circles
    that lead back are left out. What is `loose` says what stands above what, and no branch hangs
    on it.
    """
    sent: dict[str, list[Edge]] = {box: [] for box in boxes}
    for edge in edges:
        if not edge.kind.is_symmetric and edge.source.box != edge.target.box:
            sent[edge.source.box].append(edge)
    order, back = _order(boxes, sent)
    root = Branch("")
    branches: dict[str, Branch] = {"": root}
    above: dict[str, str] = {}
    height: dict[str, int] = {"": 0}
    for box in order:
        ahead = [edge for edge in sent[box] if edge.id not in back]
        targets = [edge.target.box for edge in ahead]
        home = targets[0] if targets else ""
        for target in targets[1:]:
            home = _meet(home, target, above, height)
        branch = branches[box] = Branch(box)
        above[box], height[box] = home, height[home] + 1
        branch.is_top = not home
        for target in targets:
            sibling = target
            if target != home:
                while above[sibling] != home:
                    sibling = above[sibling]
                branch.level = max(branch.level, branches[sibling].level + 1)
                branch.over.append(branches[sibling])
        if branch.level == 0:
            # What starts at a row leaves its card at the side, and is led later.
            direct = [
                edge
                for edge in ahead
                if edge.target.box == home and edge.source.port is None and edge.id not in loose
            ]
            branch.edges = [
                edge
                for edge in direct
                if (edge.target, edge.kind) == (direct[0].target, direct[0].kind)
            ]
    place = {box: number for number, box in enumerate(boxes)}
    for box in sorted(order, key=place.__getitem__):
        branches[above[box]].children.append(branches[box])
    return [root, *(branches[box] for box in order)]


def _order(boxes: Sequence[str], sent: Mapping[str, list[Edge]]) -> tuple[list[str], set[str]]:
    """Return the boxes, each after all that it argues for, and the edges that close circles."""
    done: list[str] = []
    state: dict[str, int] = {}
    back: set[str] = set()
    for start in boxes:
        if start in state:
            continue
        stack = [(start, 0)]
        state[start] = 1
        while stack:
            box, number = stack.pop()
            if number < len(sent[box]):
                stack.append((box, number + 1))
                edge = sent[box][number]
                target = edge.target.box
                if state.get(target) == 1:
                    back.add(edge.id)
                elif target not in state:
                    state[target] = 1
                    stack.append((target, 0))
            else:
                state[box] = 2
                done.append(box)
    return done, back


def _meet(one: str, two: str, above: Mapping[str, str], height: Mapping[str, int]) -> str:
    """Return the lowest box that two boxes hang below, or one of them."""
    while one != two:
        if height[one] >= height[two]:
            one = above[one]
        else:
            two = above[two]
    return one
