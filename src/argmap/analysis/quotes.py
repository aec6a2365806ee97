"""Which quotes of a map stand in the sources that they name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from argmap.analysis.passages import Passage, Passages
from argmap.model.graph import Argument, ArgumentGraph, NodeRef, Occurrence, Statement
from argmap.source import Span

SourceTexts = Mapping[str, str | None]
"""Source key → text; None where there is no file or it could not be read."""

_MOST_LETTERS = 100_000  # of quotes not found, for which the nearest passage is looked for


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote and where it was found.

    place:         where it stands in the map
    is_searchable: whether the text of its source is at hand; if not, nothing is known
    span:          where the source has it; the declared place, if it is right
    nearest:       the most similar passage, if the source does not have it; None also where very
                   many others were compared before
    """

    node: NodeRef
    source: str | None
    text: str
    place: Span
    is_searchable: bool
    span: Span | None
    declared_span: Span | None
    nearest: Passage | None

    @property
    def is_found(self) -> bool:
        """Whether the source has these words."""
        return self.span is not None

    @property
    def is_misplaced(self) -> bool:
        """Whether the source has these words, but not where the map says."""
        return self.span is not None and self.declared_span not in (None, self.span)


def check_quotes(graph: ArgumentGraph, sources: SourceTexts) -> tuple[Quote, ...]:
    """Look up every quote of a map, in document order."""
    prepared = {key: Passages(text) for key, text in sources.items() if text is not None}
    found: list[Quote] = []
    left = _MOST_LETTERS
    for ref, occurrence, text in _quotes(graph):
        quote = _looked_up(graph, ref, occurrence, text, prepared)
        if quote.is_searchable and not quote.is_found and left > 0:
            left -= len(text)
            keys = source_keys(graph.node(ref), occurrence)
            quote = replace(quote, nearest=_nearest(text, keys, prepared))
        found.append(quote)
    return tuple(found)


def report_quotes(graph: ArgumentGraph, quotes: tuple[Quote, ...]) -> list[dict[str, object]]:
    """Return quotes for programs: what `argmap quotes --format json` prints."""
    return [
        {
            "title": quote.node.title,
            "source": quote.source,
            "quote": quote.text,
            "found": quote.is_found,
            "searched": quote.is_searchable,
            "span": quote.span and list(quote.span),
            "declared_span": quote.declared_span and list(quote.declared_span),
            "nearest": quote.nearest
            and {
                "span": list(quote.nearest.span),
                "text": quote.nearest.text,
                "similarity": quote.nearest.similarity,
            },
            "line": graph.document.source.locate(quote.place.start).line,
        }
        for quote in quotes
    ]


def data_span(graph: ArgumentGraph, occurrence: Occurrence, key: str) -> Span:
    """Return where an occurrence's data gives a value, or where it stands itself."""
    item = graph.document.items[occurrence.item]
    data = getattr(item, "data", None)
    return data.spans.get(key, occurrence.span) if data is not None else occurrence.span


def source_keys(node: Statement | Argument, occurrence: Occurrence) -> tuple[str, ...]:
    """Return the sources that an occurrence names or, if it names none, those of its node."""
    value = occurrence.data.get("source", node.data.get("source"))
    values = value if isinstance(value, list) else [value]
    return tuple(
        str(key) for key in values if isinstance(key, str | int | float) and str(key).strip()
    )


def _quotes(graph: ArgumentGraph) -> Iterator[tuple[NodeRef, Occurrence, str]]:
    for ref in graph.order:
        for occurrence in graph.node(ref).occurrences:
            quote = occurrence.data.get("quote")
            if isinstance(quote, str) and quote.strip(" …."):
                yield ref, occurrence, quote


def _looked_up(
    graph: ArgumentGraph,
    ref: NodeRef,
    occurrence: Occurrence,
    quote: str,
    prepared: Mapping[str, Passages],
) -> Quote:
    keys = source_keys(graph.node(ref), occurrence)
    texts = [(key, prepared[key]) for key in keys if key in prepared]
    declared = _declared_span(occurrence)
    found: tuple[str, Span] | None = None
    for key, passages in texts:
        if declared and passages.stands_at(quote, declared):
            found = key, declared
            break
        span = passages.find(quote, declared.start if declared else None)
        if span and not found:
            found = key, span
    return Quote(
        node=ref,
        source=found[0] if found else next(iter(keys), None),
        text=quote,
        place=data_span(graph, occurrence, "quote"),
        is_searchable=bool(texts),
        span=found[1] if found else None,
        declared_span=declared,
        nearest=None,
    )


def _nearest(quote: str, keys: Iterable[str], prepared: Mapping[str, Passages]) -> Passage | None:
    texts = [prepared[key] for key in keys if key in prepared]
    found = [passage for text in texts if (passage := text.nearest(quote))]
    return max(found, key=lambda passage: passage.similarity, default=None)


def _declared_span(occurrence: Occurrence) -> Span | None:
    match occurrence.data.get("span"):
        case [int(start), int(end)]:
            return Span(start, end)
        case _:
            return None
