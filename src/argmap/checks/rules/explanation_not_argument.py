"""Why somebody says something is no reason to believe it."""

from collections.abc import Iterator

from argmap.analysis.reach import supporters
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report arguments with `scheme: explanation` whose conclusion supports a thesis."""
    explaining = [
        argument
        for argument in subject.graph.arguments.values()
        if argument.data and str(argument.data.get("scheme")).strip().casefold() == "explanation"
    ]
    if not explaining:
        return
    steps = subject.steps
    theses = subject.theses.nodes
    above = {**supporters(steps, theses), **{thesis: thesis for thesis in theses}}
    for argument in explaining:
        thesis = above.get(steps.source_of(argument.ref))
        if thesis is None:
            continue
        yield Finding(
            argument.span,
            f"{subject.name(argument.ref)} is marked as an explanation, and it is used as a "
            f"reason for the thesis {subject.name(thesis)}.",
            "take it off the thesis and let it stand by itself, or correct `scheme:` if it shows "
            "that the thesis is true.",
            (argument.title, steps.title(thesis)),
        )


RULE = Rule(
    "VOI003",
    "explanation-not-argument",
    Severity.WARNING,
    "An explanation of why something was said is used as a reason for it.",
    find,
    Default.DATA,
)
