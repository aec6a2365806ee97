"""Lay out a map as a tree in columns: without the engine, in the proportions of its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.mapping.argument_map import ArgumentMap, BoxKind
from argmap.rendering.box_figures import Widths, draw_boxes
from argmap.rendering.columns import Shape
from argmap.rendering.figure import Rectangle
from argmap.rendering.finishing import Draft
from argmap.rendering.fit import LEAST, aspect, poster_score, score, text_size
from argmap.rendering.gardening import plant
from argmap.rendering.hanging import find_shapes
from argmap.rendering.theme import Theme
from argmap.rendering.turning import Direction, insets, turned_figures
from argmap.rendering.twigs import draw_branch

_HIGH = 0.75
"""A map may be so much higher than wide if that makes it readable."""


@dataclass(frozen=True, slots=True)
class Grower:
    """Lays out one map in one direction, with lines of one length."""

    argument_map: ArgumentMap
    theme: Theme
    direction: Direction

    def grow(self, widths: Widths) -> Draft:
        """Return the layout."""
        drawn = draw_boxes(self.argument_map, self.theme, widths)
        figures = turned_figures(drawn, self.direction)
        branches = plant(self.argument_map, figures)
        boxes = self.argument_map.boxes
        junctions = {box.id for box in boxes if box.kind is BoxKind.JUNCTION}
        shapes = find_shapes(branches, figures, insets(self.direction), junctions)
        page = branches[0]
        best = self._best(shapes[page])
        places, routes, frames = draw_branch(page, best, shapes, figures)
        areas = {
            box: Rectangle(place.x, place.y, figures[box].width, figures[box].height)
            for box, place in places.items()
        }
        return Draft(drawn, dict.fromkeys(areas, widths), areas, routes, frames)

    def _best(self, shapes: Sequence[Shape]) -> Shape:
        """Return the shape that fits a page best; or a poster, if none can be read on a page."""
        readable = [shape for shape in shapes if text_size(self._size(shape)[0]) >= LEAST]
        best = max(readable, key=lambda shape: score(*self._size(shape)), default=None)
        if best is not None and aspect(*self._size(best)) >= _HIGH:
            return best
        return max(shapes, key=lambda shape: poster_score(*self._size(shape)))

    def _size(self, shape: Shape) -> tuple[float, float]:
        width, height = shape.width, shape.height
        return (height, width) if self.direction.is_sideways else (width, height)
