"""What the colours of boxes tell: who says it, what falls, whose side it is on.

Each mode gives every node a hue; what is the same has the same. Hues keep their places as long as
the text does, whatever part of it is shown.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from argmap.analysis.sides import Side, sides
from argmap.analysis.speakers import Speakers, names_in
from argmap.analysis.theses import find_theses
from argmap.diagnostic import Diagnostic, Severity
from argmap.errors import ArgmapError
from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Hue, LegendEntry, Part, Row
from argmap.model.graph import Argument, ArgumentGraph, NodeKind, NodeRef, Statement
from argmap.model.steps import StepGraph

_MOST_CODES = 3


class ColourBy(StrEnum):
    """What the colours of boxes tell."""

    RELATION = "relation"
    SPEAKER = "speaker"
    LABEL = "label"
    SIDE = "side"
    FINDING = "finding"
    TAG = "tag"

    @staticmethod
    def named(name: str) -> "ColourBy":
        """Return the mode with a name; `UnknownColouring` lists the names there are."""
        if name not in list(ColourBy):
            raise UnknownColouring(f"unknown colouring '{name}': choose {', '.join(ColourBy)}")
        return ColourBy(name)


class UnknownColouring(ArgmapError):  # noqa: N818 (named for what the caller sees)
    """There is no such way to colour boxes."""


def colour_map(  # noqa: PLR0913  (each mode needs what it tells)
    argument_map: ArgumentMap,
    steps: StepGraph,
    by: ColourBy,
    *,
    findings: Iterable[Diagnostic] = (),
    labels: Mapping[NodeRef, str] | None = None,
    tag_hues: Mapping[NodeRef, Hue] | None = None,
) -> ArgumentMap:
    """Return a map whose boxes and rows have hues, with the legend that names these.

    findings: for `finding`
    labels:   for `label`: in, out or undecided
    tag_hues: for `tag`, what the author's settings say of colours
    """
    match by:
        case ColourBy.RELATION:
            return argument_map
        case ColourBy.SPEAKER:
            hues, nothing = speaker_hues(steps.graph), "no speaker named"
        case ColourBy.LABEL:
            hues, nothing = label_hues(labels or {}), "not labelled"
        case ColourBy.SIDE:
            hues, nothing = side_hues(steps), "neither side"
        case ColourBy.FINDING:
            hues, nothing = finding_hues(steps.graph, findings), "nothing found"
        case ColourBy.TAG:
            hues, nothing = tag_hues or tags_in_order(steps.graph), "no tag"
    painted = paint(argument_map, hues, Hue("plain", nothing))
    if hues or by is ColourBy.FINDING:
        return painted
    notice = f"colours tell nothing here: {nothing}"
    return replace(painted, notices=(*painted.notices, notice))


def paint(
    argument_map: ArgumentMap, hues: Mapping[NodeRef, Hue], nothing: Hue | None = None
) -> ArgumentMap:
    """Give the boxes and rows of a map their hues, and the map their legend.

    nothing: what boxes have that have no hue; without it they stay as they are
    """

    def part(each: Part) -> Part:
        if not isinstance(each, Row):
            return each
        return replace(each, hue=hues.get(NodeRef(NodeKind.STATEMENT, each.title), nothing))

    def box(each: Box) -> Box:
        if each.ref is None:
            return each
        parts = tuple(part(inner) for inner in each.parts)
        return replace(each, hue=hues.get(each.ref, nothing), parts=parts)

    boxes = tuple(box(each) for each in argument_map.boxes)
    used = {hue.name: hue for hue in _shown(boxes)}
    order = dict.fromkeys([hue.name for hue in hues.values()] + [nothing.name if nothing else ""])
    by_place = sorted((name for name in order if name in used), key=lambda name: _rank(used[name]))
    legend = tuple(replace(used[name], tag="") for name in by_place if name)
    entries = argument_map.legend
    if nothing is not None:  # the amber of what lacks support has given way
        entries = tuple(entry for entry in entries if entry is not LegendEntry.UNSUPPORTED)
    return replace(argument_map, boxes=boxes, legend=entries, hues=legend)


def _shown(boxes: Iterable[Box]) -> Iterable[Hue]:
    for box in boxes:
        if box.hue is not None and box.kind is not BoxKind.GROUP:
            yield box.hue
        for part in box.parts:
            if isinstance(part, Row) and part.hue is not None:
                yield part.hue


_ROLES = ("support", "attack", "warning", "claim", "undercut")


def _rank(hue: Hue) -> tuple[int, int]:
    """Order a legend: by the places of hues, roles in their order, nothing last."""
    if isinstance(hue.swatch, int):
        return 0, hue.swatch
    if hue.swatch in _ROLES:
        return 1, _ROLES.index(hue.swatch)
    return (0, 0) if hue.swatch.startswith("#") else (2, 0)


def speaker_hues(graph: ArgumentGraph) -> Mapping[NodeRef, Hue]:
    """Return a hue for each node with a speaker: that of the first one, if there are several.

    Those in the table `speakers:` come first, in its order; then the others as they appear.
    """
    speakers = Speakers.of(graph)
    table = graph.settings.get("speakers")
    places: dict[str, int] = {}
    for name in table if isinstance(table, Mapping) else ():
        places.setdefault(str(name), len(places))
    hues = {}
    for ref, node in _nodes(graph):
        names = _speakers(node, speakers)
        if names:
            place = places.setdefault(names[0], len(places))
            hues[ref] = Hue(place, names[0], ", ".join(names))
    return hues


def _speakers(node: Statement | Argument, speakers: Speakers) -> list[str]:
    written = [
        name
        for occurrence in node.occurrences
        for name in names_in(occurrence.data.get("speaker"))
    ]
    written = written or list(names_in(node.data.get("speaker")))
    return list(dict.fromkeys(speakers.name(name) for name in written))


_LABELS = {"in": "support", "out": "attack", "undecided": "warning"}


def label_hues(labels: Mapping[NodeRef, str]) -> Mapping[NodeRef, Hue]:
    """Return a hue for each labelled node; the box says its label anyway."""
    return {ref: Hue(_LABELS[label], label) for ref, label in labels.items() if label in _LABELS}


_BOTH = 2


def side_hues(steps: StepGraph) -> Mapping[NodeRef, Hue]:
    """Return a hue for the side of each node: the one that is written, else the way to a thesis.

    `side:` of a node or of its speaker counts first. What is for the one thesis and against the
    other is on both sides; a thesis that stands against an earlier one is no measure.
    """
    graph = steps.graph
    speakers = Speakers.of(graph)
    computed = _computed_sides(steps)
    places = {"pro": 0, "con": 1, "both sides": _BOTH}
    hues = {}
    for ref, node in _nodes(graph):
        written = [party.name for party in speakers.parties(node) if party.is_side]
        side = written[0] if len(written) == 1 else "both sides" if written else computed.get(ref)
        if side is not None:
            place = places.setdefault(side, len(places))
            hues[ref] = Hue(place, side, side)
    return hues


_SIDES = {Side.FOR: "pro", Side.AGAINST: "con", Side.BOTH: "both sides"}


def _computed_sides(steps: StepGraph) -> Mapping[NodeRef, str]:
    found: dict[NodeRef, str] = {}
    against: set[int] = set()
    for thesis in find_theses(steps).nodes:
        if thesis in against:
            continue
        for node, side in sides(steps, thesis).items():
            if side is Side.AGAINST:
                against.add(node)
            ref, name = steps.nodes[node].ref, _SIDES[side]
            found[ref] = name if found.get(ref, name) == name else "both sides"
    return found


_SEVERITIES = {
    Severity.ERROR: "attack",
    Severity.WARNING: "warning",
    Severity.INFO: "claim",
}


def finding_hues(graph: ArgumentGraph, findings: Iterable[Diagnostic]) -> Mapping[NodeRef, Hue]:
    """Return a hue for the gravest finding about each node; the box names the codes."""
    about: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if finding.title is not None:
            about.setdefault(finding.title, []).append(finding)
    hues = {}
    for ref, _ in _nodes(graph):
        found = about.get(ref.title, [])
        if found:
            gravest = min((each.severity for each in found), key=lambda grave: grave.rank)
            codes = list(dict.fromkeys(each.code for each in found))
            more = f" +{len(codes) - _MOST_CODES}" if len(codes) > _MOST_CODES else ""
            told = ", ".join(codes[:_MOST_CODES]) + more
            hues[ref] = Hue(_SEVERITIES[gravest], str(gravest), told)
    return hues


def tags_in_order(
    graph: ArgumentGraph, choose: Callable[[Sequence[str]], str] | None = None
) -> Mapping[NodeRef, Hue]:
    """Return a hue for the tag of each node: the first one, or the one that is chosen.

    Tags have their places in the order in which they are first written.
    """
    places = {tag: place for place, tag in enumerate(tag_order(graph))}
    hues = {}
    for ref, node in _nodes(graph):
        if node.tags:
            tag = choose(node.tags) if choose else node.tags[0]
            hues[ref] = Hue(places.get(tag, 0), f"#{tag}", f"#{tag}")
    return hues


def tag_order(graph: ArgumentGraph) -> list[str]:
    """Return all tags of a text, in the order in which they are first written."""
    written = [
        (occurrence.span.start, occurrence.tags)
        for _, node in _nodes(graph)
        for occurrence in node.occurrences
    ]
    written += [(section.span.start, section.tags) for section in graph.sections]
    return list(dict.fromkeys(tag for _, tags in sorted(written) for tag in tags))


def _nodes(graph: ArgumentGraph) -> Iterable[tuple[NodeRef, Statement | Argument]]:
    for ref in graph.order:
        yield ref, graph.node(ref)
