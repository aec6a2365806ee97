"""The viewer of maps whose arguments are drawn as boxes that meet at a plus."""

import pytest
from viewer_pages import SMALL, Viewer

import argmap
from argmap.mapping.argument_map import Opening


@pytest.fixture
def opened(page, tmp_path):
    failures = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    graph = argmap.loads(SMALL)
    html = argmap.render(graph, "html", view=argmap.View(opening=Opening.BOXES))
    viewer = Viewer(page, html, tmp_path)
    yield viewer
    assert failures == []


def badges(viewer):
    return sorted(viewer.page.locator(".badge").all_text_contents())


def test_a_plus_is_there_as_long_as_one_of_its_premises_is(opened):
    pluses = opened.page.locator(".plane .node.junction")
    # That of Clean is folded away with Electric and Clean Current.
    assert (pluses.count(), pluses.locator("visible=true").count()) == (2, 1)
    opened.focus_tree()
    opened.press(" ")
    assert opened.shown_boxes() == ["statement-tram"]
    assert opened.page.locator(".plane .edge:not(.folded)").count() == 0


def test_badges_count_the_premises_that_are_folded_away(opened):
    assert badges(opened) == ["+1", "+1", "+2"]  # Habit's, Air Matters', Clean's


def test_search_dims_what_leads_to_no_match(opened):
    opened.press("/")
    opened.page.keyboard.type("electricity")
    opened.page.wait_for_timeout(300)
    assert opened.page.locator(".plane .node.dim").count() > 0
