"""A question claims nothing."""

from collections.abc import Iterator

from argmap.analysis.wording import canonical_occurrence
from argmap.checks.muting import is_muted
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity

_MARKS = ("?", "？")


def find(subject: Subject) -> Iterator[Finding]:
    """Report statements that end with a question mark; prose and arguments are left alone."""
    for title, text in subject.wording.statements.items():
        if not text.endswith(_MARKS):
            continue
        statement = subject.graph.statements[title]
        if subject.is_prose(statement) or is_muted(RULE, statement.data):
            continue
        occurrence = canonical_occurrence(statement)
        yield Finding(
            occurrence.span if occurrence else statement.span,
            f"{subject.name(statement.ref)} is a question, and a question claims nothing.",
            "write what is meant as a claim, such as `We should …`, or remove it.",
            (title,),
        )


RULE = Rule(
    "STY001",
    "question-as-claim",
    Severity.WARNING,
    "A statement is a question.",
    find,
)
