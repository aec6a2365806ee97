"""`{key: value, …}` as nearly all data is written, read without a YAML library.

One line, plain keys, values that are words, numbers, quoted texts without escapes, or lists of
those. Everything else is left to `argmap.syntax.data`, which reads all of YAML and gives the same
for these; but loading the library costs more than reading an ordinary map.
"""

import re

from argmap.source import Span
from argmap.syntax.scalars import plain_value
from argmap.syntax.tree import Data

_SCALAR = r"\"[^\"\\]*+\"|'[^'\\]*+'|[A-Za-z0-9](?:[\w.+/-]++|[ ]++(?!#))*+"
_ENTRY = re.compile(
    r"[ ]*+([A-Za-z][\w-]*+):[ ]++"  # 1: the key
    rf"(?:(\[[ ]*+(?:(?:{_SCALAR})[ ]*+(?:,[ ]*+(?:{_SCALAR})[ ]*+)*+)?+\])|({_SCALAR}))"
    r"[ ]*+([,}])",  # 2: a list, 3: a scalar, 4: what follows
    re.ASCII,
)
_MEMBER = re.compile(_SCALAR, re.ASCII)
_NO_KEYS = frozenset(("true", "false", "null"))  # words that YAML takes for something else


def read_simple_data(text: str, span: Span, *, instants: bool) -> Data | None:
    """Read the block at a span of the whole text; None if it is not as simple as that.

    instants: dates become texts such as `2024-02-29T00:00:00.000Z`, as in JavaScript
    """
    if not text[span.start : span.end].isprintable():  # line ends and what YAML does not allow
        return None
    value: dict[str, object] = {}
    spans: dict[str, Span] = {}
    position, end = span.start + 1, span.end
    while entry := _ENTRY.match(text, position, end):
        key, members, scalar, follows = entry.groups()
        if key in value or key.lower() in _NO_KEYS:
            return None
        if members is not None:
            value[key] = [_value(member, instants) for member in _MEMBER.findall(members)]
            spans[key] = Span(*entry.span(2))
        else:
            value[key] = _value(scalar, instants)
            start = entry.start(3)
            spans[key] = Span(start, start + len(scalar.rstrip(" ")))
        position = entry.end()
        if follows == "}":
            return Data(span, value, spans) if position == end else None
    return None


def _value(scalar: str, instants: bool) -> object:
    if scalar[0] in "\"'":
        return scalar[1:-1]
    return plain_value(scalar.rstrip(" "), instants=instants)
