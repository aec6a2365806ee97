"""The block of settings at the top of a text, between two rows of `===`."""

import re
from collections.abc import Mapping

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.cursor import EMPTY_LINE, LINE_END
from argmap.syntax.data import read_data
from argmap.syntax.dialect import Dialect
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.tree import Data

_OPENING = re.compile(r"\s*(={3,})")
_CLOSING_LINE = re.compile(r"(?:(?<=\n)|(?<=\r))[ \t]*(?P<bar>={3,})[ \t]*(?=[\r\n]|\Z)")
_CLOSING = re.compile(r"(?P<bar>={3,})")


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
    body, fence = opening.end(), Span(*opening.span(1))
    paragraph = _paragraph_end(text, body)
    data: Data | None = None
    problems: list[Problem] = []
    closing = _CLOSING_LINE.search(text, body) or _CLOSING.search(text, body, paragraph)
    if closing:
        block, inner = Span(fence.start, closing.end()), Span(body, closing.start("bar"))
        data, problems = read_data(text, block, dialect, inner=inner)
        if data or closing.end() < paragraph:
            return data, closing.end(), problems
    # Without a second row, or with one far below: the paragraph may be the front matter.
    block = Span(fence.start, paragraph)
    alone, faults = read_data(text, block, dialect, inner=Span(body, paragraph))
    if closing and not (alone and alone.value):
        return None, closing.end(), problems
    message = "The front matter is never closed: the second row of `===` is missing."
    unclosed = Problem("SYN001", Finding(fence, message, "write `===` below its last line."))
    if alone and alone.value:
        return alone, paragraph, [unclosed, *faults]
    return None, body, [unclosed]


def text_settings(front_matter: Data | None) -> tuple[Mapping[str, str], bool]:
    """Return what front matter says about texts: special characters, and whether tags stay."""
    model = front_matter.value.get("model") if front_matter else None
    if not isinstance(model, dict):
        return SHORTCODES, True
    extra = model.get("shortcodes")
    signs = {
        name: str(entry.get("unicode", "")) if isinstance(entry, dict) else str(entry)
        for name, entry in (extra.items() if isinstance(extra, dict) else ())
    }
    return {**SHORTCODES, **signs}, not model.get("removeTagsFromText")


def _paragraph_end(text: str, start: int) -> int:
    """Return where the first empty line below an offset begins."""
    empty = EMPTY_LINE.search(text, start)
    return empty.start() if empty else len(text)


def misplaced_block_end(text: str, start: int) -> int:
    """Return where a block of front matter ends that stands behind something else.

    start:  offset behind its first row of `===`; returned if no second row is in the paragraph
    return: offset of the line below it
    """
    closing = _CLOSING_LINE.search(text, start, _paragraph_end(text, start))
    if closing is None:
        return start
    below = LINE_END.match(text, closing.end())
    return below.end() if below else closing.end()
