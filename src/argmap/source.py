"""A text, the files it was joined from, and places in it.

Offsets are code points, counted from 0, in the joined text; ranges are half-open. Lines and
columns are counted from 1 and worked out only when somebody wants to see them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """The half-open range of code points [start, end)."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as a reader knows it: the file, and line and column counted from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the joined text that was copied from one file.

    `start` is where it begins in the joined text, `offset` where it begins in the file at `path`.
    """

    path: str
    text: str
    start: int
    offset: int
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def line_starts(self) -> list[int]:
        """Where each line of the file begins; found once, when first asked for."""
        if not self._line_starts:
            self._line_starts.append(0)
            self._line_starts.extend(match.end() for match in _LINE_END.finditer(self.text))
        return self._line_starts


class Source(NamedTuple):
    """One text to be read, joined from the pieces of one or more files.

    Without `@include` there is one piece, and the joined text is the file's text.
    `Piece.text` is the whole text of its file, so that lines can be shown and counted.
    """

    text: str
    pieces: tuple[Piece, ...]

    @staticmethod
    def of(text: str, path: str = "<text>") -> "Source":
        """Make the source of a text that comes from one file, or from none."""
        return Source(text, (Piece(path, text, 0, 0),))

    @property
    def path(self) -> str:
        """The file that was asked for: the one that holds the beginning and the includes."""
        return self.pieces[0].path

    def piece_at(self, offset: int) -> Piece:
        """Return the piece that holds an offset of the joined text."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]

    def locate(self, offset: int) -> Position:
        """Say in which file, line and column an offset of the joined text lies."""
        piece = self.piece_at(offset)
        return Position(piece.path, *self.line_and_column(offset))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Say in which line and column of its file an offset of the joined text lies."""
        piece = self.piece_at(offset)
        within = offset - piece.start + piece.offset
        starts = piece.line_starts()
        line = bisect_right(starts, within)
        column = within - starts[line - 1] + 1
        if line == 1 and column > 1 and piece.text.startswith("\ufeff"):
            column -= 1  # editors do not count the byte order mark
        return line, column

    def line_at(self, offset: int) -> str:
        """Return the whole line, without its end, that holds an offset of the joined text."""
        piece = self.piece_at(offset)
        starts = piece.line_starts()
        line = bisect_right(starts, offset - piece.start + piece.offset)
        end = starts[line] if line < len(starts) else len(piece.text)
        return piece.text[starts[line - 1] : end].rstrip("\r\n")

    def slice(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]
