"""What a YAML node stands for, given its tag: JavaScript's values, as Python has them.

null is None, numbers are int and float, dates are `Instant`, `!!binary` is bytes.
"""

import math
import re
from decimal import Decimal
from typing import NamedTuple

from argmap.syntax.scalars import plain_value

PREFIX = "tag:yaml.org,2002:"
MERGE = PREFIX + "merge"
IMPLICIT = "?"
"""The tag of a plain scalar that has no other."""

_INTEGER = re.compile(r"[-+]?(?:0b(?P<b>[01]+)|0o(?P<o>[0-7]+)|0x(?P<x>[0-9a-fA-F]+)|[0-9]+)")
_FLOAT = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_NAN = frozenset((".nan", ".NaN", ".NAN"))
_NULL = frozenset(("~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_DATE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?"
)
_BASE64 = re.compile(r"[A-Za-z0-9+/=\n\r]*")

_KINDS = {
    **dict.fromkeys(
        ("str", "null", "bool", "int", "float", "timestamp", "merge", "binary"), "scalar"
    ),
    **dict.fromkeys(("seq", "omap", "pairs"), "sequence"),
    **dict.fromkeys(("map", "set"), "mapping"),
}


class Instant(NamedTuple):
    """A date, as it is written."""

    written: str


class UnknownTag(Exception):  # noqa: N818 (it says what happens)
    """No value can be made of a node with this tag."""


def implicit_value(text: str) -> tuple[object, str]:
    """Return the value of a plain scalar and its tag, which is IMPLICIT for a text."""
    for name in ("null", "bool", "int", "float", "timestamp", "merge"):
        found, value = _scalar(name, text)
        if found:
            return value, PREFIX + name
    return text, IMPLICIT


def tagged_value(tag: str, kind: str | None, value: object) -> object:
    """Return the value of a node with an explicit tag.

    kind:   `scalar`, `sequence`, `mapping`, or None if there is no content
    value:  the text, list or dict; a scalar below its tag has its implicit value already
    raises: `UnknownTag`
    """
    name = tag.removeprefix(PREFIX)
    expected = _KINDS.get(name) if tag.startswith(PREFIX) else None
    has_another_kind = kind != expected and (kind is not None or value is not None)
    if expected is None or has_another_kind:
        raise UnknownTag
    found, made = _NODES[name](value) if name in _NODES else _scalar(name, value)
    if not found:
        raise UnknownTag
    return made


def _scalar(name: str, value: object) -> tuple[bool, object]:
    if name == "str":
        return True, "" if value is None else value
    if name in ("null", "merge") and value is None:
        return True, None
    if not isinstance(value, str):
        return False, None
    return _SCALARS[name](value)


def _null(text: str) -> tuple[bool, object]:
    return text in _NULL, None


def _truth(text: str) -> tuple[bool, object]:
    return text in _TRUE or text in _FALSE, text in _TRUE


def _instant(text: str) -> tuple[bool, object]:
    return _DATE.fullmatch(text) is not None, Instant(text)


def _merge(text: str) -> tuple[bool, object]:
    return text == "<<", text


def _binary(text: str) -> tuple[bool, object]:
    digits = text.replace("\n", "").replace("\r", "")
    fits = _BASE64.fullmatch(text) is not None and len(digits) % 4 == 0
    return fits, digits.encode("ascii", "replace")


def _integer(text: str) -> tuple[bool, object]:
    match = _INTEGER.fullmatch(text)
    if match is None:
        return False, None
    sign = -1 if text[0] == "-" else 1
    for group, base in (("b", 2), ("o", 8), ("x", 16)):
        if match[group]:
            return _finite(sign * _number(match[group], base))
    return _finite(_number(text, 10))


def _number(digits: str, base: int) -> float:
    """Read an integer of any length as the nearest double."""
    if base == 10:
        return float(digits)
    try:
        return float(int(digits, base))
    except OverflowError:
        return math.inf


def _float(text: str) -> tuple[bool, object]:
    if match := _INFINITE.fullmatch(text):
        return True, -math.inf if match[1] == "-" else math.inf
    if text in _NAN:
        return True, math.nan
    if _FLOAT.fullmatch(text) is None:
        return False, None
    return _finite(float(text))


def _finite(number: float) -> tuple[bool, object]:
    if not math.isfinite(number):
        return False, None
    return True, int(number) if number.is_integer() and abs(number) < 1e21 else number


_SCALARS = {
    "null": _null,
    "bool": _truth,
    "int": _integer,
    "float": _float,
    "timestamp": _instant,
    "merge": _merge,
    "binary": _binary,
}


# -- collections --------------------------------------------------------------------------------


def _list_of(value: object) -> tuple[bool, object]:
    return True, [] if value is None else value


def _map_of(value: object) -> tuple[bool, object]:
    return True, {} if value is None else value


def _set_of(value: object) -> tuple[bool, object]:
    if isinstance(value, dict) and any(entry is not None for entry in value.values()):
        return False, None
    return _map_of(value)


def _omap_of(value: object) -> tuple[bool, object]:
    keys: set[str] = set()
    for pair in value if isinstance(value, list) else ():
        if not isinstance(pair, dict) or len(pair) != 1 or not keys.isdisjoint(pair):
            return False, None
        keys.update(pair)
    return _list_of(value)


def _pairs_of(value: object) -> tuple[bool, object]:
    if not isinstance(value, list):
        return _list_of(value)
    if not all(isinstance(pair, dict) and len(pair) == 1 for pair in value):
        return False, None
    return True, [[*next(iter(pair.items()))] for pair in value]


_NODES = {
    "seq": _list_of,
    "map": _map_of,
    "set": _set_of,
    "omap": _omap_of,
    "pairs": _pairs_of,
}


# -- keys ---------------------------------------------------------------------------------------

_LONG_LIST = 100  # entries of a list that is a key
_LONG_TEXT = 100  # characters


def key_of(value: object) -> str | None:
    """Return the key that JavaScript makes of a node; None if lists are nested in it.

    Long texts in a long list are shortened: aliases could make a key without end of them.
    """
    if not isinstance(value, list):
        return _string(value)
    if any(isinstance(entry, list) for entry in value):
        return None
    longest = _LONG_TEXT if len(value) > _LONG_LIST else None
    return ",".join(_member(entry, longest) for entry in value)


def _member(entry: object, longest: int | None) -> str:
    text = "" if entry is None else _string(entry)
    if longest is None or len(text) <= longest:
        return text
    return f"{text[: longest // 2]}… {len(text)} …{text[-longest // 2 :]}"


def _string(value: object) -> str:
    if isinstance(value, dict):
        return "[object Object]"
    if isinstance(value, Instant):
        return "date " + str(plain_value(value.written, instants=True))[:19]
    if isinstance(value, float):
        return _number_text(value)
    known = {None: "null", True: "true", False: "false"}
    return known[value] if value is None or isinstance(value, bool) else str(value)


def _number_text(number: float) -> str:
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    digits = repr(number)
    mantissa, _, exponent = digits.partition("e")
    if not exponent:
        return mantissa.removesuffix(".0")
    if -7 < int(exponent) < 0:
        return format(Decimal(digits), "f")
    return f"{mantissa.removesuffix('.0')}e{int(exponent):+d}"
