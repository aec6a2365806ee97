"""One premise alone seldom carries a conclusion."""

from collections.abc import Iterator

from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report inferences of structures that use one premise."""
    for argument in subject.graph.arguments.values():
        for inference in argument.inferences:
            if len(inference.premises) != 1 or is_muted(RULE, inference.data, argument.data):
                continue
            conclusion = argument.pcs[inference.conclusion]
            premise = argument.pcs[inference.premises[0]]
            yield Finding(
                inference.span,
                "Rule of thumb: a step has two premises or more, and "
                f"({conclusion.number}) rests on ({premise.number}) alone.",
                "is a premise unstated? write it above the line, `[Premise]: … #unstated`, or "
                "write `{ignore: INF004}` behind the inference.",
                (conclusion.title, argument.title),
            )


RULE = Rule(
    "INF004",
    "single-premise-step",
    Severity.INFO,
    "An inference has one premise only.",
    find,
    Default.TEACH,
)
