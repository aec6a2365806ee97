"""The one place that runs typst: a source and its files become a PDF."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.rendering.display_text import printable
from argmap.rendering.errors import MissingExtraError, RenderingError
from argmap.rendering.metrics import FONTS, missing_characters
from argmap.rendering.png import font_notice


class Typeset(NamedTuple):
    """The bytes of a PDF, and a line for the user if the vendored font did not suffice."""

    data: bytes
    notice: str = ""


def typeset(source: str, files: Mapping[str, str], *, font: str | None = None) -> Typeset:
    """Return the PDF of a typst source; `files` are those that it reads, by their names.

    font:   path of one more font file, for characters that Arimo has not got; without it the
            system's fonts are asked for these, and only for these
    raises: `MissingExtraError` without typst, `RenderingError` if it finds a fault
    """
    try:
        import typst
    except ImportError as missing:
        raise MissingExtraError("PDF needs typst: pip install 'argmap[print]'") from missing
    foreign = missing_characters("".join((source, *files.values())))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text, "utf-8")
        main = Path(folder, "main.typ")
        main.write_text(source, "utf-8")
        fonts = [str(FONTS)] + ([str(Path(font).parent)] if font else [])
        try:
            data = typst.compile(
                str(main),
                root=folder,
                font_paths=fonts,
                ignore_system_fonts=not foreign or font is not None,
                format="pdf",
            )
        except (RuntimeError, ValueError) as failure:
            raise RenderingError(f"no PDF could be made: {failure}") from failure
    notice = font_notice(foreign) if foreign and font is None else ""
    return Typeset(bytes(data), notice)


def quoted(text: str) -> str:
    """Return words as a typst string."""
    escaped = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
