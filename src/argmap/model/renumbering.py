"""Counting the statements of a structure anew, with everything that refers to their numbers."""

import re

from argmap.diagnostic import Edit, Fix
from argmap.source import Span
from argmap.syntax import Argument, Data, Document, Inference, Reconstruction, Statement

USES_KEYS = ("uses", "from")  # Argdown's word, and DebateLab's
_NUMBER_LIST = re.compile(r"\[[0-9\s,]*\]")
_NUMBER = re.compile(r"[0-9]+")
_KEYS_WITH_NUMBERS = ("roles", "cq")


def uses_key(data: Data) -> str | None:
    """Return the key by which an inference names its premises, or None."""
    return next((key for key in USES_KEYS if key in data.value), None)


def renumbered(document: Document, head: int, statements: list[int]) -> Fix | None:
    """Count the statements of a structure from 1, and let `uses:` follow.

    head:       index of the structure in `document.items`
    statements: indices of its statements, in order
    return:     a safe fix; an unsafe one if `uses:` names a number that stands twice above it (the
                first is taken, as the map is read); None if it names what is not there, or if
                `roles:` or `cq:` refer to numbers
    """
    if _is_referred_to(document, head):
        return None
    new: dict[int, int] = {}  # number → the new one of the first statement that has it
    doubled: set[int] = set()
    edits: list[Edit] = []
    is_safe = True
    wanted = set(statements)
    count = 0
    for index in range(head + 1, statements[-1] + 1):
        item = document.items[index]
        if item.parent != head:
            continue
        if isinstance(item, Statement) and index in wanted:
            count += 1
            number = item.number or 0
            if number in new:
                doubled.add(number)
            new.setdefault(number, count)
            if number != count and item.number_span:
                edits.append(Edit(item.number_span, f"({count})"))
        elif isinstance(item, Inference) and item.data is not None:
            key = uses_key(item.data)
            named = _named(document, item.data, key) if key else []
            if named is None or any(number not in new for number, _ in named):
                return None
            is_safe = is_safe and not any(number in doubled for number, _ in named)
            edits += [
                Edit(span, str(new[number])) for number, span in named if new[number] != number
            ]
    return Fix(is_safe, tuple(edits))


def _named(document: Document, data: Data, key: str) -> list[tuple[int, Span]] | None:
    """Return the numbers that a list names, and where; None if it is no such list."""
    span, value = data.spans.get(key), data.value[key]
    if span is None or not isinstance(value, list):
        return None
    text = document.source.slice(span)
    if not _NUMBER_LIST.fullmatch(text):
        return None
    found = [
        (int(match[0][:300]), Span(span.start + match.start(), span.start + match.end()))
        for match in _NUMBER.finditer(text)
    ]
    return found if [number for number, _ in found] == value else None


def _is_referred_to(document: Document, head: int) -> bool:
    """Tell whether the data of the argument or of its inferences may name its numbers."""
    structure = document.items[head]
    assert isinstance(structure, Reconstruction)
    items = [document.items[structure.argument]] if structure.argument is not None else []
    for index in range(head + 1, len(document.items)):
        item = document.items[index]
        if item.parent < head:
            break
        if isinstance(item, Inference):
            items.append(item)
    return any(
        isinstance(item, Argument | Inference)
        and item.data is not None
        and any(key in item.data.value for key in _KEYS_WITH_NUMBERS)
        for item in items
    )
