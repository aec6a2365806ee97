"""Pictures of opened and closed arguments, and of parts of maps, measured in the SVG."""

import re
from pathlib import Path

import pytest

import argmap
from argmap.mapping.argument_map import BoxKind, EdgeKind, Opening
from argmap.mapping.arrange import build_map
from argmap.mapping.view import Labels, View
from argmap.rendering import render
from argmap.rendering.layout import find_layout
from argmap.rendering.svg import write_svg
from argmap.rendering.theme import PAPER

MAPS = sorted(Path(__file__).parents[2].joinpath("maps").glob("*.argdown"))
HUANG = next(path for path in MAPS if path.stem == "huang")


def draw(graph, **choices):
    drawn = build_map(graph, view=View(**choices))
    layout = find_layout(drawn, PAPER)
    return drawn, layout, write_svg(drawn, layout, PAPER)


def check(drawn, read, svg):
    drawing = read(svg)
    boxes = list(drawing.boxes.values())
    assert len(boxes) == len(drawn.boxes)
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert not box.overlaps(other, 0.5), (box.id, other.id)
        for left, right, baseline, size, words in box.texts:
            assert box.x - 0.5 <= left and right <= box.right + 0.5, (box.id, words)
            assert box.y <= baseline - 0.7 * size and baseline + 0.2 * size <= box.bottom + 0.5


@pytest.mark.parametrize("opening", [Opening.BOXES, Opening.NONE])
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_shipped_maps_opened_and_closed(path, opening, read):
    drawn, _, svg = draw(argmap.load(path), opening=opening)
    check(drawn, read, svg)


@pytest.mark.parametrize("labels", list(Labels))
def test_cards_with_other_words(labels, read):
    drawn, _, svg = draw(argmap.load(HUANG), labels=labels)
    check(drawn, read, svg)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_parts_of_a_map(depth, read):
    drawn, _, svg = draw(argmap.load(HUANG), depth=depth)
    check(drawn, read, svg)


@pytest.mark.parametrize(("seed", "size"), [(1, 5), (2, 12), (3, 20)])
def test_random_maps_opened(seed, size, random_text, read):
    drawn, _, svg = draw(argmap.loads(random_text(seed, size)), opening=Opening.BOXES)
    check(drawn, read, svg)


STEP = "<A>: a.\n\n(1) [One]: One.\n(2) [Two]: Two.\n(3) [Three]: Three.\n-- r --\n(4) [C]: c.\n"


def test_premises_stand_in_their_order_and_the_outer_ones_come_from_the_sides():
    drawn, layout, svg = draw(argmap.loads(STEP), opening=Opening.BOXES)
    places = [layout.places[f"statement-{name}"].x for name in ("one", "two", "three")]
    assert places == sorted(places)
    (junction,) = [box.id for box in drawn.boxes if box.kind is BoxKind.JUNCTION]
    area = layout.area(junction)
    ends = [r.curve[-1] for r in layout.routes if r.edge.kind is EdgeKind.JOIN]
    assert ends[0].x < area.x + 3 and abs(ends[0].y - area.y - area.height / 2) < 2
    assert ends[2].x > area.x + area.width - 3
    assert abs(ends[1].x - area.x - area.width / 2) < 2 and ends[1].y > area.y + area.height - 3
    joins = re.findall(r'<g id="[^"]*" class="edge join".*?</g>', svg, re.DOTALL)
    assert len(joins) == 3 and not any("polygon" in join for join in joins)


def test_the_same_bytes_whatever_the_view():
    graph = argmap.loads(STEP)
    view = View(opening=Opening.BOXES, depth=1)
    assert argmap.render(graph, "svg", view=view) == argmap.render(graph, "svg", view=view)


def test_marks_are_drawn_on_statements_cards_sketches_and_groups():
    text = (
        "[T]: t. #thesis\n  + [S]: s.\n    + [R]: r.\n\n<K>\n\n(1) p.\n(2) q.\n----\n(3) [T]\n\n"
        "<H>: h.\n  -> <K>\n\n# G {isClosed: true}\n\n<I>: i.\n  -> [T]\n  - <J>: j.\n"
    )
    svg = argmap.render(argmap.loads(text), "svg", view=View(depth=1))
    for name in ("statement-s", "argument-k"):
        assert "… 1 more" in re.search(rf'id="{name}".*?</g>', svg, re.DOTALL)[0]
    closed = argmap.loads("[T]: t. #thesis\n\n# G {isClosed: true}\n\n<I>: i. #x\n  -> [T]\n")
    svg = argmap.render(closed, "svg", view=View(tags=("x",)))
    assert "… leads to 1 more" in re.search(r'id="group-.*?</g>', svg, re.DOTALL)[0]


def test_hostile_words_in_views():
    text = '[<b>"&]: x </svg> # y. #tag\n  + <C>: c.\n\n# <i>&\n\n<D>: d.\n  -> <C>\n'
    graph = argmap.loads(text)
    for view in (View(depth=0), View(sections=("<i>&",)), View(labels=Labels.BOTH)):
        for name in ("svg", "html", "dot"):
            assert "<i>&" not in render(build_map(graph, view=view), name)
