"""A word of assurance where a reason should stand."""

from collections.abc import Iterator

from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report reported claims with such a word, and without a step of two or more premises."""
    steps = subject.steps
    for node in subject.reported:
        if any(len(steps.steps[step].premises) > 1 for step in steps.into[node]):
            continue
        ref = steps.nodes[node].ref
        word = subject.wording.find(ref, "assurance")
        if word is None or is_muted(RULE, subject.graph.node(ref).data):
            continue
        has_reason = "with one premise only" if steps.into[node] else "and has no premise"
        name = subject.name(node)
        yield Finding(
            subject.span(node),
            f'Possible assurance in place of a reason: {name} says "{word}", {has_reason}.',
            f"give the reason below it, `<+ <Reason>: …`, or write `{{ignore: WRD002}}` behind "
            f"{name}.",
            (ref.title,),
        )


RULE = Rule(
    "WRD002",
    "assurance-word",
    Severity.INFO,
    "A claim says that it is obvious, and gives no reason.",
    find,
    Default.DATA,
)
