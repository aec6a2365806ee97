"""Whoever disputes a thesis looks first for the one leaf that carries it."""

from collections.abc import Iterator

from argmap.analysis import single_points
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.ways import MOST_LEAVES, listed_nodes
from argmap.diagnostic import Finding, Severity
from argmap.model.status import Status


def find(subject: Subject) -> Iterator[Finding]:
    """Report theses that a single leaf takes down, with all leaves that do."""
    steps = subject.steps
    theses = [
        thesis
        for thesis in subject.theses.nodes
        if steps.into[thesis] and steps.nodes[thesis].status is not Status.TODO
    ]
    if not theses:
        return
    for thesis, leaves in single_points(steps, subject.support.lenient, theses).items():
        name = subject.name(thesis)
        names = listed_nodes(subject, leaves)
        fails = f"if {names} is not granted"
        if len(leaves) > 1:
            fails = f"if any single one of {names} is not granted"
        first = subject.name(leaves[0])
        yield Finding(
            subject.span(thesis),
            f"{name} loses all its support {fails}.",
            f"add a reason that does not rest on {first}, `<+ <Reason>: …` below {name}.",
            titles=steps.titles((thesis, *leaves[:MOST_LEAVES])),
        )


RULE = Rule(
    "SUP014",
    "single-point-of-failure",
    Severity.INFO,
    "A thesis falls with a single leaf.",
    find,
    Default.DEBATE,
)
