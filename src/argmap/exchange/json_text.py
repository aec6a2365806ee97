"""JSON as argmap writes it: one entry to a line, nested as deep as need be without recursion.

What is long is given in pieces, so that it can be written while it is made.
"""

import json.encoder
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Pieces = Iterable[str]
"""A JSON text, to be joined."""


_LUMP = 1 << 18  # characters


def _made_once() -> Callable[[object], str]:
    """Return what encodes a value; `JSONEncoder.encode` makes the same anew for every value."""
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return encoder.encode
    encode = make(
        None,
        encoder.default,
        json.encoder.encode_basestring,
        None,
        ": ",
        ", ",
        False,
        False,
        False,
    )
    return lambda value: "".join(encode(value, 0))


line = _made_once()
"""Write a value on one line. It must hold no NaN; see `plain`."""


quoted = json.encoder.encode_basestring
"""Write a text with its quotation marks."""


def object_of(parts: Iterable[str]) -> str:
    """Write a mapping on one line of members such as `"level": 1`, each a JSON text already."""
    return f"{{{', '.join(parts)}}}"


def items(values: Iterable[object]) -> Iterator[str]:
    """Write a list with one item to a line."""
    return listing(map(line, values))


def listing(texts: Iterable[str]) -> Iterator[str]:
    """Write a list with one item to a line, of items that are JSON texts already."""
    return _block("[", ((text,) for text in texts), "]")


def members(parts: Mapping[str, str | Pieces]) -> Iterator[str]:
    """Write a mapping with one entry to a line, of values that are JSON texts already."""
    return entries(parts.items())


def entries(parts: Iterable[tuple[str, str | Pieces]]) -> Iterator[str]:
    """Write the same of pairs, which may be made while they are written."""
    return _block("{", (_entry(key, text) for key, text in parts), "}")


def _entry(key: str, text: str | Pieces) -> Pieces:
    head = f"{line(key)}: "
    return (head, text) if isinstance(text, str) else _followed(head, text)


def _followed(head: str, pieces: Pieces) -> Iterator[str]:
    yield head
    yield from pieces


def _block(opening: str, parts: Iterable[Pieces], closing: str) -> Iterator[str]:
    yield opening
    separator = "\n"
    for part in parts:
        yield separator
        yield from part
        separator = ",\n"
    yield closing if separator == "\n" else f"\n{closing}"


def member_list(key: str, texts: Iterable[str]) -> str:
    """Write a member whose value is a list of items that are JSON texts already."""
    return f'"{key}": [{", ".join(texts)}]'


def forest(nodes: Sequence[str], children: Mapping[int | None, Sequence[int]]) -> Iterator[str]:
    """Write nodes as a list in which each node that can have children holds them.

    `nodes` are mappings, JSON texts already, and not empty. `children` has the indices under each
    node that can have some, and under None the outermost.
    """
    waiting: list[int | str] = ["]", *_separated(children.get(None, ()))]
    yield "[\n"
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            yield step
        elif step in children:
            yield f'{nodes[step][:-1]}, "children": [\n'
            waiting.append("]}")
            waiting.extend(_separated(children[step]))
        else:
            yield nodes[step]


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
    from decimal import Decimal

    try:
        number = float(value)
    except OverflowError:
        return None
    return int(Decimal(repr(number))) if abs(number) < 1e21 else number


def lumps(pieces: Pieces) -> Iterator[str]:
    """Join pieces into lumps that are neither many nor large, each fit to be written."""
    lump: list[str] = []
    size = 0
    for piece in pieces:
        lump.append(piece)
        size += len(piece)
        if size >= _LUMP:
            yield writable("".join(lump))
            lump, size = [], 0
    yield writable("".join(lump))


def writable(text: str) -> str:
    """Replace halves of surrogate pairs, which YAML can write and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
