"""The edges between the shown nodes."""

from collections.abc import Iterator, Sequence

from argmap.mapping.resolve import SYMMETRIC, ResolvedRelation
from argmap.mapping.scope import Scope
from argmap.mapping.selection import SelectedEdge
from argmap.model.graph import NodeKind, NodeRef, RelationKind, Role
from argmap.syntax import Dialect

_OF_ARGUMENTS = {
    RelationKind.CONTRADICTORY: RelationKind.ATTACK,
    RelationKind.CONTRARY: RelationKind.ATTACK,
    RelationKind.ENTAILS: RelationKind.SUPPORT,
}
"""What a logical relation is called where an argument stands at one of its ends."""


def edges_of(
    scope: Scope, relations: Sequence[ResolvedRelation], dialect: Dialect
) -> Iterator[SelectedEdge]:
    """Give the edges of a map: those of relations, then those of premises and conclusions.

    A statement that is not shown itself is stood for by the arguments in which it is used.
    """
    for index, relation in enumerate(relations):
        if scope.holds(relation, relation.source) and scope.holds(relation, relation.target):
            yield from _of_relation(scope, index, relation, dialect)
    yield from _of_conclusions(scope)
    yield from _of_premises(scope)


def _of_relation(
    scope: Scope, index: int, relation: ResolvedRelation, dialect: Dialect
) -> Iterator[SelectedEdge]:
    source, target = relation.source, relation.target
    yield from _edges(scope, index, relation.kind, source, target)
    if relation.kind not in SYMMETRIC:
        return
    if NodeKind.ARGUMENT in (source.kind, target.kind):
        return
    # The other way round there are only the edges that a hidden statement adds.
    if source.title in scope.statements and (
        dialect.hidden_symmetric_lost or target.title in scope.statements
    ):
        return
    yield from _edges(scope, index, relation.kind, target, source)


def _edges(
    scope: Scope, index: int, kind: RelationKind, source: NodeRef, target: NodeRef
) -> Iterator[SelectedEdge]:
    stops = _shown(scope, target, Role.PREMISE)
    for start in _shown(scope, source, Role.MAIN_CONCLUSION):
        for stop in stops:
            joins_statements = start.kind is stop.kind is NodeKind.STATEMENT
            yield SelectedEdge(
                kind if joins_statements else _OF_ARGUMENTS.get(kind, kind),
                start,
                stop,
                index,
                _statement(source),
                _statement(target),
            )


def _statement(ref: NodeRef) -> str | None:
    return ref.title if ref.kind is NodeKind.STATEMENT else None


def _shown(scope: Scope, ref: NodeRef, role: Role) -> list[NodeRef]:
    """Return the node itself if it is shown, else the arguments that a statement has a role in."""
    if ref.kind is not NodeKind.STATEMENT:
        return [_argument(ref.title)]
    if ref.title in scope.statements:
        return [ref]
    return [_argument(title) for title in scope.arguments_with(ref.title, role)]


def _argument(title: str) -> NodeRef:
    return NodeRef(NodeKind.ARGUMENT, title)


def _of_conclusions(scope: Scope) -> Iterator[SelectedEdge]:
    """From each argument to its conclusion, or to the arguments that take it up as a premise."""
    for title in scope.arguments:
        conclusion = scope.graph.arguments[title].main_conclusion
        if conclusion is None:
            continue
        for target in dict.fromkeys(
            _shown(scope, NodeRef(NodeKind.STATEMENT, conclusion), Role.PREMISE)
        ):
            yield _support(_argument(title), target, conclusion)


def _of_premises(scope: Scope) -> Iterator[SelectedEdge]:
    """From each shown statement to the arguments that it is a premise of."""
    for title in scope.statements:
        for user in dict.fromkeys(scope.arguments_with(title, Role.PREMISE)):
            yield _support(NodeRef(NodeKind.STATEMENT, title), _argument(user), title)


def _support(source: NodeRef, target: NodeRef, statement: str) -> SelectedEdge:
    return SelectedEdge(RelationKind.SUPPORT, source, target, None, statement, statement)
