"""A source that is listed and that nothing names."""

import re
from collections.abc import Iterator

from argmap.checks.rule import Default, Rule, Subject
from argmap.diagnostic import Finding, Severity
from argmap.source import Span
from argmap.syntax import Argument, Heading, Inference, Statement

_KEY = re.compile(
    r"(?:^|[{,])[ \t]*+"
    r"(?P<key>\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'{}\[\],:#][^\n:{},]*+)[ \t]*+:(?!\S)",
    re.MULTILINE,
)
"""What is written like a key of YAML, in a table that is written as a block or in braces."""


def find(subject: Subject) -> Iterator[Finding]:
    """Report keys of `sources:` that no data names as its `source`."""
    table = subject.settings.get("sources")
    front = subject.document.front_matter
    if not isinstance(table, dict) or not table or front is None:
        return
    used = _used(subject)
    unused = [str(key) for key in table if str(key).strip() not in used]
    if unused:
        listed_at = front.spans.get("sources", front.span)
        places = _key_places(subject.document.source.text, listed_at)
        for key in unused:
            yield Finding(
                places.get(key.strip(), listed_at),
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


def _key_places(text: str, table: Span) -> dict[str, Span]:
    """Return where keys of the table stand; one that is written strangely is left out."""
    places: dict[str, Span] = {}
    for match in _KEY.finditer(text, *table):
        place = Span(*match.span("key"))
        places.setdefault(text[place.start : place.end].strip().strip("\"'"), place)
    return places


RULE = Rule(
    "SRC004",
    "unused-source",
    Severity.INFO,
    "A source is listed, and nothing names it.",
    find,
    Default.DATA,
)
