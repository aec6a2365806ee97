"""`{…}` blocks and front matter: YAML 1.2 (core schema) with the place of every key.

Values are built from the parser's events, not by recursion, so that depth costs nothing. Anchors
and aliases are refused: a claim's data needs none, and they allow exponential bombs.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.dialect import Dialect
from argmap.syntax.scalars import key_of, plain_value
from argmap.syntax.simple_data import read_simple_data
from argmap.syntax.tree import Data

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 100

_Container = list[object] | dict[str, object]

_TAG = "tag:yaml.org,2002:"
_TAGS = frozenset(("str", "int", "float", "bool", "null", "timestamp", "map", "seq"))


def read_data(
    text: str, span: Span, dialect: Dialect, *, inner: Span | None = None
) -> tuple[Data | None, list[Problem]]:
    """Read one block of YAML that must be a mapping.

    text:   the whole source text; span: the block with its fences, which problems and the
            resulting `Data` refer to
    inner:  what is to be read as YAML, if not the whole block
    return: the data, or None if nothing could be read, and SYN004 problems
    """
    if inner is None:
        simple = read_simple_data(text, span, instants=dialect.dates_become_instants)
        if simple is not None:
            return simple, []
    import yaml

    where = inner or span
    reader = _Reader(text, where, span, dialect)
    help = _QUOTE_HELP.format(*("{}" if text[span.start] == "{" else ("", "")))
    try:
        value = reader.read()
    except _MalformedError as error:
        reader.report(error.span, error.message, error.help)
        return None, reader.problems
    except yaml.MarkedYAMLError as error:
        detail, is_at_beginning = _IN_PLAIN_WORDS.get(
            error.problem or "", (error.problem or error.context or "it cannot be read", False)
        )
        marks = [error.problem_mark, error.context_mark]
        mark = next(filter(None, reversed(marks) if is_at_beginning else marks), None)
        at = min(where.start + (mark.index if mark else 0), max(span.end - 1, span.start))
        reader.report(Span(at, at + 1), f"This data is not valid YAML: {detail}.", help)
        return None, reader.problems
    except (yaml.YAMLError, ValueError) as error:
        detail = str(error).splitlines()[0] if str(error) else "it cannot be read"
        reader.report(span, f"This data is not valid YAML: {detail}.", help)
        return None, reader.problems
    if value is None:
        value = {}
    if not isinstance(value, dict):
        reader.report(span, "Data has to be a mapping of keys to values.", help)
        return None, reader.problems
    return Data(span, value, reader.key_spans), reader.problems


_QUOTE_HELP = (
    'write `{}key: "value"{}`, with quotes around text that holds `:`, `,`, `#` or braces.'
)
_IN_PLAIN_WORDS = {  # what libyaml says → what it means, and whether its context has the place
    "did not find expected ',' or '}'": ("`,` or `}` is missing before this", False),
    "did not find expected ',' or ']'": ("`,` or `]` is missing before this", False),
    "did not find expected node content": ("a value or a closing bracket is missing here", False),
    "found unexpected end of stream": ("this quotation is never closed", True),
    "could not find expected ':'": ("`:` is missing behind this key", True),
    "mapping values are not allowed in this context": ("no `:` may stand here", False),
    "found character that cannot start any token": (
        "no value may begin with this character",
        False,
    ),
}
_MAPPING_HELP = "write `{key: value}`."


@cache
def _not_yaml() -> re.Pattern[str]:
    """Return what finds characters that YAML does not allow; it takes long to make."""
    return re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _MalformedError(Exception):
    def __init__(self, span: Span, message: str, help: str) -> None:
        self.span, self.message, self.help = span, message, help


class _Reader:
    """Turns the events of one YAML document into Python values, without recursion."""

    def __init__(self, text: str, where: Span, block: Span, dialect: Dialect) -> None:
        self._text, self._where, self._block = text, where, block
        self._instants = dialect.dates_become_instants
        self.problems: list[Problem] = []
        self.key_spans: dict[str, Span] = {}
        self._root: list[object] = []
        self._containers: list[_Container] = [self._root]  # the innermost last
        self._keys: list[str | None] = [None]  # the pending key of each of them

    def report(self, span: Span, message: str, help: str) -> None:
        self.problems.append(Problem("SYN004", Finding(span, message, help)))

    def _events(self) -> "Iterator[yaml.Event]":
        import yaml

        if foreign := _not_yaml().search(self._text, self._where.start, self._where.end):
            raise _MalformedError(
                Span(*foreign.span()),
                f"Data cannot hold the character U+{ord(foreign[0]):04X}.",
                "remove it.",
            )
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.parse(self._text[self._where.start : self._where.end], Loader=loader)

    def _span(self, event: "yaml.Event") -> Span:
        start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
        return Span(self._where.start + start, self._where.start + max(start, end))

    def _trimmed(self, start: int, end: int) -> Span:
        """Return a span without the blanks and empty lines at its end."""
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def read(self) -> object:
        import yaml

        documents = 0
        for event in self._events():
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(self._span(event), "Data is one YAML document.", "remove `---`.")
                    break
            elif isinstance(event, yaml.NodeEvent):
                self._read_node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._containers.pop()
                self._keys.pop()
                if len(self._containers) == 2 and isinstance(self._containers[-1], dict):
                    key, span = next(reversed(self.key_spans.items()))
                    self.key_spans[key] = self._trimmed(span.start, self._span(event).end)
        return self._root[0] if self._root else None

    def _read_node(self, event: Any) -> None:  # noqa: ANN401 (nodes differ in what they have)
        import yaml

        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _MalformedError(
                self._span(event),
                "Data must not use YAML anchors (`&`) and aliases (`*`).",
                "write the value out, or put it in quotes.",
            )
        if event.tag and event.tag != "!" and event.tag.removeprefix(_TAG) not in _TAGS:
            message = f"Data cannot use the YAML tag `{event.tag}`."
            raise _MalformedError(self._span(event), message, "put the value in quotes.")
        wants_key = isinstance(self._containers[-1], dict) and self._keys[-1] is None
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self._containers) > MAX_DEPTH:
                message = f"Data is nested more than {MAX_DEPTH} levels deep."
                raise _MalformedError(self._span(event), message, "write flatter data.")
            if wants_key:
                message = "A key must be a single word or text."
                raise _MalformedError(self._span(event), message, _MAPPING_HELP)
            new: _Container = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._add(new, event)
            self._containers.append(new)
            self._keys.append(None)
        elif isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event)
            if wants_key:
                self._keys[-1] = self._key(event, value)
            else:
                self._add(value, event)

    def _key(self, event: "yaml.ScalarEvent", value: object) -> str:
        key = value if isinstance(value, str) else key_of(value)
        mapping = self._containers[-1]
        if key in mapping:
            self.report(
                self._span(event),
                f"The key `{key}` is given twice; the last value counts.",
                "remove one of the two.",
            )
        return key

    def _add(self, value: object, event: "yaml.NodeEvent") -> None:
        parent = self._containers[-1]
        if isinstance(parent, list):
            parent.append(value)
            return
        key = self._keys[-1]
        assert key is not None
        parent[key] = value
        self._keys[-1] = None
        if len(self._containers) == 2:
            self.key_spans.pop(key, None)  # so that the pending one stands last
            self.key_spans[key] = self._span(event)

    def _scalar(self, event: "yaml.ScalarEvent") -> object:
        text: str = event.value
        is_plain = event.implicit[0]  # neither quoted, nor a block, nor tagged
        if is_plain or event.tag not in (None, "!", _TAG + "str"):
            return plain_value(text, instants=self._instants)
        return text
