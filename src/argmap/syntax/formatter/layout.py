"""Rows → text in the canonical layout."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.cursor import LINE_END
from argmap.syntax.formatter.blocks import is_directive, is_rule
from argmap.syntax.formatter.heads import STEP, Head
from argmap.syntax.formatter.inference import on_one_line
from argmap.syntax.formatter.pieces import Words, is_movable
from argmap.syntax.formatter.plan import Plan
from argmap.syntax.formatter.rows import Row, RowKind
from argmap.syntax.tree import Heading, Inference

_LIKE_A_HEADING = re.compile(r"#+ ")
_BYTE_ORDER_MARK = "\ufeff"


class _Level(NamedTuple):
    """The column of a head: where it was, and where it is now."""

    was: int
    now: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A text laid out anew, and for each block the offset at which it begins there."""

    text: str
    places: Sequence[int]


def lay_out(plan: Plan, kept: Collection[int]) -> Layout:
    """Write a document in the canonical layout.

    kept: the blocks, by position, that stay as they are
    """
    return _Writer(plan, kept).write()


class _Writer:
    def __init__(self, plan: Plan, kept: Collection[int]) -> None:
        self._plan, self._kept, self._text = plan, kept, plan.text
        self._words = Words(plan.text, plan.islands)
        self._lines: list[str] = []
        self._length = 0
        self._places: list[int] = []
        self._levels: list[_Level] = []  # the heads above, the deepest last

    # -- the walk ---------------------------------------------------------------------------

    def write(self) -> Layout:
        plan = self._plan
        if plan.front:
            self._put(plan.front)
            if plan.is_front_apart:
                self._put("")
        above = 0
        for position, block in enumerate(plan.blocks):
            self._between(plan.rows[above : block.first], is_last=False)
            self._places.append(self._length)
            self._levels.clear()
            if position in self._kept:
                self._put(self._text[block.start : block.end])
            else:
                self._block(plan.rows[block.first : block.last])
            above = block.last
        self._between(plan.rows[above:], is_last=True)
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return Layout("".join(line + plan.line_end for line in self._lines), self._places)

    def _put(self, line: str) -> None:
        """Write a line, or several."""
        if not self._lines and line.startswith(_BYTE_ORDER_MARK):
            line = _BYTE_ORDER_MARK + line  # a second one, which would be taken for the first
        line = LINE_END.sub(lambda _: self._plan.line_end, line)
        self._lines.append(line)
        self._length += len(line) + len(self._plan.line_end)

    def _put_empty(self) -> None:
        if self._lines and self._lines[-1]:
            self._put("")

    # -- between blocks ---------------------------------------------------------------------

    def _between(self, rows: Sequence[Row], *, is_last: bool) -> None:
        """Write comments and lines that say nothing, with at least one empty line among them.

        A comment stays with the block that it touches; if it touches both, with the one below.
        """
        is_first = not self._places
        parting = next((i for i, row in enumerate(rows) if row.kind is RowKind.BLANK), None)
        if parting is None and is_last:
            parting = len(rows)
        elif parting is None:
            parting = len(rows)
            while parting and rows[parting - 1].kind is RowKind.COMMENT:
                parting -= 1
        for index, row in enumerate(rows):
            if row.kind is RowKind.BLANK or (index == parting and not is_first):
                self._put_empty()
            if row.kind is RowKind.COMMENT:
                is_below = index < parting and not is_first
                self._comment(row, self._column_below(row) if is_below else 0)
            elif row.kind is RowKind.OTHER:
                begin = row.start if is_rule(self._text, row) else row.line
                self._put(self._text[begin : row.end])
        if parting == len(rows) and not is_first:
            self._put_empty()

    def _column_below(self, row: Row) -> int:
        """Return how far to indent a comment that stands below what it belongs to."""
        levels = self._levels
        above = bisect_right(levels, row.width, key=lambda level: level.was) - 1
        column = levels[above].now if above >= 0 else 0
        is_deeper = levels and row.width > levels[-1].was
        return column + STEP if is_deeper else column

    def _comment(self, row: Row, indent: int) -> None:
        if self._is_stuck(row, indent):
            self._put(self._text[row.line : row.end])
            return
        words = self._words.between(row.start, row.end, self._shift(row, indent))
        self._put(" " * indent + words)

    def _shift(self, row: Row, indent: int) -> int | None:
        """Return how far a row moves to the right; None if that cannot be said in blanks."""
        before = self._text[row.line : row.start]
        return indent - row.width if before == " " * row.width else None

    # -- blocks -----------------------------------------------------------------------------

    def _block(self, rows: Sequence[Row]) -> None:
        waiting: list[Row] = []  # comments that are indented like what follows them
        at = 0
        while at < len(rows):
            row = rows[at]
            at += 1
            if row.kind is RowKind.HEAD:
                at = self._head(row, rows, at, waiting)
            elif row.kind is RowKind.MORE:
                self._more(row, waiting)
            elif row.kind is not RowKind.BLANK:
                waiting.append(row)

    def _head(self, row: Row, rows: Sequence[Row], at: int, waiting: list[Row]) -> int:
        """Write the row that begins an item, joined with those that its beginning waits for.

        at:     position of the row below
        return: position of the first row that is not written yet
        """
        head = row.head
        assert head is not None
        self._wait_for(waiting, row, head.indent)
        while self._levels and self._levels[-1].now >= head.indent:
            self._levels.pop()
        was = 0 if self._needs_indent(row, head.indent) else row.width
        self._levels.append(_Level(was, head.indent))
        if isinstance(head.item, Inference):
            return self._inference(head, head.item, row, rows, at)
        line = self._words.beginning(head, row.end, self._shift(row, head.indent))
        end = row.end
        while at < len(rows) and self._words.wants_more(head, end) and self._joins(head, rows[at]):
            more, end = rows[at], rows[at].end
            shift = self._shift(more, head.indent)
            line += " " + self._words.said(head, more.start, more.end, shift)
            at += 1
        if isinstance(head.item, Heading) and end == head.marker_end:
            line += " "  # without a blank behind them, hashes are no heading
        self._put_indented(row, head.indent, line)
        return at

    def _joins(self, head: Head, row: Row) -> bool:
        """Tell whether a row may be pulled up to the marker or title that waits for it."""
        # An argument behind `><` or `(1)` is a fault that is told only if it stands on one line.
        is_fault = self._text[head.start] in ">(" and self._text.startswith("<", row.start)
        return (
            row.kind is RowKind.MORE
            and row.start < row.end
            and not is_fault
            and row.start not in self._plan.islands.data
            and not self._plan.islands.comment_at(row.start)
            and not is_directive(self._text, row)
            and not is_rule(self._text, row)
        )

    def _inference(
        self, head: Head, inference: Inference, row: Row, rows: Sequence[Row], at: int
    ) -> int:
        line = on_one_line(self._text, Span(head.start, head.end), inference.data)
        if line is None:
            self._put(self._words.between(head.start, row.end, self._shift(row, 0)))
            return at
        last = row
        while at < len(rows) and rows[at].kind is RowKind.MORE:
            last = rows[at]
            at += 1
        self._put(line + self._words.between(head.end, last.end, None))
        return at

    def _more(self, row: Row, waiting: list[Row]) -> None:
        """Write a row on which an item goes on."""
        head = row.head
        assert head is not None
        is_data = row.start in self._plan.islands.data
        indent = head.indent + STEP if is_data else head.hang
        self._wait_for(waiting, None, indent)
        if is_data and self._is_stuck(row, indent):
            self._put(self._text[row.line : row.end])
            return
        line = self._words.between(row.start, row.end, self._shift(row, indent))
        self._put_indented(row, indent if line else 0, line)

    def _is_stuck(self, row: Row, indent: int) -> bool:
        """Tell whether a row begins with data or a comment whose other lines cannot move along."""
        island = next(self._plan.islands.within(row.start, row.start + 1), None)
        inside = self._text[row.start : island.end] if island else ""
        return LINE_END.search(inside) is not None and (
            self._shift(row, indent) is None or not is_movable(inside, indent - row.width)
        )

    def _put_indented(self, row: Row, indent: int, line: str) -> None:
        before = " " * (STEP if self._needs_indent(row, indent) else indent)
        if is_directive(self._text, row):
            before = self._text[row.line : row.start]  # what it stands for begins there
        self._put(before + line)

    def _needs_indent(self, row: Row, indent: int) -> bool:
        """Tell whether a text would become a heading at the left edge."""
        item = row.head.item if row.head and row.kind is RowKind.HEAD else None
        return (
            not indent
            and not isinstance(item, Heading)
            and _LIKE_A_HEADING.match(self._text, row.start, row.end) is not None
        )

    def _wait_for(self, waiting: list[Row], follower: Row | None, indent: int) -> None:
        """Write the comments that stand above a row: like it, or deeper if they were deeper."""
        for row in waiting:
            is_deeper = follower is not None and row.width > follower.width
            column = max(indent, self._column_below(row)) if is_deeper else indent
            self._comment(row, column)
        waiting.clear()
