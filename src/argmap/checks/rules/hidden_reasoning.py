"""A reason inside a claim is a reason that no map shows."""

from collections.abc import Iterator

from argmap.analysis.wording import canonical_occurrence
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.splitting import reason_below
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Role

_CONCLUSIONS = (Role.INTERMEDIATE_CONCLUSION, Role.MAIN_CONCLUSION)


def find(subject: Subject) -> Iterator[Finding]:
    """Report statements with a word that joins a reason to a claim.

    A conclusion in a structure may begin with one: its reasons stand above it.
    """
    wording = subject.wording
    if not wording.has_any("inference"):
        return
    for title, text in wording.statements.items():
        if not text:
            continue
        statement = subject.graph.statements[title]
        words = wording.lexicon(statement, text).inference
        match = words.search(text) if wording.may_occur(words) else None
        if match is None or subject.is_prose(statement) or is_muted(RULE, statement.data):
            continue
        occurrence = canonical_occurrence(statement)
        role = occurrence.role if occurrence else None
        if match.start() == 0 and role in _CONCLUSIONS:
            continue
        fix = reason_below(subject, statement, occurrence, text) if occurrence else None
        yield Finding(
            occurrence.span if occurrence else statement.span,
            f"Rule of thumb: reasons stand below a claim; {subject.name(statement.ref)} has one "
            f'inside, at "{match[0].strip()}".',
            "write the reason below it, `+ …`, or write `{ignore: STY003}` behind it.",
            (title,),
            fix=fix,
        )


RULE = Rule(
    "STY003",
    "hidden-reasoning",
    Severity.INFO,
    "A statement has a reason inside.",
    find,
    Default.TEACH,
)
