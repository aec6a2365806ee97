"""What the drawn map shows: the selection's decisions, as far as they are the author's.

The reference leaves out untitled premises and lonely arguments because each would be a box of its
own. Here they are rows of a card, or cards, and stay; whatever data, sections, tags or lists of
titles exclude stays out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.mapping.argument_map import Group
from argmap.mapping.captions import SILENT, Captions
from argmap.mapping.options import MapOptions, SelectionMode
from argmap.mapping.select import select
from argmap.mapping.selection import Selection
from argmap.mapping.view import Labels
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef
from argmap.syntax import ARGMAP, Dialect


@dataclass(frozen=True, slots=True)
class Shown:
    """What is let through, in document order; titles of statements and arguments.

    groups:     frames; `group_of` has the index of each node's innermost frame
    closed:     indices of the groups that are drawn as one box
    premises:   statements that may have a box where they are a premise of an opened argument
    captions:   which words stand in boxes
    transforms: what a reconstructed argument supports or attacks, its conclusion does
    """

    graph: ArgumentGraph
    statements: tuple[str, ...]
    arguments: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    group_of: Mapping[NodeRef, int] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    premises: frozenset[str] = frozenset()
    captions: Captions = SILENT
    transforms: bool = True


def show_everything(graph: ArgumentGraph) -> Shown:
    """Return what is shown if nothing is left out and nothing framed."""
    titles = tuple(graph.statements)
    return Shown(graph, titles, tuple(graph.arguments), premises=frozenset(titles))


def choose_shown(
    graph: ArgumentGraph,
    options: MapOptions | None = None,
    dialect: Dialect = ARGMAP,
    labels: Labels | None = None,
) -> Shown:
    """Decide what a map shows; options are read from the front matter if there are none.

    labels: what is written into boxes, whatever the options say
    """
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
        frozenset(node.ref.title for node in wide.nodes if node.ref.kind is NodeKind.STATEMENT),
        Captions.of(chosen.options, graph.settings, labels),
        chosen.options.transform_argument_relations,
    )


def holding(shown: Shown, refs: Iterable[NodeRef]) -> frozenset[int]:
    """Return the groups around some nodes, by their indices."""
    found: set[int] = set()
    for ref in refs:
        group = shown.group_of.get(ref)
        while group is not None and group not in found:
            found.add(group)
            group = shown.groups[group].parent
    return frozenset(found)


def _kept(chosen: Selection, wide: Selection) -> set[NodeRef]:
    """Return the chosen nodes and those that cards make room for."""
    graph = wide.graph
    kept = {node.ref for node in chosen.nodes}
    allowed = {node.ref for node in wide.nodes}
    related: set[NodeRef] = set()
    for relation in graph.relations:
        ends = {relation.source, relation.target}
        if all(_owner(end) in allowed for end in ends):  # what hangs on nothing shown hangs alone
            related |= ends
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


def _owner(ref: NodeRef) -> NodeRef:
    """Return the argument of an inference, and any other node as it is."""
    return ref if ref.kind is not NodeKind.INFERENCE else _argument(ref.title)


def _statement(title: str) -> NodeRef:
    return NodeRef(NodeKind.STATEMENT, title)


def _argument(title: str) -> NodeRef:
    return NodeRef(NodeKind.ARGUMENT, title)
