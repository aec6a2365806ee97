"""Make one tree of a whole map: the page, the groups in it, and the boxes in these."""

from collections.abc import Iterable, Mapping

from argmap.mapping.argument_map import ArgumentMap, Edge
from argmap.rendering.dominators import Branch, grow
from argmap.rendering.figure import Figure


def plant(argument_map: ArgumentMap, figures: Mapping[str, Figure] | None = None) -> list[Branch]:
    """Return the branches of a map, each after the one that it hangs below; the page is first.

    Edges from one group to another decide which of two groups stands above the other. With
    figures, those that cannot come from below are left to be led around.
    """
    group_of = {box.id: box.group for box in argument_map.boxes}
    boxes: dict[int | None, list[str]] = {}
    for box in argument_map.boxes:
        boxes.setdefault(box.group, []).append(box.id)
    inner: dict[int | None, list[Edge]] = {group: [] for group in boxes}
    for edge in argument_map.edges:
        group = group_of[edge.source.box]
        if group == group_of[edge.target.box]:
            inner[group].append(edge)
    loose = {edge.id for edge in argument_map.edges if figures and _is_loose(edge, figures)}
    page = Branch("")
    holders: dict[int | None, Branch] = {None: page}
    chains: dict[str, list[Branch]] = {}
    order: list[Branch] = [page]
    for group, names in boxes.items():
        holder = _holder(group, argument_map, holders, order)
        _, *branches = grow(names, inner[group], loose)
        tops = [branch for branch in branches if branch.is_top]
        place = {name: number for number, name in enumerate(names)}
        holder.children += sorted(tops, key=lambda branch: place[branch.box])
        order += branches
        chain = _chain(group, argument_map, holders)
        for top in tops:
            ahead = [top]
            while ahead:
                branch = ahead.pop()
                chains[branch.box] = [*chain, top]
                ahead += branch.children
    _set_levels(argument_map.edges, chains)
    return order


def _is_loose(edge: Edge, figures: Mapping[str, Figure]) -> bool:
    """Whether an edge ends at a row that cannot be reached from where premises stand."""
    figure, port = figures[edge.target.box], edge.target.port
    return port is not None and figure.has_ports_below and not figure.is_open_below(port)


def _holder(
    group: int | None,
    argument_map: ArgumentMap,
    holders: dict[int | None, Branch],
    order: list[Branch],
) -> Branch:
    """Return the branch of a group, made with all that it stands in if it is not there yet."""
    missing: list[int] = []
    while group not in holders:
        assert group is not None
        missing.append(group)
        group = argument_map.groups[group].parent
    holder = holders[group]
    for number in reversed(missing):
        branch = holders[number] = Branch("", number)
        holder.children.append(branch)
        order.append(branch)
        holder = branch
    return holder


def _chain(
    group: int | None, argument_map: ArgumentMap, holders: Mapping[int | None, Branch]
) -> list[Branch]:
    """Return the page and the groups around what stands in a group, outer ones first."""
    found = []
    while group is not None:
        found.append(holders[group])
        group = argument_map.groups[group].parent
    return [holders[None], *reversed(found)]


def _set_levels(edges: Iterable[Edge], chains: Mapping[str, list[Branch]]) -> None:
    """Put what argues for a neighbour, in the page or a group, on a lower level than that."""
    above: dict[Branch, dict[Branch, None]] = {}
    for edge in edges:
        if edge.kind.is_symmetric:
            continue
        for one, two in zip(chains[edge.source.box], chains[edge.target.box], strict=False):
            if one is not two:
                above.setdefault(one, {})[two] = None
                break
    settled: set[Branch] = set()
    for branch in _in_order(above):
        branch.over = [other for other in above.get(branch, ()) if other in settled]
        branch.level = max((other.level + 1 for other in branch.over), default=0)
        settled.add(branch)


def _in_order(above: Mapping[Branch, Mapping[Branch, None]]) -> list[Branch]:
    """Return branches, each after those above it; what closes a circle is not looked at."""
    done: dict[Branch, None] = {}
    seen: set[Branch] = set()
    for start in above:
        stack = [] if start in seen else [(start, iter(above[start]))]
        seen.add(start)
        while stack:
            branch, rest = stack[-1]
            following = next((other for other in rest if other not in seen), None)
            if following is None:
                done[branch] = None
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(above.get(following, ()))))
    return list(done)
