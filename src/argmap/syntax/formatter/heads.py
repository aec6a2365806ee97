"""Where the items of a document begin that start a row, and how far each row is indented.

A block is what stands by itself between empty lines; it is named by the index of its root item.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.source import Span
from argmap.syntax.tree import (
    ROOT,
    Argument,
    Document,
    Heading,
    Inference,
    ListBlock,
    ListItem,
    Reconstruction,
    Relation,
    Statement,
)

STEP = 2  # blanks for one level
_NUMBER = re.compile(r"\([0-9]+\)\s*")
_LONGEST_NUMBER = 400


@dataclass(frozen=True, slots=True)
class Head:
    """An item that begins a row.

    start:      offset of its marker or, if it has none, of the first that it says
    marker_end: offset behind the marker (`start` if there is none)
    end:        offset behind the last that the item says
    indent:     how many blanks belong in front of it
    hang:       how many blanks belong in front of the lines on which its text goes on
    block:      index of the root item of its block
    item:       the item that says something: an element, a heading or an inference
    """

    start: int
    marker_end: int
    end: int
    indent: int
    hang: int
    block: int
    item: Statement | Argument | Heading | Inference


def find_heads(document: Document) -> list[Head]:
    """Return all items that begin a row, in document order."""
    return list(_Heads(document).find())


class _Heads:
    def __init__(self, document: Document) -> None:
        self._text, self._items = document.source.text, document.items
        self._blocks: list[int] = []  # index of the root of each item
        self._indents: list[int] = []

    def find(self) -> Iterator[Head]:
        for index, item in enumerate(self._items):
            parent = item.parent
            self._blocks.append(index if parent == ROOT else self._blocks[parent])
            self._indents.append(0 if parent == ROOT else self._indents[parent])
            match item:
                case Reconstruction() | ListBlock() | ListItem():
                    pass
                case Relation():
                    self._indents[-1] += STEP
                case Heading():
                    yield self._head(Span(item.span.start, item.span.start + item.level), item)
                case Inference():
                    yield self._head(Span(item.span.start, item.span.start), item)
                case Statement() | Argument():
                    yield self._head(self._marker(item), item)

    def _head(self, marker: Span, item: Statement | Argument | Heading | Inference) -> Head:
        indent = self._indents[-1]
        length = marker.end - marker.start
        hang = indent + length + 1 if length and not isinstance(item, Heading) else indent
        end = max(marker.end, item.span.end)
        return Head(marker.start, marker.end, end, indent, hang, self._blocks[-1], item)

    def _marker(self, element: Statement | Argument) -> Span:
        """Return the symbol, number or bullet in front of an element; an empty span if none."""
        if isinstance(element, Statement) and element.number_span:
            return element.number_span
        parent = None if element.parent == ROOT else self._items[element.parent]
        if isinstance(parent, Relation | ListItem):
            return parent.span
        begin = element.span.start
        if isinstance(parent, Reconstruction):  # an argument in the place of a statement
            opening = self._text.rfind("(", max(0, begin - _LONGEST_NUMBER), begin)
            number = _NUMBER.fullmatch(self._text, opening, begin) if opening >= 0 else None
            if number:
                return Span(opening, self._text.index(")", opening) + 1)
        return Span(begin, begin)
