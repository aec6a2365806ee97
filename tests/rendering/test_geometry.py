"""What a reader sees, measured in the SVG: nothing overlaps or sticks out, all is in place."""

from pathlib import Path

import networkx as nx
import pytest

from argmap.mapping.argument_map import EdgeKind, Mark
from argmap.rendering import RenderOptions, render
from argmap.rendering.layout import find_layout
from argmap.rendering.svg import write_svg
from argmap.rendering.theme import PAPER

MAPS = sorted(Path(__file__).parents[2].joinpath("maps").glob("*.argdown"))
SEEDS = [(1, 4), (2, 9), (3, 16), (4, 25), (5, 33), (6, 12), (7, 20)]


def draw(argument_map):
    layout = find_layout(argument_map, PAPER)
    return layout, write_svg(argument_map, layout, PAPER)


def check(argument_map, layout, drawing):
    boxes = list(drawing.boxes.values())
    assert len(boxes) == len(argument_map.boxes)
    for index, box in enumerate(boxes):
        assert box.x + 0.6 >= 0 and box.right <= drawing.width
        assert box.y + 0.6 >= 0 and box.bottom <= drawing.height
        for other in boxes[index + 1 :]:
            assert not box.overlaps(other, 0.5), (box.id, other.id)
        for left, right, baseline, size, words in box.texts:
            assert box.x - 0.5 <= left and right <= box.right + 0.5, (box.id, words)
            assert box.y <= baseline - 0.7 * size and baseline + 0.2 * size <= box.bottom + 0.5
    for edge, drawn in zip(argument_map.edges, drawing.edges, strict=True):
        assert_ends(edge, drawn, layout)


def assert_ends(edge, drawn, layout):
    """An arrow's tip is on the border of its target, beside the row it is about."""
    area, figure = layout.area(edge.target.box), layout.figures[edge.target.box]
    x, y = drawn.points[-1][0], drawn.points[-1][1]
    # The dot of an undercut stands between the tip and the card.
    near = 8.0 if edge.kind is EdgeKind.UNDERCUT else 2.5
    assert area.x - near <= x <= area.x + area.width + near
    if edge.target.port is not None:
        port = figure.port(edge.target.port)
        tip = y - area.y
        assert port.top - 1 <= tip <= port.bottom + 1
        assert min(abs(x - area.x), abs(x - area.x - area.width)) <= near
    else:
        assert area.y - near <= y <= area.y + area.height + near


def edges_through_boxes(layout):
    """Count places where an edge runs through a box that is not one of its own."""
    from argmap.rendering.curves import sample

    found = set()
    for route in layout.routes:
        own = {route.edge.source.box, route.edge.target.box}
        for point in sample(route.curve):
            for box in layout.places:
                area = layout.area(box)
                if (
                    box not in own
                    and area.x + 2 < point.x < area.x + area.width - 2
                    and area.y + 2 < point.y < area.y + area.height - 2
                ):
                    found.add((route.edge.id, box))
    return found


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_shipped_map_can_be_read(path, make_map, read):
    argument_map = make_map(
        path.read_text("utf-8"), {"Worldwide Developer Loss": Mark(("SUP001",))}
    )
    layout, svg = draw(argument_map)
    drawing = read(svg)
    check(argument_map, layout, drawing)
    assert not edges_through_boxes(layout)
    if len(argument_map.boxes) <= 60:
        assert 1.0 <= drawing.width / drawing.height <= 2.0
        assert min(drawing.texts) * 785 / drawing.width >= 7.0


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_conclusions_stand_above_what_supports_them(path, make_map):
    argument_map = make_map(path.read_text("utf-8"))
    layout, _ = draw(argument_map)
    arrows = nx.DiGraph((edge.source.box, edge.target.box) for edge in argument_map.edges)
    circles = [circle for circle in nx.strongly_connected_components(arrows) if len(circle) > 1]
    for edge in argument_map.edges:
        ends = {edge.source.box, edge.target.box}
        in_circle = len(ends) == 1 or any(ends <= circle for circle in circles)
        if not edge.kind.is_symmetric and not in_circle:
            above, below = layout.area(edge.target.box), layout.area(edge.source.box)
            assert above.y < below.y
            assert above.y + above.height / 2 < below.y + below.height / 2


@pytest.mark.parametrize(("seed", "size"), SEEDS)
def test_a_random_map_is_drawn_without_collisions(seed, size, make_map, read, random_text):
    argument_map = make_map(random_text(seed, size))
    layout, svg = draw(argument_map)
    check(argument_map, layout, read(svg))
    assert len(edges_through_boxes(layout)) <= len(layout.routes) // 8


def test_a_large_map_is_drawn_in_one_go(make_map, read, random_text):
    argument_map = make_map(random_text(11, 90))
    assert len(argument_map.boxes) > 60
    layout, svg = draw(argument_map)
    check(argument_map, layout, read(svg))


def test_circles_and_self_relations_are_drawn(make_map, read):
    text = "[A]: a\n  + [B]\n\n[B]: b\n  + [A]\n  - [B]\n\n<C>: c\n  _> <C>\n  -> [A]\n"
    argument_map = make_map(text)
    _, svg = draw(argument_map)
    assert len(read(svg).boxes) == 3


def test_groups_that_attack_each_other_are_drawn(make_map, read):
    text = "# One\n\n[A]: a\n  - [B]\n\n[C]: c\n\n# Two\n\n[B]: b\n\n[D]: d\n  - [C]\n"
    argument_map = make_map(text)
    layout, svg = draw(argument_map)
    check(argument_map, layout, read(svg))


def test_a_thousand_lone_boxes_are_set_in_rows(make_map):
    text = "\n\n".join(f"<A{number}>: words\n  +> [T{number}]" for number in range(300))
    layout, _ = draw(make_map(text))
    assert len(layout.places) == 600


def test_nothing_to_draw_gives_an_empty_picture(make_map):
    svg = render(make_map(""), "svg", RenderOptions())
    assert "<svg" in svg
