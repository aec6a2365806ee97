"""The stages composed: from a file to a graph, to findings, labels and pictures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.diagnostic import Diagnostic, Finding, Problem
from argmap.model import ArgumentGraph, build_graph
from argmap.reading import FileView, read_map, read_sources, read_text
from argmap.source import Source
from argmap.syntax import ARGMAP, Dialect, parse

if TYPE_CHECKING:
    from argmap.analysis.quotes import Quote
    from argmap.analysis.review import Stamping
    from argmap.checks import Selection
    from argmap.evaluation import Labelling
    from argmap.evaluation.gradual import Strengths
    from argmap.evaluation.proof import Judgements
    from argmap.model import NodeRef
    from argmap.settings import Settings
    from argmap.syntax.formatter import Formatted

Allowed = Sequence[str | Path]


def load(
    path: str | Path,
    *,
    allow: Allowed = (),
    shorthand: bool = False,
    dialect: Dialect = ARGMAP,
    view: FileView | None = None,
) -> ArgumentGraph:
    """Read the map at a path (`-` for standard input) into an argument graph.

    allow:     files or folders outside the project that `@include` may read
    shorthand: read numbered steps and plain outlines also if the front matter does not say so
    dialect:   as argmap reads, or as the reference does where it is plainly wrong
    view:      texts that are to be taken in place of files, and what was read
    raises:    `CannotRead` if there is no such file or it is not UTF-8; never for what is in it
    """
    source, problems = read_map(str(path), allow, view)
    return read_graph(*_written_out(source, problems, shorthand), dialect)


def loads(
    text: str, path: str = "<text>", *, allow: Allowed = (), shorthand: bool = False
) -> ArgumentGraph:
    """Read a map from a text; includes and quoted sources are looked for beside `path`."""
    source, problems = read_text(text, path, allow)
    return read_graph(*_written_out(source, problems, shorthand))


def _written_out(
    source: Source, problems: tuple[Problem, ...], shorthand: bool
) -> tuple[Source, tuple[Problem, ...]]:
    """Write out the shorthand of a source that uses it; problems of reading follow the text."""
    if not shorthand and "shorthand" not in source.text:
        return source, problems  # nearly every map: what reads shorthand need not be loaded
    from argmap.syntax.rewriting import follow
    from argmap.syntax.shorthand import asks_for_shorthand, expand_shorthand

    if not shorthand and not asks_for_shorthand(source):
        return source, problems
    written, found = expand_shorthand(source)
    return written, (*follow(problems, written), *found)


def read_graph(
    source: Source, problems: Iterable[Problem] = (), dialect: Dialect = ARGMAP
) -> ArgumentGraph:
    """Parse a source and build its graph; problems of reading join those of parsing."""
    from argmap.mapping.openings import find_opening_problems
    from argmap.mapping.options import read_options

    document = parse(source, dialect)
    if found := tuple(problems):
        document = replace(
            document, problems=(*found, *document.problems), inclusion_problems=found
        )
    graph = build_graph(document, dialect)
    _, faults = read_options(graph.settings, document)
    if "color" in graph.settings:
        from argmap.mapping.author_colors import read_author_colors

        faults += read_author_colors(graph.settings, document)[1]
    faults += find_opening_problems(graph)
    return replace(graph, problems=(*graph.problems, *faults)) if faults else graph


def check(  # noqa: PLR0913 (all but the map are named)
    graph: ArgumentGraph,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    profile: str | None = None,
    strict_syntax: bool = False,
    allow: Allowed = (),
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a map, in document order.

    select, ignore, extend_select: rules by code, beginning of a code, name, or `ALL`
    profile:        `classroom` (the default), `teach`, `debate` or `strict`
    strict_syntax:  report also what the reference implementation of Argdown refuses
    allow:          files or folders outside the project that quotes may be looked up in
    raises:         `UnknownRule`, `UnknownProfile`
    """
    from argmap.checks import Selection, profile_named

    chosen = profile_named(profile) if profile is not None else None
    selection = Selection(
        tuple(select), tuple(ignore), chosen, strict_syntax, tuple(extend_select)
    )
    return check_selected(graph, selection, allow=allow)


def check_selected(
    graph: ArgumentGraph,
    selection: "Selection",
    settings: "Settings | None" = None,
    *,
    allow: Allowed = (),
    view: FileView | None = None,
) -> tuple[Diagnostic, ...]:
    """Do the same for a selection made already, under the settings of a project.

    raises: `UnknownRule`
    """
    from argmap.checks import Subject
    from argmap.checks import check as run_rules

    subject = Subject(graph, source_texts(graph, allow, view))
    if settings is None:
        return run_rules(subject, selection)
    project = settings.selection_for(graph.document.source.path)
    return run_rules(subject, selection, settings.rules, project)


def find_refused(graph: ArgumentGraph) -> tuple[Finding, ...]:
    """Return what the reference implementation refuses in a map: nothing if it reads it."""
    from argmap.syntax.strict import find_refused

    return find_refused(graph.document.source.text)


def source_texts(
    graph: ArgumentGraph, allow: Allowed = (), view: FileView | None = None
) -> Mapping[str, str | None]:
    """Read the texts that a map quotes: source key → text, or None if it is not at hand."""
    sources = read_sources(graph.settings, graph.document.source.path, allow, view)
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


def judge(
    graph: ArgumentGraph,
    *,
    mode: str = "standards",
    policy: str = "lenient",
    standard: str = "preponderance",
) -> "Judgements":
    """Label a map by proof standards and weights of arguments.

    mode:     `standards`, or `carneades`: arguments wait for all their premises
    policy:   which leaves may stand by themselves, `lenient`, `declared` or `sourced`
    standard: that of what gives none: `scintilla`, `preponderance`, `clear`, `beyond-doubt` or
              `dialectical`
    raises:   `UnknownMode`, `UnknownPolicy`, `UnknownStandard`
    """
    from argmap.evaluation import Policy
    from argmap.evaluation.proof import Mode, Standard, judge, make_case
    from argmap.model.steps import build_steps

    chosen, default = Mode.named(mode), Standard.named(standard)
    return judge(make_case(build_steps(graph), Policy.named(policy), default), chosen)


def strength(graph: ArgumentGraph, *, semantics: str = "df-quad") -> "Strengths":
    """Work out how strong each statement and argument is, from 0 to 1.

    semantics: `df-quad`, `quadratic-energy`, `euler` or `h-categorizer`
    raises:    `UnknownSemantics`
    """
    from argmap.evaluation.gradual import measure, semantics_named
    from argmap.model.steps import build_steps

    return measure(build_steps(graph), semantics_named(semantics))


def convert(graph: ArgumentGraph, to: str, *, fixed: bool = False) -> str:
    """Write a graph in another tool's format; see `argmap.exchange.FORMATS`.

    fixed:  read the map as argmap does also where the format asks for the reference's reading
    raises: `UnknownFormat`
    """
    return "".join(convert_in_pieces(graph, to, fixed=fixed))


def convert_in_pieces(graph: ArgumentGraph, to: str, *, fixed: bool = False) -> Iterator[str]:
    """Do the same, and give the text in pieces: the whole of a large map's takes much memory."""
    from argmap.exchange import find_format

    format = find_format(to)
    dialect = ARGMAP if fixed else format.dialect
    document = graph.document
    if document.dialect != dialect:
        graph = read_graph(document.source, document.inclusion_problems, dialect)
    return format.in_pieces(graph, dialect)


def format_text(text: str, path: str = "<text>", *, shorthand: bool = False) -> "Formatted":
    """Lay a map out in the canonical layout; see `argmap.syntax.formatter.format_document`.

    Shorthand is written out as Argdown, where it is asked for here or in the front matter.
    `@include(…)` stays as it is: one text is formatted, not what it includes.
    """
    from argmap.syntax.formatter import Formatted, format_document

    source, problems = _written_out(Source.of(text, path), (), shorthand)
    if problems:  # written out, the author could not mend it as shorthand any more
        places = sorted((problem.finding for problem in problems), key=lambda found: found.span)
        return Formatted(text, source, tuple(places))
    formatted = format_document(parse(source))
    if formatted.left and formatted.text == source.text:
        return formatted._replace(text=text)  # not what shorthand was written out as
    return formatted


def bundle(graph: ArgumentGraph, findings: Sequence[Diagnostic]) -> str:
    """Return all that is known of a map as JSON: `graph` (node-link), `findings`, `evaluation`."""
    from argmap.analysis import find_theses
    from argmap.checks.report import report_findings
    from argmap.evaluation import report_labels
    from argmap.exchange import find_format, json_text

    labelling = evaluate(graph)
    theses = find_theses(labelling.steps).titles
    parts: dict[str, str | Iterable[str]] = {
        "graph": find_format("node-link").write(graph, ARGMAP).rstrip(),
        "findings": json_text.items(report_findings(graph.document.source, findings)),
        "evaluation": json_text.line(report_labels(labelling, theses)),
    }
    return json_text.writable("".join(json_text.members(parts)) + "\n")


def review_text(  # noqa: PLR0913 (all but the map are named)
    text: str,
    path: str = "<text>",
    *,
    titles: Sequence[str] = (),
    every: bool = False,
    allow: Allowed = (),
    shorthand: bool = False,
) -> "Stamping":
    """Stamp claims of a map as reviewed: `reviewed:` with the fingerprint of what they say now.

    text:   the text of the file at the path; what it includes is read, and stays as it is
    titles: `[Title]`, `<Title>` or `Title` of what was reviewed
    every:  all that has a title was reviewed; with neither, what has a stamp already
            (what `reviewed:` holds else, such as a date, gives way only where a title is named)
    return: the new text, which is read as before but for the stamps; nothing is written
    raises: `CannotReview` if a title names nothing, or nothing can be written without changing
            what the map says
    """
    from argmap.analysis.review import stamp
    from argmap.analysis.reviewing import CannotReview, chosen_nodes, meant_by, not_stamped
    from argmap.model.steps import build_steps

    graph = loads(text, path, allow=allow, shorthand=shorthand)
    steps = build_steps(graph)
    nodes = chosen_nodes(graph, titles, every=every)
    named = meant_by(graph, titles)
    stamping = stamp(steps, text, nodes, named)

    def left(stamping: "Stamping") -> "tuple[NodeRef, ...]":
        again = loads(stamping.text, path, allow=allow, shorthand=shorthand)
        return not_stamped(steps, build_steps(again), stamping.renewed)

    if stamping.renewed and (refused := left(stamping)):
        others = [node for node in nodes if node not in refused]
        stamping = replace(stamp(steps, text, others, named), refused=refused)
        if stamping.renewed and left(stamping):
            raise CannotReview(f"{path}: with stamps it would be read differently")
    return stamping
