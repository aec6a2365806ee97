"""What is said should bear on what the map argues for."""

from collections.abc import Iterator

from argmap.analysis import irrelevant_branches
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report where branches end that lead to no declared thesis, once for each branch."""
    theses = subject.theses
    if not theses.is_declared:
        return
    thesis = subject.name(theses.nodes[0])
    where = f"the thesis {thesis}" if len(theses.nodes) == 1 else "any of the declared theses"
    for branch in irrelevant_branches(subject.flow, theses.nodes):
        name = subject.name(branch[0])
        yield Finding(
            subject.span(branch[0]),
            f"Nothing leads from {name} to {where}.",
            f"relate it, `+> {thesis}` or `-> {thesis}` below {name}, or take the branch out.",
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
