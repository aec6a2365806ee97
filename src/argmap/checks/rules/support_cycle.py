"""Reasons that support one another, though something else supports them too."""

from collections.abc import Iterator

from argmap.analysis import shortest_circle, supported_circles
from argmap.analysis.circles import all_premises
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report each circle of two or more nodes that stand thanks to something outside."""
    steps = subject.steps
    circles = supported_circles(steps, subject.support.lenient, subject.flow)
    below = all_premises(steps) if circles else []
    for circle in circles:
        way = shortest_circle(below, circle)
        names = [subject.name(node) for node in way[:20]]
        yield Finding(
            subject.span(circle[0]),
            f"{names[0]} supports what supports it, so that the circle adds nothing.",
            "remove one of these supports; each keeps what it has from outside.",
            titles=steps.titles(circle),
            chain=steps.titles(way),
            notes=(f"The circle: {' ← '.join(names)}{' ← …' if len(way) > 20 else ''}",),
        )


RULE = Rule(
    "CIR002",
    "support-cycle",
    Severity.WARNING,
    "Reasons support one another in a circle.",
    find,
)
