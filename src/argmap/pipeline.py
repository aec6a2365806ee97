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
    from argmap.analysis.proofs import Proof
    from argmap.analysis.quotes import Quote
    from argmap.analysis.review import Stamping
    from argmap.checks import Selection
    from argmap.evaluation import Labelling
    from argmap.evaluation.gradual import Strengths
    from argmap.evaluation.proof import Judgements
    from argmap.mapping.argument_map import ArgumentMap
    from argmap.mapping.colouring import ColourBy
    from argmap.mapping.talk import Order
    from argmap.mapping.view import View
    from argmap.model import NodeRef
    from argmap.model.steps import StepGraph
    from argmap.rendering import RenderOptions, Report
    from argmap.rendering.presentation import Deck
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


def draw_map(  # noqa: PLR0913 (all but the map and what was found are named)
    graph: ArgumentGraph,
    findings: Iterable[Diagnostic] = (),
    labelling: "Labelling | None" = None,
    *,
    colour_by: str = "relation",
    view: "View | None" = None,
    allow: Allowed = (),
) -> "ArgumentMap":
    """Arrange what a map shows; findings mark the conclusions that nothing supports.

    labelling: mark everything in, out or undecided too
    colour_by: what the colours of boxes tell: `relation`, `speaker`, `label` (which needs a
               labelling; without one the lenient is taken), `side`, `finding` or `tag`
    view:      what is to be seen of it, and how far it is opened
    allow:     files or folders outside the project that pictures may be read from
    raises:    `UnknownColouring`; `CannotView` and `UnknownTitle` if the view names what is not
               there, or shows nothing
    """
    from argmap.analysis import find_theses
    from argmap.mapping.argument_map import Mark
    from argmap.mapping.arrange import build_map
    from argmap.mapping.colouring import ColourBy
    from argmap.mapping.view import WHOLE
    from argmap.model.steps import build_steps

    by, findings = ColourBy.named(colour_by), tuple(findings)
    if by is ColourBy.LABEL and labelling is None:
        labelling = evaluate(graph)
    codes: dict[str, list[str]] = {}
    for diagnostic in findings:
        if diagnostic.title is not None:
            codes.setdefault(diagnostic.title, []).append(diagnostic.code)
    marks = {title: Mark(tuple(found)) for title, found in codes.items()}
    steps = build_steps(graph)
    theses = find_theses(steps)
    labels = node_labels(labelling) if labelling is not None else None
    drawn = build_map(graph, marks=marks, view=view or WHOLE, theses=theses.titles, labels=labels)
    return dress_map(drawn, steps, by, findings=findings, labels=labels, allow=allow)


def dress_map(  # noqa: PLR0913 (all but the map and its steps are named)
    drawn: "ArgumentMap",
    steps: "StepGraph",
    by: "ColourBy",
    *,
    findings: Sequence[Diagnostic] = (),
    labels: "Mapping[NodeRef, str] | None" = None,
    allow: Allowed = (),
) -> "ArgumentMap":
    """Give an arranged map its colours and pictures, by a mode and by what the author asks."""
    from argmap.illustrating import illustrate
    from argmap.mapping.author_colors import tag_hues, with_author_colors
    from argmap.mapping.colouring import ColourBy, colour_map

    graph = steps.graph
    if by is ColourBy.RELATION:
        drawn = with_author_colors(drawn, graph)
    else:
        tags = tag_hues(graph) if by is ColourBy.TAG else None
        drawn = colour_map(drawn, steps, by, findings=findings, labels=labels, tag_hues=tags)
    return illustrate(drawn, graph, allow)


def node_labels(labelling: "Labelling") -> "Mapping[NodeRef, str]":
    """Return the label of each statement and argument."""
    return {ref: str(labelling.of(ref).label) for ref in labelling.steps.graph.order}


def draw_proofs(
    labelling: "Labelling", proofs: "Sequence[Proof]", options: "RenderOptions | None" = None
) -> str:
    """Draw the part of a map that decides some labels, marked with them, as SVG."""
    from argmap.mapping.arrange import arrange
    from argmap.mapping.shown import Shown
    from argmap.rendering import draw
    from argmap.rendering.report_maker import gather

    graph = labelling.steps.graph
    told = {proof.ref for top in proofs for proof in top.nodes()}
    used = told | _arguments_used(labelling.steps, told)
    shown = Shown(
        graph,
        tuple(title for title in graph.statements if graph.statements[title].ref in used),
        tuple(title for title in graph.arguments if graph.arguments[title].ref in used),
    )
    theses = [proof.ref.title for proof in proofs]
    drawn = arrange(shown, theses=theses, labels=node_labels(labelling))
    content = draw(gather(graph, drawn, (), {}), "svg", options).content
    assert isinstance(content, str)
    return content


def _arguments_used(steps: "StepGraph", told: "set[NodeRef]") -> "set[NodeRef]":
    """Return the reconstructed arguments that lead from some nodes, or despite them, to others."""
    from argmap.model import NodeKind, NodeRef

    return {
        NodeRef(NodeKind.ARGUMENT, step.argument)
        for index, step in enumerate(steps.steps)
        if step.is_inference and step.argument is not None
        if steps.nodes[step.conclusion].ref in told
        if any(
            steps.nodes[node].ref in told for node in (*step.premises, *steps.undercutters[index])
        )
    }


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


def make_report(  # noqa: PLR0913 (all but the map and what was found are named)
    graph: ArgumentGraph,
    findings: Sequence[Diagnostic] | None = None,
    *,
    labelling: "Labelling | None" = None,
    colour_by: str = "relation",
    view: "View | None" = None,
    allow: Allowed = (),
) -> "Report":
    """Gather what a page about a map tells: picture, findings and quotes in their sources.

    labelling: mark everything in the picture in, out or undecided
    colour_by: see `draw_map`
    view:      what is to be seen of the map
    raises:    `CannotView`, `UnknownTitle`, `UnknownColouring`
    """
    from argmap.checks import Subject
    from argmap.checks import check as run_rules
    from argmap.rendering.report_maker import gather

    sources = source_texts(graph, allow)
    if findings is None:
        findings = run_rules(Subject(graph, sources))
    drawn = draw_map(graph, findings, labelling, colour_by=colour_by, view=view, allow=allow)
    return gather(graph, drawn, findings, sources, labelling)


def render(
    graph: ArgumentGraph,
    format: str = "svg",
    *,
    view: "View | None" = None,
    options: "RenderOptions | None" = None,
    allow: Allowed = (),
) -> str | bytes:
    """Draw a map: `svg`, `dot` and `html` as text, `png` and `pdf` as bytes.

    view:    what is to be seen of the map; without one, all of it
    options: theme, width, font and engine
    raises:  `UnknownFormatError`, `MissingExtraError` (PDF without typst), `EngineError`,
             `CannotView`, `UnknownTitle`
    """
    from argmap import rendering

    report = make_report(graph, view=view, allow=allow)
    return rendering.render(report, format, options)


def plan_talk(report: "Report", *, order: "Order | None" = None) -> "tuple[Deck, tuple[str, ...]]":
    """Put what a report's map shows into the order of a talk, in words.

    Returns the talk, and what its author should know about the numbers that `step:` gives.
    """
    from argmap.mapping.talk import Order, plan_talk, read_numbers
    from argmap.mapping.talk.branches import Branches
    from argmap.rendering.presentation import make_deck

    assert report.graph is not None
    shown = {ref for ref in Branches(report.map).refs.values() if ref is not None}
    numbers = read_numbers(report.graph, shown, is_part=report.map.part is not None)
    talk = plan_talk(report.map, numbers, order or Order.TEXT)
    return make_deck(talk, report), numbers.troubles


def present(
    graph: ArgumentGraph,
    *,
    order: str = "text",
    view: "View | None" = None,
    engine: str | None = None,
    allow: Allowed = (),
) -> str:
    """Return a page that presents a map, one thought a step.

    order:  what comes first among several reasons, `text` or `weight`
    view:   what is to be seen of the map; without one, all of it
    raises: `ArgmapError` for an unknown order, `EngineError`, `CannotView`, `UnknownTitle`
    """
    from argmap.mapping.talk import Order

    chosen = Order.named(order)
    deck, _ = plan_talk(make_report(graph, view=view, allow=allow), order=chosen)
    return present_talk(deck, engine=engine)


def present_talk(deck: "Deck", *, engine: str | None = None, direction: str = "auto") -> str:
    """Return the page of a talk, whole in itself: it asks nothing of any other file or host.

    engine:    path or name of the Graphviz `dot` to use
    direction: where conclusions stand, as in `RenderOptions`
    raises:    `EngineError`, `RenderingError` for an unknown direction
    """
    from argmap.rendering import RenderOptions
    from argmap.rendering.layout import repaint
    from argmap.rendering.presentation import write_presentation
    from argmap.rendering.renderers import Scene
    from argmap.rendering.themes.page import page_theme

    scene = Scene(deck.report, RenderOptions(engine=engine, direction=direction))
    theme = page_theme(scene.theme)
    return write_presentation(deck, repaint(scene.layout, deck.talk.map, theme), theme)


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
