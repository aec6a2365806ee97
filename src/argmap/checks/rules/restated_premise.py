"""A premise that says the conclusion over again."""

from collections.abc import Iterator
from functools import cache

from argmap.analysis.wording import content_words, untagged
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import NodeKind, NodeRef
from argmap.model.steps import Step
from argmap.source import Span


def find(subject: Subject) -> Iterator[Finding]:
    """Report inferences, and supports between statements, from a claim to its own rewording.

    Two texts say the same if they have the same words, stop words left out. A support that is
    written from an argument is ordinary: its gist or conclusion may well repeat the claim.
    """
    steps = subject.steps

    @cache
    def content(node: int) -> frozenset[str]:
        return content_words(untagged(subject.graph.node(steps.nodes[node].ref)))

    reported: set[tuple[int, int, str | None]] = set()
    for step in steps.steps:
        if not _is_between_statements(step) or not content(step.conclusion):
            continue
        for premise in step.premises:
            pair = (premise, step.conclusion, step.argument)
            if (
                premise != step.conclusion
                and content(premise) == content(step.conclusion)
                and pair not in reported
            ):
                reported.add(pair)
                yield _finding(subject, step, premise)


def _is_between_statements(step: Step) -> bool:
    if isinstance(step.origin, NodeRef):
        return True
    ends = (step.origin.source, step.origin.target)
    return all(end.kind is NodeKind.STATEMENT for end in ends)


def _finding(subject: Subject, step: Step, premise: int) -> Finding:
    title = subject.steps.title(premise)
    return Finding(
        _place(subject, step, title),
        f"{subject.name(premise)} says again what {subject.name(step.conclusion)} says.",
        "write the reason that is meant in its place.",
        (subject.steps.title(step.conclusion), title),
    )


def _place(subject: Subject, step: Step, premise: str) -> Span:
    if not isinstance(step.origin, NodeRef):
        return step.origin.span
    argument = subject.graph.arguments[step.origin.title]
    lines = (argument.pcs[i] for i in argument.inferences[step.origin.step or 0].premises)
    return next(line.occurrence.span for line in lines if line.title == premise)


RULE = Rule(
    "CIR003",
    "restated-premise",
    Severity.WARNING,
    "A premise says the same as its conclusion.",
    find,
)
