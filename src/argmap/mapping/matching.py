"""Which boxes have the tags, sections and speakers that a view asks for."""

from collections.abc import Mapping

from argmap.analysis.speakers import Speakers
from argmap.mapping.view_names import ViewNames, section_titles, speakers_of
from argmap.model.graph import ArgumentGraph, NodeRef


def find_matching(
    graph: ArgumentGraph,
    members: Mapping[str, tuple[NodeRef, ...]],
    inside: Mapping[str, str],
    names: ViewNames,
) -> frozenset[str] | None:
    """Return the boxes in which something has one of each kind of names; None: no names.

    A card has what its rows have, where they are nowhere else; a closed group what its boxes have.
    """
    if not (names.tags or names.sections or names.speakers):
        return None
    table = Speakers.of(graph)
    sections = [section_titles(graph, index) for index in range(len(graph.sections))]

    def has_all(ref: NodeRef) -> bool:
        node = graph.node(ref)
        around = sections[node.section] if node.section is not None else frozenset[str]()
        return (
            (not names.tags or not names.tags.isdisjoint(node.tags))
            and (not names.sections or not names.sections.isdisjoint(around))
            and (not names.speakers or not names.speakers.isdisjoint(speakers_of(node, table)))
        )

    found = (box for box, refs in members.items() if any(map(has_all, refs)))
    return frozenset(inside.get(box, box) for box in found)
