"""The sheets of a poster as a PDF: each with its part of the map, crop marks, a label and a key.

The key is a little drawing of all sheets in which this one is filled.
"""

import re
from collections.abc import Iterator

from argmap.rendering.alt_text import describe
from argmap.rendering.metrics import missing_characters
from argmap.rendering.png import font_notice
from argmap.rendering.poster.planning import Drawn, PosterPlan, Sheet, Wish, plan_poster
from argmap.rendering.renderers import Rendering, RenderOptions, Scene
from argmap.rendering.report_page import Report
from argmap.rendering.svg import picture_size
from argmap.rendering.typesetting import preamble, quoted, typeset

_MARK = 4.0
"""Length of a crop mark, in mm; it stands half a millimetre off the corner."""
_LABEL = 7.0
_HAIR = "stroke: 0.4pt + luma(40%)"
_GLUE = 'stroke: (paint: luma(40%), thickness: 0.4pt, dash: "dashed")'


def measure(svg: str) -> Drawn:
    """Return the size of a picture and of its smallest letters, in points."""
    width, height = picture_size(svg)
    sizes = [float(size) for size in re.findall(r'<text [^>]*font-size="([\d.]+)"', svg)]
    return Drawn(width, height, min(sizes, default=12.0))


def draw_poster(report: Report, options: RenderOptions, wish: Wish) -> Rendering:
    """Return the PDF of a poster.

    raises: PosterError if it cannot be made like that, MissingExtraError without typst
    """
    scene = Scene(report, options)
    drawn, svg = scene.report.map, scene.svg
    size = measure(svg)
    plan = plan_poster(size, wish)
    title = drawn.title or "Argument map"
    foreign = missing_characters(svg) if options.font is None else set()
    pages = _pages(plan, size, title, describe(drawn))
    data = typeset(
        preamble(title, drawn.language) + "".join(pages),
        {"map.svg": svg},
        font=options.font,
        needs_system_fonts=bool(foreign),
    )
    notices = (font_notice(foreign),) if foreign else ()
    return Rendering(data, (*drawn.notices, *notices))


def _pages(plan: PosterPlan, size: Drawn, title: str, description: str) -> Iterator[str]:
    sheets = list(plan.sheets())
    for number, sheet in enumerate(sheets, 1):
        told = description if number == 1 else f"Sheet {sheet.label} of {title}"
        name = f"{title} · {sheet.label}" if len(sheets) > 1 else title
        page = f"width: {plan.width}mm, height: {plan.height}mm, margin: {plan.wish.margin}mm"
        window = f"width: {plan.inner_width:.3f}mm, height: {plan.inner_height:.3f}mm"
        place = f"dx: {plan.left - sheet.left:.3f}mm, dy: {plan.top - sheet.top:.3f}mm"
        # With one of the two only, typst cuts the picture to the room that there is.
        full = f"width: {size.width * plan.scale:.3f}mm, height: {size.height * plan.scale:.3f}mm"
        yield (
            f"#page({page})[\n"
            f"#place(hide(heading({quoted(name)})))\n"
            f"#box(clip: true, {window})[#place(top + left, {place},"
            f' image("map.svg", {full}, alt: {quoted(told)}))]\n'
        )
        if len(sheets) > 1:
            yield from _marks(plan, sheet)
            told = f"{sheet.label} · sheet {number} of {len(sheets)} · {title}"
            yield from _label(plan, told)
            yield from _key(plan, sheet)
        yield "]\n"


def _marks(plan: PosterPlan, sheet: Sheet) -> Iterator[str]:
    """Mark where to cut, and in dashes as far as where the neighbour is glued over."""
    length = min(_MARK, plan.wish.margin - 1.0)
    width, height = plan.inner_width, plan.inner_height
    columns = [(0.0, _HAIR), (width, _HAIR)]
    rows = [(0.0, _HAIR), (height, _HAIR)]
    if plan.wish.overlap > 0:
        columns += [(plan.wish.overlap, _GLUE)] if sheet.column > 0 else []
        columns += (
            [(width - plan.wish.overlap, _GLUE)]
            if sheet.column + 1 < plan.wish.tiles.columns
            else []
        )
        rows += [(plan.wish.overlap, _GLUE)] if sheet.row > 0 else []
        rows += (
            [(height - plan.wish.overlap, _GLUE)] if sheet.row + 1 < plan.wish.tiles.rows else []
        )
    for x, style in columns:
        yield _line(x, -0.5 - length, x, -0.5, style)
        yield _line(x, height + 0.5, x, height + 0.5 + length, style)
    for y, style in rows:
        yield _line(-0.5 - length, y, -0.5, y, style)
        yield _line(width + 0.5, y, width + 0.5 + length, y, style)


def _line(x: float, y: float, to_x: float, to_y: float, style: str) -> str:
    return (
        f"#place(top + left, pdf.artifact(line(start: ({x:.3f}mm, {y:.3f}mm),"
        f" end: ({to_x:.3f}mm, {to_y:.3f}mm), {style})))\n"
    )


def _label(plan: PosterPlan, told: str) -> Iterator[str]:
    """Write below the map which sheet it is; cut off with the margin."""
    room = plan.inner_width - plan.wish.overlap * 2 - 20.0
    yield (
        f"#place(top + left, dx: {plan.wish.overlap + 2:.3f}mm, dy: {plan.inner_height + 1:.3f}mm,"
        f" box(clip: true, width: {max(room, 10.0):.3f}mm, height: {plan.wish.margin - 1.5:.3f}mm,"
        f" pdf.artifact(text(size: {_LABEL}pt, fill: luma(30%), {quoted(told)}))))\n"
    )


def _key(plan: PosterPlan, sheet: Sheet) -> Iterator[str]:
    """Draw all sheets in little, this one filled, in the lower right of the margin."""
    columns, rows = plan.wish.tiles
    height = plan.wish.margin - 2.0
    cell_height = height / rows
    cell_width = min(cell_height * plan.width / plan.height, 18.0 / columns)
    cell_height = min(cell_height, cell_width * plan.height / plan.width)
    left = plan.inner_width - plan.wish.overlap - 2.0 - columns * cell_width
    cells = [
        f"place(dx: {column * cell_width:.3f}mm, dy: {row * cell_height:.3f}mm,"
        f" rect(width: {cell_width:.3f}mm, height: {cell_height:.3f}mm, stroke: 0.3pt + luma(40%),"
        f" fill: {'luma(30%)' if (column, row) == (sheet.column, sheet.row) else 'white'}))"
        for row in range(rows)
        for column in range(columns)
    ]
    yield (
        f"#place(top + left, dx: {left:.3f}mm, dy: {plan.inner_height + 1:.3f}mm,"
        f" pdf.artifact(box(width: {columns * cell_width:.3f}mm,"
        f" height: {rows * cell_height:.3f}mm, {{ {'; '.join(cells)} }})))\n"
    )
