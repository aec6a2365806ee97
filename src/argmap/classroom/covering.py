"""The picture of a sheet: the map with some words covered, and nothing behind the covers.

Everything that the renderer might write into a picture besides what is seen (ids made from titles,
names, footnotes) is taken out or renamed, for whoever opens the file finds it.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from argmap.mapping.argument_map import (
    ArgumentMap,
    Box,
    BoxKind,
    Edge,
    EdgeKind,
    End,
    Hue,
    LegendEntry,
    Part,
    Row,
)
from argmap.model.graph import NodeKind, NodeRef

_LINE = "_" * 17  # no longer than the shortest lines of a box, so that it is never broken
_ROOM = f"{_LINE} {_LINE}"


ANSWER = Hue("warning")
"""The colour of what a key fills in."""


class Cover(NamedTuple):
    """What stands in a picture in place of a node's title and text.

    label: a tag beside it, which a key draws in its own colour
    """

    title: str
    text: str | None
    label: str | None = None


def blank(letter: str) -> Cover:
    """Return the cover of a gap: its letter and an empty line."""
    return Cover(letter, f"{letter} {_ROOM}")


def boxes_with(drawn: ArgumentMap, refs: Collection[NodeRef]) -> frozenset[str]:
    """Return the ids of the boxes that are, or that have a row of, one of some nodes."""
    return frozenset(
        box.id
        for box in drawn.boxes
        if box.ref in refs
        or any(
            isinstance(part, Row) and NodeRef(NodeKind.STATEMENT, part.title) in refs
            for part in box.parts
        )
    )


def made_bare(drawn: ArgumentMap) -> ArgumentMap:
    """Return a map without its title, sources, colours, links and marks; ids are numbers."""
    names = {box.id: f"box-{number}" for number, box in enumerate(drawn.boxes, 1)}
    boxes = tuple(
        replace(
            box,
            id=names[box.id],
            parts=tuple(_bare_part(part) for part in box.parts),
            is_unsupported=False,
            label=None,
            sources=(),
            link=None,
            hue=None,
            pictures=(),
        )
        for box in drawn.boxes
    )
    edges = tuple(
        Edge(
            f"arrow-{number}",
            edge.kind,
            End(names[edge.source.box], edge.source.port),
            End(names[edge.target.box], edge.target.port),
        )
        for number, edge in enumerate(drawn.edges, 1)
    )
    groups = tuple(
        replace(group, id=f"frame-{number}", hue=None)
        for number, group in enumerate(drawn.groups, 1)
    )
    return ArgumentMap(None, boxes, edges, groups, (), _legend(boxes, edges), drawn.language)


def _bare_part(part: Part) -> Part:
    if not isinstance(part, Row):
        return part
    return replace(part, is_unsupported=False, label=None, sources=(), link=None, hue=None)


def cover(drawn: ArgumentMap, covers: Mapping[NodeRef, Cover]) -> ArgumentMap:
    """Return a map with covers over some nodes, wherever these are drawn or named."""
    boxes = tuple(_covered(box, covers) for box in drawn.boxes)
    return replace(drawn, boxes=boxes, legend=_legend(boxes, drawn.edges))


def _covered(box: Box, covers: Mapping[NodeRef, Cover]) -> Box:
    parts = tuple(_covered_part(part, covers) for part in box.parts)
    found = covers.get(box.ref) if box.ref is not None else None
    if found is None:
        return replace(box, parts=parts)
    text = found.text if not parts else None
    if box.kind is BoxKind.ARGUMENT and text is not None:
        text = text.removeprefix(f"{found.title} ")  # the header says it
    hue = ANSWER if found.label else None
    return replace(box, parts=parts, title=found.title, text=text, label=found.label, hue=hue)


def _covered_part(part: Part, covers: Mapping[NodeRef, Cover]) -> Part:
    if not isinstance(part, Row):
        return part
    users = tuple(
        covers[ref].title if (ref := NodeRef(NodeKind.ARGUMENT, title)) in covers else title
        for title in part.also_in
    )
    found = covers.get(NodeRef(NodeKind.STATEMENT, part.title))
    if found is None:
        return replace(part, also_in=users)
    text = found.text if part.text is not None else None
    hue = ANSWER if found.label else None
    return replace(part, title=found.title, text=text, label=found.label, also_in=users, hue=hue)


def without(
    drawn: ArgumentMap, boxes: Collection[str] = (), edges: Collection[str] = ()
) -> ArgumentMap:
    """Return a map without some boxes and edges, by their ids."""
    boxes, edges = frozenset(boxes), frozenset(edges)
    kept = tuple(box for box in drawn.boxes if box.id not in boxes)
    left = tuple(
        edge
        for edge in drawn.edges
        if edge.id not in edges and edge.source.box not in boxes and edge.target.box not in boxes
    )
    told = tuple(entry for entry in _legend(kept, left) if entry in drawn.legend)
    return replace(drawn, boxes=kept, edges=left, legend=told)


def only(drawn: ArgumentMap, boxes: Collection[str]) -> ArgumentMap:
    """Return the part of a map that has some boxes, by their ids."""
    kept = frozenset(boxes)
    return without(drawn, {box.id for box in drawn.boxes if box.id not in kept})


def _legend(boxes: tuple[Box, ...], edges: tuple[Edge, ...]) -> tuple[LegendEntry, ...]:
    """Return what is to be explained: no more than is drawn."""
    names = {edge.kind.name for edge in edges}
    for box in boxes:
        if box.kind is BoxKind.JUNCTION:
            names.add(LegendEntry.JUNCTION.name)
        rows = [part for part in box.parts if isinstance(part, Row)]
        if box.is_unstated or any(row.is_unstated for row in rows):
            names.add(LegendEntry.UNSTATED.name)
    return tuple(entry for entry in LegendEntry if entry.name in names)


def without_sign(drawn: ArgumentMap, edges: Mapping[str, str]) -> ArgumentMap:
    """Return a map whose named edges are plain lines, so that nobody sees what they say.

    edges: id → letter; it is put before the name of the box that the edge starts at
    """
    starts = {edge.source.box: edges[edge.id] for edge in drawn.edges if edge.id in edges}
    boxes = tuple(
        replace(
            box,
            role=None,
            title=f"{starts[box.id]} · {box.title or ''}".rstrip(" ·"),
            text=f"{starts[box.id]} · {box.text}"
            if box.text and box.kind is BoxKind.STATEMENT
            else box.text,
        )
        if box.id in starts
        else box
        for box in drawn.boxes
    )
    plain = tuple(
        replace(edge, kind=EdgeKind.PREMISE) if edge.id in edges else edge for edge in drawn.edges
    )
    # The legend goes by the edges that say what they are: a plain line is what is asked about.
    told = tuple(edge for edge in drawn.edges if edge.id not in edges)
    return replace(drawn, boxes=boxes, edges=plain, legend=_legend(boxes, told))


def numbered(drawn: ArgumentMap) -> tuple[ArgumentMap, Mapping[str, int]]:
    """Return a map with a number before the name of each box, and box id → number."""
    numbers: dict[str, int] = {}
    boxes = []
    for box in drawn.boxes:
        if box.kind in {BoxKind.JUNCTION, BoxKind.GROUP}:
            boxes.append(box)
            continue
        number = numbers[box.id] = len(numbers) + 1
        is_plain = box.kind is BoxKind.STATEMENT
        title = f"{number} · {box.title or ''}".rstrip(" ·")
        text = f"{number} · {box.text}" if box.text and is_plain else box.text
        boxes.append(replace(box, title=title, text=text))
    return replace(drawn, boxes=tuple(boxes)), numbers
