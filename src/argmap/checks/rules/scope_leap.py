"""A conclusion about all of them, from premises about some."""

from collections.abc import Iterator

from argmap.analysis.leaps import unprepared_word
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report reported conclusions about all or everywhere, where no premise is as wide."""
    for node in subject.reported:
        leap = unprepared_word(subject.steps, subject.wording, node, "universal", "sweeping")
        ref = subject.steps.nodes[node].ref
        if leap is None or is_muted(RULE, subject.graph.node(ref).data):
            continue
        name = subject.name(node)
        yield Finding(
            subject.span(node),
            f'Possible scope leap: {name} says "{leap.word}", and no premise of it is as wide.',
            "narrow the conclusion, add the premise that is meant, or write `{ignore: WRD004}` "
            f"behind {name}.",
            (ref.title,),
        )


RULE = Rule(
    "WRD004",
    "scope-leap",
    Severity.INFO,
    "A conclusion is about all of them or about everywhere, and no premise is.",
    find,
    Default.DATA,
)
