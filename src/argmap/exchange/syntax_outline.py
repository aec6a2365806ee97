"""The syntax tree to be read: one item to a line, indented below its parent."""

from collections.abc import Iterator, Sequence

from argmap.exchange import json_text
from argmap.exchange.syntax_tree import TYPES, comments_in_order
from argmap.source import Source, Span
from argmap.syntax import (
    ROOT,
    Argument,
    Data,
    Document,
    Form,
    Heading,
    Inference,
    Item,
    ListBlock,
    ListItem,
    Mark,
    MarkKind,
    Reconstruction,
    Relation,
    Statement,
    Text,
)
from argmap.syntax.directives import Include

_DEEPEST = 32  # levels that are indented; a text nested without end would give lines without end


def write_syntax_outline(document: Document, includes: Sequence[Include] = ()) -> str:
    """Write a document as lines: kind, place, and what stands there; problems last.

    includes: the directives of the text, as `parse_unexpanded` returns them
    """
    return "".join(f"{_printable(line)}\n" for line in _Outline(document, includes).lines())


class _Outline:
    def __init__(self, document: Document, includes: Sequence[Include]) -> None:
        self._document, self._includes = document, includes
        self._source = document.source

    def lines(self) -> Iterator[str]:
        document = self._document
        if document.front_matter:
            yield f"front-matter {self._place(document.front_matter.span)} " + _data(
                document.front_matter
            )
        between = self._between()
        waiting = next(between, None)
        levels: list[int] = []
        for item in document.items:
            levels.append(0 if item.parent == ROOT else levels[item.parent] + 1)
            while waiting and waiting[0] <= item.span:
                yield _indented(levels[-1], waiting[1])
                waiting = next(between, None)
            words = (TYPES[type(item)], self._place(item.span), *self._words(item))
            yield _indented(levels[-1], " ".join(word for word in words if word))
        while waiting:
            yield waiting[1]
            waiting = next(between, None)
        for code, finding in document.problems:
            words = ("problem", self._place(finding.span), code, finding.message)
            yield " ".join((*words, f"help: {finding.help}" if finding.help else "")).rstrip()

    def _between(self) -> Iterator[tuple[Span, str]]:
        """Give the lines for what stands between the items, in the order of the text."""
        found = [
            (span, f"comment {self._place(span)} {_shown(self._source.slice(span))}")
            for span in comments_in_order(self._document)
        ]
        found += [
            (include.span, f"include {self._place(include.span)} {_shown(include.path)}")
            for include in self._includes
        ]
        return iter(sorted(found))

    def _place(self, span: Span) -> str:
        return _place(self._source, span)

    def _words(self, item: Item) -> Iterator[str]:
        match item:
            case Heading():
                yield f"level {item.level}"
                yield from _said(item.text, item.tags, item.data)
            case Statement() | Argument():
                if isinstance(item, Statement) and item.number is not None:
                    yield f"({item.number})"
                yield _title(item)
                yield from _said(item.text, item.tags, item.data)
            case Relation():
                yield item.symbol
            case Reconstruction():
                if item.argument is not None:
                    place = self._place(self._document.items[item.argument].span)
                    yield f"of the argument at {place}"
            case Inference():
                yield ", ".join(map(_shown, item.rules))
                yield _data(item.data)
            case ListBlock():
                yield "ordered" if item.ordered else "unordered"
            case ListItem():
                yield item.marker


def _place(source: Source, span: Span) -> str:
    start, end = source.locate(span.start), source.locate(span.end)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def _indented(level: int, line: str) -> str:
    if level <= _DEEPEST:
        return "  " * level + line
    return f"{'  ' * _DEEPEST}(level {level}) {line}"


def _title(item: Statement | Argument) -> str:
    if item.title is None:
        return ""
    brackets = "[]" if isinstance(item, Statement) else "<>"
    colon = ":" if item.form is Form.DEFINITION else ""
    return f"{brackets[0]}{item.title}{brackets[1]}{colon}"


def _said(text: Text | None, tags: tuple[str, ...], data: Data | None) -> Iterator[str]:
    if text is not None:
        yield _shown(text.plain)
        yield from (_mark(text, mark) for mark in text.marks if mark.kind is not MarkKind.TAG)
    yield from (f"#({tag})" if " " in tag else f"#{tag}" for tag in tags)
    yield _data(data)


def _mark(text: Text, mark: Mark) -> str:
    target = f" → {_shown(mark.target)}" if mark.target is not None else ""
    return f"({mark.kind} {_shown(text.plain[mark.start : mark.stop])}{target})"


def _data(data: Data | None) -> str:
    return json_text.line(json_text.plain(data.value)) if data else ""


def _shown(text: str) -> str:
    return json_text.line(text)


def _printable(line: str) -> str:
    """Write out, as Python's escapes, the characters that could break or hide a line."""
    if line.isprintable():
        return line
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in line
    )
