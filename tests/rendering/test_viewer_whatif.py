"""Suppositions in the page give what the library's evaluation gives."""

import pytest
from viewer_pages import ROOT, SMALL, Viewer, huang, page_of

import argmap
from argmap.analysis.whatif import Supposition, what_if

ID = "(index) => JSON.parse(document.getElementById('data').textContent).entities[index].id"


@pytest.fixture
def small(page, tmp_path):
    return Viewer(page, page_of(SMALL), tmp_path)


def marks(viewer):
    return {
        label.split(".")[0]: label.rsplit(". ", 1)[-1].rstrip(".")
        for label in viewer.page.evaluate(
            "[...document.querySelectorAll('#tree li[id][data-change]:not([data-change=\"\"])')]"
            ".map((item) => item.getAttribute('aria-label') || '')"
        )
    }


def test_a_supposition_changes_labels_and_says_so(small):
    small.page.locator("#map-statement-cost").click()
    small.page.get_by_label("it is true").check()
    assert "supposed true" in small.news
    small.page.get_by_label("it is false").check()
    assert small.news.startswith("Cost: supposed false.")
    assert marks(small)["Cost"] == "Supposed false"
    assert small.page.locator(".plane .mark text", has_text="supposed false").count() == 1
    assert small.page.locator("#changes").is_visible()


def test_the_key_goes_round(page, tmp_path):
    viewer = Viewer(page, page_of("[A]: a.\n  + [B]: b.\n    + [C]: c.\n"), tmp_path)
    viewer.press("m", "ArrowDown", "ArrowDown", "w")
    assert viewer.chosen == "C"
    assert marks(viewer) == {"A": "Falls", "B": "Falls", "C": "Supposed false"}
    assert viewer.news == "C: supposed false. A falls, B falls."
    viewer.press("w")
    assert marks(viewer) == {"C": "Supposed true"} and "Nothing else changes" in viewer.news
    viewer.press("w")
    assert marks(viewer) == {} and not page.locator("#changes").is_visible()


def told_in_the_page(page):
    words = {"stands": "in", "falls": "out", "is undecided": "undecided"}
    lines = page.locator("#changes .then li").all_inner_texts()
    found = {}
    for line in lines:
        ending = next(each for each in words if line.endswith(each))
        found[line.removesuffix(ending).strip()] = words[ending]
    return found


@pytest.mark.parametrize(
    "title",
    ["Rests on Participation", "Selling Harms Less", "Loss Closes Loop", "Only About China"],
)
def test_it_is_what_the_library_says(page, tmp_path, title):
    graph = argmap.load(ROOT / "maps/huang.argdown")
    ref = next(ref for ref in graph.order if ref.title == title)
    for value, key in (("false", "rejected"), ("true", "accepted")):
        viewer = Viewer(page, huang(), tmp_path)
        index = page.evaluate(
            "(title) => JSON.parse(document.getElementById('data').textContent).entities"
            ".findIndex((entity) => entity.title === title)",
            title,
        )
        page.evaluate("(id) => { location.hash = id; }", page.evaluate(ID, index))
        page.wait_for_timeout(60)
        assert viewer.chosen == title
        page.get_by_label(f"it is {value}").check()
        expected = {
            change.ref.title: str(change.after)
            for change in what_if(graph, Supposition(**{key: (ref,)})).changes
            if change.ref != ref
        }
        assert told_in_the_page(page) == expected
        page.goto("about:blank")


def test_what_changes_is_marked_in_outline_and_map(page, tmp_path):
    Viewer(page, huang(), tmp_path, "#argument-only-about-china")
    page.get_by_label("it is false").check()
    assert page.locator("#tree li .mark").count() > 1
    assert page.locator(".plane .mark.supposed").count() == 1
    titles = told_in_the_page(page)
    told = page.locator("#news").inner_text()
    assert all(title in told for title in list(titles)[:4])


def test_reset_by_key_and_by_button(small):
    small.focus_map()
    small.press("ArrowDown", "w", "r")
    assert not small.page.locator("#changes").is_visible()
    assert small.news == "All is as written again."
    small.press("w")
    small.page.get_by_role("button", name="Forget all suppositions").click()
    assert not small.page.locator("#changes").is_visible()
    assert small.page.locator(".plane .mark").count() == 0
