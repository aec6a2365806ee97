"""The sections of a map: those of the headings, or those that `group.regroup` names instead."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.mapping.options import MapOptions, Regroup
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Section, Statement
from argmap.syntax import Dialect


class MapSection(NamedTuple):
    """A section as the map groups by it; `parent` is an index in `Sections.items`.

    `heading` is an index in `ArgumentGraph.sections`, None for a section made by regrouping.
    """

    id: str
    title: str
    level: int
    tags: tuple[str, ...]
    parent: int | None
    is_group: bool
    is_closed: bool
    heading: int | None


class Sections(NamedTuple):
    """All sections in document order, and what stands in which.

    `placed` is None as long as the headings decide.
    """

    items: tuple[MapSection, ...]
    placed: Mapping[NodeRef, int] | None = None

    def of(self, node: Statement | Argument) -> int | None:
        """Return the index of the innermost section that a node belongs to, or None."""
        return node.section if self.placed is None else self.placed.get(node.ref)


def find_sections(graph: ArgumentGraph, options: MapOptions, dialect: Dialect) -> Sections:
    """Decide which sections there are and which of them are groups."""
    deepest = max((section.level for section in graph.sections), default=0)
    # The deepest `groupDepth` levels of headings are groups unless something else is said.
    least = deepest - options.group_depth + 1
    if options.regroup:
        return _regrouped(graph, options, least, dialect)
    return Sections(
        tuple(
            _from_heading(index, section, options, least)
            for index, section in enumerate(graph.sections)
        )
    )


def _from_heading(index: int, section: Section, options: MapOptions, least: float) -> MapSection:
    is_group, is_closed = section.data.get("isGroup"), section.data.get("isClosed")
    if options.ignore_is_group:
        is_group = None
    if options.ignore_is_closed:
        is_closed = None
    if options.group_sections is not None:
        rule = options.group_sections.get(section.title)
        if rule is not None:
            is_group, is_closed = rule.is_group, rule.is_closed
        elif is_group is None:
            is_group = False
    return MapSection(
        id=f"s{index + 1}",
        title=section.title,
        level=section.level,
        tags=section.tags,
        parent=section.parent,
        is_group=section.level >= least if is_group is None else bool(is_group),
        is_closed=bool(is_closed),
        heading=index,
    )


def _regrouped(
    graph: ArgumentGraph, options: MapOptions, least: float, dialect: Dialect
) -> Sections:
    items: list[MapSection] = []
    placed: dict[NodeRef, int] = {}

    def add(config: Regroup, level: int, number: int, parent: int | None) -> None:
        index = len(items)
        items.append(
            MapSection(
                id=f"s{number}" if dialect.regroup_ids_clash else f"s{index}",
                title=config.title,
                level=level,
                tags=config.tags,
                parent=parent,
                is_group=level >= least,
                is_closed=config.is_closed,
                heading=None,
            )
        )
        for title in config.statements:
            placed[NodeRef(NodeKind.STATEMENT, title)] = index
        for title in config.arguments:
            placed[NodeRef(NodeKind.ARGUMENT, title)] = index
        for place, child in enumerate(config.children):
            add(child, level + 1, number + 1 + place, index)

    for place, config in enumerate(options.regroup):
        add(config, 1, place, None)
    return Sections(tuple(items), placed)
