"""Which groups stand around the shown nodes."""

from collections.abc import Mapping, Sequence

from argmap.mapping.sections import MapSection, Sections
from argmap.mapping.selection import SelectedGroup, SelectedNode
from argmap.model.graph import ArgumentGraph


def group_nodes(
    graph: ArgumentGraph, nodes: Sequence[SelectedNode], sections: Sections
) -> tuple[tuple[SelectedNode, ...], tuple[SelectedGroup, ...]]:
    """Put nodes into the groups of their sections; only groups that hold something exist.

    Sections with one id share one group (in the reference, nested regrouping makes such). A group
    is closed only if it holds a node directly: the reference opens one that holds groups alone.
    """
    grouping = _Grouping(sections.items)
    grouped = []
    for node in nodes:
        section = grouping.innermost(sections.of(graph.node(node.ref)))
        group = None if section is None else grouping.open(section, is_direct=True)
        grouped.append(node if group is None else node._replace(group=group))
    return tuple(grouped), grouping.finish()


class _Grouping:
    """The groups that have been needed so far."""

    def __init__(self, items: Sequence[MapSection]) -> None:
        self.items = items
        self.groups: list[SelectedGroup] = []
        self.by_id: dict[str, int] = {}

    def innermost(self, section: int | None, *, is_direct: bool = True) -> int | None:
        """Go outwards from a section to the first one that is a group.

        Above a group that holds groups alone, the reference stops at any section whose id some
        group has; where ids do not clash, that is the same.
        """
        while section is not None and not self.items[section].is_group:
            if not is_direct and self.items[section].id in self.by_id:
                break
            section = self.items[section].parent
        return section

    def open(self, section: int, *, is_direct: bool) -> int:
        """Return the index of a section's group, and make it if it is new."""
        item = self.items[section]
        group = self.by_id.get(item.id)
        if group is None:
            group = self.by_id[item.id] = len(self.groups)
            is_closed = item.is_closed and is_direct
            self.groups.append(
                SelectedGroup(item.id, item.title, item.level, None, is_closed, section)
            )
        return group

    def finish(self) -> tuple[SelectedGroup, ...]:
        """Open the groups around the groups, and count their levels from the outside."""
        parents: dict[int, int | None] = {}
        direct = len(self.groups)
        for start in range(direct):
            place: int | None = start
            while place is not None and place not in parents:
                outer = self.items[self.groups[place].section].parent
                above = self.innermost(outer, is_direct=place < direct)
                parents[place] = None if above is None else self.open(above, is_direct=False)
                place = parents[place]
        levels = _levels(parents)
        return tuple(
            group._replace(parent=parents[place], level=levels[place])
            for place, group in enumerate(self.groups)
        )


def _levels(parents: Mapping[int, int | None]) -> dict[int, int]:
    levels: dict[int, int] = {}
    for start in parents:
        path = []
        place: int | None = start
        while place is not None and place not in levels:
            path.append(place)
            place = parents[place]
        level = 0 if place is None else levels[place]
        for passed in reversed(path):
            level += 1
            levels[passed] = level
    return levels
