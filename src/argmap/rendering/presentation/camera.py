"""Which part of a map a step shows: what is new, and what it is about, at a size to be read."""

from typing import NamedTuple

from argmap.mapping.argument_map import End
from argmap.mapping.talk.planning import Talk
from argmap.mapping.talk.thoughts import Thought
from argmap.rendering.layout import Layout

WIDEST, HIGHEST = 640.0, 520.0
"""What may be seen at once, in points: on a screen of 1080 lines text of 11 pt has some 18 px."""
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

    @property
    def fits(self) -> bool:
        """Whether all of it can be shown at a size to be read."""
        return self.width <= WIDEST and self.height <= HIGHEST

    def framed(self) -> "Area":
        """Return it with room around it, and not too close."""
        width = max(self.width + 2 * _AROUND, NARROWEST)
        height = max(self.height + 2 * _AROUND, LOWEST)
        return Area(
            self.x + (self.width - width) / 2, self.y + (self.height - height) / 2, width, height
        )


def find_frame(thought: Thought, talk: Talk, layout: Layout) -> Area:
    """Return what to show, in the layout's points.

    The whole box with what it is about, if that can be read; else less: the row for the box, then
    the box alone, then the row alone, then its beginning.
    """
    row, box = _area(layout, thought.place), _area(layout, End(thought.place.box))
    about = None if thought.above is None else _area(layout, thought.above)
    if thought.above is not None and thought.place.box == thought.above.box:
        about = None  # a row is in its card
    choices = [box, row]
    if about is not None:
        choices = [box.joined(about), row.joined(about), *choices]
    for area in choices:
        if area.fits:
            return area.framed()
    return Area(row.x, row.y, min(row.width, WIDEST), min(row.height, HIGHEST)).framed()


def _area(layout: Layout, place: End) -> Area:
    whole = layout.area(place.box)
    if place.port is None:
        return Area(whole.x, whole.y, whole.width, whole.height)
    port = layout.figures[place.box].port(place.port)
    return Area(whole.x, whole.y + port.top, whole.width, port.bottom - port.top)
