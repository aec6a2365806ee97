"""What the shape of a tree in columns is made of, and the lines between its boxes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.mapping.argument_map import EdgeKind, End
from argmap.rendering.dominators import Branch
from argmap.rendering.figure import Figure

BESIDE = 22.0
"""Space in points between columns."""
BELOW = 16.0
"""Space between branches in a column."""
DROP = 27.0
"""Space between a box and what hangs below it, where edges lead straight up."""
LANE = 14.0
"""Distance of lines that say different things; the signs on them stand beside each other."""
BUS = 8.0
"""Distance of lines across."""
RAIL = 12.0
"""Where the first rail of a column stands."""
STUB = 15.0
"""Length of the line from a rail to a box."""
Family = tuple[End, EdgeKind]
"""What edges that share a line have in common: target and kind."""


class Entry(NamedTuple):
    """A branch in a column: which one, in which of its shapes, and how far down."""

    branch: Branch
    shape: int
    down: float


class Column(NamedTuple):
    """Branches one below the other, `indent` from the column's left side."""

    x: float
    indent: float
    entries: tuple[Entry, ...]


class Shape(NamedTuple):
    """A shape of a branch: its size in points, where its box stands, and what hangs below it.

    The columns stand side by side, `top` below the upper side of the whole.
    """

    width: float
    height: float
    box: float = 0.0
    top: float = 0.0
    columns: tuple[Column, ...] = ()


Tier = tuple[float, float, tuple[Column, ...]]
"""Width, height and columns of a tier."""


Shapes = Mapping[Branch, Sequence[Shape]]


def families_of(branch: Branch) -> list[Family]:
    """Return the families of edges that arrive at a branch's box, in document order."""
    found: dict[Family, None] = {}
    for child in branch.children:
        for edge in child.edges:
            found[edge.target, edge.kind] = None
    return list(found)


def family_of(branch: Branch) -> Family | None:
    """Return the family of the edge that a branch hangs on, if it hangs on one."""
    return (branch.edges[0].target, branch.edges[0].kind) if branch.edges else None


def is_on_left(family: Family, figure: Figure) -> bool:
    """Whether a row can be reached from the left only; lines keep to the right otherwise."""
    port = family[0].port
    return port is not None and figure.port(port).side == "w"


def lanes_beside(families: Sequence[Family], figure: Figure) -> tuple[float, float]:
    """Return the room on the left and on the right of a box for lines that lead to its rows."""
    if figure.has_ports_below:
        return 0.0, 0.0
    sides = [is_on_left(family, figure) for family in families if family[0].port is not None]
    left, right = sum(sides), len(sides) - sum(sides)
    return RAIL + LANE * left if left else 0.0, RAIL + LANE * right if right else 0.0


def gap_below(columns: Sequence[Column], families: Sequence[Family], figure: Figure) -> float:
    """Return the space between a box and its first tier: lines across need room for each."""
    is_simple = len(columns) == 1 and (figure.has_ports_below or not _has_ports(families))
    if is_simple and not figure.has_ports_below:
        return DROP
    return DROP + BUS * len(families)


def _has_ports(families: Sequence[Family]) -> bool:
    return any(target.port is not None for target, _ in families)
