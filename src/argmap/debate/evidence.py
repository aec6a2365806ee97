"""Evidence cards: the quotes of a map with what it says about their sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.analysis.contexts import context_of
from argmap.analysis.quotes import Quote, check_quotes
from argmap.model.graph import ArgumentGraph, NodeRef

SourceTexts = Mapping[str, str | None]
_AROUND = 400
"""Letters of the source that a card shows on each side of what is read aloud."""


@dataclass(frozen=True, slots=True)
class Card:
    """One quote, ready to be read aloud.

    tag:            what the card shows: the claim that it stands for
    surname, date:  of the source, as the map has them; empty if it does not say
    details:        all that the map has of the source: author, title, date, address
    before, after:  the source around the quote, as far as it is at hand; not read aloud
    is_found:       whether the source has these words; None if its text is not at hand
    """

    node: NodeRef
    tag: str
    quote: str
    surname: str
    date: str
    details: tuple[str, ...]
    speaker: str
    before: str = ""
    after: str = ""
    is_found: bool | None = None

    @property
    def cite(self) -> str:
        """The short citation: surname and date; a source without either by its title."""
        return self.short or (self.details[0] if self.details else "")

    @property
    def short(self) -> str:
        """Surname and date as debaters say them, `Lee 2024`; a long date stands behind a comma."""
        between = ", " if " " in self.date else " "
        return between.join(part for part in (self.surname, self.date) if part)

    @property
    def source(self) -> str:
        """The whole of the source, for the foot of a page: author, title, date, address."""
        return ", ".join(self.details) or self.speaker


def cards_of(graph: ArgumentGraph, texts: SourceTexts) -> tuple[Card, ...]:
    """Return a card for each quote, in document order.

    texts: source key → its text, None where it is not at hand
    """
    return tuple(_card(graph, quote, texts) for quote in check_quotes(graph, texts))


def _card(graph: ArgumentGraph, quote: Quote, texts: SourceTexts) -> Card:
    node = graph.node(quote.node)
    about = _about(graph, quote.source)
    speaker = node.data.get("speaker")
    author, date = about.get("author", ""), about.get("date", "")
    said_by = str(speaker) if isinstance(speaker, str) else ""
    details = [about.get(key, "") for key in ("author", "title", "date", "url")]
    if not about and quote.source:
        details = [quote.source]
    before = after = ""
    words = quote.text
    text = texts.get(quote.source) if quote.source is not None else None
    if text is not None and quote.span is not None:
        before, words, after = context_of(text, quote.span, _AROUND)
    return Card(
        quote.node,
        node.text or node.title,
        words,
        surname(author or said_by),
        date,
        tuple(part for part in details if part),
        said_by,
        before,
        after,
        quote.is_found if quote.is_searchable else None,
    )


def _about(graph: ArgumentGraph, key: str | None) -> dict[str, str]:
    table = graph.settings.get("sources")
    entry = table.get(key) if isinstance(table, dict) and key is not None else None
    if not isinstance(entry, dict):
        return {}
    return {
        str(name): str(value)
        for name, value in entry.items()
        if isinstance(value, str | int | float)
    }


def surname(author: str) -> str:
    """Return the surname of a name as it is written: `Huang, Jensen` or `Jensen Huang`.

    A name in Chinese, Japanese or Korean letters, that of several people, and what is no name
    (`the author`, `Bureau of Labor Statistics`) stay whole.
    """
    plain = author.strip()
    if plain[:1].islower() or len(plain.split()) > 3:
        return plain
    if not plain.isascii() and not any(
        letter.isalpha() and ord(letter) < 0x2E80 for letter in plain
    ):
        return plain
    if " and " in plain or ";" in plain or "&" in plain:
        return plain
    first, comma, _ = plain.partition(",")
    return first.strip() if comma else (plain.split() or [""])[-1]
