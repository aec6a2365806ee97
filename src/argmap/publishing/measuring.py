"""How high blocks are on a page, closely enough to plan what fits on it.

Widths of words are those of the vendored font, so that a plan does not depend on the machine. The
spaces between blocks are those that typst leaves for the PDF writer's settings. Most pages are
estimated a few points too high; one may be a line too low, where Chinese may not be broken at the
end of the line: keep a line free.
"""

from collections.abc import Iterable
from typing import NamedTuple, assert_never

from argmap.publishing.blocks import (
    Blank,
    Block,
    Columns,
    Contents,
    Figure,
    Frame,
    FrameStyle,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Quotation,
    Run,
    Style,
    Table,
    Text,
    Together,
)
from argmap.publishing.shown import is_long, shown
from argmap.rendering.metrics import text_width
from argmap.rendering.svg import picture_size
from argmap.rendering.typesetting import POINTS_PER_MM

_CAPITAL, _LEADING, _BETWEEN = 0.69, 0.55, 0.85
"""Font sizes: height of a line, space to the next one, space to the next paragraph."""
_BODY = 11.0
_GAP = _BETWEEN * _BODY
_SIZES = {
    ParagraphStyle.BODY: (_BODY, False, None, None),
    ParagraphStyle.TITLE: (22.0, True, None, 8.0),
    ParagraphStyle.SUBTITLE: (13.0, False, None, None),
    ParagraphStyle.LABEL: (8.5, True, 10.0, 5.0),
    ParagraphStyle.NOTE: (9.0, False, None, None),
    ParagraphStyle.CITATION: (_BODY, False, None, 5.0),
    ParagraphStyle.CARD: (_BODY, False, _GAP, _GAP),
    ParagraphStyle.CLAIM: (14.0, True, None, 8.0),
}  # size in points, whether bold, space above and below in points
_HEADINGS = {1: 17.0, 2: 14.5, 3: 12.5, 4: 11.0}
_RUNS = {Style.UNREAD: 8.0, Style.CITE: 13.0}
_BOLD = (Style.STRONG, Style.CITE, Style.READ, Style.GOOD, Style.BAD)


class _Box(NamedTuple):
    """A block's height, and the space above and below it, in points.

    Where neither of two neighbours asks for any, it is that between paragraphs (`_GAP`).
    """

    high: float
    above: float | None = None
    below: float | None = None


def room(publication: Publication) -> tuple[float, float]:
    """Return the width and height between the margins, in points."""
    width, height = publication.size
    margins = 2 * publication.margin
    return (width - margins) * POINTS_PER_MM, (height - margins) * POINTS_PER_MM


def height_of(blocks: Iterable[Block], width: float) -> float:
    """Return how high blocks are in a column of a width, in points; page breaks are nothing.

    The space above the first and below the last of them does not count: it ends with the page.
    """
    high, last = 0.0, None
    for block in blocks:
        box = _box(block, width)
        if box is None:
            continue
        if last is not None:
            asked = [space for space in (last.below, box.above) if space is not None]
            high += max(asked, default=_GAP)
        high += box.high
        last = box
    return high


def _box(block: Block, width: float) -> _Box | None:  # noqa: PLR0911, PLR0912 (an arm for each)
    match block:
        case Heading():
            return _Box(_text(block.text, width, _HEADINGS[block.level], is_bold=True), 12.0, 6.0)
        case Paragraph():
            size, is_bold, above, below = _SIZES[block.style]
            inset = 14.0 if block.style is ParagraphStyle.CARD else 0.0
            text = block.text
            if block.style is ParagraphStyle.LABEL:
                text = tuple(_capital(part) for part in text)
            return _Box(_text(text, width - inset, size, is_bold=is_bold), above, below)
        case Items():
            return _items(block, width)
        case Table():
            return _Box(_table(block, width))
        case Quotation():
            return _Box(height_of(block.blocks, width - 10.0))
        case Figure():
            picture = picture_size(block.svg)
            high = width * block.width * picture.height / picture.width
            most = block.most * POINTS_PER_MM if block.most is not None else high
            return _Box(min(high, most) + (16.0 if block.caption else 0.0))
        case Frame():
            aside, around = (9.0, 4.0) if block.style is FrameStyle.BAR else (14.0, 14.0)
            label = 8.5 * _CAPITAL + _GAP if block.label else 0.0
            return _Box(height_of(block.blocks, width - aside) + around + label)
        case Columns():
            shares = block.widths or (1.0,) * len(block.columns)
            whole = sum(shares) or 1.0
            free = width - 12.0 * (len(shares) - 1)
            columns = (
                height_of(column, free * share / whole)
                for column, share in zip(block.columns, shares, strict=True)
            )
            return _Box(max(columns, default=0.0))
        case Lines():
            return _Box(block.count * block.height * POINTS_PER_MM)
        case Together():
            return _Box(height_of(block.blocks, width))
        case PageBreak() | Contents():
            return None
        case _:
            assert_never(block)


def _items(block: Items, width: float) -> _Box:
    is_marked = any(item.mark is not None for item in block.items)
    digits = len(str(block.start + len(block.items))) if block.is_numbered else 0
    aside = 1.8 * _BODY if is_marked else 10.0 + 6.2 * digits
    heights = [height_of(item.blocks, width - aside) for item in block.items]
    between = 6.0 if is_marked else _LEADING * _BODY
    if not is_marked and any(is_long(item) for item in block.items):
        between = _GAP
    return _Box(sum(heights) + between * max(len(heights) - 1, 0))


def _table(block: Table, width: float) -> float:
    columns = max((len(row) for row in block.rows), default=0)
    shares = block.widths or (1.0,) * columns
    whole = sum(shares) or 1.0
    high = 9.0 * _CAPITAL + _GAP if block.caption else 0.0
    for number, row in enumerate(block.rows):
        least = block.heights[number] * POINTS_PER_MM if number < len(block.heights) else 0.0
        cells = (
            height_of(cell.blocks, width * share / whole - 10.0)
            for cell, share in zip(row, shares, strict=False)
        )
        high += max(least, max(cells, default=0.0) + 10.0)
    return high


def _capital(part: Run | Blank) -> Run | Blank:
    return part if isinstance(part, Blank) else part._replace(text=part.text.upper())


def _text(text: Text, width: float, size: float, *, is_bold: bool = False) -> float:
    """Return the height of running text: words are put on lines as a typesetter does.

    A line is as high as its tallest word.
    """
    room, used = max(width, 20.0), 0.0
    high = tallest = 0.0
    for part in text:
        if isinstance(part, Blank):
            wide = part.width * POINTS_PER_MM
            if used and used + wide > room:
                high += tallest * _CAPITAL + size * _LEADING
                used, tallest = 0.0, 0.0
            used, tallest = used + wide, max(tallest, size)
            continue
        points = _RUNS.get(part.style, size)
        bold = is_bold or part.style in _BOLD
        for word in _pieces(shown(part.text)):
            wide = text_width(word, points, is_bold=bold)
            if used and used + text_width(word.rstrip(), points, is_bold=bold) > room:
                high += tallest * _CAPITAL + size * _LEADING
                used, tallest = 0.0, 0.0
            used, tallest = used + wide, max(tallest, points)
            if wide > room:  # longer than a line: broken anywhere
                more = int(used // room)
                high += more * (tallest * _CAPITAL + size * _LEADING)
                used %= room
    return high + (tallest or size) * _CAPITAL


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
