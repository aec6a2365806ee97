"""Why somebody says something is no reason to believe it."""

from collections.abc import Iterator

from argmap.analysis.chains import chain_down
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
    above = supporters(steps, theses).union(theses)
    for argument in explaining:
        conclusion = steps.source_of(argument.ref)
        if conclusion not in above:
            continue
        chains = (chain_down(steps, (conclusion,), above, thesis) for thesis in theses)
        chain = next(filter(None, chains), ())
        aim = f"the thesis {subject.name(chain[0])}" if chain else "a thesis"
        yield Finding(
            argument.span,
            f"{subject.name(argument.ref)} is marked as an explanation, and it is used as a "
            f"reason for {aim}.",
            "take it off the thesis and let it stand by itself, or correct `scheme:` if it shows "
            "that the thesis is true.",
            tuple(dict.fromkeys((argument.title, *steps.titles(chain[:1])))),
            chain=steps.titles(chain) if len(chain) > 1 else (),
        )


RULE = Rule(
    "VOI003",
    "explanation-not-argument",
    Severity.WARNING,
    "An explanation of why something was said is used as a reason for it.",
    find,
    Default.DATA,
)
