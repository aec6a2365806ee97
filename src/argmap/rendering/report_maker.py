"""Gathers the findings and the quoted passages of a map for its page."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from argmap.analysis.contexts import context_of
from argmap.analysis.quotes import Quote, check_quotes
from argmap.diagnostic import Diagnostic
from argmap.evaluation import Labelling
from argmap.mapping.argument_map import ArgumentMap
from argmap.model.graph import ArgumentGraph
from argmap.rendering.front_text import front_text
from argmap.rendering.report_page import Passage, Report, ReportFinding

_AROUND = 160


def gather(
    graph: ArgumentGraph,
    drawn: ArgumentMap,
    findings: Iterable[Diagnostic],
    sources: Mapping[str, str | None],
    labelling: Labelling | None = None,
) -> Report:
    """Return everything that the page of a map tells.

    sources:   source key → the text that quotes are shown in, None where it is not at hand
    labelling: what the page reasons from
    """
    quotes = check_quotes(graph, sources)
    return Report(
        map=drawn,
        graph=graph,
        labelling=labelling,
        findings=tuple(_finding(graph, diagnostic) for diagnostic in findings),
        passages=tuple(_passage(graph, quote, sources) for quote in quotes),
        subtitle=front_text(graph, "subTitle"),
        author=front_text(graph, "author"),
    )


def _finding(graph: ArgumentGraph, diagnostic: Diagnostic) -> ReportFinding:
    path, line, column = graph.document.source.locate(diagnostic.span.start)
    finding = diagnostic.finding
    return ReportFinding(
        severity=str(diagnostic.severity),
        code=diagnostic.code,
        name=diagnostic.name,
        message=" ".join((finding.message, *(note.strip() for note in finding.notes))),
        help=finding.help,
        title=diagnostic.title,
        place=f"{_told(path)}:{line}:{column}",
        is_expected=diagnostic.expected,
    )


def _told(path: str) -> str:
    """Return a path for a page that is handed on: only the name, unless it is given from here."""
    return Path(path).name if Path(path).is_absolute() or path.startswith("..") else path


def _passage(graph: ArgumentGraph, quote: Quote, sources: Mapping[str, str | None]) -> Passage:
    node = graph.node(quote.node)
    speaker = node.data.get("speaker")
    text = sources.get(quote.source) if quote.source is not None else None
    before = after = ""
    words = quote.text
    if text is not None and quote.span is not None:
        before, words, after = context_of(text, quote.span, _AROUND)
    return Passage(
        title=quote.node.title,
        quote=words,
        before=before,
        after=after,
        place=_place(graph, quote),
        speaker=str(speaker) if isinstance(speaker, str) else "",
        ref=quote.node,
    )


def _place(graph: ArgumentGraph, quote: Quote) -> str:
    table = graph.settings.get("sources")
    entry = table.get(quote.source) if isinstance(table, dict) else None
    if isinstance(entry, dict) and isinstance(entry.get("title"), str):
        return str(entry["title"])
    return quote.source or ""
