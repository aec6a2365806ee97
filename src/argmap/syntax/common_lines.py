"""The lines that nearly all of a text consists of, each recognised by one expression.

Such a line has blanks, perhaps a relation's symbol or a step's number, perhaps a title, and words
without braces, comments or brackets; or it is blank. What does not fit is left to the scanner,
which reads every line. So this file may be left out without changing what a text means.
"""

import re
from functools import cache

from argmap.source import Span
from argmap.syntax.lines import EMPTY, Content, Line, LineKind, Opener
from argmap.syntax.tree import Form

_BLANK, _TEXT = LineKind.BLANK, LineKind.TEXT
_RELATION, _NUMBER = LineKind.RELATION, LineKind.NUMBER
_DEFINITION, _REFERENCE = Form.DEFINITION, Form.REFERENCE


@cache
def common_line(blanks: str) -> re.Pattern[str]:
    """Return the expression for a dialect; `blanks` are the characters that indent.

    It never gives back what it has taken, so it reads each character once.
    """
    return re.compile(
        rf"[{blanks}]*+"
        r"(?>(\+>|->|<\+|\+|<-|-(?!-)|><|_>|<_|_(?=\s|[<\[]))"  # 1: the symbol of a relation
        r"|(\([0-9]++\))"  # 2: the number of a step
        r"|(?![-*#=0-9]))"  # list items, headings, inferences and rules are not common
        r"[ \t]*+"
        r"(?:(\[(?!-)[^\[\]\r\n]++\](?!\()|<(?!-|!--)[^<>\r\n]++>)(:)?+)?+"  # 3, 4: title, colon
        r"[ \t]*+"
        r"((?:[^{<>\]/\r\n]++|/(?![/*]))*+)"  # 5: words
        r"(?:\r?\n|\Z)"
    )


def read_common_line(match: re.Match[str], start: int) -> Line:
    """Make the logical line of what `common_line` has matched at an offset."""
    symbol, number, title, colon, words = match.groups()
    if symbol is not None:
        kind, marker = _RELATION, Span(*match.span(1))
    elif number is not None:
        kind, marker = _NUMBER, Span(*match.span(2))
    else:
        begin = match.start(5 if title is None else 3)
        marker = Span(begin, begin)
        kind = _TEXT if title is not None or words else _BLANK
    content = EMPTY
    if words:
        begin = match.start(5)
        content = Content((Span(begin, begin + len(words.rstrip(" \t"))),))
    opener = None
    if title is not None:
        begin, end = match.span(3)
        form = _REFERENCE if colon is None else _DEFINITION
        is_argument = title[0] == "<"
        after = end if colon is None else end + 1
        opener = Opener(is_argument, form, title[1:-1], Span(begin, end), after)
    return Line(kind, start, marker, marker.start - start, opener, content)
