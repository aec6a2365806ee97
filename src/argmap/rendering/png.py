"""SVG to PNG, by resvg, with the vendored font."""

from typing import NamedTuple

from argmap.rendering.errors import RenderingError
from argmap.rendering.metrics import FONTS, missing_characters

DEFAULT_WIDTH = 2000
"""Width of a picture in pixels."""


class Picture(NamedTuple):
    """The bytes of a PNG, and a line for the user if the vendored font did not suffice."""

    data: bytes
    notice: str = ""


def draw_png(svg: str, *, width: int = DEFAULT_WIDTH, font: str | None = None) -> Picture:
    """Return a picture `width` pixels wide. `font` is the path of one more font file.

    The system's fonts are asked only for characters that the vendored font has not got; the same
    bytes on every machine are promised only without them.
    """
    import resvg_py

    foreign = missing_characters(svg)
    files = [str(path) for path in sorted(FONTS.glob("*.ttf"))] + ([font] if font else [])
    needs_system = bool(foreign) and font is None
    try:
        data = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            dpi=96,
            font_files=files,
            skip_system_fonts=not needs_system,
            font_family="Arimo",
            sans_serif_family="Arimo",
        )
    except ValueError as failure:
        raise RenderingError(f"no PNG could be made: {failure}") from failure
    return Picture(bytes(data), font_notice(foreign) if needs_system else "")


def font_notice(characters: set[str]) -> str:
    """Return a line about characters that other fonts have to draw."""
    shown = "".join(sorted(characters)[:6])
    more = " …" if len(characters) > 6 else ""
    return (
        f"Arimo has no {shown}{more}: drawn with this system's fonts, or as empty boxes"
        " if none of them has it; a font file can be named"
    )
