"""One title for two claims that have not a word in common."""

from collections.abc import Iterator

from argmap.analysis.wording import content_words, without_tags
from argmap.checks.rule import Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.model.graph import Statement
from argmap.model.written_names import shortened

_MOST = 20  # wordings of one title that are compared
_ENDINGS = ("ingly", "ing", "edly", "ed", "ies", "es", "s", "ly", "en", "er", "n", "e")


def find(subject: Subject) -> Iterator[Finding]:
    """Report a titled statement once, at the first text that shares no word with an earlier."""
    for statement in subject.graph.statements.values():
        if statement.is_titled and len(statement.occurrences) > 1:
            yield from _clash(statement)


def _clash(statement: Statement) -> Iterator[Finding]:
    earlier: list[tuple[str, frozenset[str]]] = []
    saying = [o for o in statement.occurrences if not o.is_reference and o.text is not None]
    for occurrence in saying if len(saying) > 1 else ():
        text = without_tags(occurrence.text) if occurrence.text else ""
        stems = frozenset(_stem(word) for word in content_words(text))
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


def _stem(word: str) -> str:
    """Cut common endings of English and German words, so that wordings of one claim meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


RULE = Rule(
    "SYN003",
    "title-reused-for-different-claim",
    Severity.WARNING,
    "Two texts under one title share no word.",
    find,
)
