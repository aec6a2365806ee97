"""A certain conclusion from what is only possible."""

from collections.abc import Iterator

from argmap.analysis.leaps import modality_leap
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report reported conclusions that are sure, where every step has an unsure premise."""
    for node in subject.reported:
        leap = modality_leap(subject.steps, subject.wording, node)
        ref = subject.steps.nodes[node].ref
        if leap is None or leap.premise is None or is_muted(RULE, subject.graph.node(ref).data):
            continue
        premise = subject.name(leap.premise)
        yield Finding(
            subject.span(node),
            f'Possible modality leap: {subject.name(node)} says "{leap.word}", and its premise '
            f'{premise} only "{leap.weaker}".',
            f"weaken the conclusion, strengthen {premise}, or write `{{ignore: WRD001}}` behind "
            "the conclusion.",
            subject.steps.titles([node, leap.premise]),
        )


RULE = Rule(
    "WRD001",
    "modality-leap",
    Severity.INFO,
    "A certain conclusion rests on a premise that is only possible.",
    find,
    Default.DATA,
)
