"""What a premise-conclusion structure says: which premises each inference uses, for what."""

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from argmap.diagnostic import Finding, Problem
from argmap.model.graph import Inference
from argmap.model.renumbering import renumbered, uses_key
from argmap.source import Span
from argmap.syntax import Document, Reconstruction, Statement
from argmap.syntax import Inference as InferenceItem

_MOST_NAMED = 20


class Structure(NamedTuple):
    """A structure as far as it is complete.

    statements: item indices of its statements, up to the last conclusion
    inferences: with positions in `statements`
    items:      for each inference, its own item and that of its conclusion
    """

    title: str
    span: Span
    statements: tuple[int, ...]
    inferences: tuple[Inference, ...]
    items: tuple[tuple[int, int], ...]


def read_structure(document: Document, index: int, title: str) -> tuple[Structure, list[Problem]]:
    """Read the structure at an item index; `title` is its argument's.

    Inferences without a conclusion are left out, and so is what follows the last conclusion
    (the parser has reported both).
    """
    head = document.items[index]
    assert isinstance(head, Reconstruction)
    statements: list[int] = []
    places: dict[int, int] = {}  # number → position of the first statement that has it
    inferences: list[Inference] = []
    items: list[tuple[int, int]] = []
    problems: list[Problem] = []
    pending: int | None = None
    since = 0  # position of the first statement that the next inference uses by default
    for item_index, item in _children(document, index):
        if isinstance(item, InferenceItem):
            pending = item_index
            continue
        position = len(statements)
        statements.append(item_index)
        if pending is None:
            places.setdefault(item.number or 0, position)
            continue
        bar = document.items[pending]
        assert isinstance(bar, InferenceItem)
        declared = _uses(bar, places, title, problems)
        places.setdefault(item.number or 0, position)
        premises = declared if declared is not None else tuple(range(since, position))
        data = bar.data.value if bar.data else {}
        inferences.append(
            Inference(bar.span, bar.rules, data, premises, position, declared is not None)
        )
        items.append((pending, item_index))
        since = position
        pending = None
    problems.extend(_repeated_numbers(document, index, statements, title))
    complete = statements[: inferences[-1].conclusion + 1] if inferences else statements
    structure = Structure(title, head.span, tuple(complete), tuple(inferences), tuple(items))
    return structure, problems


def _children(document: Document, index: int) -> list[tuple[int, Statement | InferenceItem]]:
    """Return the numbered statements and inferences of a structure, in order."""
    found: list[tuple[int, Statement | InferenceItem]] = []
    for position in range(index + 1, len(document.items)):
        item = document.items[position]
        if item.parent < index:
            break  # the next block
        if item.parent == index and isinstance(item, Statement | InferenceItem):
            found.append((position, item))
    return found


def _uses(
    bar: InferenceItem, places: Mapping[int, int], title: str, problems: list[Problem]
) -> tuple[int, ...] | None:
    """Return the positions that an inference's `uses:` names; None if it names none rightly.

    places: number → position of the statements above it
    """
    key = uses_key(bar.data) if bar.data else None
    if bar.data is None or key is None:
        return None
    value = bar.data.value[key]
    span = bar.data.spans.get(key, bar.data.span)

    def report(message: str) -> None:
        earlier = ", ".join(str(number) for number in islice(places, _MOST_NAMED))
        earlier += ", …" if len(places) > _MOST_NAMED else ""
        help = f"name statements above it by their numbers, `{{{key}: [{earlier}]}}`."
        problems.append(Problem("SYN008", Finding(span, message, help, titles=(title,))))

    if not isinstance(value, list) or not all(type(entry) is int for entry in value):
        report(f"`{key}:` has to be a list of statement numbers, and is left out of account.")
        return None
    for entry in value:
        if entry not in places:
            report(
                f"`{key}:` names ({entry}), and no statement above this inference has that "
                "number; the list is left out of account."
            )
            return None
    return tuple(sorted({places[entry] for entry in value}))


def _repeated_numbers(
    document: Document, head: int, statements: list[int], title: str
) -> list[Problem]:
    seen: set[int] = set()
    problems: list[Problem] = []
    for index in statements:
        item = document.items[index]
        assert isinstance(item, Statement) and item.number is not None and item.number_span
        if item.number in seen:
            mend = None if problems else renumbered(document, head, statements)  # it mends all
            finding = Finding(
                item.number_span,
                f"The number ({item.number}) is given twice in <{title}>.",
                "number the statements of one structure differently.",
                titles=(title,),
                fix=mend,
            )
            problems.append(Problem("SYN006", finding))
        seen.add(item.number)
    return problems
