"""Where conclusions stand: by option, by Argdown's settings, and by what fits a page."""

import pytest
from rendering.picture_reader import read_picture

import argmap
from argmap.rendering import RenderingError, RenderOptions, draw
from argmap.rendering.layout import find_layout
from argmap.rendering.theme import PAPER
from argmap.rendering.turning import Direction

MAP = "[Claim]: the claim\n  + <Reason>: because\n"


def where(text, direction="auto"):
    """Return on which side of its reason the claim stands."""
    svg = argmap.render(argmap.loads(text), options=RenderOptions(direction=direction))
    boxes = read_picture(svg).boxes
    (cx, cy), (rx, ry) = (
        boxes[name].area.middle for name in ("statement-claim", "argument-reason")
    )
    if abs(cx - rx) > abs(cy - ry):
        return "left" if cx < rx else "right"
    return "up" if cy < ry else "down"


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
def test_an_option_says_where_conclusions_stand(direction):
    assert where(MAP, direction) == direction


@pytest.mark.parametrize(
    ("name", "direction"), [("BT", "up"), ("TB", "down"), ("LR", "right"), ("RL", "left")]
)
@pytest.mark.parametrize(
    "settings",
    ["graphviz: {rankdir: %s}", "dot: {graphVizSettings: {rankdir: %s}}"],
)
def test_argdown_settings_say_where_conclusions_stand(settings, name, direction):
    text = f"===\n{settings % name}\n===\n\n{MAP}"
    assert where(text) == direction
    assert where(text, "up") == "up"


@pytest.mark.parametrize(
    "settings", ["graphviz: {rankdir: XY}", "graphviz: LR", "dot: {graphVizSettings: 3}"]
)
def test_settings_that_mean_nothing_are_told_and_left_alone(settings):
    graph = argmap.loads(f"===\n{settings}\n===\n\n{MAP}")
    assert [problem.code for problem in graph.problems] == ["SYN004"]
    assert where(f"===\n{settings}\n===\n\n{MAP}") == "up"


def test_settings_of_graphviz_that_argmap_does_not_use_are_no_problem():
    text = "===\ndot: {graphVizSettings: {ratio: auto, rankdir: LR}, sameRank: []}\n===\n\n" + MAP
    assert argmap.loads(text).problems == ()


def test_a_direction_that_does_not_exist_is_named(make_map):
    with pytest.raises(RenderingError, match="choose auto, up, down, left, right"):
        draw(make_map(MAP), "svg", RenderOptions(direction="north"))


def test_conclusions_stand_above_where_that_fits(make_map, random_text):
    layout = find_layout(make_map(random_text(2, 9)), PAPER)
    assert layout.direction is Direction.UP
