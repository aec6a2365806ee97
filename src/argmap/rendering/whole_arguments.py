"""An outline tree in which a reconstructed argument stands whole: its numbered lines in order.

Relations stand as the author wrote them: an argument is for or against something itself, and is
not replaced by its conclusion. A contradiction is told at both of its ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from argmap.model.graph import (
    Argument,
    NodeKind,
    NodeRef,
    Relation,
    RelationKind,
)
from argmap.rendering.outline_tree import LINKS, Branch, Link, OutlineTree

_SYMMETRIC = (RelationKind.CONTRADICTORY, RelationKind.CONTRARY)


@dataclass(slots=True)
class WholeArgumentTree(OutlineTree):
    """Under a statement, the arguments that conclude it; under an argument, what it consists of.

    A main conclusion is unfolded among the lines of its argument only if the argument does not
    stand under one of its own conclusions.
    """

    _arguments: dict[str, list[NodeRef]] = field(default_factory=dict)  # conclusion → arguments
    _active: set[NodeRef] = field(default_factory=set)  # what takes part in anything

    def __post_init__(self) -> None:
        OutlineTree.__post_init__(self)
        for argument in self.graph.arguments.values():
            titles = {line.title: None for line in argument.pcs}
            if titles:
                self._active.add(argument.ref)
            self._active.update(NodeRef(NodeKind.STATEMENT, title) for title in titles)
            for title in _conclusions(argument):
                self._arguments.setdefault(title, []).append(argument.ref)
        for relation in self.graph.relations:
            self._active.add(relation.source)
            self._active.add(_owner(relation.target))

    def _told(self) -> Iterator[Relation]:
        for relation in self.graph.relations:
            yield relation
            if relation.kind in _SYMMETRIC and relation.source != relation.target:
                yield relation._replace(source=relation.target, target=relation.source)

    def alone(self) -> Iterator[NodeRef]:
        """Give the statements and arguments that take part in nothing, in document order."""
        yield from (ref for ref in self.graph.order if ref not in self._active)

    def _is_prose(self, ref: NodeRef) -> bool:
        return ref not in self._active

    def _with_parents(self) -> set[NodeRef]:
        parents: set[NodeRef] = set()
        for argument in self.graph.arguments.values():
            parents.update(NodeRef(NodeKind.STATEMENT, line.title) for line in argument.pcs[:-1])
            if argument.is_reconstructed:
                parents.add(argument.ref)
        for relation in self.graph.relations:
            if relation.kind in _SYMMETRIC:
                continue
            source = relation.source
            parents.add(source)
            conclusion = self._main_conclusion(source)
            if conclusion is not None and relation.target != conclusion:
                parents.add(conclusion)
        return parents

    def _main_conclusion(self, ref: NodeRef) -> NodeRef | None:
        if ref.kind is not NodeKind.ARGUMENT:
            return None
        title = self.graph.arguments[ref.title].main_conclusion
        return None if title is None else NodeRef(NodeKind.STATEMENT, title)

    def below(self, ref: NodeRef, above: NodeRef | None = None) -> list[Branch]:
        """Return what stands directly under a node, except what is told at the node above it."""
        if ref.kind is NodeKind.STATEMENT:
            steps = self._arguments.get(ref.title, [])
            branches = [Branch(Link.SUPPORT, argument) for argument in steps]
            told = {Link.SUPPORT, Link.CONFLICT} if above in steps else {Link.CONFLICT}
        else:
            argument = self.graph.arguments[ref.title]
            branches = list(self._lines(argument, above))
            told = {Link.CONFLICT}
        branches += self._related(ref)
        return [branch for branch in branches if branch.node != above or branch.link not in told]

    def _lines(self, argument: Argument, above: NodeRef | None) -> Iterator[Branch]:
        """Give the lines of a structure; behind a conclusion, what undercuts the step to it."""
        is_under_conclusion = (
            above is not None
            and above.kind is NodeKind.STATEMENT
            and above.title in _conclusions(argument)
        )
        steps = {inference.conclusion: step for step, inference in enumerate(argument.inferences)}
        last = len(argument.pcs) - 1
        for position, line in enumerate(argument.pcs):
            node = NodeRef(NodeKind.STATEMENT, line.title)
            step = steps.get(position)
            if step is None:
                yield Branch(Link.PREMISE, node, line.number)
                continue
            is_again = is_under_conclusion and position == last
            yield Branch(Link.CONCLUSION, node, line.number, step, is_again)
            for undercut in self._related(NodeRef(NodeKind.INFERENCE, argument.title, step)):
                yield replace(undercut, number=line.number, step=step)

    def _branch(self, relation: Relation) -> Branch:
        return Branch(LINKS[relation.kind], _owner(relation.source))


def _conclusions(argument: Argument) -> dict[str, None]:
    return {argument.pcs[inference.conclusion].title: None for inference in argument.inferences}


def _owner(ref: NodeRef) -> NodeRef:
    """Return the argument of an inference; any other node as it is."""
    return NodeRef(NodeKind.ARGUMENT, ref.title) if ref.kind is NodeKind.INFERENCE else ref
