"""An argument has to say something."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, NodeKind, RelationKind
from argmap.model.written_names import listed


def find(subject: Subject) -> Iterator[Finding]:
    """Report arguments with neither a text nor a premise-conclusion structure."""
    for argument in subject.graph.arguments.values():
        says_something = any(
            occurrence.text is not None and occurrence.text.plain.strip()
            for occurrence in argument.occurrences
        )
        if not says_something and argument.pcs_span is None:
            name = subject.name(argument.ref)
            help = f"write `{name}: because …`, or its premises and conclusion below it."
            if reasons := _reasons(subject, argument):
                help = f"{help.removesuffix('.')}; or let {listed(reasons)} speak in its place."
            yield Finding(
                argument.span,
                f"{name} is a title only: it has neither a text nor premises.",
                help,
                (argument.title,),
            )


def _reasons(subject: Subject, argument: Argument) -> list[str]:
    """Return the names of the statements that support an argument."""
    return [
        subject.name(relation.source)
        for relation in subject.incoming.get(argument.ref, ())
        if relation.kind is RelationKind.SUPPORT and relation.source.kind is NodeKind.STATEMENT
    ]


RULE = Rule(
    "SUP011",
    "empty-argument",
    Severity.WARNING,
    "An argument has neither a text nor premises.",
    find,
)
