"""Which critical questions of an argument nobody has dealt with.

An assumption is dealt with by a premise that states it, an exception by an attack that raises it
(Gordon, Prakken and Walton 2007); `cq:` may name either.
"""

from collections.abc import Iterable

from argmap.analysis.scheme_uses import SchemeUse, entries, is_answered, is_filled, roles_of
from argmap.analysis.schemes import CriticalQuestion, QuestionKind, kebab
from argmap.model.graph import ArgumentGraph, Relation, RelationKind

_SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)


def open_questions(
    graph: ArgumentGraph, use: SchemeUse, incoming: Iterable[Relation]
) -> tuple[CriticalQuestion, ...]:
    """Return the questions of a use's scheme that are open, in the scheme's order.

    incoming: the relations that end at the argument, at its inferences and at its statements
    """
    if use.scheme is None:
        return ()
    given = use.data.get("cq")
    answers = given if isinstance(given, dict) else {}
    roles = roles_of(use) or {}
    closed = {kebab(key) for key, answer in answers.items() if is_answered(graph, use, answer)}
    stated = {kebab(role) for role, filler in roles.items() if is_filled(graph, use, filler)}
    closed |= stated & set(use.scheme.assumptions)
    supporting, attacking = _named_by(graph, incoming)
    return tuple(
        question
        for question in use.scheme.questions
        if question.key not in closed
        and question.key
        not in (supporting if question.kind is QuestionKind.ASSUMPTION else attacking)
    )


def _named_by(graph: ArgumentGraph, relations: Iterable[Relation]) -> tuple[set[str], set[str]]:
    """Return the questions that what supports and what attacks an argument name in their `cq:`."""
    supporting: set[str] = set()
    attacking: set[str] = set()
    for relation in relations:
        named = graph.node(relation.source).data.get("cq")
        if isinstance(named, str | list):
            keys = supporting if relation.kind in _SUPPORTS else attacking
            keys.update(kebab(str(entry)) for entry in entries(named))
    return supporting, attacking
