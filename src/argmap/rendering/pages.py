"""A map that is too large for one page, as an overview and one page for each part.

A part is a branch: a claim with what bears on it. Where a branch is too large itself, its own
branches are cut off and get pages of their own; the box at the cut stands on both pages and
names the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from argmap.mapping.argument_map import (
    ArgumentMap,
    Box,
    BoxKind,
    EdgeKind,
    Footnote,
    LegendEntry,
    Row,
)
from argmap.rendering.display_text import printable
from argmap.rendering.dominators import Branch
from argmap.rendering.gardening import plant

ONE_PAGE = 60
"""So many boxes are drawn on one page in any case."""
_BUDGET = 36.0
"""So many plain boxes fit a landscape A4 page with text of 7 points, and leave some room."""
_ROWS = 3.0
"""So many rows of a card take the room of a plain box."""


class Page(NamedTuple):
    """One page: what it is called, and what is drawn on it."""

    title: str
    map: ArgumentMap


@dataclass(slots=True)
class _Sheet:
    """A page in the making: the roots of its branches, and the boxes on it."""

    roots: list[str]
    boxes: list[str] = field(default_factory=list)


def pages(argument_map: ArgumentMap) -> list[Page]:
    """Return the pages of a map, the overview first; a map that is small enough is one page."""
    title = argument_map.title or "Argument map"
    if len(argument_map.boxes) <= ONE_PAGE:
        return [Page(title, argument_map)]
    branches = plant(argument_map)
    boxes = {box.id: box for box in argument_map.boxes}
    weights = {name: 1.0 + len(box.parts) / _ROWS for name, box in boxes.items()}
    cut, sizes = _cut(branches, weights)
    sheets = _sheets(branches, cut, sizes)
    overview = None if len(sheets[0].roots) == 1 == _count_tops(branches) else _overview(branches)
    numbers: dict[str, int] = {}
    first = 1 if overview is None else 2
    for number, sheet in enumerate(sheets, first):
        numbers.update(dict.fromkeys(sheet.roots, number))
    made = []
    if overview is not None:
        marked = _marked(overview, boxes, numbers, 1)
        made.append(Page(f"{title}: overview", _submap(argument_map, marked, title)))
    for number, sheet in enumerate(sheets, first):
        marked = _marked(sheet.boxes, boxes, numbers, number)
        name = ", ".join(_called(boxes[root]) for root in sheet.roots[:3])
        more = " …" if len(sheet.roots) > 3 else ""
        called = title if number == 1 else f"{title}: {name}{more}"
        made.append(Page(called, _submap(argument_map, marked, called)))
    return made


def _count_tops(branches: Sequence[Branch]) -> int:
    return sum(branch.is_top for branch in branches)


def _cut(
    branches: Sequence[Branch], weights: Mapping[str, float]
) -> tuple[set[str], dict[str, float]]:
    """Return the boxes below which branches are cut off, and the room of what is left of each."""
    cut: set[str] = set()
    sizes: dict[str, float] = {}
    for branch in reversed(branches):
        if not branch.box:
            continue
        shares = {child.box: sizes[child.box] for child in branch.children}
        size = weights[branch.box] + sum(shares.values())
        for name in sorted(shares, key=lambda name: -shares[name]):
            if size <= _BUDGET or shares[name] <= 2 * weights[name]:
                break
            cut.add(name)
            size -= shares[name] - weights[name]
        sizes[branch.box] = size
    return cut, sizes


def _sheets(branches: Sequence[Branch], cut: set[str], sizes: Mapping[str, float]) -> list[_Sheet]:
    """Return the pages: small branches that stand beside each other share one."""
    sheets: list[_Sheet] = []
    free = 0.0
    holder: Branch | None = None
    for container in branches:
        for branch in container.children:
            if not branch.box or not (branch.is_top or branch.box in cut):
                continue
            size = sizes[branch.box]
            if branch.is_top and container is holder and size <= free:
                sheets[-1].roots.append(branch.box)
            else:
                sheets.append(_Sheet([branch.box]))
                free = _BUDGET
            holder = container if branch.is_top else None
            free -= size
            sheets[-1].boxes += _region(branch, cut)
    return sheets


def _region(root: Branch, cut: set[str]) -> Iterator[str]:
    """Give the boxes of a branch, with those at which others are cut off."""
    ahead = [root]
    while ahead:
        branch = ahead.pop()
        yield branch.box
        if branch is root or branch.box not in cut:
            ahead.extend(branch.children)


def _overview(branches: Sequence[Branch]) -> list[str]:
    """Return what nothing on the map is argued for by, and what bears on that if there is room."""
    tops = [branch for branch in branches if branch.is_top]
    below = [child.box for branch in tops for child in branch.children]
    names = [branch.box for branch in tops]
    return names + below if len(names) + len(below) <= _BUDGET else names


def _marked(
    names: Iterable[str], boxes: Mapping[str, Box], numbers: Mapping[str, int], page: int
) -> dict[str, Box]:
    """Return boxes by id; those that are drawn more fully on another page name it."""
    found = {}
    for name in names:
        number = numbers.get(name, page)
        box = boxes[name]
        found[name] = box if number == page else _pointing(box, number)
    return found


def _pointing(box: Box, number: int) -> Box:
    mark = f"→ page {number}"
    if box.kind is BoxKind.ARGUMENT:
        return replace(box, text=f"{box.text} {mark}" if box.text else mark)
    return replace(box, text=f"{box.text or box.title or ''} {mark}")


def _submap(argument_map: ArgumentMap, boxes: Mapping[str, Box], title: str) -> ArgumentMap:
    """Return the part of a map that is between some boxes, with the notes that it needs."""
    chosen = [boxes[box.id] for box in argument_map.boxes if box.id in boxes]
    edges = tuple(
        edge
        for edge in argument_map.edges
        if edge.source.box in boxes and edge.target.box in boxes
    )
    kinds = {edge.kind for edge in edges}
    used = {number for box in chosen for number in _sources(box)}
    return replace(
        argument_map,
        title=title,
        boxes=tuple(chosen),
        edges=edges,
        footnotes=tuple(note for note in argument_map.footnotes if _is_used(note, used)),
        legend=tuple(entry for entry in argument_map.legend if _is_needed(entry, kinds, chosen)),
    )


def _sources(box: Box) -> Iterator[int]:
    yield from box.sources
    for part in box.parts:
        if isinstance(part, Row):
            yield from part.sources


def _is_used(note: Footnote, used: set[int]) -> bool:
    return note.number == 0 or note.number in used


def _is_needed(entry: LegendEntry, kinds: set[EdgeKind], boxes: Sequence[Box]) -> bool:
    if entry.name in EdgeKind.__members__:
        return EdgeKind[entry.name] in kinds
    rows = [part for box in boxes for part in box.parts if isinstance(part, Row)]
    things: list[Box | Row] = [*boxes, *rows]
    match entry:
        case LegendEntry.UNSUPPORTED:
            return any(thing.is_unsupported for thing in things)
        case LegendEntry.UNSTATED:
            return any(thing.is_unstated for thing in things)
        case _:
            return True


def _called(box: Box) -> str:
    return printable(box.title or box.text or "") or "untitled"
