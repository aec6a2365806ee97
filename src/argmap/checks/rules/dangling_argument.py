"""An argument has to lead somewhere."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, RelationKind


def find(subject: Subject) -> Iterator[Finding]:
    """Report arguments that support, attack and undercut nothing.

    A sketched one is reported if something is said about it; a reconstructed one if its main
    conclusion is untitled, so that nothing else can take it up, and has no relations of its own.
    """
    for argument in subject.graph.arguments.values():
        if _leads_somewhere(subject, argument):
            continue
        if argument.is_reconstructed:
            if not _conclusion_is_loose(subject, argument):
                continue
        elif argument.ref not in subject.incoming:
            continue
        name = subject.name(argument.ref)
        yield Finding(
            argument.span,
            f"{name} leads nowhere: it neither supports nor attacks anything.",
            f"put it below what it is a reason for, `<+ {name}`, or against, `<- {name}`.",
            (argument.title,),
        )


def _leads_somewhere(subject: Subject, argument: Argument) -> bool:
    return argument.ref in subject.outgoing or any(
        relation.kind is RelationKind.CONTRADICTORY
        for relation in subject.incoming.get(argument.ref, ())
    )


def _conclusion_is_loose(subject: Subject, argument: Argument) -> bool:
    conclusion = subject.graph.statements[argument.main_conclusion or ""]
    return not (
        conclusion.is_titled
        or conclusion.ref in subject.incoming
        or conclusion.ref in subject.outgoing
        or {"thesis", "conclusion"} & set(conclusion.tags)
    )


RULE = Rule(
    "SUP012",
    "dangling-argument",
    Severity.WARNING,
    "An argument supports, attacks and undercuts nothing.",
    find,
)
