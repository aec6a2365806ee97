"""Draw the boxes of a map: statements, sketched arguments, and cards with their rows."""

from math import ceil

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, EdgeKind
from argmap.rendering.box_sizes import PAD, RADIUS, Widths, scale
from argmap.rendering.card_figure import draw_card, strip_text
from argmap.rendering.cell_figure import draw_cells, has_bar
from argmap.rendering.cut_marks import wrap_marks, write_marks
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Line, Pen, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.statement_figure import draw_statement
from argmap.rendering.theme import PAPER, BoxStyle, Theme
from argmap.rendering.wrapping import wrap

__all__ = ["BODY", "SMALL", "THESIS", "TITLE", "Widths", "draw_box", "draw_boxes", "strip_text"]

BODY, TITLE = PAPER.sizes.body, PAPER.sizes.title
"""The usual sizes of type: claims and titles of arguments, the main claim, all notes."""
THESIS, SMALL = PAPER.sizes.thesis, PAPER.sizes.small


def draw_boxes(argument_map: ArgumentMap, theme: Theme, widths: Widths) -> dict[str, Figure]:
    """Return the figure of every box, by the box's id."""
    return {box.id: draw_box(box, theme, widths) for box in argument_map.boxes}


def draw_box(box: Box, theme: Theme, widths: Widths) -> Figure:
    """Return the figure of one box."""
    match box.kind:
        case BoxKind.STATEMENT | BoxKind.ARGUMENT if theme.style is BoxStyle.CELLS and has_bar(
            box
        ):
            return draw_cells(box, theme, widths)
        case BoxKind.STATEMENT:
            return draw_statement(box, theme, widths)
        case BoxKind.ARGUMENT:
            return draw_card(box, theme, widths)
        case BoxKind.JUNCTION:
            return _junction(box, theme)
        case BoxKind.GROUP:
            return _closed_group(box, theme, widths)


def _closed_group(box: Box, theme: Theme, widths: Widths) -> Figure:
    pen, size = Pen(y=10.0), theme.sizes.title
    limit = widths.sketch * scale(theme)
    texts = wrap(printable(box.title or "") or "…", limit, size, is_bold=True)
    swatch = theme.swatch(box.hue) if box.hue else None
    fill = swatch.palette.tint if swatch else theme.frame
    pen.write(texts, PAD + 3, size, theme.ink, leading=size * 1.25, is_bold=True)
    write_marks(pen, wrap_marks(box, limit, theme), PAD + 3, theme)
    width, height = ceil(pen.right + PAD + 3), ceil(pen.y + 10.0)
    # A second line inside tells that there is more behind it.
    shapes = tuple(
        Rectangle(
            inset,
            inset,
            width - 2 * inset,
            height - 2 * inset,
            fill=fill,
            stroke=theme.mute,
            stroke_width=1.0,
            radius=RADIUS,
        )
        for inset in (0.5, 3.5)
    )
    return Figure(width, height, shapes, tuple(pen.lines))


def _junction(box: Box, theme: Theme) -> Figure:
    palette = theme.palette(box.role or EdgeKind.SUPPORT)
    disc = Rectangle(0.8, 0.8, 16.4, 16.4, theme.box, palette.line, 1.6, radius=8.2)
    sign = text_width("+", 13.0, is_bold=True)
    plus = Line(9 - sign / 2, 9 + 0.36 * 13, "+", 13.0, palette.line, is_bold=True)
    return Figure(18, 18, (disc,), (plus,))
