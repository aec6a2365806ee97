"""How large a map gets on its sheets, which part of it each sheet shows, and what would be enough.

Lengths are millimetres on paper; a picture's own lengths are points.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from argmap.rendering.layout import LEAST
from argmap.rendering.poster.paper import MOST_TILES, PAPERS, Paper, PosterError, Tiles
from argmap.rendering.typesetting import POINTS_PER_MM

LEAST_MARGIN, MOST_MARGIN = 5.0, 50.0
"""Crop marks and labels stand in the margin, so that it cannot be smaller."""


ONE_SHEET = Tiles(1, 1)


class Turn(StrEnum):
    """How the sheets lie."""

    BEST = "best"  # whichever makes the map larger
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


def find_turn(name: str) -> Turn:
    """Return what a user calls it; PosterError lists the choices."""
    try:
        return Turn(name.strip().casefold())
    except ValueError:
        known = ", ".join(turn.value for turn in Turn)
        raise PosterError(f"unknown turn '{name}': choose {known}") from None


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for; lengths in mm.

    overlap: what neighbouring sheets share
    """

    paper: Paper
    tiles: Tiles = ONE_SHEET
    turn: Turn = Turn.BEST
    margin: float = 10.0
    overlap: float = 10.0

    def __str__(self) -> str:
        if self.tiles == ONE_SHEET:
            return self.paper.name
        return f"{self.tiles} sheets of {self.paper.name}"


class Drawn(NamedTuple):
    """The picture that goes on the sheets: its size and its smallest letters, in points."""

    width: float
    height: float
    smallest: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its place, and how far its upper left corner is from the map's, in mm."""

    column: int
    row: int
    left: float
    top: float

    @property
    def label(self) -> str:
        """`A1` for the first sheet of the first row, `B2` for the second of the second."""
        letters, number = "", self.row
        while number >= 0:
            letters = chr(ord("A") + number % 26) + letters
            number = number // 26 - 1
        return f"{letters}{self.column + 1}"


@dataclass(frozen=True, slots=True)
class PosterPlan:
    """What goes where.

    width, height: of each sheet
    scale:         mm on paper for each point of the picture
    left, top:     from the corner of the poster's printed area to the map
    """

    wish: Wish
    width: float
    height: float
    scale: float
    left: float
    top: float

    @property
    def inner_width(self) -> float:
        """Of the printed area of a sheet."""
        return self.width - 2 * self.wish.margin

    @property
    def inner_height(self) -> float:
        """Of the printed area of a sheet."""
        return self.height - 2 * self.wish.margin

    def sheets(self) -> Iterator[Sheet]:
        """Go through the sheets row by row."""
        for row in range(self.wish.tiles.rows):
            for column in range(self.wish.tiles.columns):
                left = column * (self.inner_width - self.wish.overlap)
                top = row * (self.inner_height - self.wish.overlap)
                yield Sheet(column, row, left, top)

    def smallest(self, drawn: Drawn) -> float:
        """Return how high the smallest letters are on paper, in points."""
        return drawn.smallest * self.scale * POINTS_PER_MM


def plan_poster(drawn: Drawn, wish: Wish) -> PosterPlan:
    """Lay a picture on sheets, as large as it goes.

    raises: PosterError if the smallest letters would be below 7 pt, with a size that would do, or
            if margins or overlap leave too little of a sheet
    """
    if not LEAST_MARGIN <= wish.margin <= MOST_MARGIN:
        raise PosterError(
            f"a margin of {wish.margin:g} mm: {LEAST_MARGIN:g} to {MOST_MARGIN:g} mm are possible,"
            " since crop marks and labels stand in it"
        )
    most = max((wish.paper.width - 2 * wish.margin) / 2, 0.0)
    if wish.overlap > most:
        raise PosterError(
            f"an overlap of {wish.overlap:g} mm is too much for {wish.paper.name} with margins of"
            f" {wish.margin:g} mm: at most {most:g} mm"
        )
    plan = _largest(drawn, wish)
    if plan.smallest(drawn) < LEAST:
        raise PosterError(_too_small(drawn, plan))
    return plan


def _largest(drawn: Drawn, wish: Wish) -> PosterPlan:
    turns = (Turn.PORTRAIT, Turn.LANDSCAPE) if wish.turn is Turn.BEST else (wish.turn,)
    return max((_turned(drawn, wish, turn) for turn in turns), key=lambda plan: plan.scale)


def _turned(drawn: Drawn, wish: Wish, turn: Turn) -> PosterPlan:
    width, height = wish.paper.width, wish.paper.height
    if turn is Turn.LANDSCAPE:
        width, height = height, width
    across, down = (
        count * (side - 2 * wish.margin) - (count - 1) * wish.overlap
        for side, count in ((width, wish.tiles.columns), (height, wish.tiles.rows))
    )
    scale = min(across / drawn.width, down / drawn.height)
    left, top = (across - drawn.width * scale) / 2, (down - drawn.height * scale) / 2
    return PosterPlan(wish, width, height, scale, left, top)


def _too_small(drawn: Drawn, plan: PosterPlan) -> str:
    found = (_larger_paper(drawn, plan.wish), _more_tiles(drawn, plan.wish))
    ways = [str(wish) for wish in found if wish is not None]
    needed = f"it needs at least {', or '.join(ways)}" if ways else "show less of the map"
    return (
        f"on {plan.wish} the smallest words would be {plan.smallest(drawn):.1f} pt high, and below"
        f" {LEAST:g} pt nobody reads them: {needed}"
    )


def _is_enough(drawn: Drawn, wish: Wish) -> bool:
    return _largest(drawn, wish).smallest(drawn) >= LEAST


def _larger_paper(drawn: Drawn, wish: Wish) -> Wish | None:
    for paper in reversed(list(PAPERS.values())):
        if paper.series == wish.paper.series and paper.height > wish.paper.height:
            larger = replace(wish, paper=paper)
            if _is_enough(drawn, larger):
                return larger
    return None


def _more_tiles(drawn: Drawn, wish: Wish) -> Wish | None:
    """Find the fewest sheets of the same paper that would do."""
    found: Wish | None = None
    most = MOST_TILES
    for columns in range(1, MOST_TILES + 1):
        for rows in range(1, most // columns + 1):
            more = replace(wish, tiles=Tiles(columns, rows))
            if _is_enough(drawn, more):
                found, most = more, columns * rows - 1
                break
    return found
