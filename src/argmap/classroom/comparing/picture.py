"""Both maps in one picture: what both have, what one has, and on the lines what is different.

Nothing is told by colour alone: missing claims have a dashed frame and broken lines, extra ones a
double frame and wide lines, and all of them a word.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.classroom.comparing.claims import Claims, Tie
from argmap.classroom.comparing.closure import Change
from argmap.classroom.comparing.differences import Compared
from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, EdgeKind, End
from argmap.rendering.composing import Composer
from argmap.rendering.curves import Curve, Point, sample
from argmap.rendering.display_text import escape
from argmap.rendering.figure import Rectangle
from argmap.rendering.finishing import Layout, finish
from argmap.rendering.layout import SMALL_MAP, find_layout
from argmap.rendering.metrics import text_width
from argmap.rendering.svg import write_svg
from argmap.rendering.theme import PAPER
from argmap.rendering.turning import Direction

EXPLAINED = (
    "Dashed frame, broken line: in the reference only. Double frame, wide line: in this map only. "
    "Lines without a word: both have them."
)
_SIZE = 9.0
_MARGIN = 12.0  # points around a layout that still belong to the picture
_WORDS = {
    Change.SIGN: "other sign",
    Change.DIRECTION: "other way round",
    Change.SKIPPED: "step skipped",
    Change.MOVED: "other place",
    Change.UNTIED: "missing",
    Change.TIED: "extra",
}
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)


class _Line(NamedTuple):
    """An edge of the picture; `word` is written on it, `of` None: both maps have it."""

    edge: Edge
    word: str | None
    of: Change | None  # MISSING or EXTRA


def draw_differences(compared: Compared, *, engine: str | None = None) -> str:
    """Return the picture of two maps in one, as SVG."""
    picture = _Picture(compared)
    drawn = ArgumentMap(None, tuple(picture.boxes), tuple(line.edge for line in picture.lines))
    layout = _layered(drawn, engine) or find_layout(drawn, PAPER, engine=engine)
    return _marked(write_svg(drawn, layout, PAPER), picture, layout)


def _layered(drawn: ArgumentMap, engine: str | None) -> Layout | None:
    """Return a layout in layers also where one in columns fits the page better.

    With the ties of two maps in one picture, lines have to be followed from box to box.
    """
    if not 0 < len(drawn.boxes) <= SMALL_MAP:
        return None
    draft = Composer(drawn, PAPER, engine, Direction.UP).compose()
    return None if draft is None else finish(drawn, draft, Direction.UP)


class _Picture:
    def __init__(self, compared: Compared) -> None:
        self.compared = compared
        self.left, self.right = compared.left, compared.right
        self.back = compared.matching.to_left
        self.changes: dict[str, Change] = {}  # box → what it is
        self.boxes: list[Box] = []
        self.lines: list[_Line] = []
        here = (Change.MERGED, Change.SPELLED_OUT)
        there = (Change.SPLIT, Change.SKETCHED)
        left = {d.left[0]: d.change for d in compared.differences if d.change in here}
        right = {d.right[0]: d.change for d in compared.differences if d.change in there}
        self.claims(self.left, set(compared.matching.to_right), Change.MISSING, left)
        self.claims(self.right, set(self.back), Change.EXTRA, right)
        self.words = self.told()
        self.ties()

    def claims(
        self, side: Claims, known: set[int], change: Change, regrouped: Mapping[int, Change]
    ) -> None:
        is_reference = change is Change.MISSING
        theses = set(side.theses) if is_reference else set()
        for index, claim in enumerate(side.all):
            if not is_reference and index in known:
                continue
            name = f"{'r' if is_reference else 'o'}{index}"
            label = None
            if index not in known:
                self.changes[name] = change
                label = regrouped.get(index, change).value
            is_statement = side.steps.nodes[index].is_statement
            self.boxes.append(
                Box(
                    name,
                    BoxKind.STATEMENT if is_statement else BoxKind.ARGUMENT,
                    claim.ref,
                    claim.ref.title if claim.is_titled else None,
                    claim.text or None,
                    is_thesis=index in theses,
                    label=label,
                )
            )

    def told(self) -> dict[tuple[str, str], str]:
        """Return what stands on which line."""
        words: dict[tuple[str, str], str] = {}
        for each in self.compared.differences:
            word = _WORDS.get(each.change)
            if word is None:
                continue
            if each.left:
                words[f"r{each.left[0]}", f"r{each.left[1]}"] = word
            if each.right and each.change in (Change.SKIPPED, Change.MOVED, Change.TIED):
                words[self.box_of(each.right[0]), self.box_of(each.right[1])] = word
        return words

    def box_of(self, right: int) -> str:
        return f"r{self.back[right]}" if right in self.back else f"o{right}"

    def ties(self) -> None:
        joined = self.junctions()
        drawn = {(f"r{t.source}", f"r{t.target}") for t in self.left.ties}
        own = {(self.box_of(t.source), self.box_of(t.target)) for t in self.right.ties}
        for tie in sorted(self.left.ties):
            pair = f"r{tie.source}", f"r{tie.target}"
            is_here = pair in own or self.follows(tie)
            word = self.words.get(pair)
            of = None if is_here or word in ("other sign", "other way round") else Change.MISSING
            if (tie.source, tie.target) in joined and not tie.is_con:
                pair = pair[0], joined[tie.source, tie.target]
            self.line(pair, self.kind(self.left, tie), word, of)
        for tie in sorted(self.right.ties):
            pair = self.box_of(tie.source), self.box_of(tie.target)
            if pair not in drawn and pair[::-1] not in drawn:
                self.line(pair, self.kind(self.right, tie), self.words.get(pair), Change.EXTRA)

    def follows(self, tie: Tie) -> bool:
        to = self.compared.matching.to_right
        return (
            tie.source in to
            and tie.target in to
            and self.right.bears(to[tie.source], to[tie.target], is_con=tie.is_con)
        )

    def junctions(self) -> dict[tuple[int, int], str]:
        """Draw a plus for each linked group of the reference; return which ties run into it."""
        separate = {
            frozenset(each.left[:-1])
            for each in self.compared.differences
            if each.change is Change.SEPARATE
        }
        joined: dict[tuple[int, int], str] = {}
        groups = sorted(self.left.groups, key=lambda g: (g.conclusion, sorted(g.premises)))
        for number, group in enumerate(groups):
            name = f"plus{number}"
            self.boxes.append(Box(name, BoxKind.JUNCTION, None, None, None, EdgeKind.SUPPORT))
            for premise in group.premises:
                joined.setdefault((premise, group.conclusion), name)
            word = "drawn separate" if group.premises in separate else None
            goal = f"r{group.conclusion}"
            is_known = any(
                premise in self.compared.matching.to_right for premise in group.premises
            )
            of = None if is_known else Change.MISSING
            self.line((name, goal), EdgeKind.SUPPORT, word, of)
        return joined

    def kind(self, side: Claims, tie: Tie) -> EdgeKind:
        if not tie.is_con:
            return EdgeKind.SUPPORT
        is_undercut = (tie.source, tie.target) in side.undercuts
        return EdgeKind.UNDERCUT if is_undercut else EdgeKind.ATTACK

    def line(
        self, pair: tuple[str, str], kind: EdgeKind, word: str | None, of: Change | None
    ) -> None:
        edge = Edge(f"edge{len(self.lines)}", kind, End(pair[0]), End(pair[1]))
        self.lines.append(_Line(edge, word, of))


def _marked(svg: str, picture: _Picture, layout: Layout) -> str:
    """Return a picture with its marks: those of lines below boxes and signs, the others on top."""
    found = re.search(r'<g class="graph" transform="(translate\([^)]*\))">', svg)
    assert found is not None
    node = svg.find('<g id="', svg.rfind("\n", 0, max(svg.find('class="node '), 0)))
    below = "\n".join(_line_marks(picture, layout))
    if below and node >= 0:
        svg = f"{svg[:node]}{below}\n{svg[node:]}"
    marks = "\n".join(_marks(picture, layout))
    group = f'<g class="differences" transform="{found[1]}">\n{marks}\n</g>\n</svg>'
    return svg.replace("</svg>", group)


def _line_marks(picture: _Picture, layout: Layout) -> Iterator[str]:
    lines = {line.edge.id: line for line in picture.lines}
    for route in layout.routes:
        match lines[route.edge.id].of:
            case Change.MISSING:
                look = 'stroke-dasharray="3 6" stroke-width="3"'
                yield _over(route.curve, PAPER.background, look)
            case Change.EXTRA:
                color = PAPER.palette(route.edge.kind).line
                yield _over(route.curve, color, 'stroke-opacity="0.3" stroke-width="7"')
            case _:
                pass


def _marks(picture: _Picture, layout: Layout) -> Iterator[str]:
    lines = {line.edge.id: line for line in picture.lines}
    for name, change in picture.changes.items():
        area = layout.area(name)
        dash = ' stroke-dasharray="5 3.5"' if change is Change.MISSING else ""
        yield (
            f'<rect x="{area.x - 3.5:.2f}" y="{area.y - 3.5:.2f}" width="{area.width + 7:.2f}"'
            f' height="{area.height + 7:.2f}" rx="10" fill="none"'
            f' stroke="{PAPER.warning.line}" stroke-width="1.6"{dash}/>'
        )
    taken = [layout.area(box.id) for box in picture.boxes]
    for route in layout.routes:
        word = lines[route.edge.id].word
        if word:
            yield from _label(word, route.curve, taken, layout.width)


def _over(curve: Curve, color: str, look: str) -> str:
    points = " ".join(f"{point.x:.2f} {point.y:.2f}" for point in curve[1:])
    start = curve[0]
    return f'<path d="M{start.x:.2f} {start.y:.2f}C{points}" fill="none" stroke="{color}" {look}/>'


def _label(word: str, curve: Curve, taken: list[Rectangle], most: float) -> Iterator[str]:
    """Write a word on a line, where it hides no box and no other word if there is such a place."""
    width, height = text_width(word, _SIZE, is_bold=True) + 10.0, 15.0
    points = sample(curve)
    spots = [points[round(share * (len(points) - 1))] for share in _PLACES]
    lefts = (min(max(p.x - width / 2, -_MARGIN), most + _MARGIN - width) for p in spots)
    areas = [
        Rectangle(left, p.y - height / 2, width, height)
        for left, p in zip(lefts, spots, strict=True)
    ]
    area = next((a for a in areas if not any(_meet(a, other) for other in taken)), areas[0])
    taken.append(area)
    color = PAPER.warning.line
    yield (
        f'<rect x="{area.x:.2f}" y="{area.y:.2f}" width="{width:.2f}" height="{height}" rx="4"'
        f' fill="{PAPER.warning.tint}" stroke="{color}" stroke-width="1"/>'
    )
    at = Point(area.x + 5.0, area.y + 10.7)
    yield (
        f'<text x="{at.x:.2f}" y="{at.y:.2f}" font-size="{_SIZE}" font-weight="bold"'
        f' fill="{PAPER.ink}">{escape(word)}</text>'
    )


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
