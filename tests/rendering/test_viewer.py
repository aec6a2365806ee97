"""The viewer in a real browser: outline, map, detail, keys, links."""

import re

import pytest
from viewer_pages import SMALL, Viewer, huang, page_of


@pytest.fixture
def small(page, tmp_path):
    return Viewer(page, page_of(SMALL), tmp_path)


def test_it_opens_on_the_main_claim_and_two_levels(small):
    assert small.chosen == "Tram"
    assert small.shown_items() == [
        "Tram", "Cars", "Habit", "Air", "Air Matters", "Clean", "Electric", "Clean Current",
        "Cost", "Grant",
    ]  # fmt: skip
    boxes = small.shown_boxes()
    assert "argument-cars" in boxes and "argument-habit" in boxes
    assert "argument-elsewhere" not in boxes and "statement-noise" not in boxes


def test_the_outline_is_a_tree_that_says_where_it_is(small):
    items = small.page.locator('#tree [role="treeitem"]')
    told = {
        item.get_attribute("aria-label"): [
            item.get_attribute(f"aria-{name}") for name in ("level", "setsize", "posinset")
        ]
        for item in items.all()
        if item.is_visible()
    }
    electric = "Electric. Trams run on electricity. Premise 1 of 2 supporting Clean. Uncited fact."
    assert told[electric] == ["3", "4", "3"]
    assert told["Cost. It costs too much. Attacks Tram. Attacked by 1."] == ["2", "3", "3"]
    assert small.page.locator('#tree [tabindex="0"]').count() == 1
    assert small.page.locator('#tree[role="tree"]').get_attribute("aria-labelledby")
    assert {group.get_attribute("role") for group in small.page.locator("#tree ul").all()} <= {
        "group",
        None,
    }


def test_arrows_walk_through_the_tree(small):
    small.focus_tree()
    small.press("ArrowDown")
    assert small.chosen == "Cars"
    small.press("ArrowDown", "ArrowRight", "ArrowRight")
    assert small.chosen == "Elsewhere"
    small.press("ArrowLeft")
    assert small.chosen == "Habit"
    small.press("ArrowLeft")  # folds
    assert "Elsewhere" not in small.shown_items()
    small.press("End")
    assert small.chosen == "Grant"
    small.press("Home")
    assert small.chosen == "Tram"
    small.press("ArrowUp")
    assert small.chosen == "Tram"


def test_letters_jump_and_shift_gives_them_back(small):
    small.focus_tree()
    small.press("c")
    assert small.chosen == "Cars"
    small.press("l", "e")
    assert small.chosen == "Clean"
    small.page.wait_for_timeout(750)
    small.press("Shift+F")
    assert "Cost" not in small.shown_items()


def test_space_and_star_fold_and_unfold(small):
    small.focus_tree()
    small.press(" ")
    assert small.shown_items() == ["Tram"]
    assert small.shown_boxes() == ["statement-tram"]
    small.press(" ", "ArrowDown", "ArrowDown", "*")
    assert "Elsewhere" in small.shown_items()


def test_arrows_walk_over_the_map(small):
    small.focus_map()
    small.press("ArrowDown")
    assert small.chosen == "Cars" and small.news.startswith("Cars. Fewer people will drive.")
    small.press("ArrowRight")
    assert small.chosen == "Air"
    small.press("ArrowRight", "ArrowLeft", "ArrowDown")
    assert small.chosen == "Air Matters"
    small.press("ArrowDown")  # unfolds what was folded
    assert small.chosen == "Noise" and "statement-noise" in small.shown_boxes()
    small.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")
    assert small.chosen == "Tram"


def test_enter_opens_the_detail_and_escape_goes_back(small):
    small.focus_map()
    small.press("ArrowDown", "ArrowDown", "Enter")
    assert small.chosen == "Habit" and small.focused == "detail-heading"
    small.press("Escape")
    assert small.chosen == "Cars"
    small.press("Escape", "Escape")
    assert small.chosen == "Tram" and "no way further back" in small.news


def test_keys_lead_from_panel_to_panel(small):
    small.press("m")
    assert small.focused == "picture"
    small.press("o")
    assert small.page.evaluate("document.activeElement.getAttribute('role')") == "treeitem"
    small.press("Shift+D")
    assert small.focused == "detail-heading"
    small.press("/")
    assert small.focused == "search"


def test_zoom_and_fit_by_keys(small):
    before = small.transform()
    small.press("m", "+")
    larger = small.transform()
    scale = [float(re.search(r"scale\((.*)\)", each)[1]) for each in (before, larger)]
    assert scale[1] == pytest.approx(scale[0] * 1.25, rel=1e-4)
    small.press("-", "-")
    assert float(re.search(r"scale\((.*)\)", small.transform())[1]) < scale[0]
    small.press("0")
    small.page.wait_for_timeout(400)
    fitted = small.transform()
    small.press("Shift+ArrowRight")
    assert small.transform() != fitted


def test_drag_wheel_and_click(small):
    area = small.page.locator(".picture").bounding_box()
    x, y = area["x"] + 15, area["y"] + 15
    chosen, before = small.chosen, small.transform()
    small.page.mouse.move(x, y)
    small.page.mouse.down()
    small.page.mouse.move(x + 60, y + 40, steps=4)
    small.page.mouse.up()
    dragged = small.transform()
    assert dragged != before and small.chosen == chosen
    small.page.mouse.wheel(0, -120)
    assert small.transform() != dragged
    small.press("0")
    small.page.wait_for_timeout(400)
    small.page.locator("#map-argument-habit").click()
    assert small.chosen == "Habit"


def test_a_click_on_a_row_chooses_the_premise(small):
    row = small.page.locator("#map-argument-air text", has_text="Trams run on").first
    row.click()
    assert small.chosen == "Electric"
    assert "aria-selected" in small.page.content()


def test_a_badge_unfolds_what_is_folded_away(small):
    badge = small.page.locator(".badge").first
    assert badge.text_content() == "+1"
    count = len(small.shown_boxes())
    badge.click()
    assert len(small.shown_boxes()) > count


def test_focus_shows_one_subtree(small):
    small.focus_map()
    small.press("ArrowDown", "f")
    assert small.shown_items() == ["Tram", "Cars", "Habit"]
    assert set(small.shown_boxes()) == {"argument-cars", "argument-habit"}
    small.press("Escape")
    assert "Cost" in small.shown_items() and "statement-cost" in small.shown_boxes()


def test_the_neighbourhood_and_back(small):
    small.press("n")
    assert small.cards()[0] == "Tram" and "Grant" in small.cards()
    small.page.locator(".nearby .card[data-e] .head", has_text="Cost").click()
    assert small.chosen == "Cost" and set(small.cards()) == {"Cost", "Tram", "Grant"}
    small.press("n")
    assert "statement-tram" in small.shown_boxes()


def test_help_opens_and_single_keys_can_be_switched_off(small):
    small.press("?")
    assert small.page.locator("#help").is_visible()
    assert small.page.locator("#help kbd").count() == 17
    small.page.get_by_label("Use keys of one letter").uncheck()
    small.press("Escape")
    assert not small.page.locator("#help").is_visible()
    small.press("m", "/")
    assert small.focused not in ("picture", "search")


def test_links_lead_to_claims(small, page, tmp_path):
    small.focus_map()
    small.press("ArrowDown")
    assert page.url.endswith("#argument-cars")
    again = Viewer(page, page_of(SMALL), tmp_path, "#argument-elsewhere")
    page.reload()
    assert again.chosen == "Elsewhere"
    assert "Elsewhere" in again.shown_items() and "argument-elsewhere" in again.shown_boxes()
    page.evaluate("location.hash = 'statement-electric'")
    page.wait_for_timeout(100)
    assert again.chosen == "Electric"
    page.evaluate("location.hash = '%zz'")
    page.wait_for_timeout(100)
    assert again.chosen == "Electric"


def test_the_detail_tells_everything(page, tmp_path):
    viewer = Viewer(page, huang(), tmp_path, "#statement-world-on-us-stack")
    told = page.locator("#detail").inner_text()
    assert "We hope the world is built on the U.S. technology stack." in told
    assert "Huang, as reported" in told and "VOI002" in told
    quote = page.locator("#detail blockquote")
    assert "we hope the world is built on the U.S. technology stack" in (
        quote.locator("mark").inner_text()
    )
    assert len(quote.inner_text()) > len(quote.locator("mark").inner_text()) + 20
    page.locator("#detail details summary").first.click()
    assert "A map that it speaks about" in page.locator("#detail details").first.inner_text()
    page.locator("#detail .ties a", has_text="Our Stack").first.click()
    assert viewer.chosen == "Our Stack"


def test_findings_are_stepped_through(page, tmp_path):
    viewer = Viewer(page, huang(), tmp_path)
    seen = []
    for _ in range(8):
        viewer.press("c")
        seen.append(viewer.news)
    assert seen[0].startswith("Finding 1 of 7: ") and seen[6].startswith("Finding 7 of 7")
    assert seen[7] == seen[0]
    assert page.locator("#detail .finding").count() >= 1


def test_nothing_is_asked_of_the_network(page, tmp_path):
    viewer = Viewer(page, huang(), tmp_path)
    for key in ("m", "ArrowDown", "Enter", "c", "n", "w", "?", "Escape"):
        viewer.press(key)
    page.wait_for_timeout(200)
    assert viewer.requests == [viewer.file.as_uri()]


def test_two_runs_give_the_same_bytes():
    page_of.cache_clear()
    first = page_of(SMALL)
    page_of.cache_clear()
    assert page_of(SMALL) == first


def test_two_fingers_zoom(small):
    before = scale_of(small)
    small.page.evaluate(
        """() => {
          const frame = document.querySelector('.picture');
          const { left, top } = frame.getBoundingClientRect();
          const send = (type, id, x) => frame.dispatchEvent(new PointerEvent(type, { bubbles: true,
            pointerId: id, pointerType: 'touch', button: 0, clientX: left + x, clientY: top + 100 }));
          send('pointerdown', 11, 100);
          send('pointerdown', 12, 200);
          send('pointermove', 12, 300);
          send('pointerup', 11, 100);
          send('pointerup', 12, 300);
        }"""
    )
    assert scale_of(small) == pytest.approx(before * 2, rel=1e-3)


def scale_of(viewer):
    return float(re.search(r"scale\((.*)\)", viewer.transform())[1])
