"""The map in words: a tree in which every statement and argument stands once in full."""

from collections import defaultdict
from dataclasses import dataclass

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, EdgeKind, Row, Strip
from argmap.rendering.cut_marks import cut_marks
from argmap.rendering.display_text import printable


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline.

    id:       the box's id, for the place where it stands in full; empty for rows and repeats
    see:      the id of the place where it stands in full, if this is a repeat
    relation: how it is related to the line above, in words; empty at the top
    kind:     the relation, for its colour and sign
    heading:  an argument's title, empty for statements
    text:     the words
    notes:    such as "unstated", "no support yet", "premise 2"
    """

    depth: int
    id: str
    see: str
    relation: str
    kind: EdgeKind | None
    heading: str
    text: str
    notes: tuple[str, ...] = ()


_WORDS = {
    EdgeKind.SUPPORT: "supported by",
    EdgeKind.ATTACK: "attacked by",
    EdgeKind.UNDERCUT: "undercut by",
    EdgeKind.ENTAILS: "entailed by",
    EdgeKind.CONTRARY: "contrary to",
    EdgeKind.CONTRADICTORY: "contradicted by",
    EdgeKind.PREMISE: "rests on",
    EdgeKind.JOIN: "rests on",
}


def write_outline(argument_map: ArgumentMap) -> list[Entry]:
    """Return the lines of the outline: main claims first, then all that hangs on nothing."""
    return list(_Outline(argument_map).entries())


@dataclass(frozen=True, slots=True)
class _Visit:
    depth: int
    box: Box | None = None
    edge: Edge | None = None
    entry: Entry | None = None


class _Outline:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.boxes = {box.id: box for box in argument_map.boxes}
        self.into: defaultdict[tuple[str, str | None], list[Edge]] = defaultdict(list)
        sending = set()
        for edge in argument_map.edges:
            self.into[edge.target.box, edge.target.port].append(edge)
            sending.add(edge.source.box)
        tops = [box for box in argument_map.boxes if box.id not in sending]
        self.roots = [
            *(box for box in argument_map.boxes if box.is_thesis),
            *tops,
            *argument_map.boxes,
        ]

    def entries(self) -> list[Entry]:
        lines: list[Entry] = []
        seen: set[str] = set()
        for root in self.roots:
            if root.id in seen:
                continue
            stack = [_Visit(0, root)]
            while stack:
                visit = stack.pop()
                if visit.entry is not None:
                    lines.append(visit.entry)
                    continue
                assert visit.box is not None
                is_repeat = visit.box.id in seen
                seen.add(visit.box.id)
                lines.append(self._line(visit, visit.box, is_repeat))
                if not is_repeat:
                    stack.extend(reversed(self._below(visit.box, visit.depth + 1)))
        return lines

    def _line(self, visit: _Visit, box: Box, is_repeat: bool) -> Entry:
        kind = visit.edge.kind if visit.edge else None
        title, text = printable(box.title or ""), printable(box.text or "")
        is_statement = box.kind is BoxKind.STATEMENT
        is_junction = box.kind is BoxKind.JUNCTION
        return Entry(
            depth=visit.depth,
            id="" if is_repeat else box.id,
            see=box.id if is_repeat else "",
            relation=_WORDS[kind] if kind else "",
            kind=kind,
            heading="" if is_statement or is_junction else title or "Argument",
            text=(text or title) if is_statement else text,
            notes=() if is_repeat else _notes(box),
        )

    def _below(self, box: Box, depth: int) -> list[_Visit]:
        visits: list[_Visit] = []
        for part in box.parts:
            if isinstance(part, Strip):
                rules = printable(", ".join(part.rules))
                words = f"because ({rules})" if rules else "because"
                entry = Entry(depth, "", "", "", None, "", words, ("inference",))
            else:
                entry = Entry(
                    depth,
                    "",
                    "",
                    "",
                    None,
                    "",
                    printable(part.caption),
                    (f"{part.kind.value.replace('-', ' ')} {part.number}", *_notes(part)),
                )
            visits.append(_Visit(depth, entry=entry))
            visits += self._related(box, part.port, depth + 1)
        return [*visits, *self._related(box, None, depth), *self._related(box, "h", depth)]

    def _related(self, box: Box, port: str | None, depth: int) -> list[_Visit]:
        return [
            _Visit(depth, self.boxes[edge.source.box], edge)
            for edge in self.into.get((box.id, port), [])
        ]


def _notes(part: Box | Row) -> tuple[str, ...]:
    notes = []
    if isinstance(part, Box) and part.is_thesis:
        notes.append("main claim")
    if isinstance(part, Box):
        notes += [mark.removeprefix("… ") for mark in cut_marks(part)]
    if part.is_unsupported:
        notes.append("no support yet")
    if part.is_unstated:
        notes.append("unstated")
    if part.label:
        notes.append(printable(part.label))
    return tuple(notes)
