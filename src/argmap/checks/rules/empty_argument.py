"""An argument has to say something."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report arguments with neither a text nor a premise-conclusion structure."""
    for argument in subject.graph.arguments.values():
        says_something = any(
            occurrence.text is not None and occurrence.text.plain.strip()
            for occurrence in argument.occurrences
        )
        if not says_something and argument.pcs_span is None:
            name = subject.name(argument.ref)
            yield Finding(
                argument.span,
                f"{name} is a title only: it has neither a text nor premises.",
                f"write `{name}: because …`, or its premises and conclusion below it.",
                (argument.title,),
            )


RULE = Rule(
    "SUP011",
    "empty-argument",
    Severity.WARNING,
    "An argument has neither a text nor premises.",
    find,
)
