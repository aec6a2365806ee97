"""The one place that runs typst: a document in its language, and pictures, to a PDF.

What comes out is PDF/UA-1: tagged, with a title and a language, all fonts embedded; only where no
font has some letter it is the same without that promise. The same document gives the same bytes,
for no date goes in.
"""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from argmap.analysis.languages import guessed_language
from argmap.rendering.display_text import printable
from argmap.rendering.errors import MissingExtraError, RenderingError
from argmap.rendering.font_files import find_font
from argmap.rendering.metrics import FONTS

POINTS_PER_MM = 72 / 25.4
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?![A-Za-z])")


def typeset(
    document: str,
    pictures: Mapping[str, str],
    *,
    font: str | None = None,
    needs_system_fonts: bool = False,
) -> bytes:
    """Return the PDF of a document in typst's language.

    pictures: SVG by the name of the file that the document reads
    font:     path of one more font file
    raises:   MissingExtraError without typst, FontError, RenderingError if it refuses the document
    """
    try:
        import typst
    except ImportError as missing:
        raise MissingExtraError("PDF needs typst: pip install 'argmap[print]'") from missing
    folders = [FONTS, *([find_font(font).parent] if font is not None else [])]
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures.items():
            Path(folder, name).write_text(picture, "utf-8")
        source = Path(folder, "document.typ")
        source.write_text(document, "utf-8")

        def compiled(*, is_universal: bool) -> bytes:
            made = typst.compile(
                str(source),
                root=folder,
                font_paths=[str(path) for path in folders],
                ignore_system_fonts=not needs_system_fonts,
                format="pdf",
                pdf_standards="ua-1" if is_universal else None,
            )
            return bytes(made)

        try:
            try:
                return compiled(is_universal=True)
            except (RuntimeError, ValueError) as failure:
                if "PDF/UA" not in str(failure):
                    raise
                # No font has some letter: tagged all the same, and better than nothing.
                return compiled(is_universal=False)
        except (RuntimeError, ValueError) as failure:
            raise RenderingError(f"no PDF could be made: {failure}") from failure


def preamble(title: str, language: str | None = None) -> str:
    """Return the first lines of a document: its title, its language, the font."""
    found = _LANGUAGE.match(language or "")
    code, region = (found[1].lower(), found[2]) if found else (guessed_language(title), None)
    where = f', region: "{region.lower()}"' if region else ""
    return (
        f"#set document(title: {quoted(title)}, date: none)\n"
        f'#set text(font: "Arimo", lang: "{code}"{where})\n'
    )


def quoted(text: str) -> str:
    """Return a text as a string of typst's language; line breaks stay, all else is printable."""
    lines = (
        printable(line).replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n")
    )
    return '"' + "\\n".join(lines) + '"'
