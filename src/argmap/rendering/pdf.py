"""Pictures to PDF, one a page: vector, with real text, embedded fonts and words for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.rendering.box_figures import SMALL
from argmap.rendering.layout import LEAST, PAGE_HEIGHT, PAGE_WIDTH
from argmap.rendering.metrics import missing_characters
from argmap.rendering.png import Picture, font_notice
from argmap.rendering.typesetting import preamble, quoted, typeset

_MARGIN = 28.35
"""10 mm."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A picture that gets a page of its own; its size is in points.

    title:       what the page is called in the list of pages
    description: is read aloud in place of the picture
    """

    svg: str
    width: float
    height: float
    title: str
    description: str


def draw_pdf(
    pages: Sequence[PdfPage],
    *,
    title: str,
    language: str | None = None,
    font: str | None = None,
) -> Picture:
    """Return a document: each page landscape A4, or as high as its picture needs at full width.

    title, language: of the whole document
    font:            path of one more font file, for characters that Arimo has not got
    raises:          MissingExtraError without typst
    """
    foreign = missing_characters("".join(page.svg for page in pages))
    pictures = {_file(number): page.svg for number, page in enumerate(pages)}
    document = preamble(title, language) + "".join(_pages(pages))
    data = typeset(
        document, pictures, font=font, needs_system_fonts=bool(foreign) and font is None
    )
    return Picture(data, font_notice(foreign) if foreign and font is None else "")


def _file(number: int) -> str:
    return f"page-{number}.svg"


def _pages(pages: Sequence[PdfPage]) -> Iterator[str]:
    for number, page in enumerate(pages):
        scale = min(PAGE_WIDTH / page.width, PAGE_HEIGHT / page.height, 1.25)
        height = PAGE_HEIGHT
        if scale * SMALL < LEAST:
            scale = min(PAGE_WIDTH / page.width, 1.25)
            height = max(PAGE_HEIGHT, page.height * scale + 1)
        size = f"width: {page.width * scale:.2f}pt, height: {page.height * scale:.2f}pt"
        yield (
            f"#page(width: {PAGE_WIDTH + 2 * _MARGIN:.2f}pt,"
            f" height: {height + 2 * _MARGIN:.2f}pt, margin: {_MARGIN}pt)[\n"
            # The picture has a heading of its own; this one is for the list of pages.
            f"#place(hide(heading({quoted(page.title)})))\n"
            f'#align(center + horizon, image("{_file(number)}", {size},'
            f" alt: {quoted(page.description)}))\n]\n"
        )
