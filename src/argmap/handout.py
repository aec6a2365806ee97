"""The handout of a talk: the map, and every step with its quotes and room for notes, on paper."""

from collections.abc import Iterator

from argmap.publishing import (
    Block,
    Figure,
    Heading,
    Item,
    Items,
    Lines,
    Paragraph,
    ParagraphStyle,
    Publication,
    Quotation,
    Run,
    Style,
    Together,
    paragraph,
    words,
)
from argmap.rendering.display_text import printable
from argmap.rendering.presentation import QUESTION, Deck
from argmap.rendering.presentation.slides import Slide

_HIGHEST = 150.0  # millimetres, of the picture


def handout_pages(deck: Deck, svg: str) -> Publication:
    """Return the handout of a talk, for any writer of pages.

    svg: the picture of the talk's map
    """
    blocks: list[Block] = [Heading(1, words(deck.title))]
    for line in (deck.report.subtitle, deck.report.author):
        if line:
            blocks.append(paragraph(line, ParagraphStyle.SUBTITLE))
    blocks.append(Figure(svg, f"The map: {deck.title}", most=_HIGHEST))
    blocks.append(Heading(2, words("Step by step")))
    steps = (Item(tuple(_step(slide)), f"{slide.number}.") for slide in deck.slides)
    blocks.append(Items(tuple(steps), is_numbered=True))
    if deck.weak:
        blocks.append(Heading(2, words(QUESTION)))
        weak = (
            Item((paragraph(point.text), paragraph(point.why, ParagraphStyle.NOTE), Lines(1)))
            for point in deck.weak
        )
        blocks.append(Items(tuple(weak)))
    return Publication(
        deck.title,
        tuple(blocks),
        language=printable(deck.report.map.language or "") or "en",
        author=deck.report.author or None,
        footer=deck.title,
    )


def _step(slide: Slide) -> Iterator[Block]:
    name = (Run(f"{slide.name}: ", Style.STRONG),) if slide.name else ()
    marks = (Run(f"  {', '.join(slide.marks)}", Style.MUTE),) if slide.marks else ()
    before, about = slide.about
    lines: list[Block] = [
        paragraph(slide.kicker.words, ParagraphStyle.LABEL),
        Paragraph((*name, Run(slide.text), *marks), lang=slide.language or None),
    ]
    if about:
        lines.append(paragraph(f"{before} {about}".strip(), ParagraphStyle.NOTE))
    for passage in slide.passages:
        said_by = f" ({passage.speaker})" if passage.speaker else ""
        told = paragraph(f"“{passage.quote}”{said_by}")
        lines.append(Quotation((told,)))
    lines += [paragraph(note, ParagraphStyle.NOTE) for note in slide.notes]
    lines.append(Lines(1))
    yield Together(tuple(lines))
