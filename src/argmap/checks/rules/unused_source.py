"""A source that is listed and that nothing names."""

import re
from collections.abc import Iterator

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.source import Span
from argmap.syntax import Argument, Data, Heading, Inference, Statement


def find(subject: Subject) -> Iterator[Finding]:
    """Report keys of `sources:` that no data names as its `source`."""
    table = subject.settings.get("sources")
    front = subject.document.front_matter
    if not isinstance(table, dict) or not table or front is None:
        return
    used = _used(subject)
    for key in table:
        if str(key).strip() not in used:
            yield Finding(
                _place(subject, front, str(key)),
                f'The source "{key}" is listed, and nothing names it.',
                f"name it where it is quoted, `{{source: {key}}}`, or take it off the list.",
            )


def _used(subject: Subject) -> set[str]:
    used: set[str] = set()
    for item in subject.document.items:
        if isinstance(item, Statement | Argument | Heading | Inference) and item.data is not None:
            value = item.data.value.get("source")
            if value is not None:
                used.update(str(each).strip() for each in _each(value))
    return used


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _place(subject: Subject, front: Data, key: str) -> Span:
    """Return where a key stands in the table; the whole table if it is written strangely."""
    table = front.spans.get("sources", front.span)
    text = subject.document.source.text
    form = rf"(?:^[ \t]*+|[{{,][ \t]*+)[\"']?+({re.escape(key)})[\"']?+[ \t]*+:(?!\S)"
    match = re.compile(form, re.MULTILINE).search(text, table.start, table.end)
    return Span(*match.span(1)) if match else table


RULE = Rule(
    "SRC004",
    "unused-source",
    Severity.INFO,
    "A source is listed, and nothing names it.",
    find,
    Default.DATA,
)
