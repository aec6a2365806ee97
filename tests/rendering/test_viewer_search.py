"""Search and filters of the viewer."""

import pytest
from viewer_pages import SMALL, Viewer, page_of


@pytest.fixture
def small(page, tmp_path):
    return Viewer(page, page_of(SMALL), tmp_path)


def dimmed(viewer):
    return set(
        viewer.page.evaluate(
            "[...document.querySelectorAll('.plane .node.dim')].map((node) => node.id.slice(4))"
        )
    )


def test_search_leaves_out_what_does_not_match(small):
    small.press("/")
    small.page.keyboard.type("TOWNS")
    small.page.wait_for_timeout(50)
    assert small.page.locator("#matches").inner_text() == "1 of 12"
    assert small.shown_items() == ["Tram", "Cars", "Habit", "Elsewhere"]
    assert "statement-cost" in dimmed(small) and "argument-elsewhere" not in dimmed(small)


def test_enter_goes_from_match_to_match(small):
    small.press("/")
    small.page.keyboard.type("air")
    small.press("Enter")
    seen = [small.chosen]
    for _ in range(3):
        small.press("Enter")
        seen.append(small.chosen)
    assert seen == ["Air", "Air Matters", "Clean", "Air"]
    small.press("Shift+Enter")
    assert small.chosen == "Clean" and small.news == "3 of 3: Clean"


def test_escape_ends_the_search(small):
    everything = small.shown_items()
    small.press("/")
    small.page.keyboard.type("nowhere to be found")
    small.page.wait_for_timeout(50)
    assert small.shown_items() == []
    small.press("Enter")
    assert small.news == "Nothing matches."
    small.press("Escape")
    assert small.focused == "picture"
    assert small.shown_items() == everything and not dimmed(small)


def test_speakers_and_sides_filter(small):
    small.page.locator("#by-speaker").select_option("Bob")
    assert small.page.locator("#matches").inner_text() == "2 of 12"
    assert small.shown_items() == ["Tram", "Cars", "Habit", "Cost"]
    small.page.locator("#by-speaker").select_option("")
    small.page.locator("#by-side").select_option("pro")
    assert small.page.locator("#matches").inner_text() == "3 of 12"
    small.focus_map()
    small.press("Escape")
    assert small.page.locator("#by-side").input_value() == ""


def test_without_declared_sides_the_thesis_parts_them(page, tmp_path):
    viewer = Viewer(page, page_of("[A]: a.\n  + [B]: b.\n    - [C]: c.\n"), tmp_path)
    page.locator("#by-side").select_option("against")
    assert viewer.shown_items() == ["A", "B", "C"]
    assert page.locator("#matches").inner_text() == "1 of 3"


def test_accents_and_case_do_not_matter(page, tmp_path):
    viewer = Viewer(page, page_of("[Éclair]: Crème brûlée.\n  + [Straße]: Weiß.\n"), tmp_path)
    viewer.press("/")
    page.keyboard.type("ECLAIR creme")
    page.wait_for_timeout(50)
    assert page.locator("#matches").inner_text() == "1 of 2"
