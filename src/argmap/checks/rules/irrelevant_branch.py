"""What is said should bear on what the map argues for."""

from collections.abc import Iterator

from argmap.analysis import irrelevant_branches
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.written_names import listed


def find(subject: Subject) -> Iterator[Finding]:
    """Report where branches end that lead to no declared thesis, once for each branch."""
    theses = subject.theses
    if not theses.is_declared:
        return
    named = listed([subject.name(thesis) for thesis in theses.nodes[:6]], most=3)
    if len(theses.nodes) > 1:
        named = f"any thesis, neither {named}" if len(theses.nodes) < 3 else "any thesis"
    else:
        named = f"the thesis {named}"
    for branch in irrelevant_branches(subject.steps, theses.nodes):
        name = subject.name(branch[0])
        yield Finding(
            subject.span(branch[0]),
            f"Nothing leads from {name} to {named}.",
            f"relate it, `+> {subject.name(theses.nodes[0])}` or `->` below {name}, or take the "
            "branch out.",
            titles=subject.steps.titles(branch),
        )


RULE = Rule(
    "SUP010",
    "irrelevant-branch",
    Severity.WARNING,
    "A branch leads to no declared thesis.",
    find,
    Default.DATA,
)
