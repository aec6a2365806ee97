"""What a view keeps of a map, with a mark wherever it cuts something off."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, Footnote, Row
from argmap.mapping.bearing import Bearings, Cut, count_cuts
from argmap.mapping.closing import Closed
from argmap.mapping.legend import choose_legend
from argmap.mapping.matching import find_matching
from argmap.mapping.view import CannotView, View
from argmap.mapping.view_names import ViewNames
from argmap.mapping.view_words import describe_lack, describe_part, title_in_brackets
from argmap.model.graph import ArgumentGraph, NodeRef

_UNCUT = Cut(0, 0)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole map; `members` says what is in each box while no group is closed."""

    graph: ArgumentGraph
    closed: Closed
    members: Mapping[str, tuple[NodeRef, ...]]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What is drawn, but for junctions."""
        boxes = self.closed.map.boxes
        return tuple(box for box in boxes if box.kind is not BoxKind.JUNCTION)


def narrow(whole: Whole, view: View, names: ViewNames) -> ArgumentMap:
    """Return the part of a map that a view shows.

    First what bears on the roots, as far down as the view goes, through relations of its kinds;
    of that, what has one of its tags, sections and speakers (roots stay); of that, if kinds are
    chosen, what takes part in a relation of such a kind (roots stay).

    raises: `CannotView` if nothing is left to see, or a root is not on the map
    """
    all_bearings = Bearings.of(whole.closed.map)
    bearings = all_bearings.of_kinds(view.kinds)
    roots = frozenset(_roots(whole, names))
    kept = frozenset(box.id for box in whole.boxes)
    if roots or view.depth is not None:
        kept = bearings.reach(roots or _tops(whole, all_bearings), view.depth)
    matching = find_matching(whole.graph, whole.members, whole.closed.inside, names)
    if matching is not None:
        if kept.isdisjoint(matching):
            raise _nothing(whole, view, names)
        kept &= matching | roots
    if view.only:
        ends = bearings.within(kept).ends
        if not ends:
            raise _nothing(whole, view, names)
        kept &= ends | roots
    return _cut_out(whole, view, names, kept, all_bearings)


def _roots(whole: Whole, names: ViewNames) -> list[str]:
    """Return the boxes of the roots."""
    boxes = {box.ref: box.id for box in whole.boxes}
    for ref in names.roots:
        if ref not in boxes:
            raise CannotView(
                f"{whole.graph.document.source.path}: {title_in_brackets(ref)} is not on the map: "
                "nothing there supports or attacks it, or the front matter keeps it out"
            )
    return [boxes[ref] for ref in names.roots]


def _tops(whole: Whole, bearings: Bearings) -> list[str]:
    """Return where levels are counted from: main claims, else all that bears on nothing."""
    theses = [box.id for box in whole.boxes if box.is_thesis]
    speaking = {item.source for item in bearings.items}
    tops = [box.id for box in whole.boxes if box.id not in speaking]
    return theses or tops or [box.id for box in whole.boxes[:1]]


def _nothing(whole: Whole, view: View, names: ViewNames) -> CannotView:
    where = whole.graph.document.source.path
    return CannotView(f"{where}: nothing to show: the map has {describe_lack(view, names)}")


def _cut_out(
    whole: Whole, view: View, names: ViewNames, kept: frozenset[str], bearings: Bearings
) -> ArgumentMap:
    drawn = whole.closed.map
    edges = [edge for edge in drawn.edges if edge.kind in view.kinds]
    shown = kept | _junctions(bearings, edges, kept)
    cuts = count_cuts(bearings, bearings.of_kinds(view.kinds).within(kept), kept)
    boxes = tuple(_marked(box, cuts) for box in drawn.boxes if box.id in shown)
    left = tuple(
        edge
        for edge in drawn.edges
        if edge.source.box in shown
        and edge.target.box in shown
        and (edge.kind in view.kinds or edge.source.box in bearings.goals)
    )
    part = None
    if len(boxes) < len(drawn.boxes) or len(left) < len(drawn.edges):
        counted = f"{len(kept)} of {len(whole.boxes)} boxes"
        part = f"Part of the map: {counted}, {describe_part(view, names)}."
        part += " “… more” counts what is cut off there." if cuts else ""
    return replace(
        drawn,
        boxes=boxes,
        edges=left,
        footnotes=_footnotes(drawn, boxes),
        legend=choose_legend(boxes, left),
        part=part,
    )


def _footnotes(drawn: ArgumentMap, boxes: Collection[Box]) -> tuple[Footnote, ...]:
    """Return the notes that something shown refers to; they keep their numbers."""
    used = {0, *(number for box in boxes for number in box.sources)}
    for box in boxes:
        for part in box.parts:
            if isinstance(part, Row):
                used.update(part.sources)
    return tuple(note for note in drawn.footnotes if note.number in used)


def _junctions(
    bearings: Bearings, edges: Collection[Edge], kept: Collection[str]
) -> frozenset[str]:
    """Return the junctions that still join something to something."""
    used = {edge.target.box for edge in edges if edge.source.box in kept}
    return frozenset(box for box, goal in bearings.goals.items() if goal in kept and box in used)


def _marked(box: Box, cuts: Mapping[str, Cut]) -> Box:
    cut = cuts.get(box.id, _UNCUT)
    return replace(box, more=cut.more, beyond=cut.beyond) if cut is not _UNCUT else box
