"""Putting the `span:` of quotes right after their source has moved."""

from argmap.analysis.quotes import Quote, data_span
from argmap.model.graph import ArgumentGraph
from argmap.source import Span


def repaired_spans(graph: ArgumentGraph, quotes: tuple[Quote, ...]) -> str:
    """Return the map's text, as typed, with the `span:` of every misplaced quote put right."""
    source = graph.document.source
    edits: list[tuple[Span, str]] = []
    for quote in quotes:
        if not quote.is_misplaced or quote.span is None:
            continue
        for occurrence in graph.node(quote.node).occurrences:
            place = data_span(graph, occurrence, "quote")
            if place == quote.place and "span" in occurrence.data:
                where = source.typed_span(data_span(graph, occurrence, "span"))
                if where is not None:
                    edits.append((where, f"[{quote.span.start}, {quote.span.end}]"))
    text = source.typed.text
    for where, new in sorted(edits, reverse=True):
        text = text[: where.start] + new + text[where.end :]
    return text
