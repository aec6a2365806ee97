"""How high blocks are on a page, closely enough to plan what fits on it.

Widths of words are those of the vendored font, so that a plan does not depend on the machine. The
spaces between blocks are those of the PDF writer, rounded up.
"""

from collections.abc import Iterable
from typing import assert_never

from argmap.publishing.blocks import (
    Blank,
    Block,
    Columns,
    Contents,
    Figure,
    Frame,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Quotation,
    Style,
    Table,
    Text,
    Together,
)
from argmap.publishing.shown import shown
from argmap.rendering.metrics import text_width
from argmap.rendering.svg import picture_size

POINTS = 72 / 25.4
"""Points in a millimetre."""
_CAPITAL, _LEADING = 0.73, 0.55  # height of a line and space to the next one, in font sizes
_BODY = 11.0
_SIZES = {
    ParagraphStyle.BODY: (_BODY, False, 9.4),
    ParagraphStyle.TITLE: (22.0, True, 10.0),
    ParagraphStyle.SUBTITLE: (13.0, False, 10.0),
    ParagraphStyle.LABEL: (8.5, True, 5.0),
    ParagraphStyle.NOTE: (9.0, False, 9.4),
    ParagraphStyle.CITATION: (_BODY, False, 9.4),
    ParagraphStyle.CARD: (_BODY, False, 9.4),
    ParagraphStyle.CLAIM: (14.0, True, 8.0),
}  # size in points, whether bold, space around in points
_HEADINGS = {1: 17.0, 2: 14.5, 3: 12.5, 4: 11.0}
_RUNS = {Style.UNREAD: 8.0, Style.CITE: 13.0}
_BOLD = (Style.STRONG, Style.CITE, Style.READ, Style.GOOD, Style.BAD)


def room(publication: Publication) -> tuple[float, float]:
    """Return the width and height between the margins, in points."""
    width, height = publication.size
    margins = 2 * publication.margin
    return (width - margins) * POINTS, (height - margins) * POINTS


def height_of(blocks: Iterable[Block], width: float) -> float:
    """Return how high blocks are in a column of a width, in points; page breaks are nothing."""
    return sum(_height(block, width) for block in blocks)


def _height(block: Block, width: float) -> float:  # noqa: PLR0911 (one arm for each block)
    match block:
        case Heading():
            return _text(block.text, width, _HEADINGS[block.level], is_bold=True) + 8.0
        case Paragraph():
            size, is_bold, around = _SIZES[block.style]
            inset = 14.0 if block.style is ParagraphStyle.CARD else 0.0
            return _text(block.text, width - inset, size, is_bold=is_bold) + around
        case Items():
            heights = (height_of(item.blocks, width - 20.0) - 3.4 for item in block.items)
            return sum(heights) + 4.0
        case Table():
            return _table(block, width)
        case Quotation():
            return height_of(block.blocks, width - 12.0) + 9.0
        case Figure():
            picture = picture_size(block.svg)
            high = width * block.width * picture.height / picture.width
            most = block.most * POINTS if block.most is not None else high
            return min(high, most) + (24.0 if block.caption else 10.0)
        case Frame():
            return height_of(block.blocks, width - 14.0) + (21.0 if block.label else 9.0)
        case Columns():
            shares = block.widths or (1.0,) * len(block.columns)
            whole = sum(shares)
            columns = (
                height_of(column, (width - 12.0) * share / whole)
                for column, share in zip(block.columns, shares, strict=True)
            )
            return max(columns, default=0.0) + 9.0
        case Lines():
            return block.count * block.height * POINTS + 9.0
        case Together():
            return height_of(block.blocks, width)
        case PageBreak() | Contents():
            return 0.0
        case _:
            assert_never(block)


def _table(block: Table, width: float) -> float:
    columns = max((len(row) for row in block.rows), default=0)
    shares = block.widths or (1.0,) * columns
    whole = sum(shares) or 1.0
    high = 14.0 if block.caption else 0.0
    for number, row in enumerate(block.rows):
        least = block.heights[number] * POINTS if number < len(block.heights) else 0.0
        cells = (
            height_of(cell.blocks, width * share / whole - 10.0)
            for cell, share in zip(row, shares, strict=False)
        )
        high += max(least, max(cells, default=0.0) - 9.0) + 10.0
    return high + 6.0


def _text(text: Text, width: float, size: float, *, is_bold: bool = False) -> float:
    """Return the height of running text: words are put on lines as a typesetter does."""
    room, used, lines, tallest = max(width, 20.0), 0.0, 1, size
    for part in text:
        if isinstance(part, Blank):
            used += part.width * POINTS
            continue
        points = _RUNS.get(part.style, size)
        tallest = max(tallest, points)
        bold = is_bold or part.style in _BOLD
        for word in _pieces(shown(part.text)):
            wide = text_width(word, points, is_bold=bold)
            if used and used + wide > room:
                lines += 1
                used = 0.0
            used += wide
            if used > room:  # longer than a line: broken anywhere
                lines += int(used // room)
                used %= room
    return tallest * (lines * _CAPITAL + (lines - 1) * _LEADING)


def _pieces(text: str) -> list[str]:
    """Return words with the blank behind them; letters that stand without blanks one by one."""
    found: list[str] = []
    for word in text.split(" "):
        if word.isascii():
            found.append(word + " ")
        else:
            found += _wide_apart(word)
            found.append(" ")
    return found


def _wide_apart(word: str) -> list[str]:
    found = [""]
    for letter in word:
        if "\u2e80" <= letter <= "\uffdc":
            found += [letter, ""]
        else:
            found[-1] += letter
    return [piece for piece in found if piece]
