"""Which critical questions of an argument nobody has dealt with.

An assumption is dealt with by a premise that states it, an exception by an attack that raises it
(Gordon, Prakken and Walton 2007); `cq:` may name either.
"""

from collections.abc import Mapping

from argmap.analysis.scheme_uses import SchemeUse, entries, is_answered, is_filled, roles_of
from argmap.analysis.schemes import CriticalQuestion, QuestionKind, kebab, schemes
from argmap.model.graph import ArgumentGraph, NodeKind, NodeRef, RelationKind

_SUPPORTS = (RelationKind.SUPPORT, RelationKind.ENTAILS)

NamedQuestions = Mapping[tuple[NodeRef, QuestionKind], set[str]]
"""For a statement or argument, the keys of the questions that something related to it names."""


def named_questions(graph: ArgumentGraph) -> NamedQuestions:
    """Return which questions are named by the `cq:` of what supports and attacks each node.

    Who supports speaks to assumptions, who attacks or undercuts raises exceptions. Keys that no
    scheme has are left out.
    """
    known = {question.key for scheme in schemes().values() for question in scheme.questions}
    named: dict[tuple[NodeRef, QuestionKind], set[str]] = {}
    for relation in graph.relations:
        given = graph.node(relation.source).data.get("cq")
        if not isinstance(given, str | list):
            continue
        is_support = relation.kind in _SUPPORTS
        kind = QuestionKind.ASSUMPTION if is_support else QuestionKind.EXCEPTION
        target = relation.target
        if target.kind is NodeKind.INFERENCE:
            target = NodeRef(NodeKind.ARGUMENT, target.title)
        keys = known.intersection(kebab(str(entry)) for entry in entries(given))
        named.setdefault((target, kind), set()).update(keys)
    return named


def open_questions(
    graph: ArgumentGraph, use: SchemeUse, named: NamedQuestions
) -> tuple[CriticalQuestion, ...]:
    """Return the questions of a use's scheme that are open, in the scheme's order.

    named: what `named_questions` says; what is said of an argument's statements counts, too
    """
    if use.scheme is None:
        return ()
    given = use.data.get("cq")
    answers = given if isinstance(given, dict) else {}
    roles = roles_of(use) or {}
    closed = {kebab(key) for key, answer in answers.items() if is_answered(graph, use, answer)}
    stated = {kebab(role) for role, filler in roles.items() if is_filled(graph, use, filler)}
    closed |= stated.intersection(use.scheme.assumptions)
    argument = graph.arguments.get(use.node.title)
    lines = argument.pcs if argument is not None else ()
    refs = {use.node, *(NodeRef(NodeKind.STATEMENT, line.title) for line in lines)}
    raised = {
        (kind, key) for kind in QuestionKind for ref in refs for key in named.get((ref, kind), ())
    }
    return tuple(
        question
        for question in use.scheme.questions
        if question.key not in closed and (question.kind, question.key) not in raised
    )
