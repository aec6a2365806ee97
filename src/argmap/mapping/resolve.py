"""Relations as written → relations as the reference's model has them.

Writings that say the same are merged; what a reconstructed argument supports or attacks is
supported or attacked by its conclusion; an undercut of a reconstructed argument hits its last
inference; strict mode reads relations between statements as logical ones; and an attack on an
argument is dropped if it says no more than the attack on one of its premises.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class ResolvedRelation:
    """One relation of the model; `writings` are indices in `ArgumentGraph.relations`."""

    kind: RelationKind
    source: NodeRef
    target: NodeRef
    writings: tuple[int, ...]

    def other(self, end: NodeRef) -> NodeRef:
        """Return the end across from the given one."""
        return self.target if self.source == end else self.source


@dataclass(frozen=True, slots=True)
class Resolution:
    """The relations of a graph's model, and for each node the indices of those that concern it.

    An undercut that was written on an argument concerns the argument and its last inference.
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
    ledger = _Ledger(graph)
    for index in _inner_first(graph):
        ledger.write(index, graph.relations[index])
    if transform_argument_relations:
        for entry in ledger.entries:
            _move_to_conclusion(graph, ledger, entry)
            _move_to_inference(graph, ledger, entry, dialect)
    if graph.is_strict:
        _read_strictly(ledger)
    _drop_redundant_attacks(graph, ledger)
    return ledger.close()


@dataclass(slots=True)
class _Entry:
    """A relation while it is being rewritten. `moved_from`: the argument an undercut left."""

    number: int
    kind: RelationKind
    source: NodeRef
    target: NodeRef
    writings: list[int]
    is_alive: bool = True
    moved_from: NodeRef | None = None


@dataclass(slots=True)
class _Ledger:
    """The relations while they are being rewritten, with what is needed to find doubles.

    `strikes` has the numbers of the undercuts of each inference in the reference's order.
    """

    graph: ArgumentGraph
    entries: list[_Entry] = field(default_factory=list)
    by_ends: dict[tuple[RelationKind, NodeRef, NodeRef], _Entry] = field(default_factory=dict)
    by_target: dict[tuple[RelationKind, NodeRef], _Entry] = field(default_factory=dict)
    strikes: defaultdict[NodeRef, dict[int, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def find(self, kind: RelationKind, source: NodeRef, target: NodeRef) -> _Entry | None:
        """Find the relation that the reference takes for the same.

        It asks the source's relations for one with this kind and target. A relation of a node to
        itself is therefore the same as any relation of that kind that hits the node; and a
        relation of an argument to its own conclusion is found to be the same as itself, so that
        it goes when it is moved to that conclusion.
        """
        if source == target:
            return self.by_target.get((kind, target))
        return self.by_ends.get((kind, source, target))

    def write(self, index: int, relation: Relation) -> None:
        """Add a written relation, or merge it into the one that says the same."""
        kind, source, target = relation.kind, relation.source, relation.target
        same = self.find(kind, source, target)
        if same is None and kind is RelationKind.CONTRADICTORY:
            same = self.by_ends.get((kind, target, source))
        if same is not None:
            same.writings.append(index)
            return
        entry = _Entry(len(self.entries), kind, source, target, [index])
        self.entries.append(entry)
        self.register(entry)
        if target.kind is NodeKind.INFERENCE:
            self.strikes[target][entry.number] = None

    def register(self, entry: _Entry) -> None:
        """Let a relation be found by its present ends."""
        self.by_ends[entry.kind, entry.source, entry.target] = entry
        self.by_target.setdefault((entry.kind, entry.target), entry)

    def forget(self, entry: _Entry) -> None:
        """Let a relation no longer be found by its present ends."""
        ends = (entry.kind, entry.source, entry.target)
        if self.by_ends.get(ends) is entry:
            del self.by_ends[ends]

    def merge(self, entry: _Entry, same: _Entry) -> None:
        """Take a relation out in favour of another."""
        if same is not entry:
            same.writings.extend(entry.writings)
        entry.is_alive = False

    def close(self) -> Resolution:
        """Freeze what is left."""
        alive = [entry for entry in self.entries if entry.is_alive]
        touching: defaultdict[NodeRef, dict[int, None]] = defaultdict(dict)
        for index, entry in enumerate(alive):
            touching[entry.source][index] = None
            if entry.moved_from is not None:
                touching[entry.moved_from][index] = None
            if (
                entry.target.kind is not NodeKind.INFERENCE
                or entry.number in self.strikes[entry.target]
            ):
                touching[entry.target][index] = None
        return Resolution(
            self.graph,
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


def _reconstructed(graph: ArgumentGraph, ref: NodeRef) -> Argument | None:
    if ref.kind is not NodeKind.ARGUMENT:
        return None
    argument = graph.arguments[ref.title]
    return argument if argument.is_reconstructed else None


def _move_to_conclusion(graph: ArgumentGraph, ledger: _Ledger, entry: _Entry) -> None:
    argument = _reconstructed(graph, entry.source)
    if argument is None or argument.main_conclusion is None:
        return
    conclusion = NodeRef(NodeKind.STATEMENT, argument.main_conclusion)
    ledger.forget(entry)
    same = ledger.find(entry.kind, conclusion, entry.target)
    entry.source = conclusion
    if same is None:
        ledger.register(entry)
    else:
        ledger.merge(entry, same)


def _move_to_inference(
    graph: ArgumentGraph, ledger: _Ledger, entry: _Entry, dialect: Dialect
) -> None:
    if entry.kind is not RelationKind.UNDERCUT:
        return
    argument = _reconstructed(graph, entry.target)
    if argument is None:
        return
    inference = NodeRef(NodeKind.INFERENCE, argument.title, len(argument.inferences) - 1)
    strikes = ledger.strikes[inference]
    if dialect.undercut_doubles and strikes:
        # The reference looks for the relation in the list that it is not in yet, does not find
        # it, and takes out the last one: which then is not found as a double either.
        strikes.popitem()
    same = ledger.by_ends.get((entry.kind, entry.source, inference))
    if entry.is_alive:
        ledger.forget(entry)
    entry.moved_from, entry.target = entry.target, inference
    if same is not None and same.number in strikes:
        if entry.is_alive:
            ledger.merge(entry, same)
        return
    strikes[entry.number] = None
    if entry.is_alive:
        ledger.register(entry)


def _read_strictly(ledger: _Ledger) -> None:
    """Between statements, support entails and attack is contrariety, in whichever direction."""
    contraries: dict[frozenset[NodeRef], _Entry] = {}
    for entry in ledger.entries:
        if not entry.is_alive or not _joins_statements(entry):
            continue
        match entry.kind:
            case RelationKind.SUPPORT:
                entry.kind = RelationKind.ENTAILS
            case RelationKind.ATTACK:
                entry.kind = RelationKind.CONTRARY
                same = contraries.setdefault(frozenset((entry.source, entry.target)), entry)
                if same is not entry:
                    ledger.merge(entry, same)
            case _:
                pass


def _joins_statements(entry: _Entry) -> bool:
    return entry.source.kind is NodeKind.STATEMENT and entry.target.kind is NodeKind.STATEMENT


def _drop_redundant_attacks(graph: ArgumentGraph, ledger: _Ledger) -> None:
    """Drop a statement's attack on an argument where it attacks one of its premises as well."""
    opposed: defaultdict[str, dict[str, _Entry]] = defaultdict(dict)
    for entry in ledger.entries:
        if not entry.is_alive or not _joins_statements(entry):
            continue
        if entry.kind in SYMMETRIC or entry.kind is RelationKind.ATTACK:
            opposed[entry.source.title].setdefault(entry.target.title, entry)
        if entry.kind in SYMMETRIC:
            opposed[entry.target.title].setdefault(entry.source.title, entry)
    for entry in ledger.entries:
        if (
            entry.is_alive
            and entry.kind is RelationKind.ATTACK
            and entry.source.kind is NodeKind.STATEMENT
            and entry.target.kind is NodeKind.ARGUMENT
        ):
            against = opposed.get(entry.source.title)
            argument = graph.arguments[entry.target.title]
            same = _first_premise(argument, against) if against else None
            if same is not None:
                ledger.merge(entry, same)


def _first_premise(argument: Argument, against: Mapping[str, _Entry]) -> _Entry | None:
    for step in argument.pcs:
        if step.role is Role.PREMISE and step.title in against:
            return against[step.title]
    return None
