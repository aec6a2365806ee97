"""Stretches of a text that keep every blank: data, comments, links, tags and mentions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from argmap.source import Span
from argmap.syntax.cursor import EMPTY_LINE, LINE_END
from argmap.syntax.tree import Data, Document, MarkKind

_TOKENS = (
    MarkKind.LINK,
    MarkKind.TAG,
    MarkKind.STATEMENT_MENTION,
    MarkKind.ARGUMENT_MENTION,
)
_OVER_LINES = re.compile(r"\[[^\[\]]++\]\([^()]++\)|#\((?:[^)#]|#(?!\())*+\)")


class Islands:
    """Stretches of the text that nothing inside may change: data, comments, links, tags.

    data: start of each data block → its end
    """

    def __init__(self, document: Document) -> None:
        self.data: dict[int, int] = {}
        self.comments = sorted(document.comments)
        self._comment_starts = [comment.start for comment in self.comments]
        spans = list(self.comments)
        for item in document.items:
            data: Data | None = getattr(item, "data", None)
            if data:
                self.data[data.span.start] = data.span.end
                spans.append(data.span)
            text = getattr(item, "text", None)
            if text and text.marks:
                spans.extend(mark.span for mark in text.marks if mark.kind in _TOKENS)
        # The reference lets links and tags go on with the next line where argmap reads plain text.
        source = document.source.text
        spans.extend(
            Span(*match.span())
            for match in _OVER_LINES.finditer(source)
            if LINE_END.search(match[0]) and not EMPTY_LINE.search(match[0])
        )
        self.spans = _apart(spans)
        self._starts = [span.start for span in self.spans]

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the stretches that begin in a part of the text."""
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            yield self.spans[index]

    def hold(self, offset: int) -> bool:
        """Tell whether an offset lies in a stretch."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index].end

    def comment_at(self, offset: int) -> Span | None:
        """Return the comment that begins at an offset, if one does."""
        index = bisect_left(self._comment_starts, offset)
        if index < len(self.comments) and self.comments[index].start == offset:
            return self.comments[index]
        return None


def _apart(spans: list[Span]) -> list[Span]:
    """Sort spans and join those that overlap."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
