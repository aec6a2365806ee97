"""A plain text as its blocks: the headline, headings, paragraphs, items of lists, and notes."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from argmap.source import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BULLET = re.compile(
    r"(?:[-*+•–—·▪◦‣]|\(?\d{1,3}[.)]|\([a-z]\)|[a-z]\)|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、)(?=[ \t\u3000]|(?<=[、）)])\S)[ \t\u3000]*",
    re.IGNORECASE,
)
_RULER = re.compile(r"[-=_*~·—\s]{3,}\Z")
_STOP = re.compile(r"[.!?…。！？:：;；,，、][\"'”’»)\]」』）]*\Z")
_QUESTION = re.compile(r"[!?！？][\"'”’»)\]」』）]*\Z")
_LINK = re.compile(r"https?://|\bwww\.|\S@[^\s@.]{1,64}\.\w", re.IGNORECASE)
_SIZE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_BLANKS = " \t\u3000\ufeff\xa0\v\f"
_LONGEST_WRAPPED = 120  # characters; a line that is longer was not broken by hand
_MOST_IN_HEADING = 20  # words, or Chinese characters
_MOST_IN_HEADLINE = 40
_MOST_LINES = 3


class Kind(Enum):
    """What a block of a text is."""

    HEADLINE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    NOTE = auto()  # no sentence: a link, a signature


class Block(NamedTuple):
    """A block and its words, in code points, without marks of headings and lists."""

    kind: Kind
    span: Span
    level: int = 1


class _Run(NamedTuple):
    start: int
    end: int
    lines: int
    marker: str  # "#", a bullet, or nothing


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in its order; every word stands in one of them.

    Blocks end at empty lines, before items of lists, and around lines too long to have been
    broken by hand.
    """
    runs = list(_runs(text))
    blocks: list[Block] = []
    for number, run in enumerate(runs):
        words = text[run.start : run.end]
        span = Span(run.start, run.end)
        is_last = number + 1 == len(runs)
        if number == 0 and not is_last and _is_headline(words, run):
            blocks.append(Block(Kind.HEADLINE, span))
        elif run.marker.startswith("#"):
            blocks.append(Block(Kind.HEADING, span, len(run.marker)))
        elif _is_note(words):
            blocks.append(Block(Kind.NOTE, span))
        elif run.marker:
            blocks.append(Block(Kind.ITEM, span))
        elif _is_heading(words, run) and len(runs) > 1:
            blocks.append(Block(Kind.NOTE if is_last else Kind.HEADING, span))
        else:
            blocks.append(Block(Kind.PARAGRAPH, span))
    return tuple(blocks)


def _runs(text: str) -> Iterator[_Run]:
    open_run: _Run | None = None
    was_long = False
    for line in _LINE.finditer(text):
        start, end = _trimmed(text, *line.span(1))
        if start == end or _RULER.match(text, start, end):
            if open_run:
                yield open_run
            open_run = None
            continue
        hashes = _HASHES.match(text, start, end)
        bullet = None if hashes else _BULLET.match(text, start, end)
        mark = hashes or (bullet if bullet and bullet.end() < end else None)
        is_long = end - start > _LONGEST_WRAPPED
        if open_run and (mark or is_long or was_long or open_run.marker.startswith("#")):
            yield open_run
            open_run = None
        was_long = is_long
        if open_run:
            open_run = open_run._replace(end=end, lines=open_run.lines + 1)
        else:
            marker = (hashes[1] if hashes else mark[0].strip()) if mark else ""
            open_run = _Run(mark.end() if mark else start, end, 1, marker)
    if open_run:
        yield open_run


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the blanks around a stretch, and a byte order mark."""
    line = text[start:end]
    left = len(line) - len(line.lstrip(_BLANKS))
    return min(start + left, end), max(end - (len(line) - len(line.rstrip(_BLANKS))), start + left)


def _size(words: str) -> int:
    return sum(1 for _ in _SIZE.finditer(words))


def _is_headline(words: str, run: _Run) -> bool:
    if run.marker.startswith("#"):
        return True
    if run.marker or run.lines > _MOST_LINES or _LINK.search(words):
        return False
    if _QUESTION.search(words):
        return run.lines == 1 and _size(words) <= _MOST_IN_HEADING
    return not _STOP.search(words) and _size(words) <= _MOST_IN_HEADLINE


def _is_heading(words: str, run: _Run) -> bool:
    return run.lines < _MOST_LINES and not _STOP.search(words) and _size(words) <= _MOST_IN_HEADING


def _is_note(words: str) -> bool:
    return (
        _LINK.search(words) is not None
        and not _STOP.search(words)
        and _size(words) <= _MOST_IN_HEADING
    ) or not _SIZE.search(words)
