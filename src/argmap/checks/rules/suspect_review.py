"""A review that was made before the claim, its premises or its quote changed."""

from collections.abc import Iterator

from argmap.analysis.review import stamps
from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report `reviewed:` stamps that are not the fingerprint of what stands there now."""
    if "reviewed" not in subject.document.source.text:
        return
    for stamp in stamps(subject.steps):
        if stamp.is_current:
            continue
        name = subject.name(stamp.node)
        fact = (
            f"{name}, its quote or its premises have changed since it was reviewed."
            if stamp.is_fingerprint
            else f"The `reviewed:` of {name} is no fingerprint that `argmap review` writes."
        )
        yield Finding(
            stamp.span,
            fact,
            f"read it again with its premises, then type `argmap review FILE '{name}'`."
            if subject.graph.node(stamp.node).is_titled
            else "read it again with its premises, then type `argmap review FILE`.",
            (stamp.node.title,),
        )


RULE = Rule(
    "SRC005",
    "suspect-review",
    Severity.WARNING,
    "A claim, its premises or its quote has changed since it was reviewed.",
    find,
    Default.DATA,
)
