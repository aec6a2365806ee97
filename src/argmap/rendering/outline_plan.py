"""A map as a numbered outline: what stands where, before it is put into words.

Every statement and argument stands once in full; every other place says at which number that is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef
from argmap.rendering.outline_tree import Branch, Link, walk
from argmap.rendering.whole_arguments import WholeArgumentTree


class Part(Enum):
    """What a part of the outline gathers."""

    THESES = "theses"
    CLAIMS = "claims"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the outline.

    number:    such as `1.2.3`, one more figure at each level
    above:     the node that it stands under, or None
    see:       the number at which the node stands in full; empty if it does so here
    continues: the number at which this root was left to be unfolded here; empty for all others
    """

    number: str
    branch: Branch
    above: NodeRef | None = None
    see: str = ""
    continues: str = ""

    @property
    def depth(self) -> int:
        """0 for a root."""
        return self.number.count(".")


@dataclass(frozen=True, slots=True)
class Group:
    """Trees that stand together. `section` is an index in `ArgumentGraph.sections`, or None."""

    part: Part
    section: int | None
    entries: tuple[Entry, ...]


def plan_outline(graph: ArgumentGraph, theses: Sequence[str], deepest: int) -> list[Group]:
    """Return the groups of an outline: theses, other claims by their sections, what stands alone.

    theses:  titles of the statements that it begins with
    deepest: how many levels may be nested below a root, 1 at least
    """
    tree = WholeArgumentTree(graph)
    first = [NodeRef(NodeKind.STATEMENT, title) for title in theses if title in graph.statements]
    gathered: dict[tuple[Part, int | None], list[tuple[Branch, int]]] = {}
    key: tuple[Part, int | None] = (Part.THESES, None)
    shown: set[NodeRef] = set()
    only_roots = frozenset(first)
    walked = walk(tree, tree.roots(theses), deepest, only_roots=only_roots, repeats_leaves=False)
    for branch, more in walked:
        if branch.link is Link.ROOT and not branch.is_cut:
            is_thesis = branch.node in only_roots
            key = (
                (Part.THESES, None)
                if is_thesis
                else (Part.CLAIMS, graph.node(branch.node).section)
            )
        gathered.setdefault(key, []).append((branch, len(more)))
        shown.add(branch.node)
    alone = [(Branch(Link.ROOT, ref), 0) for ref in tree.alone() if ref not in shown]
    if alone:
        gathered[Part.ALONE, None] = alone
    return _numbered(gathered)


def _numbered(
    gathered: dict[tuple[Part, int | None], list[tuple[Branch, int]]],
) -> list[Group]:
    counts: list[int] = [0]
    groups = [
        Group(part, section, tuple(_with_numbers(places, counts)))
        for (part, section), places in gathered.items()
    ]
    numbers: dict[NodeRef, str] = {}
    cuts: dict[NodeRef, str] = {}
    for group in groups:
        for entry in group.entries:
            if not entry.branch.is_again:
                numbers[entry.branch.node] = entry.number
            elif entry.branch.is_cut:
                cuts.setdefault(entry.branch.node, entry.number)
    return [
        replace(group, entries=tuple(_resolved(entry, numbers, cuts) for entry in group.entries))
        for group in groups
    ]


def _with_numbers(places: Sequence[tuple[Branch, int]], counts: list[int]) -> Iterator[Entry]:
    """Give the entries of a group; `counts` is how many stand at each open level so far."""
    path: list[NodeRef] = []
    for branch, depth in places:
        del counts[depth + 1 :]
        del path[depth:]
        counts[depth] += 1
        above = path[-1] if path else None
        yield Entry(".".join(map(str, counts)), branch, above)
        counts.append(0)
        path.append(branch.node)


def _resolved(entry: Entry, numbers: dict[NodeRef, str], cuts: dict[NodeRef, str]) -> Entry:
    branch = entry.branch
    if branch.is_again:
        return replace(entry, see=numbers[branch.node])
    if branch.link is Link.ROOT and branch.is_cut:
        return replace(entry, continues=cuts[branch.node])
    return entry
