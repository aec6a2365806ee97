"""What a kind of sheet makes of a map: a task, gaps, pictures, and where answers are written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.classroom.gaps import Gap, Request
from argmap.classroom.lesson import Lesson
from argmap.mapping.argument_map import ArgumentMap
from argmap.publishing import (
    Align,
    Block,
    Cell,
    Paragraph,
    ParagraphStyle,
    Run,
    Style,
    Table,
    Together,
    paragraph,
    words,
)
from argmap.source import Span

HIGH = 20.0
"""How high a box for handwriting is, in millimetres; two share the width of a landscape page."""
LOW = 11.0
"""How high a line for a number or a sign is."""


class Option(NamedTuple):
    """One entry of what answers are picked from."""

    number: str
    text: str
    is_distractor: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """A sheet and its key, apart from what all sheets have.

    task:     what is to be done, in one or two sentences
    gaps:     by their letters
    covered:  the picture of the sheet, `solved` that of the key; None: no picture
    sheet:    what is printed besides, with room for the answers
    solution: of that what a key shows filled in, besides its table of answers
    focus:    ids of the boxes with gaps: of a map in parts only the parts with one are printed;
              empty: all are
    options:  what answers are picked from, as `sheet` prints it
    marked:   places in the source texts that the key marks: source key → spans
    """

    task: str
    gaps: tuple[Gap, ...]
    covered: ArgumentMap | None
    solved: ArgumentMap | None
    sheet: tuple[Block, ...]
    solution: tuple[Block, ...]
    options: tuple[Option, ...] = ()
    focus: frozenset[str] = frozenset()
    marked: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


class Kind(NamedTuple):
    """A kind of sheet, and what makes it; `make` raises `CannotAsk`."""

    name: str
    summary: str
    make: Callable[[Lesson, Request], Exercise]


def answer_boxes(gaps: Sequence[Gap], per_row: int = 2) -> tuple[Block, ...]:
    """Return boxes to write sentences in, each with its letter."""
    rows = []
    for start in range(0, len(gaps), per_row):
        cells: list[Cell] = []
        for gap in gaps[start : start + per_row]:
            cells.append(letter(gap))
            cells.append(Cell(()))
        while len(cells) < 2 * per_row:
            cells.append(Cell(()))
        rows.append(tuple(cells))
    share = 1.0 / per_row
    widths = (share * 0.08, share * 0.92) * per_row
    table = Table(tuple(rows), 0, widths, (HIGH,) * len(rows))
    return (Together((paragraph("Answers", ParagraphStyle.LABEL), table)),)


def answer_lines(
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    height: float = LOW,
) -> tuple[Block, ...]:
    """Return a table to write short answers in."""
    head = tuple(Cell((paragraph(text),)) for text in heads)
    body = tuple(tuple(row) for row in rows)
    heights = (0.0, *((height,) * len(body)))
    return (Together((Table((head, *body), 1, tuple(widths), heights),)),)


def answer(gap: Gap) -> Paragraph:
    """Return an answer as a key shows it."""
    return Paragraph(words(gap.answer, Style.GOOD))


def letter(gap: Gap) -> Cell:
    """Return the cell with a gap's letter."""
    return Cell((Paragraph(words(gap.letter, Style.STRONG)),), Align.CENTER)


def said(text: str, style: Style = Style.PLAIN) -> Cell:
    """Return a cell of words."""
    return Cell((Paragraph(words(text, style)),))


def bank(title: str, options: Sequence[Option], *, filled: bool) -> Block:
    """Return a numbered list to pick answers from; a key says which belong nowhere."""
    rows = []
    for option in options:
        runs = [Run(option.text)]
        if filled and option.is_distractor:
            runs.append(Run("  belongs nowhere", Style.BAD))
        number = Cell((Paragraph(words(option.number, Style.STRONG)),), Align.CENTER)
        rows.append((number, Cell((Paragraph(tuple(runs)),))))
    table = Table(tuple(rows), 0, (0.05, 0.95))
    return Together((paragraph(title, ParagraphStyle.LABEL), table))
