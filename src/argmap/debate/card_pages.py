"""Evidence cards on pages: tag, one-line citation, body with what is read aloud marked.

The citation stays on one line: a long title is cut there, and the whole of it stands once with the
sources (`sources`), at the foot of a page or behind all cards.
"""

import re
from collections.abc import Iterable, Iterator

from argmap.debate.case import Case
from argmap.debate.evidence import Card
from argmap.debate.phrasing import count_words, reading_time
from argmap.model.graph import NodeRef
from argmap.publishing import (
    Block,
    Heading,
    Paragraph,
    ParagraphStyle,
    Publication,
    Run,
    Style,
    Together,
    paragraph,
    words,
)
from argmap.rendering.cells import cell_width

OMITTED = "[ … Omitted ]"
_NOT_FOUND = " — these words are not in the source"
_LINE = 84  # letters of 11 points on a line of A4 between margins of 18 mm
_CITE_SIZE = 1.35  # a bold letter of 13 points beside one of these
_OMISSION = re.compile(r"\[ ?… ?\]|\( ?… ?\)|…|\.{3}")


def cards_pages(case: Case, title: str) -> Publication:
    """Return all cards of a map, ours before theirs, then those that nobody is on the side of."""
    blocks: list[Block] = [Heading(1, words(f"Cards: {title}"))]
    ours = {card.node for point in case.ours for card in case.evidence(point)}
    theirs = {card.node for point in case.theirs for card in case.evidence(point)} - ours
    parts = (("Our cards", ours), ("Their cards", theirs), ("Other cards", set(case.cards)))
    shown: dict[NodeRef, None] = {}  # in the order of the pages
    for heading, nodes in parts:
        refs = [ref for ref in case.cards if ref in nodes and ref not in shown]
        if refs:
            blocks.append(Heading(2, words(heading)))
            shown |= dict.fromkeys(refs)
            for ref in refs:
                for card in case.cards[ref]:
                    blocks += card_blocks(card)
                    blocks.append(
                        paragraph(reading_time(count_words(card.quote)), ParagraphStyle.NOTE)
                    )
    blocks += source_list(card for ref in shown for card in case.cards[ref])
    if not shown:
        blocks.append(paragraph("The map quotes nothing: give claims `quote:` and `source:`."))
    return Publication(f"Cards: {title}", tuple(blocks), footer=title)


def card_blocks(card: Card, *, level: int = 4) -> Iterator[Block]:
    """Yield one card, which no page break parts."""
    yield Together(
        (
            Heading(level, words(card.tag)),
            Paragraph(tuple(citation(card)), ParagraphStyle.CITATION, keep_with_next=True),
            Paragraph(tuple(_body(card)), ParagraphStyle.CARD),
        )
    )


def citation(card: Card) -> Iterator[Run]:
    """Yield the one-line citation: surname and date first, then what else is known."""
    if card.short:
        yield Run(card.short, Style.CITE)
    details = [part for part in card.details if part not in (card.date, card.surname)]
    if card.speaker and card.speaker not in (card.surname, *details):
        details.insert(0, card.speaker)
    room = _LINE - cell_width(card.short) * _CITE_SIZE - len(_NOT_FOUND) * (card.is_found is False)
    if told := _cut(", ".join(details), int(room)):
        yield Run((" " if card.short else "") + f"({told})")
    if not card.short and not details:
        yield Run("— no source given —", Style.BAD)
    if card.is_found is False:
        yield Run(_NOT_FOUND, Style.BAD)


def sources(cards: Iterable[Card]) -> list[str]:
    """Return the whole citation of each source, once."""
    return list(dict.fromkeys(card.source for card in cards if card.source))


def source_list(cards: Iterable[Card]) -> Iterator[Block]:
    """Yield the sources of cards in full, to stand behind them."""
    if found := sources(cards):
        yield paragraph("Sources", ParagraphStyle.LABEL)
        for source in found:
            yield paragraph(source, ParagraphStyle.NOTE)


def _cut(text: str, room: int) -> str:
    """Return a text, or as many of its words as there is room for; too few are none."""
    if cell_width(text) <= room:
        return text
    kept, used = "", 0
    for piece in re.findall(r"\S+\s*", text):
        used += cell_width(piece)
        if used > room - 2:
            break
        kept += piece
    return f"{kept.rstrip(' ,')} …" if kept else ""


def _body(card: Card) -> Iterator[Run]:
    if card.before:
        yield Run(card.before, Style.UNREAD)
    parts = [part.strip() for part in _OMISSION.split(card.quote)]
    for number, part in enumerate(parts):
        if number:
            yield Run(f" {OMITTED} ", Style.UNREAD)
        if part:
            yield Run(part, Style.READ)
    if card.after:
        yield Run(card.after, Style.UNREAD)


def report_cards(cards: Iterable[Card]) -> list[dict[str, object]]:
    """Return `[{title, tag, cite, surname, date, details, speaker, quote, found}]`."""
    return [
        {
            "title": card.node.title,
            "tag": card.tag,
            "cite": card.cite,
            "surname": card.surname,
            "date": card.date,
            "details": list(card.details),
            "speaker": card.speaker,
            "quote": card.quote,
            "found": card.is_found,
        }
        for card in cards
    ]
