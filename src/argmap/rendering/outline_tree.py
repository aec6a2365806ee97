"""An argument graph as a tree for reading: under each claim, what speaks for and against it.

A node is unfolded once, where it is first met; later places only name it. So a circle ends, and
a tree is never larger than the graph.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import Enum

from argmap.model.graph import (
    Argument,
    ArgumentGraph,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
)


class Link(Enum):
    """What a branch is to the node above it."""

    ROOT = "root"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONFLICT = "conflict"
    PREMISE = "premise"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Branch:
    """A node in its place in the tree.

    node:     the statement or argument; for a step of a reconstruction, the inference
    number:   printed step number of a premise or conclusion; for what undercuts a step, that of
              the step's conclusion
    step:     index of the inference that leads to a conclusion, or that is undercut
    is_again: the node is unfolded elsewhere
    is_cut:   it is so because it stood too deep here; true also of the root that unfolds it
    """

    link: Link
    node: NodeRef
    number: int | None = None
    step: int | None = None
    is_again: bool = False
    is_cut: bool = False


LINKS = {
    RelationKind.SUPPORT: Link.SUPPORT,
    RelationKind.ENTAILS: Link.SUPPORT,
    RelationKind.ATTACK: Link.ATTACK,
    RelationKind.CONTRARY: Link.CONFLICT,
    RelationKind.CONTRADICTORY: Link.CONFLICT,
    RelationKind.UNDERCUT: Link.UNDERCUT,
}


@dataclass(slots=True)
class OutlineTree:
    """Answers what stands under a node. `roots` are what the tree begins with."""

    graph: ArgumentGraph
    _into: dict[NodeRef, list[Relation]] = field(default_factory=dict)
    _steps: dict[str, list[NodeRef]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for relation in self._told():
            self._into.setdefault(relation.target, []).append(relation)
        for argument in self.graph.arguments.values():
            for step, inference in enumerate(argument.inferences):
                concluded = argument.pcs[inference.conclusion].title
                ref = NodeRef(NodeKind.INFERENCE, argument.title, step)
                self._steps.setdefault(concluded, []).append(ref)

    def _told(self) -> Iterator[Relation]:
        """Give the relations as they are told at their targets, in document order."""
        yield from self.graph.relations

    def roots(self, theses: Sequence[str]) -> Iterator[NodeRef]:
        """Name candidates for roots, the theses first; a walk skips those already shown.

        Paragraphs that take part in nothing are prose and no roots.
        """
        statements = (NodeRef(NodeKind.STATEMENT, title) for title in theses)
        yield from (ref for ref in statements if ref.title in self.graph.statements)
        has_parent = self._with_parents()
        for ref in self.graph.order:
            if ref not in has_parent and not self._is_prose(ref):
                yield ref
        yield from (ref for ref in self.graph.order if not self._is_prose(ref))

    def _with_parents(self) -> set[NodeRef]:
        parents = {relation.source for relation in self.graph.relations}
        for argument in self.graph.arguments.values():
            parents.update(NodeRef(NodeKind.STATEMENT, line.title) for line in argument.pcs[:-1])
            if argument.is_reconstructed:
                parents.add(argument.ref)
        return parents

    def _is_prose(self, ref: NodeRef) -> bool:
        if ref.kind is not NodeKind.STATEMENT:
            return False
        statement = self.graph.statements[ref.title]
        return (
            not statement.is_titled
            and ref not in self._into
            and ref.title not in self._steps
            and all(occurrence.argument is None for occurrence in statement.occurrences)
        )

    def is_last_step(self, ref: NodeRef) -> bool:
        """Tell whether a node is the inference to an argument's main conclusion."""
        if ref.kind is not NodeKind.INFERENCE:
            return False
        return ref.step == len(self.graph.arguments[ref.title].inferences) - 1

    def below(self, ref: NodeRef, above: NodeRef | None = None) -> list[Branch]:
        """Return what stands directly under a node: what is for it, then what is against it.

        above: the node that it stands under itself; a tree may leave out what is told there
        """
        branches: list[Branch] = []
        if ref.kind is NodeKind.INFERENCE:
            argument = self.graph.arguments[ref.title]
            inference = argument.inferences[ref.step or 0]
            for position in inference.premises:
                line = argument.pcs[position]
                node = NodeRef(NodeKind.STATEMENT, line.title)
                branches.append(Branch(Link.PREMISE, node, line.number))
            if self.is_last_step(ref):
                branches += self._related(argument.ref)
        elif ref.kind is NodeKind.STATEMENT:
            branches += [Branch(Link.SUPPORT, step) for step in self._steps.get(ref.title, ())]
        else:
            argument = self.graph.arguments[ref.title]
            if argument.is_reconstructed:
                last = len(argument.inferences) - 1
                return [Branch(Link.SUPPORT, NodeRef(NodeKind.INFERENCE, ref.title, last))]
        return branches + self._related(ref)

    def _related(self, ref: NodeRef) -> list[Branch]:
        found = [self._branch(relation) for relation in self._into.get(ref, ())]
        return sorted(found, key=lambda branch: branch.link is not Link.SUPPORT)

    def _branch(self, relation: Relation) -> Branch:
        source = relation.source
        if source.kind is NodeKind.ARGUMENT:
            argument: Argument = self.graph.arguments[source.title]
            conclusion = argument.main_conclusion
            if conclusion == relation.target.title and relation.kind is RelationKind.SUPPORT:
                last = len(argument.inferences) - 1
                source = NodeRef(NodeKind.INFERENCE, source.title, last)
            elif conclusion is not None:
                source = NodeRef(NodeKind.STATEMENT, conclusion)
        return Branch(LINKS[relation.kind], source)


def walk(
    tree: OutlineTree,
    roots: Iterable[NodeRef],
    deepest: int,
    *,
    only_roots: Set[NodeRef] = frozenset(),
    repeats_leaves: bool = True,
) -> Iterator[tuple[Branch, tuple[bool, ...]]]:
    """Walk over the trees, one node after the other.

    deepest:        how far branches may be nested, 1 at least; what is deeper becomes a root of
                    its own, directly behind the tree in which it is too deep
    only_roots:     nodes that are unfolded nowhere but as roots; they must be among the roots
    repeats_leaves: whether a node with nothing below it is given as new wherever it is met
    yield:          a branch, and for each level above whether more branches follow there
    """
    shown: dict[NodeRef, bool] = {}  # whether anything stands below it
    cut: dict[NodeRef, None] = {}
    waiting: deque[NodeRef] = deque()
    candidates = iter(roots)
    while True:
        is_cut = bool(waiting)
        root = waiting.popleft() if waiting else next(candidates, None)
        if root is None:
            return
        if root in shown:
            continue
        stack: list[tuple[Branch, tuple[bool, ...], NodeRef | None]]
        stack = [(Branch(Link.ROOT, root, is_cut=is_cut), (), None)]
        while stack:
            branch, more, above = stack.pop()
            node = branch.node
            if branch.is_again or (more and node in only_roots):
                yield replace(branch, is_again=True), more
                continue
            if node in shown:
                yield replace(branch, is_again=shown[node] or not repeats_leaves), more
                continue
            is_deepest = len(more) >= deepest
            below = [] if is_deepest and node in cut else _unique(tree.below(node, above))
            if is_deepest and (below or node in cut):
                if node not in cut:
                    cut[node] = None
                    waiting.append(node)
                yield replace(branch, is_again=True, is_cut=True), more
                continue
            shown[node] = bool(below)
            if tree.is_last_step(node):
                shown[NodeRef(NodeKind.ARGUMENT, node.title)] = True
            yield branch, more
            last = len(below) - 1
            stack.extend(
                (child, (*more, index < last), node)
                for index, child in reversed(list(enumerate(below)))
            )


def _unique(branches: list[Branch]) -> list[Branch]:
    first = {
        (branch.link, branch.node, branch.number, branch.step): branch
        for branch in reversed(branches)
    }
    return list(first.values())[::-1]
