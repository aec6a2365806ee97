"""What a box says of all that is not drawn: so that nothing seems absent that is not."""

from argmap.mapping.argument_map import Box
from argmap.rendering.figure import Pen, Port, Rectangle
from argmap.rendering.theme import Theme
from argmap.rendering.wrapping import wrap

FOOT = "f"
"""The port of a card's lowest band, at which no edge ends."""


def cut_marks(box: Box) -> list[str]:
    """Return the notes at the foot of a box: what it keeps inside, and what a view leaves out."""
    marks = []
    if box.inside:
        marks.append(f"{box.inside} premise{'s' * (box.inside != 1)} inside")
    if box.more:
        marks.append(f"… {box.more} more")
    if box.beyond:
        marks.append(f"… leads to {box.beyond} more")
    return marks


def wrap_marks(box: Box, limit: float, theme: Theme) -> list[str]:
    """Return these notes in lines of at most `limit` points."""
    size = theme.sizes.small
    return [line for mark in cut_marks(box) for line in wrap(mark, limit, size, is_bold=True)]


def write_marks(pen: Pen, marks: list[str], x: float, theme: Theme) -> None:
    """Write the lines below what is in a box already."""
    size = theme.sizes.small
    pen.write(marks, x, size, theme.mute, leading=size + 3.0, is_bold=True)


def draw_foot(pen: Pen, marks: list[str], x: float, width: float, theme: Theme) -> Port:
    """Write the lines in a band of their own below the rows of a card."""
    top = pen.y
    pen.y += 3.0
    write_marks(pen, marks, x, theme)
    pen.y += 3.0
    pen.shapes.append(Rectangle(0, top, width, pen.y - top, fill=theme.frame))
    pen.shapes.append(Rectangle(0, top, width, 0.8, fill=theme.rule))
    return Port(FOOT, top, pen.y)
