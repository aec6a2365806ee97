"""Whether a text that was laid out anew is read as before, by argmap and by the reference."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NamedTuple, assert_never

from argmap.source import Source
from argmap.syntax.cursor import LINE_END
from argmap.syntax.dialect import REFERENCE
from argmap.syntax.parser import parse
from argmap.syntax.tree import (
    Argument,
    Data,
    Document,
    Heading,
    Inference,
    Item,
    ListBlock,
    ListItem,
    Reconstruction,
    Relation,
    Statement,
    Text,
)

_ReadText = Callable[[Text | None], tuple[object, ...] | None]


class Difference(NamedTuple):
    """Where the reading changes first: offsets in the old and in the new text, where known."""

    before: int | None
    after: int | None


class Proof:
    """Compares a document with what becomes of it.

    Everything counts but places: items with their parents, forms, titles, texts, marks, tags,
    data, numbers, symbols and rules; comments, but for the indentation of their lines; front
    matter. No problem may be new. The reference's reading counts as well, since people use both;
    for it a last line without an end, where a comment would be text, is given one, and runs of
    blanks count as one: it keeps those around a text, which nobody sees.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        text = document.source.text
        ended = text if text.endswith(("\n", "\r")) else text + "\n"
        self._reference = parse(Source.of(ended), REFERENCE)

    def refute(self, text: str) -> Difference | None:
        """Return where a text is read differently; None if it is read as the same."""
        source = Source.of(text)
        after = parse(source)
        return (
            _first_difference(self._document, after)
            or _first_new_problem(self._document, after)
            or _first_difference(self._reference, parse(source, REFERENCE))
        )


def say_the_same(before: Document, after: Document) -> bool:
    """Tell whether two documents say the same in the same order: only comments may differ."""
    read_text = _text_by_words if before.dialect.reads_verbatim else _text
    return (
        _data(before.front_matter) == _data(after.front_matter)
        and len(before.items) == len(after.items)
        and all(
            _key(old, read_text) == _key(new, read_text)
            for old, new in zip(before.items, after.items, strict=True)
        )
        and _first_new_problem(before, after) is None
    )


def _first_difference(before: Document, after: Document) -> Difference | None:
    if _data(before.front_matter) != _data(after.front_matter):
        return Difference(None, None)
    read_text = _text_by_words if before.dialect.reads_verbatim else _text
    for old, new in zip_longest(before.items, after.items):
        if old is None or new is None or _key(old, read_text) != _key(new, read_text):
            return Difference(old.span.start if old else None, new.span.start if new else None)
    for old_words, new_words in zip_longest(_comments(before), _comments(after)):
        if old_words is None or new_words is None or old_words[1] != new_words[1]:
            return Difference(old_words and old_words[0], new_words and new_words[0])
    return None


def _first_new_problem(before: Document, after: Document) -> Difference | None:
    known = Counter((code, finding.message) for code, finding in before.problems)
    for code, finding in after.problems:
        known[code, finding.message] -= 1
        if known[code, finding.message] < 0:
            return Difference(None, finding.span.start)
    return None


def _comments(document: Document) -> Iterator[tuple[int, list[str]]]:
    text = document.source.text
    for start, end in document.comments:
        yield start, [line.strip(" \t") for line in LINE_END.split(text[start:end])]


def _key(item: Item, read_text: _ReadText) -> tuple[object, ...]:
    """Return all that an item says, without its places."""
    said: tuple[object, ...]
    match item:
        case Heading():
            said = (item.level, *_said(item, read_text))
        case Statement():
            said = (item.form, item.title, item.number, *_said(item, read_text))
        case Argument():
            said = (item.form, item.title, *_said(item, read_text))
        case Relation():
            said = (item.symbol,)
        case Reconstruction():
            said = (item.argument,)
        case Inference():
            said = (item.rules, _data(item.data))
        case ListBlock():
            said = (item.ordered,)
        case ListItem():
            said = (item.marker,)
        case _:
            assert_never(item)
    return type(item), item.parent, *said


def _said(item: Heading | Statement | Argument, read_text: _ReadText) -> tuple[object, ...]:
    return (read_text(item.text), tuple(map(_on_one_line, item.tags)), _data(item.data))


def _text(text: Text | None) -> tuple[object, ...] | None:
    if text is None:
        return None
    marks = [(m.kind, m.start, m.stop, m.target and _on_one_line(m.target)) for m in text.marks]
    return (_on_one_line(text.plain), marks)


def _text_by_words(text: Text | None) -> tuple[object, ...] | None:
    if text is None:
        return None
    plain = text.plain
    marks = [
        (mark.kind, plain[mark.start : mark.stop].split(), (mark.target or "").split())
        for mark in text.marks
    ]
    return (plain.split(), marks) if plain.strip() or marks else None


def _data(data: Data | None) -> str | None:
    return repr(data.value) if data else None  # `nan` is not equal to itself, its name is


def _on_one_line(text: str) -> str:
    """Return a text with blanks for line ends, whose kind does not count."""
    return LINE_END.sub(" ", text) if "\n" in text or "\r" in text else text
