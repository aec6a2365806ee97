"""Colours as authors write them: `"#f80"`, `"#ff8800"`, or a number in a colour scheme."""

import re
from collections.abc import Mapping, Sequence

_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")
HELP = 'write a colour as "#RRGGBB", in quotes, or the number of one in the colour scheme'


def read_color(value: object, scheme: Sequence[str]) -> str | None:
    """Return a colour as `#RRGGBB`, or None if the value is none."""
    if isinstance(value, Mapping):
        value = value.get("color")
    if isinstance(value, str) and _HEX.fullmatch(value):
        digits = value[1:].upper()
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(scheme):
        return scheme[value]
    return None


def fault_of(value: object, scheme: Sequence[str]) -> str:
    """Say what is wrong with a value that is no colour, to follow "it …"."""
    if value is None:
        return "is empty: an unquoted # begins a comment"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"cannot be {value}: the colour scheme goes from 0 to {len(scheme) - 1}"
    shown = str(value) if isinstance(value, str | bool) else "such a value"
    return f"cannot be `{shown[:40]}`"
