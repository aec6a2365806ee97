"""What the reference implementation of Argdown refuses, though argmap reads it."""

from collections.abc import Iterator

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity


def find(subject: Subject) -> Iterator[Finding]:
    """Report whatever the reference refuses in the text of a map and its includes."""
    from argmap.syntax.strict import find_refused

    yield from find_refused(subject.document.source.text)


RULE = Rule(
    "SYN010",
    "refused-by-reference",
    Severity.ERROR,
    "The reference implementation of Argdown refuses this.",
    find,
    Default.STRICT_SYNTAX,
)
