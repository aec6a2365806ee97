"""Fixes that cut one statement into two, where that is a matter of cutting."""

from argmap.analysis.sentences import second_claim
from argmap.checks.rule import Subject
from argmap.diagnostic import Edit, Fix
from argmap.model.graph import Occurrence, Role, Statement
from argmap.source import Span
from argmap.syntax import Relation as RelationItem
from argmap.syntax import Statement as StatementItem

_STOPS = ".!。！"
_LEAST_WORDS = 2
_NOT_FIRST = tuple("[<(#*+-_>@{/\\0123456789")  # may begin something else than a text


def reason_below(
    subject: Subject, statement: Statement, occurrence: Occurrence, text: str
) -> Fix | None:
    """Return `A because B.` as `A.` with `+ B.` below it, if nothing else is written there."""
    where = _plain_line(subject, occurrence)
    lists = subject.wording.lexicon(statement, text)
    joint = lists.because.search(text)
    if where is None or joint is None or lists.inference.search(text[joint.end() :]):
        return None
    claim, reason = text[: joint.start()].rstrip(" ,，"), _as_sentence(text[joint.end() :])
    if lists.inference.search(claim) or second_claim(text, lists) or not _are_two(claim, reason):
        return None
    stop = text[-1] if text[-1] in _STOPS else "."
    below = f"\n{where[1]}  + {reason}"
    return Fix(False, (Edit(where[0], f"{claim}{stop}{below}"),))


def reason_beside(
    subject: Subject, statement: Statement, occurrence: Occurrence, place: int
) -> Fix | None:
    """Return `+ A. B.` as `+ A.` and, beside it, `+ B.`, if nothing else is written there."""
    where = _plain_line(subject, occurrence)
    above = subject.document.items[subject.document.items[occurrence.item].parent]
    text = occurrence.text.plain.strip() if occurrence.text else ""
    first, second = text[:place].rstrip(), text[place:].strip()
    lists = subject.wording.lexicon(statement, text)
    if (
        where is None
        or occurrence.role is not Role.RELATION
        or not isinstance(above, RelationItem)
        or second_claim(second, lists) is not None
        or not _are_two(first, second)
    ):
        return None
    return Fix(False, (Edit(where[0], f"{first}\n{where[1]}{above.symbol} {second}"),))


def _plain_line(subject: Subject, occurrence: Occurrence) -> tuple[Span, str] | None:
    """Return the place of a text that fills the end of its line, and how that is indented.

    None if there is anything on the line or below it that would lose its place: marks, tags,
    data, comments, relations, or a premise-conclusion structure around it.
    """
    items, source = subject.document.items, subject.document.source
    item, text = items[occurrence.item], occurrence.text
    if not isinstance(item, StatementItem) or text is None or item.number is not None:
        return None
    if (
        text.marks
        or item.tags
        or item.data
        or occurrence.role not in (Role.TOP_LEVEL, Role.RELATION)
    ):
        return None
    if source.slice(text.span) != text.plain or not text.plain.isprintable():
        return None
    start = source.text.rfind("\n", 0, text.span.start) + 1
    end = source.text.find("\n", text.span.end)
    rest = source.text[text.span.end : end if end >= 0 else len(source.text)]
    if rest.strip() or _has_children(subject, occurrence.item):
        return None
    line = source.text[start : text.span.start]
    return text.span, line[: len(line) - len(line.lstrip(" "))]


def _has_children(subject: Subject, index: int) -> bool:
    items = subject.document.items
    following = items[index + 1] if index + 1 < len(items) else None
    return following is not None and following.parent == index


def _are_two(one: str, other: str) -> bool:
    if other.startswith(_NOT_FIRST) or one.startswith(_NOT_FIRST):
        return False
    if not one.isascii() or not other.isascii():
        return len(one) > _LEAST_WORDS and len(other) > _LEAST_WORDS
    return len(one.split()) >= _LEAST_WORDS and len(other.split()) >= _LEAST_WORDS


def _as_sentence(text: str) -> str:
    text = text.strip(" ,，")
    return text[:1].upper() + text[1:]
