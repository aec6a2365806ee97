"""Text → rows: the lines of a text, where what runs over several of them counts as one.

A row either begins an item, goes on with one, or stands between items: a comment, an empty line,
or a line that says nothing (a row of `===` or `***`, front matter in the wrong place).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from argmap.source import Span
from argmap.syntax.cursor import LINE_END
from argmap.syntax.formatter.heads import Head
from argmap.syntax.formatter.islands import Islands


class RowKind(Enum):
    """What a row is to the item above it."""

    HEAD = auto()  # begins an item
    MORE = auto()  # goes on with what the item says
    COMMENT = auto()  # nothing but comments
    BLANK = auto()
    OTHER = auto()  # belongs to no item


@dataclass(slots=True)
class Row:
    """One row, from its first to its last character that is no blank.

    line:  offset at which its line begins, or `start` if something else stands before it there
    width: how many blanks stand in front of it
    head:  the item that it begins or goes on with, or else the one above it
    loose: whether something that belongs to no item stands in front of it on its line
    """

    kind: RowKind
    line: int
    start: int
    end: int
    width: int
    head: Head | None = None
    loose: bool = False


def split_rows(text: str, begin: int, heads: Sequence[Head], islands: Islands) -> list[Row]:
    """Return the rows of a text from an offset on; each head begins one of its own."""
    rows: list[Row] = []
    above: Head | None = None
    at = 0
    for line, line_end in _lines(text, begin, islands.spans):
        first = at
        while at < len(heads) and heads[at].start <= line_end:
            at += 1
        if first == at:
            rows.append(_row(text, line, line_end, above, islands))
            continue
        prefix = _row(text, line, heads[first].start, None, islands)
        is_apart = prefix.kind is RowKind.COMMENT and not text.startswith(
            ("/*", "<!--"), prefix.end
        )
        if is_apart:
            rows.append(prefix)
        for index in range(first, at):
            above = heads[index]
            end = line_end if index + 1 == at else heads[index + 1].start
            start = above.start
            row = Row(RowKind.HEAD, start, start, _strip_end(text, start, end), 0, above)
            row.width = start - _blanks_before(text, start, line)
            if index == first and not is_apart:
                row.line = line
                row.loose = prefix.kind is not RowKind.BLANK
            rows.append(row)
    return rows


def _row(text: str, line: int, end: int, above: Head | None, islands: Islands) -> Row:
    """Make the row of a stretch in which no item begins."""
    start = line
    while start < end and text[start] in " \t":
        start += 1
    end = _strip_end(text, start, end)
    if start < end and _only_comments(text, start, end, islands):
        kind = RowKind.COMMENT
    elif above and start < above.end:
        kind = RowKind.MORE  # an empty line, too, if it stands in braces
    else:
        kind = RowKind.OTHER if start < end else RowKind.BLANK
    return Row(kind, line, start, end, start - line, above)


def _lines(text: str, begin: int, islands: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each line; line ends inside islands do not count."""
    at = 0
    for match in LINE_END.finditer(text, begin):
        while at < len(islands) and islands[at].end <= match.start():
            at += 1
        if at < len(islands) and islands[at].start <= match.start():
            continue
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def _only_comments(text: str, start: int, end: int, islands: Islands) -> bool:
    while comment := islands.comment_at(start):
        start = comment.end
        while start < end and text[start] in " \t":
            start += 1
        if start >= end:
            return True
    return False


def _strip_end(text: str, start: int, end: int) -> int:
    """Return where a stretch ends without the blanks behind it, but for an escaped one."""
    stripped = end
    while stripped > start and text[stripped - 1] in " \t":
        stripped -= 1
    slash = stripped
    while slash > start and text[slash - 1] == "\\":
        slash -= 1
    return stripped + 1 if stripped < end and (stripped - slash) % 2 else stripped


def _blanks_before(text: str, position: int, limit: int) -> int:
    while position > limit and text[position - 1] in " \t":
        position -= 1
    return position
