"""Draw an argument as a card: a header, a strip for each inference, a row for each premise."""

from math import ceil

from argmap.mapping.argument_map import HEADER, Box, Row, RowKind, Strip
from argmap.rendering.box_notes import (
    ALSO,
    BESIDE,
    place_pictures,
    row_tags,
    shortened,
    swatch_of,
    write_sources,
)
from argmap.rendering.box_sizes import NUMBER, PAD, Widths, leading, scale
from argmap.rendering.cut_marks import draw_foot, wrap_marks, write_marks
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Line, Pen, Port, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.spines import WIDTH, draw_spine
from argmap.rendering.theme import SIGNS, Palette, Rhythm, Swatch, Theme
from argmap.rendering.wrapping import wrap

_ROOM = 4.0


def draw_card(box: Box, theme: Theme, widths: Widths) -> Figure:
    """Return the figure of an argument, sketched or reconstructed."""
    return _Card(box, theme, widths).draw()


class _Card:
    """One card while it is drawn, from the header downwards."""

    def __init__(self, box: Box, theme: Theme, widths: Widths) -> None:
        self.box, self.theme, self.sizes = box, theme, theme.sizes
        self.limit = (widths.card if box.parts else widths.sketch) * scale(theme)
        self.swatch = swatch_of(box, theme)
        # Without colours the header has to say by its fill what the argument does.
        own = None
        if self.swatch and not theme.is_grey:
            own = self.swatch.palette if self.swatch.rhythm else theme.plain
        self.palette: Palette = own or theme.palette(box.role)
        has_hues = box.hue is not None or any(
            isinstance(part, Row) and part.hue is not None for part in box.parts
        )
        self.pad = PAD + (_ROOM if has_hues else 0.0)
        self.pen = Pen(y=5.0)
        self.width = 0
        self.marks: list[str] = []

    def draw(self) -> Figure:
        box, pen, palette = self.box, self.pen, self.palette
        limit, small = self.limit, self.sizes.small
        sign = SIGNS.get(box.role, "") if box.role else ""
        title = printable(box.title or (box.text if box.parts else "") or "") or "Argument"
        indent = text_width(sign, self.sizes.title, is_bold=True) + 6.0 if sign else 0.0
        titles = wrap(title, limit - indent, self.sizes.title, is_bold=True)
        told = [printable(box.label).upper()] if box.label else []
        if box.hue is not None and box.hue.tag:
            told.append(shortened(printable(box.hue.tag)))
        notes = wrap(" · ".join(told), limit - indent, small, is_bold=True) if told else []
        has_body = box.text is not None and not box.parts
        body = wrap(printable(box.text or ""), limit, self.sizes.body) if has_body else []
        self.marks = wrap_marks(box, limit, self.theme)
        rows = [self._wrap_part(part) for part in box.parts]
        inner = max(
            [indent + text_width(line, self.sizes.title, is_bold=True) for line in titles]
            + [text_width(line, self.sizes.body) for line in body]
            + [indent + text_width(line, small, is_bold=True) for line in notes]
            + [text_width(line, small, is_bold=True) for line in self.marks]
            + [self._part_width(part, lines) for part, lines in zip(box.parts, rows, strict=True)]
            + [min(limit, sum(picture.width for picture in box.pictures))]
        )
        self.width = ceil(inner + self.pad + PAD)
        pen.write(
            titles,
            self.pad + indent,
            self.sizes.title,
            palette.on_band,
            leading=15.0,
            is_bold=True,
        )
        if sign:
            first = pen.lines[0]
            pen.lines.append(Line(self.pad, first.y, sign, first.size, first.color, is_bold=True))
        pen.write(notes, self.pad + indent, small, palette.on_band, leading=12.0, is_bold=True)
        pen.y += 5.0
        pen.shapes.append(Rectangle(0, 0, self.width, pen.y, fill=palette.band))
        if self.swatch:
            pen.shapes += self._header_spine(self.swatch)
        ports = [Port(HEADER, 0.0, pen.y)]
        self._draw_body(body)
        for part, lines in zip(box.parts, rows, strict=True):
            if isinstance(part, Strip):
                ports.append(self._draw_strip(part, lines))
            else:
                ports.append(self._draw_row(part, lines))
        if box.parts and self.marks:
            ports.append(draw_foot(pen, self.marks, self.pad, self.width, self.theme))
        height = ceil(pen.y)
        border = Rectangle(
            0.8,
            0.8,
            self.width - 1.6,
            height - 1.6,
            stroke=palette.line,
            stroke_width=1.6,
            dash="5 3" if box.is_unstated else "",
        )
        shapes = (*pen.shapes, border)
        images = tuple(pen.images)
        return Figure(self.width, height, shapes, tuple(pen.lines), tuple(ports), images)

    def _header_spine(self, swatch: Swatch) -> tuple[Rectangle, ...]:
        if not self.theme.is_grey and swatch.rhythm is Rhythm.SOLID:
            return ()  # the whole header has the colour
        return draw_spine(
            swatch, Rectangle(3.5, 3.5, WIDTH, self.pen.y - 7.0), is_grey=self.theme.is_grey
        )

    def _draw_body(self, body: list[str]) -> None:
        box, pen, top = self.box, self.pen, self.pen.y
        if not body and box.parts and not box.pictures:
            return
        marks = [] if box.parts else self.marks
        pen.y += 6.0 if body or box.pictures else 4.0 if marks else 0.0
        place_pictures(pen, box.pictures, self.pad, self.width - self.pad - PAD)
        size = self.sizes.body
        pen.write(body, self.pad, size, self.theme.ink, leading=leading(size))
        write_sources(pen, box.sources, self.pad, self.theme)
        write_marks(pen, marks, self.pad, self.theme)
        pen.y += 6.0 if body else 4.0 if marks else 0.0
        tint = self.palette.tint
        pen.shapes.append(Rectangle(0, top, self.width, pen.y - top, fill=tint))

    def _wrap_part(self, part: Row | Strip) -> list[str]:
        size, small = self.sizes.body, self.sizes.small
        if isinstance(part, Strip):
            return wrap(strip_text(part), self.limit, small, is_bold=True)
        words, room, strong = printable(part.caption) or "…", self.limit - NUMBER, is_strong(part)
        lines = wrap(words, room, size, is_bold=strong)
        tags = row_tags(part, self.box.hue)
        if len(lines) > 1 and tags and not tags[0].startswith(ALSO):
            # Leave the last line short if that makes room for the tag beside it.
            uneven = wrap(words, room, size, is_bold=strong, is_even=False)
            last = text_width(uneven[-1], size, is_bold=strong)
            if last + BESIDE + text_width(tags[0], small, is_bold=True) <= room:
                return uneven
        return lines

    def _part_width(self, part: Row | Strip, lines: list[str]) -> float:
        size, small = self.sizes.body, self.sizes.small
        if isinstance(part, Strip):
            return max(text_width(line, small, is_bold=True) for line in lines)
        strong = is_strong(part)
        tags = [text_width(line, small, is_bold=True) for line in row_tags(part, self.box.hue)]
        texts = [text_width(line, size, is_bold=strong) for line in lines]
        if tags and texts[-1] + BESIDE + tags[0] <= self.limit - NUMBER:
            texts.append(texts[-1] + BESIDE + tags[0])
        return NUMBER + max(tags + texts)

    def _draw_strip(self, part: Strip, lines: list[str]) -> Port:
        pen, palette, top = self.pen, self.palette, self.pen.y
        pen.y += 2.5
        pen.write(lines, self.pad, self.sizes.small, palette.line, leading=12.0, is_bold=True)
        pen.y += 2.5
        pen.shapes.append(Rectangle(0, top, self.width, pen.y - top, fill=palette.tint))
        pen.shapes.append(Rectangle(0, top, self.width, 0.8, fill=palette.line))
        return Port(part.port, top, pen.y)

    def _draw_row(self, part: Row, lines: list[str]) -> Port:
        pen, theme, top = self.pen, self.theme, self.pen.y
        swatch = swatch_of(part, theme)
        color = row_color(part, swatch, theme)
        size, small, x = self.sizes.body, self.sizes.small, self.pad + NUMBER
        pen.y += 3.5
        start = len(pen.lines)
        pen.write(lines, x, size, theme.ink, leading=leading(size), is_bold=is_strong(part))
        pen.lines.append(Line(self.pad, pen.lines[start].y, str(part.number), small, theme.mute))
        last = pen.lines[-2]
        for place, tag in enumerate(row_tags(part, self.box.hue)):
            own = text_width(tag, small, is_bold=True)
            color = theme.mute if tag.startswith(ALSO) else color
            if place == 0 and last.x + last.width + BESIDE + own <= self.width - PAD:
                # Beside the last words, if they leave room: a line of its own is a line more.
                pen.lines.append(
                    Line(self.width - PAD - own, last.y, tag, small, color, is_bold=True)
                )
            else:
                pen.write([tag], x, small, color, leading=12.0, is_bold=True)
        write_sources(pen, part.sources, x, theme)
        pen.y += 3.5
        pen.shapes += self._row_shapes(part, top, swatch)
        return Port(part.port, top, pen.y)

    def _row_shapes(self, part: Row, top: float, swatch: Swatch | None) -> list[Rectangle]:
        theme, high = self.theme, self.pen.y - top
        fill = theme.warning.tint if part.is_unsupported else theme.box
        if swatch:
            fill = swatch.palette.tint
        shapes = [
            Rectangle(0, top, self.width, high, fill=fill),
            Rectangle(0, top, self.width, 0.8, fill=theme.rule),
        ]
        if part.is_unstated:
            left = 3.6 + (6.0 if swatch and swatch.rhythm else 0.0)
            frame = Rectangle(
                left,
                top + 2.4,
                self.width - 3.6 - left,
                high - 4.4,
                fill=fill if swatch and swatch.rhythm else theme.frame,
                stroke=theme.mute,
                stroke_width=1.0,
                radius=4.0,
                dash="4 2.5",
            )
            shapes.append(frame)
        if swatch:
            shapes += draw_spine(
                swatch, Rectangle(2.2, top + 2.4, 5.0, high - 4.4), is_grey=theme.is_grey
            )
        return shapes


def row_color(row: Row, swatch: Swatch | None, theme: Theme) -> str:
    """Return the colour of the tags of a row."""
    if swatch:
        return swatch.palette.line
    if row.label:
        return theme.label_palette(row.label).line
    return theme.warning.line if row.is_unsupported else theme.mute


def strip_text(strip: Strip, word: str = "because") -> str:
    """Return what an inference strip says."""
    numbers = " ".join(f"({number})" for number in strip.premises)
    rules = printable(", ".join(strip.rules))
    because = f"{word} {numbers}" if numbers else word
    return f"{because}  ·  {rules}" if rules else because


def is_strong(row: Row) -> bool:
    """Titles that stand for a box elsewhere, and conclusions, are bold."""
    return (row.has_own_box and row.text is None) or row.kind is RowKind.CONCLUSION
