"""The stages composed: from a file to a graph, to findings, labels and pictures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.checks import Profile, Selection, Subject, profile_named
from argmap.checks import check as run_rules
from argmap.diagnostic import Diagnostic, Finding, Problem
from argmap.model import ArgumentGraph, build_graph
from argmap.reading import read_map, read_sources, read_text
from argmap.source import Source
from argmap.syntax import ARGMAP, Dialect, parse

if TYPE_CHECKING:
    from argmap.analysis.quotes import Quote
    from argmap.evaluation import Labelling
    from argmap.mapping.argument_map import ArgumentMap
    from argmap.rendering import RenderOptions, Report

Allowed = Sequence[str | Path]


def load(path: str | Path, *, allow: Allowed = ()) -> ArgumentGraph:
    """Read the map at a path (`-` for standard input) into an argument graph.

    allow:  files or folders outside the project that `@include` may read
    raises: `CannotRead` if there is no such file or it is not UTF-8; never for what is in it
    """
    source, problems = read_map(str(path), allow)
    return read_graph(source, problems)


def loads(text: str, path: str = "<text>", *, allow: Allowed = ()) -> ArgumentGraph:
    """Read a map from a text; includes and quoted sources are looked for beside `path`."""
    source, problems = read_text(text, path, allow)
    return read_graph(source, problems)


def read_graph(
    source: Source, problems: Iterable[Problem] = (), dialect: Dialect = ARGMAP
) -> ArgumentGraph:
    """Parse a source and build its graph; problems of reading join those of parsing."""
    from argmap.mapping.options import read_options

    document = parse(source, dialect)
    if found := tuple(problems):
        document = replace(
            document, problems=(*found, *document.problems), inclusion_problems=found
        )
    graph = build_graph(document, dialect)
    _, faults = read_options(graph.settings, document)
    return replace(graph, problems=(*graph.problems, *faults)) if faults else graph


def check(  # noqa: PLR0913 (all but the map are named)
    graph: ArgumentGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    profile: str | None = None,
    strict_syntax: bool = False,
    allow: Allowed = (),
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a map, in document order.

    select, ignore: rules by code, beginning of a code, name, or `ALL`
    profile:        `classroom` (the default), `teach`, `debate` or `strict`
    strict_syntax:  report also what the reference implementation of Argdown refuses
    allow:          files or folders outside the project that quotes may be looked up in
    raises:         `UnknownRule`, `UnknownProfile`
    """
    chosen: Profile | None = profile_named(profile) if profile is not None else None
    selection = Selection(tuple(select), tuple(ignore), chosen, strict_syntax)
    return run_rules(Subject(graph, source_texts(graph, allow)), selection)


def find_refused(graph: ArgumentGraph) -> tuple[Finding, ...]:
    """Return what the reference implementation refuses in a map: nothing if it reads it."""
    from argmap.syntax.strict import find_refused

    return find_refused(graph.document.source.text)


def source_texts(graph: ArgumentGraph, allow: Allowed = ()) -> Mapping[str, str | None]:
    """Read the texts that a map quotes: source key → text, or None if it is not at hand."""
    sources = read_sources(graph.settings, graph.document.source.path, allow)
    return {key: source.text for key, source in sources.items()}


def quotes(graph: ArgumentGraph, *, allow: Allowed = ()) -> "tuple[Quote, ...]":
    """Look up every quote of a map in the source that it names."""
    from argmap.analysis.quotes import check_quotes

    return check_quotes(graph, source_texts(graph, allow))


def evaluate(graph: ArgumentGraph, *, policy: str = "lenient") -> "Labelling":
    """Label every statement, argument and inference in, out or undecided, with its reason.

    policy: which leaves may stand by themselves, `lenient`, `declared` or `sourced`
    raises: `UnknownPolicy`
    """
    from argmap.evaluation import Policy, evaluate
    from argmap.model.steps import build_steps

    return evaluate(build_steps(graph), Policy.named(policy))


def draw_map(graph: ArgumentGraph, findings: Iterable[Diagnostic] = ()) -> "ArgumentMap":
    """Arrange what a map shows; findings mark the conclusions that nothing supports."""
    from argmap.analysis import find_theses
    from argmap.mapping.argument_map import Mark
    from argmap.mapping.arrange import build_map
    from argmap.model.steps import build_steps

    codes: dict[str, list[str]] = {}
    for diagnostic in findings:
        if diagnostic.title is not None:
            codes.setdefault(diagnostic.title, []).append(diagnostic.code)
    marks = {title: Mark(tuple(found)) for title, found in codes.items()}
    theses = find_theses(build_steps(graph))
    return build_map(graph, marks=marks, theses=theses.titles)


def convert(graph: ArgumentGraph, to: str, *, fixed: bool = False) -> str:
    """Write a graph in another tool's format; see `argmap.exchange.FORMATS`.

    fixed:  read the map as argmap does also where the format asks for the reference's reading
    raises: `UnknownFormat`
    """
    from argmap.exchange import find_format

    format = find_format(to)
    dialect = ARGMAP if fixed else format.dialect
    if dialect != ARGMAP:
        document = graph.document
        graph = read_graph(document.source, document.inclusion_problems, dialect)
    return format.write(graph, dialect)


def make_report(
    graph: ArgumentGraph, findings: Sequence[Diagnostic] | None = None, *, allow: Allowed = ()
) -> "Report":
    """Gather what a page about a map tells: picture, findings and quotes in their sources."""
    from argmap.rendering.report_maker import gather

    sources = source_texts(graph, allow)
    if findings is None:
        findings = run_rules(Subject(graph, sources))
    return gather(graph, draw_map(graph, findings), findings, sources)


def render(
    graph: ArgumentGraph,
    format: str = "svg",
    *,
    options: "RenderOptions | None" = None,
    allow: Allowed = (),
) -> str | bytes:
    """Draw a map: `svg`, `dot` and `html` as text, `png` and `pdf` as bytes.

    options: theme, width, font and engine
    raises:  `UnknownFormatError`, `MissingExtraError` (PDF without typst), `EngineError`
    """
    from argmap import rendering

    report = make_report(graph, allow=allow)
    return rendering.render(report, format, options)


def bundle(graph: ArgumentGraph, findings: Sequence[Diagnostic]) -> str:
    """Return all that is known of a map as JSON: `graph` (node-link), `findings`, `evaluation`."""
    from argmap.analysis import find_theses
    from argmap.checks.report import report_findings
    from argmap.evaluation import report_labels
    from argmap.exchange import find_format, json_text

    labelling = evaluate(graph)
    theses = find_theses(labelling.steps).titles
    parts = {
        "graph": find_format("node-link").write(graph, ARGMAP).rstrip(),
        "findings": json_text.items(report_findings(graph.document.source, findings)),
        "evaluation": json_text.line(report_labels(labelling, theses)),
    }
    return json_text.writable(json_text.members(parts) + "\n")
