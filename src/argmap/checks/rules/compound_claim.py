"""One claim, one statement."""

from collections.abc import Iterator

from argmap.analysis.sentences import is_sentence_end, second_claim
from argmap.analysis.wording import canonical_occurrence
from argmap.checks.muting import is_muted
from argmap.checks.rule import Default, Rule, Subject
from argmap.checks.splitting import reason_beside
from argmap.diagnostic import Finding, Severity
from argmap.model.written_names import quoted


def find(subject: Subject) -> Iterator[Finding]:
    """Report statements of several sentences, or of clauses joined by `;` or `, and`."""
    wording = subject.wording
    for title, text in wording.statements.items():
        statement = subject.graph.statements[title]
        place = second_claim(text, wording.lexicon(statement, text)) if text else None
        if place is None or subject.is_prose(statement) or is_muted(RULE, statement.data):
            continue
        occurrence = canonical_occurrence(statement)
        is_sentence = is_sentence_end(text, place)
        yield Finding(
            occurrence.span if occurrence else statement.span,
            f"Rule of thumb: one claim, one statement; {subject.name(statement.ref)} goes on with "
            f"{quoted(text[place:])}.",
            "give the second claim a statement of its own, or write `{ignore: STY002}` behind it.",
            (title,),
            fix=reason_beside(subject, statement, occurrence, place)
            if is_sentence and occurrence
            else None,
        )


RULE = Rule(
    "STY002",
    "compound-claim",
    Severity.INFO,
    "A statement makes two claims.",
    find,
    Default.TEACH,
)
