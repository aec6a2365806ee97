"""Only a step can be undercut."""

from collections.abc import Iterator

from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report undercuts of statements that no step concludes."""
    for undercut in subject.steps.idle_undercuts:
        source, target = subject.name(undercut.source), subject.name(undercut.target)
        yield Finding(
            undercut.origin.span,
            f"{source} undercuts {target}, and there is no step to {target} that it could hit.",
            f"attack the statement itself, `<- {source}`, or undercut an argument for it.",
            subject.steps.titles((undercut.target, undercut.source)),
        )


RULE = Rule(
    "REL003",
    "undercut-without-inference",
    Severity.ERROR,
    "An undercut of a statement that is no conclusion.",
    find,
)
