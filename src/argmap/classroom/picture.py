"""Pictures of a map that can be read on paper: one, or as many as it takes at full size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from argmap.classroom.covering import only
from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.box_figures import Widths, draw_boxes
from argmap.rendering.layout import find_layout
from argmap.rendering.svg import picture_size, write_svg
from argmap.rendering.theme import PRINT, Palette, Theme

SHEET = replace(PRINT, name="sheet", plain=replace(PRINT.plain, line="#707070"))
"""The print theme, in which an arrow that says nothing is grey."""
KEY = replace(
    PRINT, name="key", is_grey=False, warning=Palette("#B42318", "#FDECEA", "#B42318", "#FFFFFF")
)
"""The print theme, in which what carries a label, the answers, is red."""
_LARGEST = 1.25
_LEGEND = 44.0
_MOST_BOXES = 40
"""Beyond, a picture is not read on one page, and its layout takes long."""
_SMALL, _TOO_MUCH, _TOO_HIGH = 0.75, 1.6, 1.5
"""Guessed sizes, as shares of the room's, for which nothing has to be drawn to know."""
_MOST_DRAWN = 24
"""Pictures that are drawn only to see whether they fit."""


class Room(NamedTuple):
    """How wide and high a picture may be, in points."""

    width: float
    height: float


class Picture(NamedTuple):
    """An SVG, and how much larger or smaller it is printed; at 1 its words are 11 pt high."""

    svg: str
    scale: float

    def share(self, room: Room) -> float:
        """Return the width as a share of the room's."""
        return min(1.0, picture_size(self.svg).width * self.scale / room.width)


@dataclass
class Painter:
    """Draws maps for a room; `engine` is a Graphviz `dot` to use in place of the usual one."""

    room: Room
    theme: Theme = SHEET
    engine: str | None = None

    def pictures(self, drawn: ArgumentMap, focus: frozenset[str] = frozenset()) -> list[Picture]:
        """Return the map as one picture, if its words are 11 pt high then, else in parts.

        focus: ids of boxes; parts that have none of them are left out, if there are any
        """
        if not drawn.boxes:
            return []
        plan = _Plan(drawn, self)
        return [plan.picture(part) for part in plan.parts() if not focus or part & focus]

    def draw(self, drawn: ArgumentMap) -> Picture:
        """Return one picture, as large as the room allows."""
        layout = find_layout(drawn, self.theme, engine=self.engine)
        svg = write_svg(drawn, layout, self.theme, has_title=False)
        size = picture_size(svg)
        scale = min(self.room.width / size.width, self.room.height / size.height, _LARGEST)
        return Picture(svg, scale)


class _Plan:
    """Which boxes come into one picture: a claim with what leads to it, as much as fits."""

    def __init__(self, drawn: ArgumentMap, painter: Painter) -> None:
        self.drawn = drawn
        self.painter = painter
        self.everything = frozenset(box.id for box in drawn.boxes)
        self.order = {box.id: number for number, box in enumerate(drawn.boxes)}
        self.into: dict[str, list[str]] = {box.id: [] for box in drawn.boxes}
        sending = set()
        for edge in drawn.edges:
            if edge.source.box != edge.target.box:
                self.into[edge.target.box].append(edge.source.box)
                sending.add(edge.source.box)
        self.tops = [box.id for box in drawn.boxes if box.id not in sending]
        self.figures = draw_boxes(drawn, painter.theme, Widths())
        self.drawn_parts: dict[frozenset[str], Picture] = {}
        self.known: dict[frozenset[str], bool] = {}

    def parts(self) -> list[frozenset[str]]:
        """Return the boxes of each picture."""
        if self.fits(self.everything):
            return [self.everything]
        return self.packed(self.pieces())

    def picture(self, boxes: frozenset[str]) -> Picture:
        """Return the picture of some boxes."""
        if boxes not in self.drawn_parts:
            self.drawn_parts[boxes] = self.painter.draw(only(self.drawn, boxes))
        return self.drawn_parts[boxes]

    def fits(self, boxes: frozenset[str]) -> bool:
        """Tell whether some boxes make one picture with words of 11 pt.

        It is guessed where the guess is clear, else drawn; of a large map, after a while, guessed.
        """
        if boxes not in self.known:
            self.known[boxes] = self._fits(boxes)
        return self.known[boxes]

    def _fits(self, boxes: frozenset[str]) -> bool:
        if len(boxes) > _MOST_BOXES:
            return False
        wide, high = self._guess(boxes)
        if wide * high > _TOO_MUCH or high > _TOO_HIGH:
            return False
        if wide < _SMALL and high < _SMALL:
            return True
        if len(self.drawn_parts) >= _MOST_DRAWN:
            return wide <= 1.0 and high <= 1.0
        return self.picture(boxes).scale >= 1.0

    def _guess(self, boxes: frozenset[str]) -> tuple[float, float]:
        """Return about how much of the room's width and height some boxes take, row by row."""
        rows: dict[int, list[str]] = {}
        depth: dict[str, int] = {}
        ordered = sorted(boxes, key=self.order.__getitem__)
        for start in (*(name for name in self.tops if name in boxes), *ordered):
            waiting = [] if start in depth else [start]
            depth.setdefault(start, 0)
            for name in waiting:
                for source in self.into[name]:
                    if source in boxes and source not in depth:
                        depth[source] = depth[name] + 1
                        waiting.append(source)
        for name, row in depth.items():
            rows.setdefault(row, []).append(name)
        widths = (sum(self.figures[name].width + 20.0 for name in row) for row in rows.values())
        heights = (max(self.figures[name].height for name in row) + 34.0 for row in rows.values())
        room = self.painter.room
        return max(widths) / room.width, sum(heights) / (room.height - _LEGEND)

    def pieces(self) -> Iterator[frozenset[str]]:
        """Take the map apart from the top; every box and arrow is in one piece at least."""
        seen: set[str] = set()
        for top in (*self.tops, *self.order):
            if top not in seen:
                yield from self._taken_apart(top, seen)

    def _taken_apart(self, top: str, seen: set[str]) -> Iterator[frozenset[str]]:
        waiting = [top]
        while waiting:
            head = waiting.pop()
            seen.add(head)
            if not self.into[head]:
                if head == top:
                    yield frozenset({head})
                continue
            current = frozenset({head})
            for child in dict.fromkeys(self.into[head]):
                branch = self._branch(child) if child not in seen else frozenset({child})
                if self.fits(current | branch):
                    current |= branch
                elif self.fits(frozenset({head}) | branch):
                    yield current
                    current = frozenset({head}) | branch
                else:  # too much for a page: the child alone, and what leads to it on its own
                    if not self.fits(current | {child}):
                        yield current
                        current = frozenset({head})
                    current |= {child}
                    if child not in seen:
                        waiting.append(child)
                    branch = frozenset({child})
                seen.update(branch)
            yield current

    def _branch(self, top: str) -> frozenset[str]:
        """Return a box and all that leads to it."""
        found = {top}
        waiting = [top]
        while waiting:
            for source in self.into[waiting.pop()]:
                if source not in found:
                    found.add(source)
                    waiting.append(source)
        return frozenset(found)

    def packed(self, pieces: Iterable[frozenset[str]]) -> list[frozenset[str]]:
        """Put neighbouring pieces on one page where they fit, and drop what is shown twice."""
        pages: list[frozenset[str]] = []
        for piece in pieces:
            if pages and self.fits(pages[-1] | piece):
                pages[-1] |= piece
            elif len(piece) > 1 or not any(piece <= page for page in pages):
                pages.append(piece)
        return [
            page
            for number, page in enumerate(pages)
            if not any(page < other for other in pages[:number] + pages[number + 1 :])
        ]
