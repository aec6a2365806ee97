"""A document spelled out line by line, and what holds of the spans of every document."""

import json
import re
from collections.abc import Iterator

import yaml

from argmap.source import Source, Span
from argmap.syntax import (
    ARGMAP,
    ROOT,
    Argument,
    Data,
    Dialect,
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
    parse,
)

_WORD = re.compile(r"\w+")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")  # of a date, which may run over


def read(text: str, dialect: Dialect = ARGMAP) -> Document:
    return parse(Source.of(text, "map.argdown"), dialect)


def spell_out(document: Document) -> str:
    """Return a line for each item, indented below its parent, and one for each problem."""
    depths: list[int] = []
    lines: list[str] = []
    if document.front_matter:
        lines.append(f"front matter {_data(document.front_matter)}")
    for item in document.items:
        depths.append(0 if item.parent == ROOT else depths[item.parent] + 1)
        lines.append("  " * depths[-1] + " ".join(filter(None, _words(item))))
    lines += [f"comment {document.source.slice(span)!r}" for span in document.comments]
    for code, finding in document.problems:
        _, line, column = document.source.locate(finding.span.start)
        place = f"{line}:{column} {document.source.slice(finding.span)!r}"
        lines.append(f"! {code} {place} {finding.message} help: {finding.help}")
    return "\n".join(lines)


def _words(item: Item) -> Iterator[str]:
    match item:
        case Heading():
            yield "#" * item.level
            yield from _said(item.text, item.tags, item.data)
        case Statement() | Argument():
            if isinstance(item, Statement) and item.number is not None:
                yield f"({item.number})"
            brackets = "[]" if isinstance(item, Statement) else "<>"
            if item.title is not None:
                colon = ":" if item.form is Form.DEFINITION else ""
                yield brackets[0] + item.title + brackets[1] + colon
            elif isinstance(item, Argument):
                yield "<>"
            yield from _said(item.text, item.tags, item.data)
        case Relation():
            yield item.symbol
        case Reconstruction():
            yield "structure" if item.argument is None else f"structure of {item.argument}"
        case Inference():
            yield "----"
            yield ", ".join(item.rules)
            yield _data(item.data) if item.data else ""
        case ListBlock():
            yield "numbered list" if item.ordered else "list"
        case ListItem():
            yield f"item {item.marker}"


def _said(text: Text | None, tags: tuple[str, ...], data: Data | None) -> Iterator[str]:
    if text is not None:
        yield json.dumps(text.plain, ensure_ascii=False)
        yield from (_mark(text, mark) for mark in text.marks)
    yield from (f"#{tag}" for tag in tags)
    if data:
        yield _data(data)


def _mark(text: Text, mark: Mark) -> str:
    target = f" → {mark.target}" if mark.target is not None else ""
    return f"({mark.kind} {text.plain[mark.start : mark.stop]!r}{target})"


def _data(data: Data) -> str:
    return json.dumps(data.value, ensure_ascii=False)


# -- what holds of every document --------------------------------------------------------------


def assert_spans_hold(document: Document) -> None:
    """Check that every span covers what it should."""
    source = document.source
    text = source.text
    whole = Span(0, len(text))
    last = 0
    children: dict[int, list[Item]] = {}
    for item in document.items:
        children.setdefault(item.parent, []).append(item)
    for index, item in enumerate(document.items):
        assert -1 <= item.parent < index
        assert _contains(whole, item.span)
        said = source.slice(item.span)
        assert said.rstrip(" \t\r\n") == said
        if not isinstance(item, Statement | Argument):  # may begin below a number or symbol
            assert said.lstrip(" \t\r\n") == said
        if not isinstance(item, ListBlock | Reconstruction):
            assert item.span.start >= last
            last = item.span.start
        _check_item(document, item, children.get(index, []))
    for comment in document.comments:
        assert source.slice(comment).startswith(("//", "/*", "<!--"))
    if document.front_matter:
        _check_data(source, document.front_matter)
    for problem in document.problems:
        assert _contains(whole, problem.finding.span)
        assert problem.finding.message.endswith(".")
        assert problem.finding.help.endswith(".")
        for edit in problem.finding.fix.edits if problem.finding.fix else ():
            assert _contains(whole, edit.span)


def _check_item(document: Document, item: Item, children: list[Item]) -> None:
    source = document.source
    text = source.text
    match item:
        case Statement() | Argument():
            _check_element(source, item)
        case Heading():
            assert text.startswith("#" * item.level, item.span.start)
            _check_said(source, item.span, item.text, item.data)
        case Relation():
            assert source.slice(item.span) == item.symbol
        case ListItem():
            assert source.slice(item.span) == item.marker
        case Inference():
            assert text.startswith("--", item.span.start)
            if item.data:
                _check_data(source, item.data)
        case Reconstruction() | ListBlock():
            assert children and all(_contains(item.span, child.span) for child in children)


def _check_element(source: Source, item: Statement | Argument) -> None:
    assert _contains(item.span, item.title_span)
    if item.title is not None:
        assert source.slice(item.title_span)[1:-1] == item.title
        assert source.slice(item.title_span)[0] == ("[" if isinstance(item, Statement) else "<")
    elif item.text is not None:
        assert item.title_span == item.text.span
    if isinstance(item, Statement) and item.number is not None:
        assert item.number_span is not None
        assert source.slice(item.number_span)[0] == "("
        assert int(source.slice(item.number_span)[1:-1]) == item.number
    _check_said(source, item.span, item.text, item.data)


def _check_said(source: Source, around: Span, text: Text | None, data: Data | None) -> None:
    if data:
        assert _contains(around, data.span)
        _check_data(source, data)
    if text is None:
        return
    assert _contains(around, text.span)
    for mark in text.marks:
        assert 0 <= mark.start <= mark.stop <= len(text.plain)
        assert _contains(text.span, mark.span)
        words = source.slice(mark.span)
        match mark.kind:
            case MarkKind.BOLD:
                assert words[:2] == words[-2:] and words[:2] in ("**", "__")
            case MarkKind.ITALIC:
                assert words[0] == words[-1] and words[0] in "*_"
            case MarkKind.LINK:
                assert words[0] == "[" and words.endswith(f"]({mark.target})")
            case MarkKind.TAG:
                assert words in (f"#{mark.target}", f"#({mark.target})")
            case MarkKind.STATEMENT_MENTION:
                assert words == f"@[{mark.target}]"
            case MarkKind.ARGUMENT_MENTION:
                assert words == f"@<{mark.target}>"


def _check_data(source: Source, data: Data) -> None:
    assert set(data.spans) == set(data.value)
    for key, span in data.spans.items():
        if span == data.span:
            continue  # read as JavaScript reads it, which leaves the places of keys unknown
        assert _contains(data.span, span)
        value = data.value[key]
        if isinstance(value, dict | list) and not set(source.slice(span)) & {*"\x85\u2028\u2029"}:
            ends = "\r\n\x85\u2028\u2029"  # of lines, as YAML has them
            line_end = max(source.text.rfind(end, 0, span.start) for end in ends)
            column = span.start - line_end - 1
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            again = yaml.load(" " * column + source.slice(span), Loader=loader)
            assert isinstance(again, type(value)) and bool(again) == bool(value)
        elif (
            isinstance(value, str)
            and not _INSTANT.fullmatch(value)
            and "\\" not in source.slice(span)
            and (word := _WORD.search(value))
        ):
            assert word[0] in source.slice(span)


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start <= inner.end <= outer.end
