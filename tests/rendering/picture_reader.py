"""Read a drawn map back from its SVG alone, as somebody would who sees the picture.

Nothing here knows how argmap lays out or draws: a box is what its outlines cover, an edge is the
path that is painted, with the tip of its head. Widths of words come from the font itself.
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from argmap.rendering.metrics import text_width

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


@dataclass(frozen=True)
class Area:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other, margin=0.0):
        return (
            self.left < other.right - margin
            and other.left < self.right - margin
            and self.top < other.bottom - margin
            and other.top < self.bottom - margin
        )

    def holds(self, other, margin=0.0):
        return (
            self.left - margin <= other.left
            and self.top - margin <= other.top
            and other.right <= self.right + margin
            and other.bottom <= self.bottom + margin
        )

    def holds_point(self, x, y, inset=0.0):
        return (
            self.left + inset < x < self.right - inset
            and self.top + inset < y < self.bottom - inset
        )

    @property
    def middle(self):
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Words:
    """One line of text and the room of its letters."""

    text: str
    size: float
    area: Area


@dataclass
class SeenBox:
    """A box, and the words on it."""

    id: str
    name: str
    area: Area
    words: list = field(default_factory=list)


@dataclass(frozen=True)
class SeenEdge:
    """An edge: its path from the source's end to the tip of the head at the target."""

    id: str
    kind: str
    source: str
    target: str
    points: tuple

    @property
    def tip(self):
        return self.points[-1]


@dataclass
class Picture:
    """All that can be seen on one map."""

    width: float
    height: float
    boxes: dict
    edges: list
    frames: list
    sizes: list

    @property
    def aspect(self):
        return self.width / self.height

    def overlapping(self, margin=0.5):
        """Return the pairs of boxes that cover each other."""
        boxes = sorted(self.boxes.values(), key=lambda box: box.area.top)
        found = []
        for number, box in enumerate(boxes):
            for other in boxes[number + 1 :]:
                if other.area.top >= box.area.bottom:
                    break
                if box.area.overlaps(other.area, margin):
                    found.append((box.id, other.id))
        return found

    def words_outside(self, margin=0.5):
        """Return the lines of text that stick out of their box."""
        return [
            (box.id, words.text)
            for box in self.boxes.values()
            for words in box.words
            if not box.area.holds(words.area, margin)
        ]

    def edges_through_boxes(self, inset=2.0):
        """Return the pairs of an edge and a box that is none of its ends, which it crosses."""
        found = set()
        for edge in self.edges:
            for x, y in _dense(edge.points):
                for box in self.boxes.values():
                    if box.id in (edge.source, edge.target):
                        continue
                    if box.area.holds_point(x, y, inset):
                        found.add((edge.id, box.id))
        return found

    def loose_ends(self, reach=9.0):
        """Return the edges of which an end does not touch its box."""
        found = []
        for edge in self.edges:
            for (x, y), name in ((edge.points[0], edge.source), (edge.tip, edge.target)):
                area = self.boxes[name].area
                around = Area(
                    area.left - reach, area.top - reach, area.right + reach, area.bottom + reach
                )
                if not around.holds_point(x, y) or area.holds_point(x, y, 3.0):
                    found.append((edge.id, name))
        return found

    def smallest_text(self, page=785.0):
        """Return the size of the smallest text when the picture is as wide as a page, or less."""
        return min(self.sizes) * min(1.0, page / self.width)


def read_picture(svg):
    """Return what is to be seen in an SVG."""
    root = ET.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    graph = next(found for found in root.iter(f"{SVG}g") if found.get("class") == "graph")
    shift = _shift(graph)
    picture = Picture(width, height, {}, [], [], [])
    for group in graph.iter(f"{SVG}g"):
        kind, *more = (group.get("class") or "").split() or [""]
        if kind == "node":
            box = _read_box(group, shift)
            picture.boxes[box.id] = box
        elif kind == "edge":
            picture.edges.append(_read_edge(group, more[0], shift))
        elif kind == "group":
            picture.frames.append(_read_frame(group, shift))
    picture.sizes = [float(text.get("font-size")) for text in root.iter(f"{SVG}text")]
    return picture


def _read_box(group, shift):
    x, y = _shift(group)
    x, y = x + shift[0], y + shift[1]
    areas = [_area(rect, x, y) for rect in group.iter(f"{SVG}rect")]
    area = Area(
        min(found.left for found in areas),
        min(found.top for found in areas),
        max(found.right for found in areas),
        max(found.bottom for found in areas),
    )
    box = SeenBox(group.get("id"), group.find(f"{SVG}title").text or "", area)
    for text in group.iter(f"{SVG}text"):
        box.words.append(_read_words(text, x, y))
    return box


def _read_words(text, x, y):
    size = float(text.get("font-size"))
    content = "".join(text.itertext())
    left, baseline = x + float(text.get("x")), y + float(text.get("y"))
    wide = text_width(content, size, is_bold=text.get("font-weight") == "bold")
    return Words(
        content, size, Area(left, baseline - 0.73 * size, left + wide, baseline + 0.21 * size)
    )


def _read_frame(group, shift):
    return _area(group.find(f"{SVG}rect"), *shift)


def _read_edge(group, kind, shift):
    d = group.find(f"{SVG}path").get("d")
    points = [(x + shift[0], y + shift[1]) for x, y in _along(d)]
    tips, bases = [], []
    for polygon in group.findall(f"{SVG}polygon"):
        numbers = [float(number) for number in _NUMBER.findall(polygon.get("points"))]
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        bases.append(
            (
                (corners[0][0] + corners[2][0]) / 2 + shift[0],
                (corners[0][1] + corners[2][1]) / 2 + shift[1],
            )
        )
        tips.append((corners[1][0] + shift[0], corners[1][1] + shift[1]))
    tip = tips[0]
    if _distance(points[0], bases[0]) < _distance(points[-1], bases[0]):
        points.reverse()
    if len(tips) > 1:
        points.insert(0, tips[1])
    return SeenEdge(
        group.get("id"),
        kind,
        group.get("data-source"),
        group.get("data-target"),
        (*points, tip),
    )


def _along(d):
    """Return points along a path of absolute M, C, L, H and V commands."""
    points = []
    for command, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", d):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if command in "ML":
            points.extend(zip(numbers[::2], numbers[1::2], strict=True))
        elif command == "H":
            points.extend((x, points[-1][1]) for x in numbers)
        elif command == "V":
            points.extend((points[-1][0], y) for y in numbers)
        elif command == "C":
            for index in range(0, len(numbers), 6):
                points.extend(_cubic(points[-1], numbers[index : index + 6]))
        else:
            raise AssertionError(f"a path with {command}")
    return points


def _cubic(start, numbers, steps=10):
    (ax, ay), (bx, by, cx, cy, dx, dy) = start, numbers
    for step in range(1, steps + 1):
        t = step / steps
        r = 1 - t
        a, b, c, d = r**3, 3 * r * r * t, 3 * r * t * t, t**3
        yield a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy


def _dense(points, step=6.0):
    """Return points on a chain of lines, none further than a step from the next."""
    yield points[0]
    for (ax, ay), (bx, by) in pairwise(points):
        count = int(hypot(bx - ax, by - ay) / step) + 1
        for number in range(1, count + 1):
            share = number / count
            yield ax + (bx - ax) * share, ay + (by - ay) * share


def _distance(a, b):
    return hypot(a[0] - b[0], a[1] - b[1])


def _area(rect, x, y):
    half = float(rect.get("stroke-width", "0")) / 2
    left, top = x + float(rect.get("x")), y + float(rect.get("y"))
    return Area(
        left - half,
        top - half,
        left + float(rect.get("width")) + half,
        top + float(rect.get("height")) + half,
    )


def _shift(element):
    found = re.match(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", element.get("transform") or "")
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)
