"""Sections of a Word document: the paper, and what the top and the bottom of its pages say."""

from typing import Any

from argmap.publishing.blocks import Publication
from argmap.publishing.docx_markup import add_field
from argmap.publishing.docx_paragraphs import add_tab, style_line
from argmap.publishing.docx_runs import add_run
from argmap.rendering.display_text import printable
from argmap.rendering.typesetting import POINTS_PER_MM

Section = Any
"""A section of python-docx."""


def set_up(section: Section, publication: Publication, *, is_turned: bool = False) -> None:
    """Give a section its paper and margins; turned, it lies the other way than the document."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    sides = publication.size
    width, height = reversed(sides) if is_turned else sides
    section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    margin = Mm(publication.margin)
    section.left_margin = section.right_margin = margin
    section.top_margin = section.bottom_margin = margin
    section.header_distance = section.footer_distance = Mm(publication.margin / 2)


def set_header(section: Section, text: str | None, style_id: str) -> None:
    """Say something at the top of a section's pages."""
    section.header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    style_line(line, style_id)
    add_run(line, printable(text or ""))


def set_footer(section: Section, publication: Publication, style_id: str) -> None:
    """Say at the bottom of all pages what the publication has there, and the page's number."""
    width, _ = publication.size
    line = section.footer.paragraphs[0]
    style_line(line, style_id)
    add_tab(line, (width - 2 * publication.margin) * POINTS_PER_MM, "right")
    add_run(line, printable(publication.footer or "") + "\t")
    if publication.numbers_pages:
        add_field(line, "PAGE", "1")
        add_run(line, "/")
        add_field(line, "NUMPAGES", "1")
