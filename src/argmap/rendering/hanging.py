"""Shapes of trees: what hangs below a box stands in columns, side by side or one below the other.

Each branch can take several shapes, from narrow and high to wide and low (Eades, Lin and Lin 1993
call such drawings of trees minimum size h-v drawings; the shapes are Stockmeyer's, 1983), so that
a map of any size gets the proportions of its page. Nothing here runs an engine.

    conclusion            conclusion
     ├ reason            ┌───┴────┐
     ├ reason          reason   reason
     └ reason            │       ├ objection
                       answer    └ objection
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from argmap.rendering.columns import (
    BELOW,
    BESIDE,
    DROP,
    LANE,
    RAIL,
    STUB,
    Column,
    Entry,
    Family,
    Shape,
    Shapes,
    Tier,
    families_of,
    family_of,
    gap_below,
    lanes_beside,
)
from argmap.rendering.dominators import Branch
from argmap.rendering.figure import Figure
from argmap.rendering.shelving import GAP, Size, shelve
from argmap.rendering.turning import Insets

_SHAPES, _TRIES = 10, 12
_MANY_SHAPES, _MANY_TRIES, _CROWD = 32, 32, 100
"""Groups and the page choose among more shapes: there are few of them, and much depends on it."""


def find_shapes(
    branches: Sequence[Branch],
    figures: Mapping[str, Figure],
    frame: Insets,
    junctions: Collection[str] = (),
) -> dict[Branch, list[Shape]]:
    """Return the useful shapes of each branch, narrow ones first; lower branches come last.

    frame:     the space between the border of a group and what is in it
    junctions: boxes with nothing but one row below them: premises that work together
    """
    shapes: dict[Branch, list[Shape]] = {}
    for branch in reversed(branches):
        figure = figures[branch.box] if branch.box else None
        if branch.children:
            tries = _MANY_TRIES if not figure or branch.is_top else _TRIES
            tries = 0 if branch.box in junctions else tries
            shapes[branch] = _shapes(branch, figure, shapes, figures, tries)
        else:
            width, height = (figure.width, figure.height) if figure else (0, 0)
            shapes[branch] = [Shape(width, height)]
        if branch.group is not None:
            shapes[branch] = [_framed(shape, frame) for shape in shapes[branch]]
    return shapes


def _framed(shape: Shape, frame: Insets) -> Shape:
    columns = tuple(column._replace(x=column.x + frame.left) for column in shape.columns)
    width = shape.width + frame.left + frame.right
    height = shape.height + frame.top + frame.bottom
    return Shape(width, height, 0.0, shape.top + frame.top, columns)


def _shapes(
    branch: Branch,
    figure: Figure | None,
    shapes: Shapes,
    figures: Mapping[str, Figure],
    tries: int,
) -> list[Shape]:
    """Return the shapes of a branch with something below it."""
    children = sorted(branch.children, key=lambda child: child.level)
    if figure is None:
        return _thin(_staircase(_pages(children, shapes)), _MANY_SHAPES)
    families = families_of(branch)
    made = [
        _join(tier, figure, families, _middle(tier[2], shapes, figures))
        for tier in _columns(children, families, shapes, tries)
    ]
    return _thin(_staircase(made), _MANY_SHAPES if tries == _MANY_TRIES else _SHAPES)


def _join(tier: Tier, figure: Figure, families: Sequence[Family], middle: float | None) -> Shape:
    """Put a box over the `middle` of what hangs below it, or on its left (None)."""
    wide, height, columns = tier
    left, right = lanes_beside(families, figure)
    box, offset = left, left
    if middle is not None:
        box = max(left, middle - figure.width / 2)
        offset = max(0.0, left + figure.width / 2 - middle)
    if offset:
        columns = tuple(column._replace(x=column.x + offset) for column in columns)
    top = figure.height + gap_below(columns, families, figure)
    width = max(box + figure.width + right, wide + offset)
    return Shape(width, top + height, box, top, columns)


def _pages(children: Sequence[Branch], shapes: Shapes) -> list[Shape]:
    """Return shapes of a page or a group: its things are packed into many widths."""
    if len(children) == 1:
        (child,) = children
        return [
            Shape(
                shape.width,
                shape.height,
                columns=(Column(0.0, 0.0, (Entry(child, number, 0.0),)),),
            )
            for number, shape in enumerate(shapes[child])
        ]
    things = [[Size(shape.width, shape.height) for shape in shapes[child]] for child in children]
    place = {child: number for number, child in enumerate(children)}
    over = {place[child]: [place[other] for other in child.over] for child in children}
    narrow = max(sizes[0].width for sizes in things)
    whole = sum(sizes[0].width + GAP for sizes in things)
    tries = _MANY_TRIES if len(children) <= _CROWD else _TRIES
    step = max(1.02, (whole / narrow) ** (1.0 / tries))
    made = [
        Shape(wide, height, columns=columns)
        for wide, height, columns in _columns(children, (), shapes, tries)
    ]
    width = narrow
    while width < whole * step:
        spots = shelve(things, width, over, 2 * DROP)
        sizes = [sizes[spot.shape] for sizes, spot in zip(things, spots, strict=True)]
        columns = (
            Column(spot.x, 0.0, (Entry(child, spot.shape, spot.y),))
            for child, spot in zip(children, spots, strict=True)
        )
        right = max(spot.x + size.width for spot, size in zip(spots, sizes, strict=True))
        bottom = max(spot.y + size.height for spot, size in zip(spots, sizes, strict=True))
        made.append(Shape(right, bottom, columns=tuple(columns)))
        width *= step
    return made


def _middle(
    columns: Sequence[Column], shapes: Shapes, figures: Mapping[str, Figure]
) -> float | None:
    """Return the x half way between the lines that go up; None for one column with a rail."""
    if len(columns) == 1 and columns[0].indent:
        return None
    ends = []
    for column in (columns[0], columns[-1]):
        entry = column.entries[0]
        shape = shapes[entry.branch][entry.shape]
        half = figures[entry.branch.box].width / 2 if entry.branch.box else 0.0
        ends.append(column.x + (RAIL if column.indent else shape.box + half))
    return (ends[0] + ends[1]) / 2


def _columns(
    children: Sequence[Branch], families: Sequence[Family], shapes: Shapes, tries: int
) -> list[Tier]:
    """Return ways to put branches into columns, of many widths."""
    if not tries:
        places = [_Place(child, number, 0, 0.0) for number, child in enumerate(children)]
        return [_build(places, bool(families), shapes)]
    lowest = max(min(shape.height for shape in shapes[child]) for child in children)
    highest = sum(shapes[child][0].height + BELOW for child in children)
    limits = [lowest]
    step = max(1.03, (highest / max(lowest, 1.0)) ** (1.0 / tries))
    while limits[-1] < highest:
        limits.append(limits[-1] * step)
    found: dict[tuple[tuple[int, int], ...], Tier] = {}
    for limit in limits:
        places = _fill(children, limit + 0.5, shapes)
        key = tuple((place.column, place.shape) for place in places)
        if key not in found:
            found[key] = _build(places, bool(families), shapes)
    return list(found.values())


class _Place(NamedTuple):
    """Where a branch stands: in which column, in which shape, and how far down."""

    branch: Branch
    column: int
    shape: int
    down: float


def _fill(children: Sequence[Branch], limit: float, shapes: Shapes) -> list[_Place]:
    """Fill columns that are no higher than a limit; each branch as narrow as it can be then.

    What must stand below a neighbour goes to where it comes to stand highest, and last of all
    into a column of its own.
    """
    ends: list[float] = []
    bottoms: dict[Branch, float] = {}
    places = []
    for child in children:
        options = shapes[child]
        least = max((bottoms[other] + 2 * DROP for other in child.over), default=0.0)
        number = next(
            (number for number, shape in enumerate(options) if least + shape.height <= limit),
            len(options) - 1,
        )
        height = options[number].height
        column, down = len(ends), least
        candidates = range(len(ends)) if child.over else range(max(len(ends) - 1, 0), len(ends))
        for other in candidates:
            start = max(ends[other] + BELOW, least)
            is_better = column == len(ends) or start < down - 0.5
            if is_better and (start + height <= limit or (child.over and start == least)):
                column, down = other, start
        if column == len(ends):
            ends.append(0.0)
        ends[column] = bottoms[child] = down + height
        places.append(_Place(child, column, number, down))
    return places


def _build(places: Sequence[_Place], has_rails: bool, shapes: Shapes) -> Tier:
    """Put columns side by side, with room for the rails on the left of each."""
    columns: list[list[_Place]] = []
    for place in places:
        if place.column == len(columns):
            columns.append([])
        columns[place.column].append(place)
    x, highest = 0.0, 0.0
    placed = []
    for column in columns:
        hung = [place for place in column if place.branch.edges]
        kinds = {family_of(place.branch) for place in hung}
        is_railed = has_rails and (len(hung) > 1 or (bool(hung) and hung[0] is not column[0]))
        indent = RAIL + LANE * (len(kinds) - 1) + STUB if is_railed else 0.0
        wide = max(shapes[place.branch][place.shape].width for place in column)
        last = column[-1]
        highest = max(highest, last.down + shapes[last.branch][last.shape].height)
        entries = (Entry(place.branch, place.shape, place.down) for place in column)
        placed.append(Column(x, indent, tuple(entries)))
        x += indent + wide + BESIDE
    return x - BESIDE, highest, tuple(placed)


def _staircase(shapes: Sequence[Shape]) -> list[Shape]:
    """Drop shapes than which another one is narrower and lower; the narrowest come first."""
    kept: list[Shape] = []
    for shape in sorted(shapes, key=lambda shape: (shape.width, shape.height)):
        if not kept or shape.height < kept[-1].height - 0.5:
            kept.append(shape)
    return kept


def _thin(shapes: Sequence[Shape], count: int) -> list[Shape]:
    """Keep a few shapes of all proportions, with the narrowest and the lowest one."""
    if len(shapes) <= count:
        return list(shapes)
    last = len(shapes) - 1
    return [shapes[round(number * last / (count - 1))] for number in range(count)]
