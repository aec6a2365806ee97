"""The text beside a map, with numbered lines and a margin for notes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from argmap.classroom.lesson import Lesson
from argmap.publishing import (
    Align,
    Block,
    Cell,
    Heading,
    Paragraph,
    ParagraphStyle,
    Run,
    Style,
    Table,
    paragraph,
    words,
)
from argmap.rendering.metrics import text_width
from argmap.source import Span

_WIDTH, _SIZE = 490.0, 11.0
"""How wide a line is, in points, and its letters: two thirds of a landscape page."""
_LONGEST = 20_000
"""Letters of a text that are printed; of a longer one, what is quoted and what is around it."""


class Line(NamedTuple):
    """A printed line: its number and where its words stand in the text."""

    number: int
    span: Span
    begins_paragraph: bool


@lru_cache(maxsize=8)
def numbered_lines(text: str) -> tuple[Line, ...]:
    """Break a text into lines that fit, and number them from 1; empty lines have no number."""
    lines: list[Line] = []
    start = 0
    for piece in text.splitlines(keepends=True):
        end = start + len(piece.rstrip())
        is_first = True
        for span in _broken(text, start, end):
            lines.append(Line(len(lines) + 1, span, is_first))
            is_first = False
        start += len(piece)
    return tuple(lines)


def _broken(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    begin, stop, width = start, None, 0.0
    for place in range(start, end):
        letter = text[place]
        if letter.isspace():
            stop = place
        width += text_width(letter, _SIZE)
        if width > _WIDTH:
            cut = stop if stop is not None and stop > begin else place
            if cut > begin:
                yield Span(begin, cut)
                begin = cut
                while begin < end and text[begin].isspace():
                    begin += 1
                width = sum(text_width(each, _SIZE) for each in text[begin : place + 1])
                stop = None
    if begin < end:
        yield Span(begin, end)


def line_at(lines: tuple[Line, ...], offset: int) -> int:
    """Return the number of the line in which an offset stands."""
    place = bisect_right([line.span.start for line in lines], offset)
    return lines[max(0, place - 1)].number


def text_blocks(lesson: Lesson, marked: Mapping[str, Iterable[Span]]) -> Iterator[Block]:
    """Return the source texts of a map; `marked` has the places that a key shows in its colour."""
    table = lesson.graph.settings.get("sources")
    for key, text in lesson.texts.items():
        if not text or not text.strip():
            continue
        about = table.get(key) if isinstance(table, dict) else None
        title = about.get("title") if isinstance(about, dict) else None
        yield Heading(2, words(str(title) if isinstance(title, str) else key))
        lines = numbered_lines(text)
        shown = tuple(line for line in lines if line.span.start < _LONGEST)
        spans = sorted(marked.get(key, ()))
        yield Table(
            tuple(_row(text, line, spans) for line in shown), 0, (0.05, 0.7, 0.25), rules=False
        )
        if len(shown) < len(lines):
            told = f"The text goes on for {len(lines) - len(shown)} more lines."
            yield paragraph(told, ParagraphStyle.NOTE)


def _row(text: str, line: Line, spans: list[Span]) -> tuple[Cell, ...]:
    number = Cell((Paragraph(words(str(line.number), Style.MUTE)),), Align.END)
    runs = []
    at = line.span.start
    for span in spans:
        first, last = max(span.start, at), min(span.end, line.span.end)
        if first < last:
            runs += [Run(text[at:first]), Run(text[first:last], Style.GOOD)]
            at = last
    runs.append(Run(text[at : line.span.end]))
    told = Paragraph(tuple(run for run in runs if run.text))
    return (number, Cell((told,)), Cell(()))
