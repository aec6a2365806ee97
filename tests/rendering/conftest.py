"""Reads a drawn map back from its SVG, and makes maps to draw."""

import random
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

import pytest

from argmap.mapping.arrange import build_map
from argmap.model import build_graph
from argmap.rendering.metrics import text_width
from argmap.source import Source
from argmap.syntax import parse

SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class DrawnBox:
    id: str
    x: float
    y: float
    width: float
    height: float
    texts: list = field(default_factory=list)  # (left, right, baseline, size, words)

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height

    def overlaps(self, other, margin=0.0):
        return (
            self.x < other.right - margin
            and other.x < self.right - margin
            and self.y < other.bottom - margin
            and other.y < self.bottom - margin
        )


@dataclass
class DrawnEdge:
    source: str
    target: str
    kind: str
    points: list  # of the whole path, from the source to the tip of the head


@dataclass
class Drawing:
    width: float
    height: float
    boxes: dict
    edges: list
    texts: list


def _shift(element):
    found = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def read_drawing(svg):
    root = ET.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    boxes, edges = {}, []
    graph = next(g for g in root.iter(f"{SVG}g") if g.get("class") == "graph")
    for group in graph.iter(f"{SVG}g"):
        classes = (group.get("class") or "").split()
        if classes[:1] == ["node"]:
            x, y = _shift(group)
            rects = group.findall(f"{SVG}rect")
            right = max(float(r.get("x")) + float(r.get("width")) for r in rects)
            bottom = max(float(r.get("y")) + float(r.get("height")) for r in rects)
            box = DrawnBox(group.get("id"), x, y, right, bottom)
            for text in group.findall(f"{SVG}text"):
                size = float(text.get("font-size"))
                words = "".join(text.itertext())
                left = x + float(text.get("x"))
                wide = text_width(words, size, is_bold=text.get("font-weight") == "bold")
                box.texts.append((left, left + wide, y + float(text.get("y")), size, words))
            boxes[box.id] = box
        elif classes[:1] == ["edge"]:
            numbers = [
                float(n) for n in re.findall(r"-?[\d.]+", group.find(f"{SVG}path").get("d"))
            ]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            heads = [
                [tuple(map(float, pair.split(","))) for pair in polygon.get("points").split()]
                for polygon in group.findall(f"{SVG}polygon")
            ]
            tip = heads[0][1] if heads else points[-1]
            if abs(points[0][0] - tip[0]) + abs(points[0][1] - tip[1]) < abs(
                points[-1][0] - tip[0]
            ) + abs(points[-1][1] - tip[1]):
                points.reverse()
            edges.append(
                DrawnEdge(
                    group.get("data-source"),
                    group.get("data-target"),
                    classes[1],
                    [*points, tip],
                )
            )
    sizes = [float(text.get("font-size")) for text in root.iter(f"{SVG}text")]
    return Drawing(width, height, boxes, edges, sizes)


def map_of(text, marks=None):
    return build_map(build_graph(parse(Source.of(text))), marks=marks)


@pytest.fixture
def make_map():
    """Text to map, as the pipeline does it."""
    return map_of


@pytest.fixture
def read():
    """SVG to geometry."""
    return read_drawing


_WORDS = [
    "chips",
    "market",
    "developers",
    "export",
    "China",
    "standards",
    "harm",
    "rule",
    "ecosystem",
    "talent",
    "because",
    "security",
    "influence",
    "半导体",
    "出口",
    "internationalization",
    "a",
    "the",
    "of",
    "may",
    "must",
    "not",
    "would",
    "growth",
]


@pytest.fixture
def random_text():
    """Make an argument of a size from a seed: trees, structures, headings, attacks on rows."""

    def sentence(dice):
        return " ".join(dice.choices(_WORDS, k=dice.randint(3, 18))).capitalize() + "."

    def make(seed, size):
        dice = random.Random(seed)
        lines = ["[S0]: " + sentence(dice), ""]
        names = ["[S0]"]
        for number in range(1, size):
            target = dice.choice(names)
            if dice.random() < 0.12:
                lines += [f"# Part {number}", ""]
            kind = dice.random()
            if kind < 0.45:
                lines += [
                    f"<A{number}>: {sentence(dice)}",
                    f"  {dice.choice(['+>', '->'])} {target}",
                    "",
                ]
                names.append(f"<A{number}>")
            elif kind < 0.75:
                lines += [
                    f"[S{number}]: {sentence(dice)}",
                    f"  {dice.choice(['+>', '->'])} {target}",
                    "",
                ]
                names.append(f"[S{number}]")
            else:
                conclusion = target if target.startswith("[") else f"[C{number}]"
                lines += [
                    f"<A{number}>",
                    "",
                    f"(1) [P{number}]: {sentence(dice)}",
                    f"(2) {sentence(dice)} #unstated",
                    "-- some rule --",
                    f"(3) {conclusion}",
                    "",
                ]
                names += [f"[P{number}]", f"<A{number}>"]
        return "\n".join(lines) + "\n"

    return make
