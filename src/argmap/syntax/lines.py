"""What the scanner hands out: logical lines, and the titles that they begin with."""

from enum import Enum, auto
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.tree import Form


class LineKind(Enum):
    """What the start of a line makes of it."""

    BLANK = auto()
    TEXT = auto()
    HEADING = auto()
    RELATION = auto()
    NUMBER = auto()
    INFERENCE = auto()
    ITEM = auto()
    RULE = auto()  # a row of dashes, stars or equals signs with nothing else
    END = auto()


class Opener(NamedTuple):
    """A title at the start of what a line says; `span` includes brackets, not the colon."""

    is_argument: bool
    form: Form
    title: str
    span: Span
    end: int


class Content(NamedTuple):
    """What a line says behind its marker and title.

    pieces: its words, without comments and data
    data:   `{…}` blocks behind the words
    after:  what stands behind the data (tags, as a rule)
    """

    pieces: tuple[Span, ...] = ()
    data: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()


EMPTY = Content()


class Line(NamedTuple):
    """A logical line.

    start:   offset of its first character, blanks included
    marker:  the symbol, number, bar, hashes or bullet at its start (empty span if there is none)
    width:   how many characters of blanks stand before the marker or the text
    opener:  the title that the content starts with, if there is one
    content: what it says behind marker and opener
    closed:  False for an inference whose second bar is missing
    """

    kind: LineKind
    start: int
    marker: Span
    width: int = 0
    opener: Opener | None = None
    content: Content = EMPTY
    closed: bool = True

    @property
    def content_start(self) -> int:
        """Offset of the first character behind the marker."""
        if self.opener:
            return self.opener.span.start
        if self.content.pieces:
            return self.content.pieces[0].start
        return self.content.data[0].start if self.content.data else self.marker.end

    @property
    def words_end(self) -> int:
        """Offset behind the first stretch of its words, or of its title."""
        pieces = self.content.pieces
        return pieces[0].end if pieces else self.opener.end if self.opener else self.content_start

    def content_with_title(self) -> Content:
        """Return what it says, with the title that it begins with as a part of its words."""
        if self.opener is None:
            return self.content
        return self._content_from(self.opener.span.start, self.opener.end)

    def content_with_marker(self) -> Content:
        """Return what it says, with its marker and title as a part of its words."""
        end = self.opener.end if self.opener else self.marker.end
        return self._content_from(self.marker.start, end)

    def _content_from(self, start: int, end: int) -> Content:
        """Return what it says, with the stretch before it, which a comment may part from it."""
        pieces = self.content.pieces
        if pieces and pieces[0].start <= end + 1:
            pieces = (Span(start, pieces[0].end), *pieces[1:])
        else:
            pieces = (Span(start, end), *pieces)
        return self.content._replace(pieces=pieces)
