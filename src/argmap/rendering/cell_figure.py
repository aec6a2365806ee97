"""Draw an argument for a lesson: a bracket bar that says what it does, its premises side by side.

"because" and "however" are the words of MindMup and Rationale, made for reading a map aloud
(Cullen et al. 2018). Premises that work only together stand under one bar, joined by "+"; what
leads to a premise that is itself concluded stands under a bar of its own, below.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import ceil

from argmap.mapping.argument_map import HEADER, Box, BoxKind, EdgeKind, Row, Strip
from argmap.rendering.box_notes import (
    BETWEEN,
    place_pictures,
    sources_text,
    swatch_of,
    tags_of,
)
from argmap.rendering.box_sizes import Widths, leading, scale
from argmap.rendering.card_figure import is_strong, row_color
from argmap.rendering.cut_marks import cut_marks, wrap_marks, write_marks
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Image, Line, Pen, Port, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.spines import ROOM, WIDTH, draw_spine
from argmap.rendering.theme import Palette, Swatch, Theme
from argmap.rendering.wrapping import wrap

_EDGE = 9.0
"""Between the border of the block and what is in it; `_GAP` from the bar to the cells."""
_GAP = 9.0
_PAD = 11.0
_JOINT = 24.0
_ROUND = 12.0
_CELL = 0.78
_THREE = 3


def has_bar(box: Box) -> bool:
    """Whether a box is drawn under a bar: an argument, or a statement that has one role."""
    return box.kind is BoxKind.ARGUMENT or (box.role in _WORDS and not box.is_thesis)


def draw_cells(box: Box, theme: Theme, widths: Widths) -> Figure:
    """Return the figure of an argument, or of a statement that does one thing only."""
    return _Block(box, theme, widths).draw()


_WORDS = {
    EdgeKind.SUPPORT: "because",
    EdgeKind.ENTAILS: "because",
    EdgeKind.ATTACK: "however",
    EdgeKind.CONTRARY: "however",
    EdgeKind.CONTRADICTORY: "however",
    EdgeKind.UNDERCUT: "but that does not follow",
}


@dataclass(slots=True)
class _Cell:
    """One claim in a block: its words broken into lines, and what stands around them."""

    words: str
    palette: Palette
    color: str
    title: str = ""
    tags: str = ""
    sources: str = ""
    number: str = ""
    is_bold: bool = False
    is_unstated: bool = False
    swatch: Swatch | None = None
    port: str = ""
    is_met: bool = False
    pen: Pen = field(default_factory=Pen)
    left: float = 0.0
    width: float = 0.0


@dataclass(slots=True)
class _Level:
    """A bar and the cells below it, some to a line."""

    words: str
    lines: list[list[_Cell]]
    port: str = ""

    @property
    def width(self) -> float:
        """How wide it is at least."""
        joints = [
            sum(cell.width for cell in line) + _JOINT * (len(line) - 1) for line in self.lines
        ]
        return max(joints)


class _Block:
    def __init__(self, box: Box, theme: Theme, widths: Widths) -> None:
        self.box, self.theme, self.sizes = box, theme, theme.sizes
        self.palette = theme.palette(box.role)
        self.limit = widths.statement * scale(theme) * (_CELL if box.parts else 1.0)
        self.is_numbered = sum(isinstance(part, Strip) for part in box.parts) > 1
        self.pen = Pen(y=_EDGE)
        self.ports: list[Port] = []
        self.inner = 0.0

    def draw(self) -> Figure:
        above, levels = self._levels()
        head = self._head()
        self.inner = max(
            [max(level.width, self._bar_width(level.words)) for level in levels]
            + [text_width(line, self.sizes.title, is_bold=True) for line in head]
            + [cell.width for cell in above]
        )
        pen, width = self.pen, ceil(self.inner + 2 * _EDGE)
        if head:
            pen.write(
                head, _EDGE + 3, self.sizes.title, self.palette.line, leading=18.0, is_bold=True
            )
            pen.y += 4.0
        for cell in above:
            self._draw_line([cell])
            pen.y += _GAP
        for place, level in enumerate(levels):
            if place:
                pen.y += _GAP
            self._draw_bar(level)
            for number, line in enumerate(level.lines):
                if number:
                    self._join(_EDGE + self.inner / 2, pen.y + _JOINT / 2)
                    pen.y += _JOINT
                self._draw_line(line)
        if self.box.parts and cut_marks(self.box):
            pen.y += 6.0
            write_marks(pen, wrap_marks(self.box, self.inner, self.theme), _EDGE + 3, self.theme)
        height = ceil(pen.y + _EDGE)
        block = Rectangle(
            0.6,
            0.6,
            width - 1.2,
            height - 1.2,
            self.palette.tint,
            self.palette.line,
            1.2,
            radius=_ROUND + 4.0,
            dash="5 3" if self.box.is_unstated and self.box.kind is BoxKind.ARGUMENT else "",
        )
        shapes = (block, *pen.shapes)
        images = tuple(pen.images)
        return Figure(width, height, shapes, tuple(pen.lines), tuple(self.ports), images)

    def _head(self) -> list[str]:
        """Return the title of a reconstructed argument; a sketch has it in its cell."""
        box = self.box
        told = [printable(box.title)] if box.title and box.parts else []
        told += [printable(box.label).upper()] if box.label and box.parts else []
        if box.hue is not None and box.hue.tag and box.parts:
            told.append(printable(box.hue.tag))
        limit = self.limit * 2
        return wrap(BETWEEN.join(told), limit, self.sizes.title, is_bold=True) if told else []

    def _levels(self) -> tuple[list[_Cell], list[_Level]]:
        """Return the cells above all bars, and the bars with the cells below each."""
        box = self.box
        if not box.parts:
            word = _WORDS.get(box.role, "reason") if box.role else "reason"
            return [], [_Level(word, [[self._own_cell()]])]
        above: list[_Cell] = []
        levels: list[_Level] = []
        cells: list[_Cell] = above
        below: list[list[_Cell]] = []
        before = ""
        for part in box.parts:
            if isinstance(part, Row):
                cells.append(self._row_cell(part))
                before = str(part.number)
                continue
            cells = []
            below.append(cells)
            levels.append(_Level(self._bar_words(part, len(levels), before), [], part.port))
        for level, own in zip(levels, below, strict=True):
            level.lines = _in_lines(own)
        return above, levels

    def _bar_words(self, strip: Strip, place: int, before: str) -> str:
        role = self.box.role if place == 0 else EdgeKind.SUPPORT
        word = _WORDS.get(role, "because") if role else "because"
        if place:
            word = f"({before}) because"
        if strip.premises:
            word += " " + " ".join(f"({number})" for number in strip.premises)
        rules = printable(", ".join(strip.rules))
        return f"{word}{BETWEEN}{rules}" if rules else word

    def _bar_width(self, words: str) -> float:
        lines = self._bar_lines(words, max(self.limit * 1.3, 130.0))
        return 24.0 + max(text_width(line, self.sizes.title, is_bold=True) for line in lines)

    def _bar_lines(self, words: str, limit: float) -> list[str]:
        return wrap(words, limit, self.sizes.title, is_bold=True)

    def _own_cell(self) -> _Cell:
        """Return the one cell of a sketch, or of a statement."""
        box, theme = self.box, self.theme
        swatch = swatch_of(box, theme)
        palette = swatch.palette if swatch else _plain(theme)
        if not swatch and box.is_unsupported:
            palette = theme.warning
        text = printable(box.text or "")
        is_titled = box.kind is BoxKind.ARGUMENT or box.is_headed or not text
        title = printable(box.title or "") if is_titled else ""
        cell = _Cell(
            words=text if text or title else "…",
            palette=palette,
            color=palette.line if swatch or box.is_unsupported else theme.mute,
            title=title,
            tags=_told([*tags_of(box), *cut_marks(box)]),
            sources=sources_text(box.sources),
            is_unstated=box.is_unstated,
            swatch=swatch,
        )
        return self._measured(cell, self.limit)

    def _row_cell(self, row: Row) -> _Cell:
        theme = self.theme
        swatch = swatch_of(row, theme)
        palette = theme.warning if row.is_unsupported else _plain(theme)
        tags = tags_of(row, self.box.hue)
        if row.also_in:
            tags.append("also in " + ", ".join(printable(title) for title in row.also_in))
        cell = _Cell(
            words=printable(row.caption) or "…",
            palette=swatch.palette if swatch else palette,
            color=row_color(row, swatch, theme),
            tags=_told(tags),
            sources=sources_text(row.sources),
            number=f"({row.number})" if self.is_numbered else "",
            is_bold=is_strong(row),
            is_unstated=row.is_unstated,
            swatch=swatch,
            port=row.port,
            is_met=row.is_met,
        )
        return self._measured(cell, self.limit)

    def _measured(self, cell: _Cell, limit: float) -> _Cell:
        """Write a cell's lines with its own corner as origin, and find out how wide it is."""
        pen, sizes, ink = Pen(y=8.0), self.sizes, self.theme.ink
        indent = text_width(cell.number, sizes.small) + 5.0 if cell.number else 0.0
        left = _PAD + (ROOM if cell.swatch and cell.swatch.rhythm else 0.0) + indent
        right = 0.0
        if cell.port == "":
            right = place_pictures(pen, self.box.pictures, left, limit)
        high = leading(sizes.body)
        for words, bold in ((cell.title, True), (cell.words, cell.is_bold)):
            lines = wrap(words, limit, sizes.body, is_bold=bold) if words else []
            pen.write(lines, left, sizes.body, ink, leading=high, is_bold=bold)
        if cell.number and pen.lines:
            first = pen.lines[0]
            pen.lines.append(
                Line(left - indent, first.y, cell.number, sizes.small, self.theme.mute)
            )
        tags = wrap(cell.tags, limit, sizes.small, is_bold=True) if cell.tags else []
        pen.y += 2.0 if tags or cell.sources else 0.0
        pen.write(tags, left, sizes.small, cell.color, leading=15.0, is_bold=True)
        if cell.sources:
            pen.write([cell.sources], left, sizes.small, self.theme.mute, leading=15.0)
        pen.y += 8.0
        cell.pen, cell.left = pen, left
        cell.width = max(right, pen.right) + _PAD
        return cell

    def _draw_bar(self, level: _Level) -> None:
        """Draw a bar as wide as the block."""
        pen, size = self.pen, self.sizes.title
        start = pen.y
        lines = self._bar_lines(level.words, self.inner - 20.0)
        high = 20.0 * len(lines) + 6.0
        pen.shapes.append(
            Rectangle(
                _EDGE,
                start,
                self.inner,
                high,
                self.palette.band,
                self.palette.line,
                1.2,
                radius=_ROUND - 4.0,
            )
        )
        pen.y += 3.0
        for words in lines:
            x = _EDGE + (self.inner - text_width(words, size, is_bold=True)) / 2
            pen.write([words], x, size, self.palette.on_band, leading=20.0, is_bold=True)
        pen.y = start + high + _GAP
        if not self.ports:
            self.ports.append(Port(HEADER, 0.0, start if level.port else start + high))
        if level.port:
            self.ports.append(Port(level.port, start, start + high))

    def _draw_line(self, line: list[_Cell]) -> None:
        """Draw cells side by side, as high as the highest of them, joined by "+"."""
        pen = self.pen
        if not self.ports:
            self.ports.append(Port(HEADER, 0.0, pen.y))
        self._even_out(line)
        high = max(cell.pen.y for cell in line)
        spare = self.inner - sum(cell.width for cell in line) - _JOINT * (len(line) - 1)
        x = _EDGE
        for place, cell in enumerate(line):
            width = cell.width + spare / len(line)
            if place:
                self._join(x - _JOINT / 2, pen.y + high / 2)
            self._draw_cell(cell, x, width, high)
            if cell.port:
                side = "" if len(line) == 1 else "w" if place == 0 else "e"
                self.ports.append(Port(cell.port, pen.y, pen.y + high, side))
            x += width + _JOINT
        pen.y += high

    def _even_out(self, line: list[_Cell]) -> None:
        """Make the cells of a line equally wide, if all words have room in them."""
        share = (self.inner - _JOINT * (len(line) - 1)) / len(line)
        tried = [
            self._measured(replace(cell), max(share - cell.left - _PAD, 1.0)) for cell in line
        ]
        if max(cell.width for cell in tried) <= share + 0.1:
            for cell, better in zip(line, tried, strict=True):
                cell.pen, cell.width = better.pen, share

    def _draw_cell(self, cell: _Cell, x: float, width: float, height: float) -> None:
        pen, y = self.pen, self.pen.y
        border = Rectangle(
            x + 0.7,
            y + 0.7,
            width - 1.4,
            height - 1.4,
            cell.palette.tint,
            cell.palette.line,
            1.4,
            radius=_ROUND,
            dash="5 3" if cell.is_unstated else "",
        )
        pen.shapes.append(border)
        if cell.swatch:
            pen.shapes += draw_spine(
                cell.swatch,
                Rectangle(x + 5.0, y + 9.0, WIDTH, height - 18.0),
                is_grey=self.theme.is_grey,
            )
        down = y + (height - cell.pen.y) / 2
        pen.lines += [
            Line(x + part.x, down + part.y, part.text, part.size, part.color, part.is_bold)
            for part in cell.pen.lines
        ]
        pen.images += [
            Image(x + image.x, down + image.y, image.width, image.height, image.href, image.name)
            for image in cell.pen.images
        ]

    def _join(self, x: float, y: float) -> None:
        size = 17.0
        width = text_width("+", size, is_bold=True)
        self.pen.lines.append(
            Line(x - width / 2, y + 0.36 * size, "+", size, self.palette.line, is_bold=True)
        )


def _in_lines(cells: list[_Cell]) -> list[list[_Cell]]:
    """Set cells side by side: two to a line, three if no edge has to reach the middle one."""
    if len(cells) == _THREE and not cells[1].is_met:
        return [cells]
    return list(_pairs(cells))


def _pairs(cells: list[_Cell]) -> Iterator[list[_Cell]]:
    for start in range(0, len(cells), 2):
        yield cells[start : start + 2]


def _told(tags: list[str]) -> str:
    """Return tags as a cell tells them: capitals are hard on young readers."""
    return BETWEEN.join(
        tag.lower() if tag in ("UNSTATED", "NO SUPPORT YET") else tag for tag in tags
    )


def _plain(theme: Theme) -> Palette:
    return Palette(theme.box_line, theme.box, theme.box_line, theme.box)
