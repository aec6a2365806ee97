"""The block of settings at the top of a text, between two rows of `===`."""

import re

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.data import read_data
from argmap.syntax.dialect import Dialect
from argmap.syntax.tree import Data

_OPENING = re.compile(r"\s*(={3,})")
_CLOSING_LINE = re.compile(r"^[ \t]*(={3,})[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"={3,}")
_EMPTY_LINE = re.compile(r"^[ \t]*$", re.MULTILINE)


def read_front_matter(
    text: str, start: int, dialect: Dialect
) -> tuple[Data | None, int, list[Problem]]:
    """Read the front matter, if there is one.

    text:   the whole source text; start: offset behind a byte order mark
    return: the data or None, the offset at which the document goes on, and problems
    """
    opening = _OPENING.match(text, start)
    if opening is None:
        return None, start, []
    body = opening.end()
    closing = _CLOSING_LINE.search(text.replace("\r", "\n") if "\r" in text else text, body)
    closing = closing or _CLOSING.search(text, body)
    if closing is None:
        message = "The front matter is never closed: the second row of `===` is missing."
        finding = Finding(Span(*opening.span(1)), message, "write `===` below its last line.")
        return None, start, [Problem("SYN001", finding)]
    block = Span(opening.start(1), closing.end())
    bar = closing.start(1) if closing.re is _CLOSING_LINE else closing.start()
    data, problems = read_data(text, block, dialect, inner=Span(body, bar))
    return data, closing.end(), problems


def misplaced_block_end(text: str, start: int) -> int:
    """Return where a block of front matter ends that stands behind something else.

    start:  offset behind its first row of `===`; returned if no second row is in the paragraph
    """
    empty = _EMPTY_LINE.search(text, start)
    limit = empty.start() if empty else len(text)
    closing = _CLOSING_LINE.search(text, start, limit)
    return closing.end() if closing else start
