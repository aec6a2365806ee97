"""What an unquoted YAML scalar stands for: null, truth, a number, or its own text."""

import re
from math import isfinite, isnan

_INTEGER = re.compile(r"[-+]?(0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)")
_FLOAT = re.compile(r"(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
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
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_INSTANT = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:[ \t]*(?:Z|([-+])(\d\d?)(?::?(\d\d))?))?",
    re.ASCII,
)
_MAX_DIGITS = 300


def plain_value(text: str, *, instants: bool = False) -> object:
    """Return what an unquoted scalar stands for in YAML 1.2 (core schema).

    With `instants`, dates become texts such as `2024-02-29T00:00:00.000Z`, as in JavaScript.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text in _SPECIAL_FLOATS:
        return _SPECIAL_FLOATS[text]
    if text[0] not in "+-.0123456789":
        return text
    number = _number(text)
    if number is not None:
        return number
    return (_instant(text) or text) if instants else text


def _number(text: str) -> int | float | None:
    if len(text) > _MAX_DIGITS:
        return None
    if match := _INTEGER.fullmatch(text):
        base = {"0b": 2, "0o": 8, "0x": 16}.get(match[1][:2], 10)
        return int(text, base)
    value = float(text) if _FLOAT.fullmatch(text) else None
    return value if value is not None and isfinite(value) else None


def _instant(text: str) -> str | None:
    """Return a date in the form of JavaScript, where months and days may run over."""
    match = _DATE.fullmatch(text) or _INSTANT.fullmatch(text)
    if match is None:
        return None
    from datetime import datetime, timedelta

    year, month, day = (int(part) for part in match.groups()[:3])
    past = timedelta(days=day - 1)
    if match.re is _INSTANT:
        hours, minutes, seconds = (int(part) for part in match.groups()[3:6])
        milliseconds = int((match[7] or "").ljust(3, "0")[:3])
        past += timedelta(hours=hours, minutes=minutes, seconds=seconds, milliseconds=milliseconds)
        if match[8]:
            east = timedelta(hours=int(match[9]), minutes=int(match[10] or 0))
            past += east if match[8] == "-" else -east
    years, months = divmod(month - 1, 12)
    try:
        moment = datetime(year + years, months + 1, 1) + past
    except (ValueError, OverflowError):
        return None
    return moment.isoformat(timespec="milliseconds") + "Z"


def key_of(value: object) -> str:
    """Return the key that JavaScript makes of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if value.is_integer():
            return str(int(value))
        if not isfinite(value):
            return "NaN" if isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return str(value)
