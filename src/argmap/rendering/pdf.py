"""SVG to PDF, by typst: vector, with real text and embedded fonts."""

import tempfile
from pathlib import Path

from argmap.rendering.box_figures import SMALL
from argmap.rendering.display_text import printable
from argmap.rendering.errors import MissingExtraError, RenderingError
from argmap.rendering.layout import LEAST, PAGE_HEIGHT, PAGE_WIDTH
from argmap.rendering.metrics import FONTS, missing_characters
from argmap.rendering.png import Picture, font_notice

_MARGIN = 28.35
"""10 mm."""


def draw_pdf(
    svg: str, *, title: str, width: float, height: float, font: str | None = None
) -> Picture:
    """Return one page: landscape A4, or as high as the map needs at a page's full width.

    `width` and `height` are the picture's, in points. MissingExtraError without typst.
    """
    try:
        import typst
    except ImportError as missing:
        raise MissingExtraError("PDF needs typst: pip install 'argmap[print]'") from missing
    foreign = missing_characters(svg)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "map.svg").write_text(svg, "utf-8")
        source = Path(folder, "map.typ")
        source.write_text(_document(title, width, height), "utf-8")
        fonts = [str(FONTS)] + ([str(Path(font).parent)] if font else [])
        try:
            data = typst.compile(
                str(source),
                root=folder,
                font_paths=fonts,
                ignore_system_fonts=not foreign or font is not None,
                format="pdf",
            )
        except (RuntimeError, ValueError) as failure:
            raise RenderingError(f"no PDF could be made: {failure}") from failure
    notice = font_notice(foreign) if foreign and font is None else ""
    return Picture(bytes(data), notice)


def _document(title: str, width: float, height: float) -> str:
    scale = min(PAGE_WIDTH / width, PAGE_HEIGHT / height, 1.25)
    page = PAGE_HEIGHT
    if scale * SMALL < LEAST:
        scale = min(PAGE_WIDTH / width, 1.25)
        page = max(PAGE_HEIGHT, height * scale + 1)
    quoted = _quoted(title)
    return (
        f"#set document(title: {quoted}, date: none)\n"
        f"#set page(width: {PAGE_WIDTH + 2 * _MARGIN:.2f}pt, height: {page + 2 * _MARGIN:.2f}pt,"
        f" margin: {_MARGIN}pt)\n"
        '#set text(font: "Arimo")\n'
        f'#align(center + horizon, image("map.svg", width: {width * scale:.2f}pt,'
        f" alt: {quoted}))\n"
    )


def _quoted(text: str) -> str:
    escaped = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
