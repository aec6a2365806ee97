"""One title for two claims that have not a word in common."""

from collections.abc import Iterator

from argmap.analysis.stems import Stems
from argmap.analysis.wording import without_tags
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Occurrence, Statement
from argmap.model.written_names import shortened

_MOST = 20  # wordings of one title that are compared


def find(subject: Subject) -> Iterator[Finding]:
    """Report a titled statement once, at the first text that shares no word with an earlier."""
    stem = Stems()
    for statement in subject.graph.statements.values():
        if len(statement.occurrences) > 1 and statement.is_titled:
            saying = [o for o in statement.occurrences if o.text and not o.is_reference]
            if len(saying) > 1:
                yield from _clash(subject, statement, saying, stem)


def _clash(
    subject: Subject, statement: Statement, saying: list[Occurrence], stem: Stems
) -> Iterator[Finding]:
    earlier: list[tuple[str, frozenset[str]]] = []
    for occurrence in saying:
        text = without_tags(occurrence.text) if occurrence.text else ""
        stems = frozenset(stem[word] for word in subject.wording.content(text))
        if not stems or len(earlier) == _MOST:
            continue
        for other, other_stems in earlier:
            if stems.isdisjoint(other_stems):
                one, two = shortened(other), shortened(text)
                yield Finding(
                    occurrence.span,
                    f'"{one}" and "{two}" share the title [{statement.title}], and not one word.',
                    "give one of them another title, or let both say the same.",
                    (statement.title,),
                )
                return
        earlier.append((text, stems))


RULE = Rule(
    "SYN003",
    "title-reused-for-different-claim",
    Severity.WARNING,
    "Two texts under one title share no word.",
    find,
)
