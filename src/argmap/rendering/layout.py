"""Give every box a place and every edge a path: choose the way that fits the page best.

A map goes through the engine if it is small enough for a search among many pages, and grows as a
tree in columns if it is large, or if no such page can be read. Directions are tried in the same
way, unless one is given.
"""

from collections.abc import Iterator

from argmap.mapping.argument_map import ArgumentMap
from argmap.rendering.box_figures import Widths
from argmap.rendering.composing import Composer
from argmap.rendering.errors import RenderingError
from argmap.rendering.finishing import Layout, finish, repaint
from argmap.rendering.fit import LEAST, PAGE_HEIGHT, PAGE_WIDTH, fits, poster_score, score
from argmap.rendering.growing import Grower
from argmap.rendering.theme import Theme
from argmap.rendering.turning import Direction

__all__ = [
    "AUTO",
    "DIRECTIONS",
    "LEAST",
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "SMALL_MAP",
    "Layout",
    "find_layout",
    "repaint",
]

AUTO = "auto"
DIRECTIONS = (AUTO, *(direction.value for direction in Direction))
SMALL_MAP = 60
"""Up to this many boxes the engine is asked, and the best of many pages looked for."""
_FACTORS = (1.0, 0.8, 1.25)


def find_layout(
    argument_map: ArgumentMap, theme: Theme, *, engine: str | None = None, direction: str = AUTO
) -> Layout:
    """Return the layout, of those tried, that is easiest to read on a landscape page.

    direction: where conclusions stand: up, down, left, right; auto prefers up, and takes left
               where that fits a page and up does not. RenderingError for any other
    """
    if direction not in DIRECTIONS:
        raise RenderingError(f"unknown direction '{direction}': choose {', '.join(DIRECTIONS)}")
    if not argument_map.boxes:
        return Layout(1.0, 1.0, {}, {}, (), (None,) * len(argument_map.groups))
    best: Layout | None = None
    for layout in _candidates(argument_map, theme, engine, direction):
        if best is None or _value(layout) > 1.05 * _value(best):
            best = layout
        if fits(best.width, best.height):
            break
    assert best is not None
    return best


def _candidates(
    argument_map: ArgumentMap, theme: Theme, engine: str | None, direction: str
) -> Iterator[Layout]:
    """Give layouts, those that are likely to fit first; later ones are made only if asked for."""
    first = Direction.UP if direction == AUTO else Direction(direction)
    is_small = len(argument_map.boxes) <= SMALL_MAP
    ways = [first, Direction.LEFT] if direction == AUTO and is_small else [first]
    if not is_small:
        yield _grown(argument_map, theme, first, Widths())
        return
    for way in ways:
        draft = Composer(argument_map, theme, engine, way).compose()
        if draft is not None:
            yield finish(argument_map, draft, way)
        if way is first:
            for factor in _FACTORS:
                yield _grown(argument_map, theme, way, Widths().scaled(factor))


def _grown(
    argument_map: ArgumentMap, theme: Theme, direction: Direction, widths: Widths
) -> Layout:
    return finish(argument_map, Grower(argument_map, theme, direction).grow(widths), direction)


def _value(layout: Layout) -> float:
    """Return how well a layout fits a page; a little for a poster, where no page will do."""
    size = layout.width, layout.height
    return score(*size) + 1e-3 * poster_score(*size)
