"""Premises that exclude each other cannot both be granted."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeRef
from argmap.model.steps import Step
from argmap.source import Span


def find(subject: Subject) -> Iterator[Finding]:
    """Report steps of which two premises are written to be contradictory or contrary."""
    steps = subject.steps
    used: dict[int, frozenset[int]] = {}
    reported: set[tuple[str | None, int, int]] = set()
    for attack in subject.contraries.pairs:
        one, other = sorted((attack.source, attack.target))
        if not (steps.nodes[one].is_statement and steps.nodes[other].is_statement):
            continue
        for node in (one, other):
            if node not in used:
                used[node] = frozenset(steps.using[node])
        for index in sorted(used[one] & used[other]):
            step = steps.steps[index]
            if (step.argument, one, other) not in reported:
                reported.add((step.argument, one, other))
                yield _finding(subject, step, one, other)


def _finding(subject: Subject, step: Step, one: int, other: int) -> Finding:
    steps = subject.steps
    titles = steps.titles((one, other))
    conclusion = subject.name(step.conclusion)
    if step.argument is None:
        how = f"{conclusion} rests on"
    else:
        how = f"{subject.name(subject.graph.arguments[step.argument].ref)} uses"
        titles = (step.argument, *titles)
    return Finding(
        _place(subject, step, other),
        f"{how} {subject.name(one)} and {subject.name(other)} together, and one excludes the "
        "other.",
        f"keep one of them, or argue for {conclusion} in two arguments, `<+ <Reason>: …`.",
        titles=tuple(dict.fromkeys(titles)),
    )


def _place(subject: Subject, step: Step, premise: int) -> Span:
    """Return where the step uses a premise."""
    origin = step.origin
    if not isinstance(origin, NodeRef):
        return origin.span
    argument = subject.graph.arguments[origin.title]
    inference = argument.inferences[origin.step or 0]
    title = subject.steps.title(premise)
    lines = [argument.pcs[position] for position in inference.premises]
    return next(line.occurrence.span for line in lines if line.title == title)


RULE = Rule(
    "CON002",
    "contradictory-premises",
    Severity.ERROR,
    "One step uses two premises that exclude each other.",
    find,
)
