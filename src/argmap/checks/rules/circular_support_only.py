"""Support must come from somewhere."""

from collections.abc import Iterator

from argmap.analysis import shortest_circle
from argmap.analysis.circles import carrying_premises
from argmap.checks.consequences import MOST, Consequence, consequence
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report each circle that nothing outside supports; what hangs on it is its consequence."""
    steps, lenient = subject.steps, subject.support.lenient
    circles = subject.closed_circles
    below = carrying_premises(steps) if circles else []
    for number, circle in enumerate(circles):
        way = shortest_circle(below, circle)
        first = subject.name(circle[0])
        if len(way) == 2:
            message = f"{first} is supported by nothing but itself."
        elif len(way) == len(circle) + 1:
            message = f"{first} is supported in a circle only, and nothing outside supports it."
        else:
            message = (
                f"{first} and {len(circle) - 1} others support one another in circles, "
                "and nothing outside supports them."
            )
        follows = Consequence()
        if number < MOST:
            follows = consequence(subject, circle, lenient.gained(circle))
        names = " ← ".join(subject.name(node) for node in way[:20])
        yield Finding(
            subject.span(circle[0]),
            message,
            f"add a reason from outside the circle, `<+ <Reason>: …` below {first}.",
            titles=steps.titles(circle),
            chain=steps.titles(way),
            notes=(f"The circle: {names}{' ← …' if len(way) > 20 else ''}", *follows.notes),
        )


RULE = Rule(
    "SUP002",
    "circular-support-only",
    Severity.ERROR,
    "Every line of support returns to where it began.",
    find,
)
