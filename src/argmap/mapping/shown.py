"""What the drawn map shows: the selection's decisions, as far as they are the author's.

The reference leaves out untitled premises and lonely arguments because each would be a box of its
own. Here they are rows of a card, or cards, and stay; whatever data, sections, tags or lists of
titles exclude stays out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.mapping.argument_map import Group
from argmap.mapping.options import MapOptions, SelectionMode
from argmap.mapping.select import select
from argmap.mapping.selection import Selection
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef
from argmap.syntax import ARGMAP, Dialect


@dataclass(frozen=True, slots=True)
class Shown:
    """What is let through, in document order; titles of statements and arguments.

    groups:   frames; `group_of` has the index of each node's innermost frame
    closed:   indices of the groups that are drawn as one box
    captions: for the nodes whose labels were chosen, the title and text to print
    """

    graph: ArgumentGraph
    statements: tuple[str, ...]
    arguments: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    group_of: Mapping[NodeRef, int] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    captions: Mapping[NodeRef, tuple[str | None, str | None]] = field(default_factory=dict)


def show_everything(graph: ArgumentGraph) -> Shown:
    """Return what is shown if nothing is left out and nothing framed."""
    return Shown(graph, tuple(graph.statements), tuple(graph.arguments))


def choose_shown(
    graph: ArgumentGraph, options: MapOptions | None = None, dialect: Dialect = ARGMAP
) -> Shown:
    """Decide what a map shows; options are read from the front matter if there are none."""
    chosen = select(graph, options, dialect)
    wide = select(
        graph,
        chosen.options._replace(
            exclude_disconnected=False,
            statement_selection_mode=SelectionMode.ALL,
        ),
        dialect,
    )
    graph = wide.graph
    kept = _kept(chosen, wide) or {node.ref for node in wide.nodes}
    return Shown(
        graph,
        tuple(title for title in graph.statements if _statement(title) in kept),
        tuple(title for title in graph.arguments if _argument(title) in kept),
        tuple(Group(f"group-{group.id}", group.title, group.parent) for group in wide.groups),
        {node.ref: node.group for node in wide.nodes if node.group is not None},
        frozenset(number for number, group in enumerate(wide.groups) if group.is_closed),
        {node.ref: (node.label_title, node.label_text) for node in wide.nodes},
    )


def _kept(chosen: Selection, wide: Selection) -> set[NodeRef]:
    """Return the chosen nodes and those that cards make room for."""
    graph = wide.graph
    kept = {node.ref for node in chosen.nodes}
    allowed = {node.ref for node in wide.nodes}
    related = {end for relation in graph.relations for end in (relation.source, relation.target)}
    in_cards: set[str] = set()
    for argument in graph.arguments.values():
        if argument.ref in allowed and (argument.is_reconstructed or argument.ref in related):
            kept.add(argument.ref)
            in_cards.update(line.title for line in argument.pcs)
    if chosen.options.statement_selection_mode in (SelectionMode.WITH_TITLE, SelectionMode.ALL):
        kept.update(
            ref
            for ref in allowed
            if ref.kind is NodeKind.STATEMENT and (ref in related or ref.title in in_cards)
        )
    return kept


def _statement(title: str) -> NodeRef:
    return NodeRef(NodeKind.STATEMENT, title)


def _argument(title: str) -> NodeRef:
    return NodeRef(NodeKind.ARGUMENT, title)
