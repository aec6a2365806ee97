"""Which element of a map a place belongs to: what a comment there or above it speaks about.

An element is a statement, argument, heading, inference or line of a premise-conclusion structure
with the marker in front of it. It reaches from its line to the line of the next one; elements
that share a line as it was typed count as one.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.checks.comment_lines import PlacedComment
from argmap.source import Span
from argmap.syntax import (
    ROOT,
    Argument,
    Document,
    ListBlock,
    ListItem,
    Reconstruction,
    Relation,
    Statement,
)

_REACH = 1000  # characters of blanks in front of an element that are looked at


class _Anchor(NamedTuple):
    """Where an element begins, its marker included, and where what it says ends."""

    start: int
    end: int


class Elements:
    """The elements of a document, numbered in its order; found once, in linear time."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        front = document.front_matter
        self._body = front.span.end if front is not None else 0
        self._anchors = list(_anchors(document))
        self._starts = [anchor.start for anchor in self._anchors]
        self._numbers: list[int] = []  # of the element, for each anchor
        self._firsts: list[int] = []  # of the elements: the offset at which each begins
        above: int | None = None
        for start in self._starts:
            if above is None or not self._share_line(above, start):
                self._firsts.append(start)
            above = start
            self._numbers.append(len(self._firsts) - 1)

    def _share_line(self, one: int, other: int) -> bool:
        """Tell whether two offsets, one behind the other, were typed on the same line."""
        source = self._source
        text = source.typed.text
        if len(source.pieces) > 1 and source.piece_at(one) is not source.piece_at(other):
            return False
        if source.rewriting is not None:
            one, other = map(source.rewriting.typed_offset, (one, other))
        return text.find("\n", one, other) < 0 and text.find("\r", one, other) < 0

    def start(self, element: int) -> int:
        """Return the offset at which an element begins."""
        return self._firsts[element]

    def at(self, offset: int) -> int | None:
        """Return the element that an offset belongs to; None for one in front of them all.

        Also None for an offset in the front matter: nothing there belongs to an element.
        """
        if offset < self._body:
            return None
        index = bisect_right(self._starts, offset) - 1
        if index + 1 < len(self._starts):
            following = self._starts[index + 1]
            if following - offset < _REACH:  # in the indentation of the next one?
                gap = self._source.text[offset:following]
                if not gap.strip(" \t"):
                    index += 1
        return self._numbers[index] if index >= 0 else None

    def of_comment(self, comment: PlacedComment) -> int | None:
        """Return the element that a comment speaks about: the one it is in or behind, or the next.

        None if there is none in the comment's file.
        """
        start = comment.span.start
        index = bisect_right(self._starts, start) - 1
        is_inside = index >= 0 and start < self._anchors[index].end
        if comment.leads and not is_inside:
            index += 1
        if not 0 <= index < len(self._starts):
            return None
        anchor = self._anchors[index].start
        if self._source.piece_at(anchor).path != self._source.piece_at(start).path:
            return None
        return self._numbers[index]


def _anchors(document: Document) -> Iterator[_Anchor]:
    """Give the places at which elements begin; shorthand that was written out gives none."""
    items, rewriting = document.items, document.source.rewriting

    def is_typed(span: Span) -> bool:
        return rewriting is None or rewriting.stretch_at(span.start).length > 0

    for index, item in enumerate(items):
        match item:
            case ListBlock() | Reconstruction():
                pass
            case Relation() | ListItem():
                child = items[index + 1] if index + 1 < len(items) else item
                says = child if child.parent == index else item
                if is_typed(item.span) or is_typed(says.span):
                    yield _Anchor(item.span.start, max(item.span.end, says.span.end))
            case Statement() | Argument() if item.parent != ROOT:
                if not isinstance(items[item.parent], Relation | ListItem):
                    number = item.number_span if isinstance(item, Statement) else None
                    start = number.start if number is not None else item.span.start
                    yield _Anchor(min(start, item.span.start), item.span.end)
            case _:
                yield _Anchor(*item.span)
