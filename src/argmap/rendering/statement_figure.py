"""Draw the box of a statement: its words, and above them what it is."""

from math import ceil

from argmap.mapping.argument_map import Box
from argmap.rendering.box_notes import (
    BETWEEN,
    place_pictures,
    swatch_of,
    tags_of,
    write_sources,
)
from argmap.rendering.box_sizes import PAD, RADIUS, Widths, leading, scale
from argmap.rendering.cut_marks import wrap_marks, write_marks
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Pen, Rectangle
from argmap.rendering.spines import ROOM, WIDTH, draw_spine
from argmap.rendering.theme import Palette, Theme
from argmap.rendering.wrapping import wrap


def draw_statement(box: Box, theme: Theme, widths: Widths) -> Figure:
    """Return the figure of a statement."""
    sizes = theme.sizes
    size = sizes.thesis if box.is_thesis else sizes.body
    limit = (widths.thesis if box.is_thesis else widths.statement) * scale(theme)
    swatch, palette = swatch_of(box, theme), statement_palette(box, theme)
    left = PAD + (ROOM if swatch and swatch.rhythm else 0.0)
    tags = (["MAIN CLAIM"] if box.is_thesis else []) + tags_of(box)
    words = printable(box.text or box.title or "") or "…"
    headings = wrap(printable(box.title or ""), limit, size, is_bold=True) if box.is_headed else []
    title_size, size = size, sizes.body if headings else size
    is_bold = box.is_thesis and not headings
    texts = wrap(words, limit, size, is_bold=is_bold)
    tag_lines = wrap(BETWEEN.join(tags), limit, sizes.small, is_bold=True) if tags else []
    pen = Pen(y=8.0 * scale(theme))
    right = place_pictures(pen, box.pictures, left, limit)
    pen.write(tag_lines, left, sizes.small, palette.line, leading=sizes.small + 3.0, is_bold=True)
    pen.y += 1.0 if tags else 0.0
    pen.write(headings, left, title_size, theme.ink, leading=leading(title_size), is_bold=True)
    pen.write(texts, left, size, theme.ink, leading=leading(size), is_bold=is_bold)
    write_sources(pen, box.sources, left, theme)
    write_marks(pen, wrap_marks(box, limit, theme), left, theme)
    pen.y += 8.0 * scale(theme)
    width, height = ceil(max(right, pen.right) + PAD), ceil(pen.y)
    stroke = 2.4 if box.is_thesis else 1.6
    border = Rectangle(
        stroke / 2,
        stroke / 2,
        width - stroke,
        height - stroke,
        fill=palette.tint,
        stroke=palette.line,
        stroke_width=stroke,
        radius=RADIUS * scale(theme),
        dash="5 3" if box.is_unstated else "",
    )
    spine = (
        draw_spine(swatch, Rectangle(5.0, 7.0, WIDTH, height - 14.0), is_grey=theme.is_grey)
        if swatch
        else ()
    )
    return Figure(width, height, (border, *spine), tuple(pen.lines), images=tuple(pen.images))


def statement_palette(box: Box, theme: Theme) -> Palette:
    """Return the colours of a statement's box."""
    swatch = swatch_of(box, theme)
    if swatch:
        return swatch.palette
    if box.label:
        return theme.label_palette(box.label)
    if box.is_unsupported:
        return theme.warning
    if box.is_thesis:
        return theme.claim
    if box.is_unstated:
        return theme.plain
    line = theme.box_line if box.number is None else theme.support.line
    return Palette(line, theme.box, line, theme.box)
