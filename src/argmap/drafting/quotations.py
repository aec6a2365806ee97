"""The stretches of a text that stand in quotation marks."""

import re
from typing import NamedTuple

from argmap.source import Span

_MARK = re.compile(r"[“”„‟\"«»「」『』]|(?<!\w)‘(?=\w)|(?<=[^\s‘])’(?!\w)")
_CLOSERS = {
    "“": "”",
    "„": '“”‟"',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"',
}


class Quotation(NamedTuple):
    """A stretch in quotation marks: `span` with them, `words` without."""

    span: Span
    words: Span


def find_quotations(text: str, block: Span) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a block.

    One that is never closed reaches to the end of the block if it begins with a curly mark, as a
    quotation of several paragraphs does; a straight mark without its like is no quotation.
    """
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    depth = 0
    for match in _MARK.finditer(text, *block):
        mark = match[0]
        if opened is None:
            if mark in _CLOSERS and not (mark == '"' and _closes(text, match.start(), block)):
                opened, depth = (match.start(), mark), 0
        elif mark in _CLOSERS[opened[1]]:
            if depth:
                depth -= 1
                continue
            found.append(_quotation(opened[0], match.end(), match.start()))
            opened = None
        elif mark == opened[1]:
            depth += 1
    if opened and opened[1] not in '"‘»':
        found.append(_quotation(opened[0], block.end, block.end))
    return tuple(found)


def _quotation(start: int, end: int, words_end: int) -> Quotation:
    return Quotation(Span(start, end), Span(start + 1, max(words_end, start + 1)))


def _closes(text: str, place: int, block: Span) -> bool:
    """Tell whether a straight mark can only close: it stands behind a word and before none."""
    before = text[place - 1 : place] if place > block.start else " "
    after = text[place + 1 : place + 2]
    return not before.isspace() and before not in "([—–-" and (not after or after.isspace())
