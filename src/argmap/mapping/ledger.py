"""The relations of a model while they are being rewritten, as the reference keeps them.

Each node has a list of the relations that concern it. Whether a relation is there already is
asked of such a list, and what a map shows depends on them; so they are kept as there. Every
question is a lookup here, where the reference walks through the list.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.model.graph import NodeKind, NodeRef, RelationKind

_ASKED_FROM = frozenset({RelationKind.CONTRADICTORY, RelationKind.UNDERCUT})
"""The kinds that are looked up by their source as well as by their target."""


@dataclass(slots=True, eq=False)
class Entry:
    """One relation; `writings` are indices in `ArgumentGraph.relations`.

    `listed` has the nodes in whose lists it stands, and how often: a relation of a node to itself
    stands there twice.
    """

    kind: RelationKind
    source: NodeRef
    target: NodeRef
    writings: list[int]
    is_alive: bool = True
    listed: dict[NodeRef, int] = field(default_factory=dict)

    @property
    def joins_statements(self) -> bool:
        """Whether both ends are statements."""
        return self.source.kind is NodeKind.STATEMENT and self.target.kind is NodeKind.STATEMENT


class Ledger:
    """All relations, in the order in which they end in the text, and the list of each node.

    takes_last: taking out what is not in a list takes out the last one, an accident of the
                reference from which doubled undercuts come
    """

    def __init__(self, *, takes_last: bool) -> None:
        self.entries: list[Entry] = []
        self._takes_last = takes_last
        self._lists: defaultdict[NodeRef, dict[Entry, None]] = defaultdict(dict)
        # The entries of a node's list by kind and target, and by kind and source.
        self._to: defaultdict[tuple[NodeRef, RelationKind, NodeRef], dict[Entry, None]]
        self._to = defaultdict(dict)
        self._from: defaultdict[tuple[NodeRef, RelationKind, NodeRef], dict[Entry, None]]
        self._from = defaultdict(dict)

    def add(self, entry: Entry) -> None:
        """Put a new relation into the lists of both its ends."""
        self.entries.append(entry)
        self.push(entry.source, entry)
        self.push(entry.target, entry)

    def push(self, node: NodeRef, entry: Entry) -> None:
        """Put a relation at the end of a node's list."""
        entry.listed[node] = entry.listed.get(node, 0) + 1
        self._lists[node][entry] = None
        self._index(node, entry)

    def drop(self, node: NodeRef, entry: Entry) -> None:
        """Take a relation out of a node's list."""
        if node not in entry.listed:
            if not self._takes_last or not self._lists[node]:
                return
            entry = next(reversed(self._lists[node]))
        entry.listed[node] -= 1
        if not entry.listed[node]:
            del entry.listed[node]
            del self._lists[node][entry]
            self._unindex(node, entry)

    def rewrite(
        self,
        entry: Entry,
        *,
        kind: RelationKind | None = None,
        source: NodeRef | None = None,
        target: NodeRef | None = None,
    ) -> None:
        """Change what a relation says, and leave it in the lists in which it stands."""
        for node in entry.listed:
            self._unindex(node, entry)
        entry.kind = kind or entry.kind
        entry.source = source or entry.source
        entry.target = target or entry.target
        for node in entry.listed:
            self._index(node, entry)

    def listed(self, node: NodeRef) -> Iterator[Entry]:
        """Give the relations in a node's list."""
        return iter(self._lists.get(node, ()))

    def find_to(self, node: NodeRef, kind: RelationKind, target: NodeRef) -> Entry | None:
        """Find a relation of a kind to a target in a node's list."""
        return next(iter(self._to.get((node, kind, target), ())), None)

    def find_from(self, node: NodeRef, kind: RelationKind, source: NodeRef) -> Entry | None:
        """Find a contradiction or undercut from a source in a node's list."""
        assert kind in _ASKED_FROM
        return next(iter(self._from.get((node, kind, source), ())), None)

    def merge(self, entry: Entry, same: Entry) -> None:
        """Let a relation count as another one from now on."""
        if same is not entry:
            same.writings.extend(entry.writings)
        entry.is_alive = False

    def _index(self, node: NodeRef, entry: Entry) -> None:
        self._to[node, entry.kind, entry.target][entry] = None
        if entry.kind in _ASKED_FROM:
            self._from[node, entry.kind, entry.source][entry] = None

    def _unindex(self, node: NodeRef, entry: Entry) -> None:
        del self._to[node, entry.kind, entry.target][entry]
        if entry.kind in _ASKED_FROM:
            del self._from[node, entry.kind, entry.source][entry]
