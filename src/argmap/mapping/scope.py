"""Which statements and arguments are let through so far, and what that means for a relation."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.mapping.resolve import SYMMETRIC, ResolvedRelation
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, Role, Statement

_PCS_ROLES = frozenset({Role.PREMISE, Role.INTERMEDIATE_CONCLUSION, Role.MAIN_CONCLUSION})


class Scope(NamedTuple):
    """A choice of statements and arguments by title.

    in_structures: the statements that stand in a structure of any argument
    known:         the arguments in which a statement stands, looked up once per statement and
                   part that it plays, so that a statement with very many relations costs no more
                   than it has occurrences
    """

    graph: ArgumentGraph
    statements: Mapping[str, None]
    arguments: Mapping[str, None]
    in_structures: frozenset[str]
    known: dict[tuple[str, Role], tuple[str, ...]]

    @staticmethod
    def of(graph: ArgumentGraph, statements: Iterable[str], arguments: Iterable[str]) -> "Scope":
        """Make the scope that lets these titles through, in this order."""
        in_structures = frozenset(
            line.title for argument in graph.arguments.values() for line in argument.pcs
        )
        return Scope(graph, dict.fromkeys(statements), dict.fromkeys(arguments), in_structures, {})

    def arguments_with(self, title: str, role: Role) -> tuple[str, ...]:
        """Return the chosen arguments in which a statement has a role, once per occurrence."""
        if title not in self.in_structures:
            return ()
        used = self.known.get((title, role))
        if used is None:
            used = self.known[title, role] = tuple(
                occurrence.argument
                for occurrence in self.graph.statements[title].occurrences
                if occurrence.role is role
                and occurrence.argument is not None
                and occurrence.argument in self.arguments
            )
        return used

    def is_used(self, statement: Statement) -> bool:
        """Whether a chosen argument has the statement as premise or main conclusion."""
        return bool(
            self.arguments_with(statement.title, Role.PREMISE)
            or self.arguments_with(statement.title, Role.MAIN_CONCLUSION)
        )

    def holds(self, relation: ResolvedRelation, end: NodeRef) -> bool:
        """Whether an end of a relation is chosen, or shows in a chosen argument."""
        if end.kind is not NodeKind.STATEMENT:
            return end.title in self.arguments
        if end.title in self.statements:
            return True
        if relation.kind in SYMMETRIC:
            return any(self.arguments_with(end.title, role) for role in _PCS_ROLES)
        return bool(self.arguments_with(end.title, role_at(relation, end)))


def role_at(relation: ResolvedRelation, end: NodeRef) -> Role:
    """Return the role in which a hidden statement stands for an argument at this end.

    A relation is about the arguments that the target is a premise of, and comes from those whose
    conclusion the source is.
    """
    return Role.PREMISE if relation.target == end else Role.MAIN_CONCLUSION
