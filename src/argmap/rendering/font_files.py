"""Fonts that the user names, for characters that the font of the package has not got."""

from pathlib import Path

from argmap.rendering.errors import FontError

_STARTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
"""TrueType, OpenType, Apple's TrueType, and collections of them (OpenType 1.9, "Font file")."""


def find_font(path: str) -> Path:
    """Return the file of a font; raise FontError if there is none, before anything is drawn."""
    file = Path(path)
    try:
        with file.open("rb") as opened:
            start = opened.read(4)
    except OSError as error:
        raise FontError(f"{path}: this font cannot be read ({error.strerror})") from None
    if start not in _STARTS:
        raise FontError(f"{path}: this is no font; --font takes a .ttf, .otf or .ttc file")
    return file
