"""What JavaScript makes of values that came from YAML."""

import math
import re

from argmap.syntax.reference.javascript import SPACE
from argmap.syntax.strict.js_yaml import key_of

RESERVED = frozenset(
    (
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
        "__proto__",
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
    )
)
"""What every object of JavaScript has: no table can tell these keys from one of its own."""

_NUMBER = re.compile(
    rf"[{SPACE}]*+(?:0[xX](?P<x>[0-9a-fA-F]+)|0[oO](?P<o>[0-7]+)|0[bB](?P<b>[01]+)"
    rf"|(?P<d>[-+]?(?:[0-9]++\.?[0-9]*+|\.[0-9]+)(?:[eE][-+]?[0-9]+)?))?[{SPACE}]*+"
)


def is_true(value: object) -> bool:
    """Tell whether a value counts as true; empty lists and mappings do."""
    if isinstance(value, float) and math.isnan(value):
        return False
    return isinstance(value, list | dict | bytes) or bool(value)


def is_searchable(value: object) -> bool:
    """Tell whether a value has a method `indexOf`."""
    return isinstance(value, list | str | bytes)


def is_iterable(value: object) -> bool:
    """Tell whether `for … of` takes a value."""
    return isinstance(value, list | str | bytes)


def number_of(value: object) -> float:
    """Return the number that arithmetic makes of a value; NaN if it makes none."""
    if value is None or isinstance(value, bool | int | float):
        return float(value or 0)
    text = key_of(value) if isinstance(value, list) else value
    if not isinstance(text, str):
        return math.nan
    number = _NUMBER.fullmatch(text)
    if number is None:
        return math.nan
    form = number.lastgroup
    if form is None:
        return 0.0  # nothing but blanks
    base = {"x": 16, "o": 8, "b": 2}.get(form)
    return float(number[form]) if base is None else float(int(number[form][:200], base))


def mapping_at(settings: object, key: str) -> dict[str, object]:
    """Return the mapping at a key, or an empty one if something else is there."""
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, dict) else {}
