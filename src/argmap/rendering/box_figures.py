"""Draw the boxes of a map: statements, sketched arguments, and cards with their rows."""

from dataclasses import dataclass
from math import ceil

from argmap.mapping.argument_map import (
    HEADER,
    ArgumentMap,
    Box,
    BoxKind,
    EdgeKind,
    Row,
    RowKind,
    Strip,
)
from argmap.rendering.display_text import printable
from argmap.rendering.figure import Figure, Line, Pen, Port, Rectangle
from argmap.rendering.metrics import text_width
from argmap.rendering.theme import SIGNS, Palette, Theme
from argmap.rendering.wrapping import wrap

BODY = 11.0
"""Font size of claims; `TITLE` of arguments, `THESIS` of the main claim, `SMALL` of all notes."""
TITLE = 12.0
THESIS = 15.0
SMALL = 10.0
_LEADING = 1.24
_PAD = 10.0
_NUMBER = 18.0
_BETWEEN_TAGS = " · "
_BESIDE = 8.0
_RADIUS = 8.0


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide a line of text may get, in points, by the kind of box that it stands in."""

    thesis: float = 290.0
    statement: float = 190.0
    sketch: float = 190.0
    card: float = 225.0

    def scaled(self, factor: float) -> "Widths":
        """Return the same widths, all wider or narrower."""
        return Widths(
            self.thesis * max(factor, 0.9),
            self.statement * factor,
            self.sketch * factor,
            self.card * factor,
        )


def draw_boxes(argument_map: ArgumentMap, theme: Theme, widths: Widths) -> dict[str, Figure]:
    """Return the figure of every box, by the box's id."""
    return {box.id: draw_box(box, theme, widths) for box in argument_map.boxes}


def draw_box(box: Box, theme: Theme, widths: Widths) -> Figure:
    """Return the figure of one box."""
    match box.kind:
        case BoxKind.STATEMENT:
            return _statement(box, theme, widths)
        case BoxKind.ARGUMENT:
            return _card(box, theme, widths)
        case BoxKind.JUNCTION:
            return _junction(box, theme)
        case BoxKind.GROUP:
            return _closed_group(box, theme, widths)


def _statement(box: Box, theme: Theme, widths: Widths) -> Figure:
    size = THESIS if box.is_thesis else BODY
    limit = widths.thesis if box.is_thesis else widths.statement
    palette = _statement_palette(box, theme)
    tags = _tags(box)
    if box.is_thesis:
        tags.insert(0, "MAIN CLAIM")
    words = printable(box.text or box.title or "") or "…"
    texts = wrap(words, limit, size, is_bold=box.is_thesis)
    tag_lines = wrap(_BETWEEN_TAGS.join(tags), limit, SMALL, is_bold=True) if tags else []
    pen = Pen(y=8.0)
    pen.write(tag_lines, _PAD, SMALL, palette.line, leading=13.0, is_bold=True)
    pen.y += 1.0 if tags else 0.0
    pen.write(texts, _PAD, size, theme.ink, leading=size * _LEADING, is_bold=box.is_thesis)
    _write_sources(pen, box.sources, _PAD, theme)
    pen.y += 8.0
    width, height = ceil(_widest(pen.lines) + _PAD), ceil(pen.y)
    stroke = 2.4 if box.is_thesis else 1.6
    border = Rectangle(
        stroke / 2,
        stroke / 2,
        width - stroke,
        height - stroke,
        fill=palette.tint,
        stroke=palette.line,
        stroke_width=stroke,
        radius=_RADIUS,
        dash="5 3" if box.is_unstated else "",
    )
    return Figure(width, height, (border,), tuple(pen.lines))


def _statement_palette(box: Box, theme: Theme) -> Palette:
    if box.label:
        return theme.label_palette(box.label)
    if box.is_unsupported:
        return theme.warning
    if box.is_thesis:
        return theme.claim
    if box.is_unstated:
        return theme.plain
    return Palette(theme.box_line, theme.box, theme.box_line, theme.box)


def _card(box: Box, theme: Theme, widths: Widths) -> Figure:
    palette = theme.palette(box.role)
    sign = SIGNS.get(box.role, "") if box.role else ""
    limit = widths.card if box.parts else widths.sketch
    title = printable(box.title or "") or "Argument"
    indent = text_width(sign, TITLE, is_bold=True) + 6.0 if sign else 0.0
    titles = wrap(title, limit - indent, TITLE, is_bold=True)
    label = printable(box.label).upper() if box.label else ""
    body = wrap(printable(box.text), limit, BODY) if box.text else []
    rows = [_wrap_part(part, limit) for part in box.parts]
    inner = max(
        [indent + text_width(line, TITLE, is_bold=True) for line in titles]
        + [text_width(line, BODY) for line in body]
        + [text_width(label, SMALL, is_bold=True)]
        + [_part_width(part, lines, limit) for part, lines in zip(box.parts, rows, strict=True)]
    )
    width = ceil(inner + 2 * _PAD)
    pen = Pen(y=5.0)
    pen.write(titles, _PAD + indent, TITLE, palette.on_band, leading=15.0, is_bold=True)
    if sign:
        pen.lines.append(Line(_PAD, pen.lines[0].y, sign, TITLE, palette.on_band, is_bold=True))
    if label:
        pen.write([label], _PAD + indent, SMALL, palette.on_band, leading=12.0, is_bold=True)
    pen.y += 5.0
    pen.shapes.append(Rectangle(0, 0, width, pen.y, fill=palette.band))
    ports = [Port(HEADER, 0.0, pen.y)]
    top = pen.y
    if body or not box.parts:
        pen.y += 6.0 if body else 0.0
        pen.write(body, _PAD, BODY, theme.ink, leading=BODY * _LEADING)
        _write_sources(pen, box.sources, _PAD, theme)
        pen.y += 6.0 if body else 0.0
        pen.shapes.append(Rectangle(0, top, width, pen.y - top, fill=palette.tint))
    for part, lines in zip(box.parts, rows, strict=True):
        if isinstance(part, Strip):
            ports.append(_draw_strip(pen, part, lines, width, palette))
        else:
            ports.append(_draw_row(pen, part, lines, width, theme))
    height = ceil(pen.y)
    border = Rectangle(
        0.8,
        0.8,
        width - 1.6,
        height - 1.6,
        stroke=palette.line,
        stroke_width=1.6,
        dash="5 3" if box.is_unstated else "",
    )
    return Figure(width, height, (*pen.shapes, border), tuple(pen.lines), tuple(ports))


def _wrap_part(part: Row | Strip, limit: float) -> list[str]:
    if isinstance(part, Strip):
        return wrap(strip_text(part), limit, SMALL, is_bold=True)
    words, room, strong = printable(part.caption) or "…", limit - _NUMBER, _is_strong(part)
    lines = wrap(words, room, BODY, is_bold=strong)
    tags = _row_tags(part)
    if len(lines) > 1 and tags and tags[0].isupper():
        # Leave the last line short if that makes room for the tag beside it.
        uneven = wrap(words, room, BODY, is_bold=strong, is_even=False)
        last = text_width(uneven[-1], BODY, is_bold=strong)
        if last + _BESIDE + text_width(tags[0], SMALL, is_bold=True) <= room:
            return uneven
    return lines


def strip_text(strip: Strip) -> str:
    """Return what an inference strip says."""
    numbers = " ".join(f"({number})" for number in strip.premises)
    rules = printable(", ".join(strip.rules))
    because = f"because {numbers}" if numbers else "because"
    return f"{because}  ·  {rules}" if rules else because


def _is_strong(row: Row) -> bool:
    """Titles that stand for a box elsewhere, and conclusions, are bold."""
    return (row.has_own_box and row.text is None) or row.kind is RowKind.CONCLUSION


def _part_width(part: Row | Strip, lines: list[str], limit: float) -> float:
    if isinstance(part, Strip):
        return max(text_width(line, SMALL, is_bold=True) for line in lines)
    strong = _is_strong(part)
    tags = [text_width(line, SMALL, is_bold=True) for line in _row_tags(part)]
    texts = [text_width(line, BODY, is_bold=strong) for line in lines]
    if tags and texts[-1] + _BESIDE + tags[0] <= limit - _NUMBER:
        texts.append(texts[-1] + _BESIDE + tags[0])
    return _NUMBER + max(tags + texts)


def _draw_strip(pen: Pen, part: Strip, lines: list[str], width: float, palette: Palette) -> Port:
    top = pen.y
    pen.y += 2.5
    pen.write(lines, _PAD, SMALL, palette.line, leading=12.0, is_bold=True)
    pen.y += 2.5
    pen.shapes.append(Rectangle(0, top, width, pen.y - top, fill=palette.tint))
    pen.shapes.append(Rectangle(0, top, width, 0.8, fill=palette.line))
    return Port(part.port, top, pen.y)


def _draw_row(pen: Pen, part: Row, lines: list[str], width: float, theme: Theme) -> Port:
    top = pen.y
    color = theme.warning.line if part.is_unsupported else theme.mute
    if part.label:
        color = theme.label_palette(part.label).line
    pen.y += 3.5
    start = len(pen.lines)
    pen.write(
        lines,
        _PAD + _NUMBER,
        BODY,
        theme.ink,
        leading=BODY * _LEADING,
        is_bold=_is_strong(part),
    )
    pen.lines.append(Line(_PAD, pen.lines[start].y, str(part.number), SMALL, theme.mute))
    last = pen.lines[-2]
    for place, tag in enumerate(_row_tags(part)):
        own = text_width(tag, SMALL, is_bold=True)
        if place == 0 and last.x + last.width + _BESIDE + own <= width - _PAD:
            # Beside the last words, if they leave room: a line of its own is a line more.
            pen.lines.append(Line(width - _PAD - own, last.y, tag, SMALL, color, is_bold=True))
        else:
            pen.write([tag], _PAD + _NUMBER, SMALL, color, leading=12.0, is_bold=True)
    _write_sources(pen, part.sources, _PAD + _NUMBER, theme)
    pen.y += 3.5
    fill = theme.warning.tint if part.is_unsupported else theme.box
    pen.shapes.append(Rectangle(0, top, width, pen.y - top, fill=fill))
    pen.shapes.append(Rectangle(0, top, width, 0.8, fill=theme.rule))
    if part.is_unstated:
        pen.shapes.append(
            Rectangle(
                3.6,
                top + 2.4,
                width - 7.2,
                pen.y - top - 4.4,
                fill=theme.frame,
                stroke=theme.mute,
                stroke_width=1.0,
                radius=4.0,
                dash="4 2.5",
            )
        )
    return Port(part.port, top, pen.y)


def _row_tags(row: Row) -> list[str]:
    """Return the lines below a row's words."""
    tags = [_BETWEEN_TAGS.join(_tags(row))] if _tags(row) else []
    if row.also_in:
        tags.append("also in " + ", ".join(printable(title) for title in row.also_in))
    return tags


def _tags(part: Box | Row) -> list[str]:
    tags = []
    if part.is_unsupported:
        tags.append("NO SUPPORT YET")
    if part.is_unstated:
        tags.append("UNSTATED")
    if part.label:
        tags.append(printable(part.label).upper())
    return tags


def _write_sources(pen: Pen, sources: tuple[int, ...], x: float, theme: Theme) -> None:
    if sources:
        text = " ".join(f"[{number}]" for number in sources)
        pen.write([text], x, SMALL, theme.mute, leading=12.0)


def _widest(lines: list[Line]) -> float:
    return max(line.x + line.width for line in lines)


def _closed_group(box: Box, theme: Theme, widths: Widths) -> Figure:
    pen = Pen(y=10.0)
    texts = wrap(printable(box.title or "") or "…", widths.sketch, TITLE, is_bold=True)
    pen.write(texts, _PAD + 3, TITLE, theme.ink, leading=15.0, is_bold=True)
    width, height = ceil(_widest(pen.lines) + _PAD + 3), ceil(pen.y + 10.0)
    # A second line inside tells that there is more behind it.
    shapes = tuple(
        Rectangle(
            inset,
            inset,
            width - 2 * inset,
            height - 2 * inset,
            fill=theme.frame,
            stroke=theme.mute,
            stroke_width=1.0,
            radius=_RADIUS,
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
