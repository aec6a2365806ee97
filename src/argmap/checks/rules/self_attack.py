"""Nothing can speak against itself and still be meant."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeKind, Relation, RelationKind

_AGAINST = frozenset(
    (
        RelationKind.ATTACK,
        RelationKind.CONTRARY,
        RelationKind.CONTRADICTORY,
        RelationKind.UNDERCUT,
    )
)


def find(subject: Subject) -> Iterator[Finding]:
    """Report nodes that attack, contradict or undercut themselves, as written.

    An argument, or its main conclusion, that undercuts one of the argument's own inferences does
    so too. An argument that attacks its own conclusion is CON001.
    """
    own = _own_undercuts(subject)
    for relation in subject.graph.relations:
        is_undercut = relation.kind is RelationKind.UNDERCUT
        if relation.kind in _AGAINST and relation.source == relation.target:
            how = "undercuts" if is_undercut else "attacks"
            if relation.kind is RelationKind.CONTRADICTORY:
                how = "contradicts"
            yield Finding(
                relation.span,
                f"{subject.name(relation.source)} {how} itself.",
                "remove this line, or name what it is directed against.",
                (relation.source.title,),
            )
        elif is_undercut and (argument := own.get(relation.item)) is not None:
            name = subject.name(subject.graph.arguments[argument].ref)
            source = relation.source
            how = "" if source.kind is NodeKind.ARGUMENT else " by its conclusion"
            yield Finding(
                relation.span,
                f"{name} undercuts its own inference{how}.",
                "remove this line, or name the argument that it is directed against.",
                tuple(dict.fromkeys((argument, source.title))),
            )


def _own_undercuts(subject: Subject) -> dict[int, str]:
    """Return the relations by which an argument undercuts its own inference, and the argument."""
    steps = subject.steps
    own: dict[int, str] = {}
    for undercut in steps.undercuts:
        step = steps.steps[undercut.step]
        if step.is_inference and step.argument is not None:
            argument = subject.graph.arguments[step.argument]
            if _speaks_for(undercut.origin, argument.title, argument.main_conclusion):
                own.setdefault(undercut.origin.item, argument.title)
    return own


def _speaks_for(relation: Relation, argument: str, conclusion: str | None) -> bool:
    is_argument = relation.source.kind is NodeKind.ARGUMENT
    return relation.source.title == (argument if is_argument else conclusion)


RULE = Rule(
    "CIR004",
    "self-attack",
    Severity.ERROR,
    "Something attacks or undercuts itself.",
    find,
)
