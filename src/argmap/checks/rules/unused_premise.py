"""A premise that no inference uses."""

from collections.abc import Iterator

from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Argument, PcsStatement, Role


def find(subject: Subject) -> Iterator[Finding]:
    """Report premises of structures in which `uses:` is given, and never for them."""
    for argument in subject.graph.arguments.values():
        if not any(inference.declares_uses for inference in argument.inferences):
            continue
        used = {argument.pcs[i].title for step in argument.inferences for i in step.premises}
        for line in argument.pcs:
            if line.role is Role.PREMISE and line.title not in used:
                yield from _finding(subject, argument, line)


def _finding(subject: Subject, argument: Argument, line: PcsStatement) -> Iterator[Finding]:
    statement = subject.graph.statements[line.title]
    of_inferences = (inference.data for inference in argument.inferences)
    if not is_muted(RULE, statement.data, argument.data, *of_inferences):
        yield Finding(
            line.occurrence.span,
            f"No inference of {subject.name(argument.ref)} uses premise ({line.number}), "
            f"{subject.name(statement.ref)}.",
            f"add {line.number} to `uses:` where it is needed, or remove the premise.",
            (line.title, argument.title),
        )


RULE = Rule(
    "INF001",
    "unused-premise",
    Severity.WARNING,
    "Inferences say what they use, and a premise is not among it.",
    find,
    Default.DATA,
)
