"""What `argmap quotes` prints for people."""

from collections.abc import Mapping, Sequence

from argmap.analysis.quotes import Quote
from argmap.model.graph import ArgumentGraph
from argmap.model.written_names import written_name


def write_quotes(
    graph: ArgumentGraph, quotes: Sequence[Quote], troubles: Mapping[str, str]
) -> str:
    """Return a paragraph for each quote that is not right, and a line that counts them.

    troubles: source key → why its text is not at hand
    """
    lines: list[str] = []
    for quote in quotes:
        if quote.is_found and not quote.is_misplaced:
            continue
        path, line, column = graph.document.source.locate(quote.place.start)
        name = written_name(graph.node(quote.node))
        lines.append(f"{path}:{line}:{column}: {name}")
        if quote.span is not None:
            given = list(quote.declared_span or ())
            lines.append(f"  The quote stands at {list(quote.span)}, and `span:` says {given}.")
            lines.append("  help: `argmap quotes --fix` puts it right.")
            continue
        if not quote.is_searchable:
            lines.append(f"  The quote cannot be checked: {_trouble(quote, troubles)}.")
            continue
        lines.append(f"  The source {quote.source!r} does not have these words.")
        lines.append(f"    quote:   {_on_one_line(quote.text)}")
        if quote.nearest:
            share = f"{quote.nearest.similarity:.0%} alike, at {list(quote.nearest.span)}"
            lines.append(f"    nearest: {_on_one_line(quote.nearest.text)}")
            lines.append(f"             ({share})")
    right = sum(quote.is_found for quote in quotes)
    number = "1 quote" if len(quotes) == 1 else f"{len(quotes)} quotes"
    verb = "is" if right == 1 else "are"
    lines.append(f"{right} of {number} {verb} in the source, word for word")
    return "\n".join(lines) + "\n"


def _trouble(quote: Quote, troubles: Mapping[str, str]) -> str:
    if quote.source is None:
        return "it names no source; add `source: KEY`"
    if quote.source in troubles:
        return f"the text of source {quote.source!r} is not at hand: {troubles[quote.source]}"
    return f"`sources:` in the front matter has no {quote.source!r}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
