"""Where a text names other files: `@include(path)`, outside comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.source import Span
from argmap.syntax.search import ForwardSearch

_START = re.compile(r"(?P<comment>/\*|<!--)|(?P<line_comment>(?<!:)//[^\r\n]*)|@include\(")
_LINE_ENDS = ("\n", "\r")


@dataclass(frozen=True, slots=True)
class Include:
    """`@include(path)`: `path` without the blanks around it, `span` of the whole directive."""

    span: Span
    path: str


def find_includes(text: str) -> Iterator[Include]:
    """Give the directives of a text in order; linear, whatever the text holds.

    A path ends at the first `)` and stands on one line.
    """
    find = ForwardSearch(text)
    position = 0
    while match := _START.search(text, position):
        position = match.end()
        if match.lastgroup == "line_comment":
            continue
        if match.lastgroup == "comment":
            closing = "*/" if match[0] == "/*" else "-->"
            end = find.next(closing, position)
            position = position if end is None else end + len(closing)
            continue
        end = find.next(")", position)
        if end is None or end == position:
            continue
        breaks = (find.next(mark, position) for mark in _LINE_ENDS)
        if all(place is None or place > end for place in breaks):
            yield Include(Span(match.start(), end + 1), text[position:end].strip())
            position = end + 1
