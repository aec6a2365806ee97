"""Which part of a map a step shows: what is new, and what it is about, at a size to be read."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.mapping.argument_map import End
from argmap.mapping.talk.branches import Branches
from argmap.mapping.talk.planning import Talk
from argmap.mapping.talk.thoughts import Thought
from argmap.rendering.layout import Layout

WIDEST, HIGHEST = 720.0, 640.0
"""What is seen at once, in points, if it can be: claims of 11 pt then have some 15 px on a screen
of 1080 lines; what is being said stands in large letters beside the map.
"""
FARTHEST = 1.8
"""How many times more may be seen, so that both ends of an arrow are."""
NARROWEST, LOWEST = 400.0, 300.0
"""No closer than this: boxes need not be larger than the words beside the map."""
_AROUND = 14.0


class Area(NamedTuple):
    """A rectangle in points."""

    x: float
    y: float
    width: float
    height: float

    def joined(self, other: "Area") -> "Area":
        """Return the smallest area that has both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        right = max(self.x + self.width, other.x + other.width)
        bottom = max(self.y + self.height, other.y + other.height)
        return Area(left, top, right - left, bottom - top)

    def fits(self, times: float = 1.0) -> bool:
        """Whether all of it can be shown at a size to be read, or at one so many times smaller."""
        return self.width <= times * WIDEST and self.height <= times * HIGHEST

    def framed(self) -> "Area":
        """Return it with room around it, and not too close."""
        width = max(self.width + 2 * _AROUND, NARROWEST)
        height = max(self.height + 2 * _AROUND, LOWEST)
        return Area(
            self.x + (self.width - width) / 2, self.y + (self.height - height) / 2, width, height
        )


def find_frames(talk: Talk, layout: Layout) -> list[Area]:
    """Return for each step what to show, in the layout's points."""
    branches = Branches(talk.map)
    thoughts = {thought.place: thought for thought in talk.thoughts}
    return [_frame(thought, thoughts, branches, layout) for thought in talk.thoughts]


def _frame(
    thought: Thought, thoughts: Mapping[End, Thought], branches: Branches, layout: Layout
) -> Area:
    """Show the box with as much of its way to the claim as can be read.

    What it is about is shown at any rate, however far it is, if not too far; else the box alone,
    or the row alone, or where the row begins.
    """
    place = thought.place
    if thought.above is not None and thought.number is not None:
        place = branches.row_of(place, thought.above)
    area, row = _area(layout, End(place.box)), _area(layout, place)
    if thought.above is not None and thought.number is None:
        near = [
            own.joined(_area(layout, about))
            for own in (area, row)
            for about in (End(thought.above.box), thought.above)
        ]
        area = next((wide for wide in near if wide.fits()), near[1])
        if not area.fits(FARTHEST):
            area = _area(layout, End(place.box))
    here = thought
    while here.above is not None:
        here = thoughts[here.above]
        wider = area.joined(_area(layout, End(here.place.box)))
        if not wider.fits():
            break
        area = wider
    if area.fits(FARTHEST):
        return area.framed()
    if row.fits(FARTHEST):
        return row.framed()
    return Area(row.x, row.y, min(row.width, WIDEST), min(row.height, HIGHEST)).framed()


def _area(layout: Layout, place: End) -> Area:
    whole = layout.area(place.box)
    if place.port is None:
        return Area(whole.x, whole.y, whole.width, whole.height)
    port = layout.figures[place.box].port(place.port)
    return Area(whole.x, whole.y + port.top, whole.width, port.bottom - port.top)
