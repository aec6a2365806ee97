"""JSON as argmap writes it: one entry to a line, nested as deep as need be without recursion."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def line(value: object) -> str:
    """Write a value on one line. It must hold no NaN; see `plain`."""
    return _encode(value)


def items(values: Iterable[object]) -> str:
    """Write a list with one item to a line."""
    return listing(map(_encode, values))


def listing(texts: Iterable[str]) -> str:
    """Write a list with one item to a line, of items that are JSON texts already."""
    return _block("[", texts, "]")


def members(parts: Mapping[str, str]) -> str:
    """Write a mapping with one entry to a line, of values that are JSON texts already."""
    return entries(parts.items())


def entries(parts: Iterable[tuple[str, str]]) -> str:
    """Write the same of pairs, which may be made while they are written."""
    return _block("{", (f"{_encode(key)}: {text}" for key, text in parts), "}")


def with_lists(entry: dict[str, object], lists: Mapping[str, Iterable[str]]) -> str:
    """Write a mapping on one line and add lists to it whose items are JSON texts already."""
    added = "".join(f', "{key}": [{", ".join(texts)}]' for key, texts in lists.items())
    return f"{_encode(entry)[:-1]}{added}}}"


def forest(
    nodes: Sequence[Mapping[str, object]], children: Mapping[int | None, Sequence[int]]
) -> str:
    """Write nodes as a list in which each node that can have children holds them.

    `children` has the indices under each node that can have some, and under None the outermost.
    """
    text = []
    waiting: list[int | str] = ["]", *_separated(children.get(None, ()))]
    text.append("[\n")
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            text.append(step)
        elif step in children:
            head = _encode(dict(nodes[step]))
            text.append(f'{head[:-1]}, "children": [\n' if nodes[step] else '{"children": [')
            waiting.append("]}")
            waiting.extend(_separated(children[step]))
        else:
            text.append(_encode(dict(nodes[step])))
    return "".join(text)


def _separated(indices: Sequence[int]) -> Iterable[int | str]:
    """Give what is to be written, the last first."""
    for place, index in enumerate(reversed(indices)):
        yield "\n" if place == 0 else ",\n"
        yield index


def plain(value: object) -> object:
    """Make data fit for JSON: NaN and infinities are null, numbers no longer than a double's.

    The data of an Argdown text is nested 100 levels deep at most.
    """
    match value:
        case None | bool() | str():
            return value
        case int():
            return value if abs(value) <= 2**53 else _double(value)
        case float():
            return value if math.isfinite(value) else None
        case Mapping():
            return {str(key): plain(entry) for key, entry in value.items()}
        case list() | tuple():
            return [plain(entry) for entry in value]
        case _:
            return str(value)


def _double(value: int) -> int | float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return int(Decimal(repr(number))) if abs(number) < 1e21 else number


def writable(text: str) -> str:
    """Replace halves of surrogate pairs, which YAML can write and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _block(opening: str, lines: Iterable[str], closing: str) -> str:
    body = ",\n".join(lines)
    return f"{opening}\n{body}\n{closing}" if body else opening + closing
