"""Relations as written → relations as the reference's model has them.

Writings that say the same are merged; what a reconstructed argument supports or attacks is
supported or attacked by its conclusion; an undercut of a reconstructed argument hits its last
inference; strict mode reads relations between statements as logical ones; and an attack on an
argument is dropped if it says no more than the attack on one of its premises.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.mapping.ledger import Entry, Ledger
from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
    Role,
)
from argmap.syntax import ROOT, Dialect, Item
from argmap.syntax import Relation as WrittenRelation

SYMMETRIC = frozenset({RelationKind.CONTRADICTORY, RelationKind.CONTRARY})
"""Kinds of relation that say the same in both directions."""


class ResolvedRelation(NamedTuple):
    """One relation of the model; `writings` are indices in `ArgumentGraph.relations`."""

    kind: RelationKind
    source: NodeRef
    target: NodeRef
    writings: tuple[int, ...]

    def other(self, end: NodeRef) -> NodeRef:
        """Return the end across from the given one."""
        return self.target if self.source == end else self.source


class Resolution(NamedTuple):
    """The relations of a graph's model, and for each node the indices of those that concern it.

    An undercut that was written on an argument concerns the argument and its last inference. A
    relation of a node to itself concerns it twice.
    """

    graph: ArgumentGraph
    relations: tuple[ResolvedRelation, ...]
    touching: Mapping[NodeRef, tuple[int, ...]]

    def of(self, ref: NodeRef) -> Iterator[ResolvedRelation]:
        """Give the relations that concern a node."""
        return (self.relations[index] for index in self.touching.get(ref, ()))


def resolve(
    graph: ArgumentGraph, dialect: Dialect, *, transform_argument_relations: bool = True
) -> Resolution:
    """Turn the written relations of a graph into those of its model; linear in their number."""
    ledger = Ledger(takes_last=dialect.undercut_doubles)
    for index in _inner_first(graph):
        _write(ledger, index, graph.relations[index])
    if transform_argument_relations:
        for entry in ledger.entries:
            _move_to_conclusion(graph, ledger, entry)
            _move_to_inference(graph, ledger, entry)
    if graph.is_strict:
        _read_strictly(ledger)
    _drop_redundant_attacks(graph, ledger)
    return _close(graph, ledger)


def _close(graph: ArgumentGraph, ledger: Ledger) -> Resolution:
    alive = [entry for entry in ledger.entries if entry.is_alive]
    touching: defaultdict[NodeRef, list[int]] = defaultdict(list)
    for index, entry in enumerate(alive):
        for node, times in entry.listed.items():
            touching[node].extend([index] * times)
    return Resolution(
        graph,
        tuple(
            ResolvedRelation(entry.kind, entry.source, entry.target, tuple(entry.writings))
            for entry in alive
        ),
        {ref: tuple(indices) for ref, indices in touching.items()},
    )


def _inner_first(graph: ArgumentGraph) -> Iterator[int]:
    """Give the relations in the order in which they end, as the reference meets them."""
    items = graph.document.items
    stack: list[tuple[int, int]] = []
    for index, relation in enumerate(graph.relations):
        outer = _outer_relation(items, relation.item)
        while stack and stack[-1][0] != outer:
            yield stack.pop()[1]
        stack.append((relation.item, index))
    while stack:
        yield stack.pop()[1]


def _outer_relation(items: Sequence[Item], item: int) -> int | None:
    """Return the item of the relation line under which another one is indented."""
    element = items[item].parent
    above = items[element].parent if element != ROOT else ROOT
    return above if above != ROOT and isinstance(items[above], WrittenRelation) else None


def _write(ledger: Ledger, index: int, relation: Relation) -> None:
    """Add a written relation, or merge it into the one that says the same.

    The reference asks the source's relations for one with this kind and target: a relation of a
    node to itself is therefore the same as any relation of that kind that hits the node.
    """
    kind, source, target = relation.kind, relation.source, relation.target
    same = ledger.find_to(source, kind, target)
    if same is None and kind is RelationKind.CONTRADICTORY and source != target:
        same = ledger.find_from(source, kind, target)
    if same is not None:
        same.writings.append(index)
    else:
        ledger.add(Entry(kind, source, target, [index]))


def _move_to_conclusion(graph: ArgumentGraph, ledger: Ledger, entry: Entry) -> None:
    """Let what a reconstructed argument supports or attacks be related to its conclusion.

    A relation of an argument to its own conclusion is in the conclusion's list already, is found
    there to be the same as itself, and goes.
    """
    argument = _reconstructed(graph, entry.source)
    if argument is None or argument.main_conclusion is None:
        return
    conclusion = NodeRef(NodeKind.STATEMENT, argument.main_conclusion)
    ledger.drop(entry.source, entry)
    ledger.rewrite(entry, source=conclusion)
    same = ledger.find_to(conclusion, entry.kind, entry.target)
    if same is None:
        ledger.push(conclusion, entry)
    else:
        ledger.drop(entry.target, entry)
        ledger.merge(entry, same)


def _move_to_inference(graph: ArgumentGraph, ledger: Ledger, entry: Entry) -> None:
    """Let an undercut of a reconstructed argument hit its last inference.

    It stays in the argument's list. What has been merged before goes through this as well, as in
    the reference.
    """
    argument = _reconstructed(graph, entry.target)
    if argument is None or entry.kind is not RelationKind.UNDERCUT:
        return
    inference = NodeRef(NodeKind.INFERENCE, argument.title, len(argument.inferences) - 1)
    ledger.rewrite(entry, target=inference)
    # It is not in the inference's list yet; the reference tries to take it out of there first.
    ledger.drop(inference, entry)
    same = ledger.find_from(inference, entry.kind, entry.source)
    if same is None:
        ledger.push(inference, entry)
    else:
        ledger.drop(entry.source, entry)
        ledger.merge(entry, same)


def _reconstructed(graph: ArgumentGraph, ref: NodeRef) -> Argument | None:
    if ref.kind is not NodeKind.ARGUMENT:
        return None
    argument = graph.arguments[ref.title]
    return argument if argument.is_reconstructed else None


def _read_strictly(ledger: Ledger) -> None:
    """Between statements, support entails and attack is contrariety, in whichever direction."""
    contraries: dict[frozenset[NodeRef], Entry] = {}
    for entry in ledger.entries:
        if not entry.is_alive or not entry.joins_statements:
            continue
        if entry.kind is RelationKind.SUPPORT:
            ledger.rewrite(entry, kind=RelationKind.ENTAILS)
        elif entry.kind is RelationKind.ATTACK:
            ends = frozenset((entry.source, entry.target))
            same = contraries.setdefault(ends, entry)
            if same is not entry and entry.source in same.listed:
                ledger.drop(entry.source, entry)
                ledger.drop(entry.target, entry)
                ledger.merge(entry, same)
            else:
                ledger.rewrite(entry, kind=RelationKind.CONTRARY)
                contraries[ends] = entry


def _drop_redundant_attacks(graph: ArgumentGraph, ledger: Ledger) -> None:
    """Drop a statement's attack on an argument where it opposes one of its premises as well."""
    opposed: dict[NodeRef, dict[str, Entry]] = {}
    for entry in ledger.entries:
        if (
            not entry.is_alive
            or entry.kind is not RelationKind.ATTACK
            or entry.source.kind is not NodeKind.STATEMENT
            or entry.target.kind is not NodeKind.ARGUMENT
        ):
            continue
        source = entry.source
        if source not in opposed:
            opposed[source] = _opposed_by(ledger, source)
        against = opposed[source]
        if not against:
            continue
        for step in graph.arguments[entry.target.title].pcs:
            if step.role is Role.PREMISE and step.title in against:
                ledger.drop(source, entry)
                ledger.drop(entry.target, entry)
                ledger.merge(entry, against[step.title])
                break


def _opposed_by(ledger: Ledger, source: NodeRef) -> dict[str, Entry]:
    """Return the statements that a statement attacks or excludes."""
    found: dict[str, Entry] = {}
    for entry in ledger.listed(source):
        if entry.joins_statements and (
            entry.kind in SYMMETRIC
            or (entry.kind is RelationKind.ATTACK and entry.source == source)
        ):
            other = entry.target if entry.source == source else entry.source
            found.setdefault(other.title, entry)
    return found
