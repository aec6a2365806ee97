"""Pictures, pages and talks of a map: from a graph to what a reader will see."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.diagnostic import Diagnostic
from argmap.model import ArgumentGraph
from argmap.pipeline import Allowed, evaluate, source_texts

if TYPE_CHECKING:
    from argmap.analysis.proofs import Proof
    from argmap.evaluation import Labelling
    from argmap.mapping.argument_map import ArgumentMap
    from argmap.mapping.colouring import ColourBy
    from argmap.mapping.talk import Order
    from argmap.mapping.view import View
    from argmap.model import NodeRef
    from argmap.model.steps import StepGraph
    from argmap.rendering import RenderOptions, Report
    from argmap.rendering.presentation import Deck


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
