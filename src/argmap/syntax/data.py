"""`{…}` blocks and front matter: YAML 1.2 (core schema) with the place of every key.

Values are built from the parser's events, not by recursion, so that depth costs nothing. Anchors
and aliases are refused: a claim's data needs none, and they allow exponential bombs.
"""

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.dialect import Dialect
from argmap.syntax.tree import Data

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 100

_INTEGER = re.compile(r"[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)")
_FLOAT = re.compile(
    r"[-+]?(?:[0-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
)
_SPECIAL_FLOATS = {
    sign + name: float(sign + name.strip(".").lower())
    for sign in ("", "+", "-")
    for name in (".inf", ".Inf", ".INF")
} | dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan"))
_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_INSTANT = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:[ \t]*(Z|([-+])(\d\d?)(?::?(\d\d))?))?"
)
_TAG = "tag:yaml.org,2002:"
_MAX_DIGITS = 300


def read_data(
    text: str, span: Span, dialect: Dialect, *, inner: Span | None = None
) -> tuple[Data | None, list[Problem]]:
    """Read one block of YAML that must be a mapping.

    text:   the whole source text; span: the block with its fences, which problems and the
            resulting `Data` refer to
    inner:  what is to be read as YAML, if not the whole block
    return: the data, or None if nothing could be read, and SYN004 problems
    """
    import yaml

    where = inner or span
    reader = _Reader(text, where, span, dialect)
    try:
        value = reader.read()
    except _Malformed as error:
        reader.report(error.span, error.message, error.help)
        return None, reader.problems
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = min(where.start + (mark.index if mark else 0), max(span.end - 1, span.start))
        detail = error.problem or error.context or "it cannot be read"
        reader.report(Span(at, at + 1), f"This data is not valid YAML: {detail}.", _QUOTE_HELP)
        return None, reader.problems
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        detail = str(error).splitlines()[0] if str(error) else "it cannot be read"
        reader.report(span, f"This data is not valid YAML: {detail}.", _QUOTE_HELP)
        return None, reader.problems
    if value is None:
        value = {}
    if not isinstance(value, dict):
        reader.report(span, "Data has to be a mapping of keys to values.", _MAPPING_HELP)
        return None, reader.problems
    return Data(span, value, reader.key_spans), reader.problems


_QUOTE_HELP = 'write `{key: "value"}`, with quotes around text that holds `:`, `,`, `#` or braces.'
_MAPPING_HELP = "write `{key: value}`."


class _Malformed(Exception):
    def __init__(self, span: Span, message: str, help: str) -> None:
        self.span, self.message, self.help = span, message, help


class _Reader:
    """Turns the events of one YAML document into Python values, without recursion."""

    def __init__(self, text: str, where: Span, block: Span, dialect: Dialect) -> None:
        self._text, self._where, self._block = text, where, block
        self._instants = dialect.dates_become_instants
        self.problems: list[Problem] = []
        self.key_spans: dict[str, Span] = {}

    def report(self, span: Span, message: str, help: str) -> None:
        self.problems.append(Problem("SYN004", Finding(span, message, help)))

    def _events(self) -> "Iterator[yaml.Event]":
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.parse(self._text[self._where.start : self._where.end], Loader=loader)

    def _span(self, event: Any) -> Span:
        start = self._where.start + event.start_mark.index
        return Span(start, max(start, self._where.start + event.end_mark.index))

    def read(self) -> object:
        import yaml

        root: list[object] = []
        containers: list[list[object] | dict[str, object]] = [root]
        keys: list[str | None] = [None]  # the pending key of each open mapping
        documents = 0
        for event in self._events():
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(self._span(event), "Data is one YAML document.", "remove `---`.")
                    break
                continue
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _Malformed(
                    self._span(event),
                    "Data must not use YAML anchors (`&`) and aliases (`*`).",
                    "write the value out, or put it in quotes.",
                )
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                is_map = isinstance(event, yaml.MappingStartEvent)
                new: list[object] | dict[str, object] = {} if is_map else []
                if len(containers) > MAX_DEPTH:
                    message = f"Data is nested more than {MAX_DEPTH} levels deep."
                    raise _Malformed(self._span(event), message, "write flatter data.")
                if isinstance(containers[-1], dict) and keys[-1] is None:
                    message = "A key must be a single word or text."
                    raise _Malformed(self._span(event), message, _MAPPING_HELP)
                self._add(containers, keys, new, event)
                containers.append(new)
                keys.append(None)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                containers.pop()
                keys.pop()
                if len(containers) == 2 and isinstance(containers[-1], dict):
                    key, start = next(reversed(self.key_spans.items()))
                    self.key_spans[key] = Span(start.start, self._span(event).end)
            elif isinstance(event, yaml.ScalarEvent):
                value = self._scalar(event)
                if isinstance(containers[-1], dict) and keys[-1] is None:
                    keys[-1] = self._key(containers, event, value)
                else:
                    self._add(containers, keys, value, event)
        return root[0] if root else None

    def _key(self, containers: list[Any], event: Any, value: object) -> str:
        key = value if isinstance(value, str) else _as_key(value)
        if key in containers[-1]:
            self.report(
                self._span(event),
                f"The key `{key}` is given twice; the last value counts.",
                "remove one of the two.",
            )
        return key

    def _add(
        self, containers: list[Any], keys: list[str | None], value: object, event: Any
    ) -> None:
        parent = containers[-1]
        if isinstance(parent, dict):
            key = keys[-1]
            assert key is not None
            parent[key] = value
            keys[-1] = None
            if len(containers) == 2:
                self.key_spans.pop(key, None)  # so that the pending one stands last
                self.key_spans[key] = self._span(event)
        else:
            parent.append(value)

    def _scalar(self, event: Any) -> object:
        text: str = event.value
        if event.tag and event.tag != "!":
            if event.tag == _TAG + "str":
                return text
            if not event.tag.startswith(_TAG):
                message = f"Data cannot use the YAML tag `{event.tag}`."
                raise _Malformed(self._span(event), message, "put the value in quotes.")
        elif not event.implicit[0]:  # quoted, or a block of text
            return text
        return plain_value(text, instants=self._instants)


def plain_value(text: str, *, instants: bool = False) -> object:
    """Return what an unquoted YAML 1.2 scalar stands for: null, bool, number, or the text.

    With `instants`, dates become texts such as `2024-02-29T00:00:00.000Z`, as in JavaScript.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if text in _SPECIAL_FLOATS:
        return _SPECIAL_FLOATS[text]
    if text.endswith("_") or len(text) > _MAX_DIGITS:
        return text
    if match := _INTEGER.fullmatch(text):
        digits = text.replace("_", "")
        base = {"0b": 2, "0o": 8, "0x": 16}.get(match[1][:2], 10)
        return int(digits, base)
    if _FLOAT.fullmatch(text):
        return float(text.replace("_", ""))
    return (_instant(text) or text) if instants else text


def _instant(text: str) -> str | None:
    utc = datetime.timezone.utc
    try:
        if match := _DATE.fullmatch(text):
            moment = datetime.datetime(*(int(part) for part in match.groups()), tzinfo=utc)
        elif match := _INSTANT.fullmatch(text):
            fraction = int((match[7] or "").ljust(3, "0")[:3]) * 1000
            numbers = [int(part) for part in match.groups()[:6]]
            moment = datetime.datetime(*numbers, fraction, tzinfo=utc)  # type: ignore[misc,arg-type]
            if match[9]:
                shift = datetime.timedelta(hours=int(match[10]), minutes=int(match[11] or 0))
                moment = moment + shift if match[9] == "-" else moment - shift
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def _as_key(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
