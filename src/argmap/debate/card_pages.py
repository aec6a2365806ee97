"""Evidence cards on pages: tag, one-line citation, body with what is read aloud marked."""

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

OMITTED = "[ … Omitted ]"
_OMISSION = re.compile(r"\s*(?:\[\s*…\s*\]|\(\s*…\s*\)|…|\.{3})\s*")


def cards_pages(case: Case, title: str) -> Publication:
    """Return all cards of a map, ours before theirs, then those that nobody is on the side of."""
    blocks: list[Block] = [Heading(1, words(f"Cards: {title}"))]
    ours = {card.node for point in case.ours for card in case.evidence(point)}
    theirs = {card.node for point in case.theirs for card in case.evidence(point)} - ours
    parts = (("Our cards", ours), ("Their cards", theirs), ("Other cards", set(case.cards)))
    shown: set[NodeRef] = set()
    for heading, nodes in parts:
        refs = [ref for ref in case.cards if ref in nodes and ref not in shown]
        if refs:
            blocks.append(Heading(2, words(heading)))
            shown.update(refs)
            for ref in refs:
                for card in case.cards[ref]:
                    blocks += card_blocks(card)
                    blocks.append(
                        paragraph(reading_time(count_words(card.quote)), ParagraphStyle.NOTE)
                    )
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
    named = [part for part in (card.surname, card.date) if part]
    if named:
        yield Run(" ".join(named), Style.CITE)
    details = [part for part in card.details if part != card.date]
    if card.speaker and card.speaker not in details:
        details.insert(0, card.speaker)
    if details:
        yield Run((" " if named else "") + f"({', '.join(details)})")
    if not named and not details:
        yield Run("— no source given —", Style.BAD)
    if card.is_found is False:
        yield Run(" — these words are not in the source", Style.BAD)


def _body(card: Card) -> Iterator[Run]:
    if card.before:
        yield Run(card.before, Style.UNREAD)
    parts = _OMISSION.split(card.quote)
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
