"""Sizes of paper, and what users write about paper: `A3`, `2x2`, `10mm`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from argmap.rendering.errors import RenderingError

MOST_TILES = 200
"""More sheets than this are a slip of the keyboard, and would take minutes."""


class PosterError(RenderingError):
    """A poster that cannot be made as it was asked for; the message says what could be."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper: upright, in millimetres."""

    name: str
    width: float
    height: float
    series: str


class Tiles(NamedTuple):
    """How many sheets side by side, and how many above each other."""

    columns: int
    rows: int

    def __str__(self) -> str:
        return f"{self.columns}x{self.rows}"


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        paper.name.casefold(): paper
        for paper in (
            Paper("A0", 841, 1189, "A"),
            Paper("A1", 594, 841, "A"),
            Paper("A2", 420, 594, "A"),
            Paper("A3", 297, 420, "A"),
            Paper("A4", 210, 297, "A"),
            Paper("A5", 148, 210, "A"),
            Paper("tabloid", 279.4, 431.8, "US"),
            Paper("legal", 215.9, 355.6, "US"),
            Paper("letter", 215.9, 279.4, "US"),
        )
    }
)
"""ISO 216 and ANSI/ASME Y14.1; in each series the largest first."""

_TILES = re.compile(r"\s*(\d{1,9})\s*[x×X*]\s*(\d{1,9})\s*")
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)\s*(mm|cm|in)?")
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}


def find_paper(name: str) -> Paper:
    """Return the paper of a name; PosterError lists the ones there are."""
    paper = PAPERS.get(name.strip().casefold())
    if paper is None:
        known = ", ".join(paper.name for paper in PAPERS.values())
        raise PosterError(f"unknown paper '{name}': choose {known}")
    return paper


def read_tiles(text: str) -> Tiles:
    """Read `2x3` as two sheets side by side and three above each other."""
    found = _TILES.fullmatch(text)
    if found is None:
        raise PosterError(f"--tiles '{text}': write columns x rows, such as 2x2")
    tiles = Tiles(int(found[1]), int(found[2]))
    if not tiles.columns or not tiles.rows:
        raise PosterError(f"--tiles {text}: a poster has at least one sheet, 1x1")
    if tiles.columns * tiles.rows > MOST_TILES:
        raise PosterError(
            f"--tiles {text}: that is {tiles.columns * tiles.rows:,} sheets,"
            f" and at most {MOST_TILES} are drawn"
        )
    return tiles


def read_length(text: str, name: str) -> float:
    """Read `10`, `10mm`, `1cm` or `0.5in` as millimetres; `name` is the option's."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise PosterError(f"{name} '{text}': write a length, such as 10mm, 1cm or 0.5in")
    return float(found[1]) * _MILLIMETRES[found[2] or "mm"]
