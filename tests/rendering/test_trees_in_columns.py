"""How maps grow as trees: what hangs below what, how things are packed, and what it costs."""

import random
import time

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering.picture_reader import read_picture

from argmap.mapping.argument_map import Edge, EdgeKind, End
from argmap.rendering import RenderOptions, render
from argmap.rendering.dominators import grow
from argmap.rendering.shelving import GAP, Size, shelve


@st.composite
def ties(draw):
    """Draw boxes, and edges between them: circles and several targets too."""
    count = draw(st.integers(1, 9))
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    return count, draw(st.lists(pairs, max_size=16))


def made_edges(pairs):
    return [
        Edge(f"e{number}", EdgeKind.SUPPORT, End(f"b{source}"), End(f"b{target}"))
        for number, (source, target) in enumerate(pairs)
    ]


@given(ties())
@settings(deadline=None)
def test_a_box_hangs_below_its_immediate_dominator(drawn):
    count, pairs = drawn
    # Without circles: edges lead to boxes with smaller numbers.
    pairs = [(max(pair), min(pair)) for pair in pairs if pair[0] != pair[1]]
    names = [f"b{number}" for number in range(count)]
    root, *branches = grow(names, made_edges(pairs))
    down = nx.DiGraph([(f"b{target}", f"b{source}") for source, target in pairs])
    down.add_nodes_from(names)
    down.add_edges_from(("", name) for name in names if not list(down.predecessors(name)))
    wanted = nx.immediate_dominators(down, "")
    found = {child.box: branch.box for branch in [root, *branches] for child in branch.children}
    assert found == {name: wanted[name] for name in names}


@given(ties())
@settings(deadline=None)
def test_every_box_hangs_somewhere_even_in_circles(drawn):
    count, pairs = drawn
    names = [f"b{number}" for number in range(count)]
    branches = grow(names, made_edges(pairs))
    hung = [child.box for branch in branches for child in branch.children]
    assert sorted(hung) == sorted(names)


sizes = st.builds(Size, st.integers(10, 300), st.integers(10, 200))


@given(
    st.lists(st.lists(sizes, min_size=1, max_size=3), min_size=1, max_size=14),
    st.integers(50, 900),
    st.randoms(use_true_random=False),
)
@settings(deadline=None)
def test_packed_things_lie_apart_and_below_what_they_must(things, width, dice):
    things = [sorted(shapes) for shapes in things]
    over = {
        number: [dice.randrange(number)] for number in range(1, len(things)) if dice.random() < 0.3
    }
    spots = shelve(things, width, over, 30.0)
    placed = [(spot, shapes[spot.shape]) for spot, shapes in zip(spots, things, strict=True)]
    for number, (spot, size) in enumerate(placed):
        assert spot.x + size.width <= max(width, min(s.width for s in things[number])) + 0.2
        for other, its in placed[:number]:
            beside = (
                other.x + its.width + GAP <= spot.x + 1e-6
                or spot.x + size.width + GAP <= other.x + 1e-6
            )
            below = (
                other.y + its.height + GAP <= spot.y + 1e-6
                or spot.y + size.height + GAP <= other.y + 1e-6
            )
            assert beside or below
        for other in over.get(number, ()):
            assert spot.y >= placed[other][0].y + placed[other][1].height + 30.0 - 1e-6


def chain(count):
    return "\n".join(f"[S{number}]: words\n  + [S{number + 1}]\n" for number in range(count))


def star(count):
    return "[S]: words\n" + "\n".join(f"  + [S{number}]: some words" for number in range(count))


def flat(count):
    return "\n".join(f"[A{n}]: words\n  - [B{n}]: words\n" for n in range(count // 2))


def ladder(count):
    dice = random.Random(5)
    lines = []
    for number in range(count):
        lines.append(f"[S{number}]: words")
        lines += [f"  +> [S{number - 1}]"] if number else []
        lines += [f"  +> [S{dice.randrange(number)}]"] if number % 200 == 199 else []
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text", [chain(2000), star(2000), flat(2000)], ids=["chain", "star", "flat"]
)
def test_maps_of_any_shape_are_drawn_in_seconds(text, make_map):
    argument_map = make_map(text)
    start = time.process_time()
    svg = render(argument_map, "svg", RenderOptions(direction="up"))
    assert time.process_time() - start < 10.0
    assert len(read_picture(svg).boxes) >= 1900


def test_lines_from_everywhere_are_led_around_all_boxes(make_map):
    argument_map = make_map(ladder(800))
    picture = read_picture(render(argument_map, "svg", RenderOptions(direction="up")))
    assert not picture.overlapping() and not picture.loose_ends()
