"""A large map on paper: an overview, and pages on which every box and every tie can be read."""

import pytest
from rendering.picture_reader import read_picture

from argmap.rendering import RenderOptions, draw, render
from argmap.rendering.pages import pages


def kialo(depth, branching):
    """Return a debate as a tree of claims."""
    lines = []

    def add(name, level):
        sign = "" if level == 0 else "  " * level + ("+ " if len(lines) % 3 else "- ")
        lines.append(f"{sign}[C{name}]: a claim with some words about number {name}, at length")
        if level < depth:
            for number in range(branching):
                add(f"{name}{number}", level + 1)

    add("0", 0)
    return "\n".join(lines) + "\n"


def test_a_small_map_is_one_page(make_map):
    argument_map = make_map(kialo(2, 4))
    assert [page.map for page in pages(argument_map)] == [argument_map]


@pytest.mark.parametrize("text", [kialo(3, 5), kialo(7, 2), kialo(2, 14)], ids=["3", "7", "2"])
def test_every_box_and_every_edge_is_on_some_page_and_can_be_read(text, make_map):
    argument_map = make_map(text)
    made = pages(argument_map)
    assert len(made) > 2
    assert {box.id for page in made for box in page.map.boxes} == {
        box.id for box in argument_map.boxes
    }
    assert {edge.id for page in made for edge in page.map.edges} == {
        edge.id for edge in argument_map.edges
    }
    for page in made:
        picture = read_picture(render(page.map, "svg"))
        assert picture.smallest_text() >= 7.0
        assert not picture.overlapping()


def test_a_box_at_a_cut_names_the_page_that_goes_on(make_map):
    made = pages(make_map(kialo(3, 5)))
    for number, page in enumerate(made, 1):
        for box in page.map.boxes:
            if "→ page " in box.text:
                other = made[int(box.text.rsplit(" ", 1)[1]) - 1]
                (same,) = [found for found in other.map.boxes if found.id == box.id]
                assert "→" not in same.text and other is not made[number - 1]


def test_maps_of_many_groups_get_an_overview(make_map, random_text):
    argument_map = make_map(random_text(13, 300))
    made = pages(argument_map)
    assert made[0].title.endswith("overview")
    assert {box.id for page in made for box in page.map.boxes} == {
        box.id for box in argument_map.boxes
    }


def test_small_text_is_told_with_a_way_out(make_map):
    (notice,) = draw(make_map(kialo(3, 6)), "svg", RenderOptions()).notices
    assert "pt" in notice and "--root" in notice
    assert draw(make_map(kialo(2, 3)), "svg", RenderOptions()).notices == ()
