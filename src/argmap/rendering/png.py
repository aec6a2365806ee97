"""SVG to PNG, by resvg, with the vendored font."""

from typing import NamedTuple

from argmap.rendering.errors import RenderingError
from argmap.rendering.font_files import find_font
from argmap.rendering.metrics import FONTS, missing_characters
from argmap.rendering.svg import picture_size

DEFAULT_WIDTH = 2000
"""Width of a picture in pixels."""
MOST_PIXELS = 100_000_000
"""Eight bytes each while it is drawn: 800 MB."""
LONGEST_SIDE = 65_000
"""In pixels; much software reads no longer ones."""


class Picture(NamedTuple):
    """The bytes of a PNG, and a line for the user if the vendored font did not suffice."""

    data: bytes
    notice: str = ""


def draw_png(svg: str, *, width: int = DEFAULT_WIDTH, font: str | None = None) -> Picture:
    """Return a picture `width` pixels wide. `font` is the path of one more font file.

    The system's fonts are asked only for characters that the vendored font has not got; the same
    bytes on every machine are promised only without them.

    raises: FontError, RenderingError if the picture would not fit into memory
    """
    import resvg_py

    _refuse_huge(svg, width)
    foreign = missing_characters(svg)
    files = [*sorted(FONTS.glob("*.ttf")), *([find_font(font)] if font is not None else [])]
    needs_system = bool(foreign) and font is None
    try:
        data = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            dpi=96,
            font_files=[str(file) for file in files],
            skip_system_fonts=not needs_system,
            font_family="Arimo",
            sans_serif_family="Arimo",
        )
    except ValueError as failure:
        raise RenderingError(f"no PNG could be made: {failure}") from failure
    return Picture(bytes(data), font_notice(foreign) if needs_system else "")


def _refuse_huge(svg: str, width: int) -> None:
    """Raise RenderingError for a picture of too many pixels; it says how wide it may be."""
    size = picture_size(svg)
    height = round(width * size.height / size.width)
    if width * height <= MOST_PIXELS and height <= LONGEST_SIDE:
        return
    most = (MOST_PIXELS * size.width / size.height) ** 0.5
    most = int(min(most, LONGEST_SIDE * size.width / size.height)) // 10 * 10
    raise RenderingError(
        f"a PNG {width} pixels wide would be {height} high, and take"
        f" {width * height * 8 / 1e9:.1f} GB of memory: at most --width {most} for this map;"
        " SVG and PDF stay sharp at any size"
    )


def font_notice(characters: set[str]) -> str:
    """Return a line about characters that other fonts have to draw."""
    shown = "".join(sorted(characters)[:6])
    more = " …" if len(characters) > 6 else ""
    return (
        f"Arimo has no {shown}{more}: drawn with this system's fonts, or as empty boxes"
        " if none of them has it; a font file can be named"
    )
