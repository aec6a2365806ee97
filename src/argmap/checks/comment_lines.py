"""How comments stand on their lines: what is in front of each, what is behind it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.source import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = " \t"


class PlacedComment(NamedTuple):
    """A comment, its line, and how to take it out of there.

    leads:    nothing but blanks and other comments stands in front of it on its line
    deletion: what to delete so that nothing else is read differently; None if there is no way
    """

    span: Span
    leads: bool
    deletion: Span | None


def place_comments(text: str, comments: Sequence[Span]) -> Iterator[PlacedComment]:
    """Give the comments of a text, which are in order, with what surrounds them; linear."""
    before_end, leads = 0, True  # of the comment before
    if text.startswith("\ufeff"):
        before_end = 1
    for index, span in enumerate(comments):
        following = comments[index + 1].start if index + 1 < len(comments) else len(text)
        line = _last_line_start(text, before_end, span.start)
        begin = before_end if line is None else line
        gap = text[begin : span.start]
        is_blank = not gap.strip(_BLANKS)
        is_first = is_blank and (line is not None or before_end <= text.startswith("\ufeff"))
        leads = is_blank and (is_first or leads)
        yield PlacedComment(span, leads, _deletion(text, span, begin, following, is_first, leads))
        before_end = span.end


def _last_line_start(text: str, start: int, end: int) -> int | None:
    """Return where the last line begins that begins in a stretch, None if none does."""
    place = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
    return place + 1 if place >= 0 else None


def _deletion(  # noqa: PLR0913, PLR0917 (what is known of one comment)
    text: str, span: Span, begin: int, following: int, is_first: bool, leads: bool
) -> Span | None:
    match = _LINE_END.search(text, span.end, following)
    rest_end = match.start() if match else following
    is_last = not text[span.end : rest_end].strip(_BLANKS)
    is_last = is_last and (match is not None or following == len(text))
    if is_first and is_last:
        return Span(begin, match.end() if match else rest_end)
    gap = text[span.end : following]
    if is_first and (following == len(text) or gap.strip(_BLANKS)):
        return Span(begin, span.end)  # what follows is indented by the blanks behind the comment
    if leads and not is_last:
        return None  # behind it stands a comment: both deleted, an empty line might be left
    start = begin + len(text[begin : span.start].rstrip(_BLANKS))
    if is_last:
        return Span(start, rest_end)
    if text[span.end : span.end + 1] in ("", " ", "\t"):
        return Span(start, span.end)
    return span if start < span.start else None
