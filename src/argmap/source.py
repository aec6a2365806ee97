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
    Pieces of one file may share `_line_starts`, which is empty until it is asked for.
    """

    path: str
    text: str
    start: int
    offset: int
    _line_starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def line_starts(self) -> list[int]:
        """Where each line of the file begins; found once, when first asked for."""
        if not self._line_starts:
            self._line_starts.append(0)
            self._line_starts.extend(match.end() for match in _LINE_END.finditer(self.text))
        return self._line_starts

    def line_and_column(self, within: int) -> tuple[int, int]:
        """Say in which line and column of the file one of its offsets lies."""
        starts = self.line_starts()
        line = bisect_right(starts, within)
        column = within - starts[line - 1] + 1
        if line == 1 and column > 1 and self.text.startswith("\ufeff"):
            column -= 1  # editors do not count the byte order mark
        return line, column


class Stretch(NamedTuple):
    """A stretch of a rewritten text, which reaches to the next one.

    `start` is where it begins there, `origin` where it comes from in the text as it was typed.
    `length` code points were copied from there; 0 for one that was written for the author, and
    stands at its origin as a whole.
    """

    start: int
    origin: int
    length: int


class Rewriting(NamedTuple):
    """How a text came about that nobody typed: from `typed`, by the `stretches` in its order."""

    typed: "Source"
    stretches: tuple[Stretch, ...]

    def stretch_at(self, offset: int) -> Stretch:
        """Return the stretch that holds an offset of the rewritten text."""
        index = bisect_right(self.stretches, offset, key=lambda stretch: stretch.start)
        return self.stretches[max(index - 1, 0)]

    def typed_offset(self, offset: int) -> int:
        """Return the place in the typed text that an offset comes from."""
        start, origin, length = self.stretch_at(offset)
        return origin + min(offset - start, length)

    def typed_span(self, span: Span) -> Span | None:
        """Return the typed characters that a span was copied from, None if it was not."""
        for offset in (span.start, span.start - 1):  # an empty span may end a stretch
            start, origin, length = self.stretch_at(max(offset, 0))
            if length and start <= span.start and span.end <= start + length:
                return Span(origin + span.start - start, origin + span.end - start)
        return None


class Source(NamedTuple):
    """One text to be read, joined from the pieces of one or more files.

    Without `@include` there is one piece, and the joined text is the file's text.
    `Piece.text` is the whole text of its file, so that lines can be shown and counted.
    If the joined text was rewritten before it is read (as shorthand is), `text` is what came out
    of that, and the pieces are those of `rewriting.typed`.
    """

    text: str
    pieces: tuple[Piece, ...]
    rewriting: Rewriting | None = None

    @staticmethod
    def of(text: str, path: str = "<text>") -> "Source":
        """Make the source of a text that comes from one file, or from none."""
        return Source(text, (Piece(path, text, 0, 0),))

    @property
    def path(self) -> str:
        """The file that was asked for: the one that holds the beginning and the includes."""
        return self.pieces[0].path

    @property
    def typed(self) -> "Source":
        """The source as its author typed it: itself, unless it was rewritten."""
        return self.rewriting.typed if self.rewriting else self

    def piece_at(self, offset: int) -> Piece:
        """Return the piece that holds an offset of the text, or that it comes from."""
        if self.rewriting:
            return self.typed.piece_at(self.rewriting.typed_offset(offset))
        if len(self.pieces) == 1:
            return self.pieces[0]
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]

    def in_file(self, offset: int) -> tuple[Piece, int]:
        """Return the piece that an offset of the text comes from, and the place in its file."""
        if self.rewriting:
            return self.typed.in_file(self.rewriting.typed_offset(offset))
        piece = self.piece_at(offset)
        return piece, offset - piece.start + piece.offset

    def typed_span(self, span: Span) -> Span | None:
        """Return where the characters of a span were typed in `typed`; None if nobody did."""
        return self.rewriting.typed_span(span) if self.rewriting else span

    def locate(self, offset: int) -> Position:
        """Say in which file, line and column an offset of the text lies, or comes from."""
        piece, _ = self.in_file(offset)
        return Position(piece.path, *self.line_and_column(offset))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Say in which line and column of its file an offset of the text lies, or comes from."""
        piece, within = self.in_file(offset)
        return piece.line_and_column(within)

    def line_at(self, offset: int) -> str:
        """Return the line of a file, without its end, that an offset of the text comes from."""
        piece, (start, end) = self.line_span_at(offset)
        return piece.text[start:end]

    def line_span_at(self, offset: int) -> tuple[Piece, Span]:
        """Return where the line of a file lies in it, without its end and a byte order mark."""
        piece, within = self.in_file(offset)
        starts = piece.line_starts()
        line = bisect_right(starts, within)
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(piece.text)
        while end > start and piece.text[end - 1] in "\r\n":
            end -= 1
        return piece, Span(min(start + (piece.text[start:1] == "\ufeff"), end), end)

    def slice(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.text[span.start : span.end]
