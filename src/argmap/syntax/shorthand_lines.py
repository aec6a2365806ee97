"""The lines of a text as shorthand sees them: numbers, bullets and symbols at their starts.

The scanner reads the lines, so that comments and data are found where the parser will find them.
What begins a line is looked at again here: people type more kinds of bullets and numbers than
Argdown knows, and full-width ones in Chinese and Japanese text.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.dialect import ARGMAP
from argmap.syntax.lines import LineKind, Opener
from argmap.syntax.scanner import Scanner

_BLANK = r"[ \t\u3000]"
_DIGITS = r"[0-9０-９]{1,9}"
_MARKER = re.compile(
    rf"{_BLANK}*+(?:"
    rf"(?P<BULLET>[-*–](?={_BLANK}|[\r\n]|\Z)|[•◦▪·－])"
    rf"|(?P<NUMBER>[(（]{_BLANK}*{_DIGITS}{_BLANK}*[)）]"
    rf"|{_DIGITS}(?:[．、）]|[.)](?=\s|[^\x00-\x7f]|\Z)))"
    r"|(?P<RELATION>\+>|->|<\+|\+|<-|-(?!-)|><|_>|<_|_(?=[\s<\[]))"
    r")?"
)
_BLANKS = re.compile(rf"{_BLANK}*")
_LIKE_MARKER = re.compile(
    r"[-+•◦▪·－\ufeff]|–(?=\s|\Z)|\*(?=\s|\Z)|\*{3,}[ \t]*(?=[\r\n]|\Z)|<[-+_]|><|_>|_(?=[\s<\[])"
    r"|\#+(?=\ )|={3,}[ \t]*(?=[\r\n]|\Z)"
    rf"|[(（]{_BLANK}*[0-9０-９]+{_BLANK}*[)）]|[0-9０-９]+[.．、)）]"
)
_INCLUDE = re.compile(r"@include\([^)\r\n]+\)[ \t]*")
_TAB = 4


class Kind(Enum):
    """What the start of a line makes of it."""

    BLANK = auto()
    HEADING = auto()
    BREAK = auto()  # an inference, a row of dashes, stars or equals signs, or an include
    NUMBER = auto()
    BULLET = auto()
    RELATION = auto()
    TEXT = auto()


class ShorthandLine(NamedTuple):
    """A logical line: comments and data blocks may make it several physical ones.

    start, end: from its first character (blanks included) to its last (line end excluded)
    after:      where the next line begins
    width:      the columns of blanks at its start; a tab goes to the next multiple of 4
    marker:     the number, bullet or symbol at its start (empty span if there is none)
    begin:      offset of what follows marker and blanks
    opener:     the title there, if there is one
    words:      from the first to the last word behind marker and title, without comments and data
    data:       its `{…}` blocks
    """

    kind: Kind
    start: int
    end: int
    after: int
    width: int
    marker: Span
    begin: int
    opener: Opener | None
    words: Span | None
    data: tuple[Span, ...]

    @property
    def is_silent(self) -> bool:
        """Whether it has nothing behind its marker (comments apart)."""
        return self.opener is None and self.words is None and not self.data

    def as_words(self) -> "ShorthandLine":
        """Return the line with its marker as the first of its words."""
        words = Span(self.marker.start, self.words.end if self.words else self.marker.end)
        if self.opener and not self.words:
            words = Span(self.marker.start, self.opener.end)
        begin = self.marker.start
        return self._replace(
            kind=Kind.TEXT, marker=Span(begin, begin), begin=begin, opener=None, words=words
        )


def read_lines(text: str, start: int) -> list[ShorthandLine]:
    """Return the lines of a text from an offset on; lines that are only comments are left out.

    So are blank lines behind two others, of which a text may have millions.
    """
    scanner = Scanner(text, ARGMAP, start)
    found: list[ShorthandLine] = []
    expect_inference = False
    while True:
        line = scanner.next(expect_inference=expect_inference)
        if line.kind is LineKind.END:
            return found
        if line.kind is LineKind.BLANK:
            if found and found[-1].kind is Kind.BLANK:
                scanner.pass_blank_lines()
        else:
            expect_inference = line.kind in (LineKind.NUMBER, LineKind.INFERENCE)
        after = scanner.position
        end = after - len(_line_end(text, line.start, after))
        kind = _KINDS.get(line.kind)
        marker, begin = line.marker, min(_past_blanks(text, line.marker.end), end)
        if kind is None:
            match = _MARKER.match(text, line.start, end)
            assert match is not None
            kind = Kind[match.lastgroup] if match.lastgroup else Kind.TEXT
            marker = Span(*match.span(match.lastgroup or 0))
            if kind is Kind.TEXT:
                marker = Span(marker.end, marker.end)
                if _INCLUDE.fullmatch(text, marker.start, end):
                    kind = Kind.BREAK
            begin = min(_past_blanks(text, marker.end), end)
        opener = line.opener
        if opener is None or opener.span.start != begin:
            opener = scanner.opener_at(begin, end) if kind is not Kind.HEADING else None
        if text.startswith("<!--", begin):
            opener = None
        pieces = line.content.pieces
        said = opener.end if opener else begin
        first = next((max(said, piece.start) for piece in pieces if piece.end > said), None)
        words = Span(first, pieces[-1].end) if first is not None else None
        found.append(
            ShorthandLine(
                kind,
                line.start,
                end,
                after,
                _width(text, line.start, marker.start),
                marker,
                begin,
                opener,
                words,
                line.content.data,
            )
        )


_KINDS = {
    LineKind.BLANK: Kind.BLANK,
    LineKind.HEADING: Kind.HEADING,
    LineKind.INFERENCE: Kind.BREAK,
    LineKind.RULE: Kind.BREAK,
}


def number_of(text: str, marker: Span) -> int:
    """Return the number of a marker such as `3.` or `（３）`."""
    return int("".join(character for character in text[slice(*marker)] if character.isdecimal()))


def style_of(text: str, marker: Span) -> str:
    """Return how a number is marked: `(` for `(3)`, `)` for `3)`, `.` for `3.` and `3、`."""
    if text[marker.start] in "(（":
        return "("
    return ")" if text[marker.end - 1] in ")）" else "."


def reads_as_marker(text: str, begin: int) -> bool:
    """Tell whether words that begin a line would be taken for something else than words."""
    return _LIKE_MARKER.match(text, begin) is not None


def _past_blanks(text: str, position: int) -> int:
    match = _BLANKS.match(text, position)
    return match.end() if match else position


def _line_end(text: str, start: int, after: int) -> str:
    """Return the characters that end the line before an offset; none at the end of the text."""
    if after - 2 >= start and text[after - 2 : after] == "\r\n":
        return "\r\n"
    return text[after - 1 : after] if after > start and text[after - 1] in "\r\n" else ""


def _width(text: str, start: int, end: int) -> int:
    width = 0
    for character in text[start:end]:
        if character == "\t":
            width += _TAB - width % _TAB
        else:
            width += 2 if character == "\u3000" else 1
    return width
