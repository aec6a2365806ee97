"""Large maps are shown as neighbourhoods; hostile ones are shown as they are written."""

import json
import re
from itertools import pairwise

import pytest
from viewer_pages import Viewer, page_of, tree_text

import argmap

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "a \"quoted\" 'title' & more",
    "__proto__",
    "constructor",
    "🐎👩‍👩‍👧 emoji",
    "שלום עולם",
    "\u202eoverridden",
    "toString",
    "x" * 3000,
]


def hostile_text():
    lines = ["[Top]: The top."]
    for number, words in enumerate(HOSTILE):
        title = words.replace("[", "(").replace("]", ")").replace("<", "‹").replace(">", "›")
        lines += [f"  + [{title} {number}]: {words}", f"    - [{title}]: {words}"]
    return "\n".join(lines) + "\n"


def test_hostile_titles_stay_words(page, tmp_path):
    text = hostile_text()
    graph = argmap.loads(text)
    assert "__proto__" in graph.statements and "constructor" in graph.statements
    viewer = Viewer(page, page_of(text), tmp_path)
    assert page.locator("script").count() == 3
    page.locator(".tools button", has_text="Unfold all").click()
    for title in ("__proto__", "constructor", "toString", "שלום עולם"):
        page.locator("#tree li[id] > p > b", has_text=re.compile(f"^{title}$")).first.click()
        assert viewer.chosen == title
        page.get_by_label("it is false").check()
        assert page.locator("#changes").is_visible()
    viewer.press("n", "c", "Escape")
    assert viewer.requests == [viewer.file.as_uri()]


def test_the_data_cannot_end_its_element():
    html = page_of(hostile_text())
    inside = html.split('id="data">', 1)[1].split("</script>", 1)[0]
    assert "<" not in inside
    titles = {entity.get("title") for entity in json.loads(inside)["entities"]}
    assert {"__proto__", "constructor"} <= titles


def test_speakers_and_sides_may_have_any_name(page, tmp_path):
    text = (
        "[A]: a. {speaker: __proto__, side: constructor}\n"
        '  + [B]: b. {speaker: "</script>", side: "<b>"}\n'
    )
    Viewer(page, page_of(text), tmp_path)
    page.locator("#by-speaker").select_option("__proto__")
    assert page.locator("#matches").inner_text() == "1 of 2"
    assert "</script>" in page.locator("#by-speaker").inner_text()


@pytest.fixture
def large(page, tmp_path):
    return Viewer(page, page_of(tree_text(600)), tmp_path)


def test_a_large_map_opens_on_the_neighbourhood_of_its_main_claim(large):
    assert large.chosen == "S0"
    assert set(large.cards()) == {f"S{number}" for number in range(31)}
    assert large.page.locator(".plane").is_hidden()


def test_walking_brings_the_next_neighbourhood(large):
    large.press("m", "ArrowDown", "ArrowDown")
    assert large.chosen == "S6"
    assert set(large.cards()) == {"S6", "S1", *(f"S{n}" for n in range(31, 36)), *(
        f"S{n}" for n in range(156, 181)
    )}  # fmt: skip
    large.press("ArrowUp")
    assert large.chosen == "S1" and "S0" in large.cards()


@pytest.mark.parametrize("way", [[], ["ArrowDown"], ["ArrowDown", "ArrowRight", "ArrowDown"]])
def test_cards_do_not_overlap_and_lines_do_not_cross_them(large, way):
    large.press("m", *way, "0")
    large.page.wait_for_timeout(400)
    areas = large.page.evaluate(
        """() => [...document.querySelectorAll('.nearby .card')].map((card) => {
          const [, x, y] = /translate\\(([-\\d.]+)px, ([-\\d.]+)px\\)/.exec(card.style.transform);
          return [Number(x), Number(y), card.offsetWidth, card.offsetHeight]; })"""
    )
    lines = large.page.evaluate(
        "[...document.querySelectorAll('.nearby .edge > path:first-child')].map((e) => e.getAttribute('d'))"
    )
    assert len(lines) >= len(areas) - 1 > 4
    for number, (x, y, width, height) in enumerate(areas):
        for other in areas[number + 1 :]:
            apart = (
                x + width <= other[0] or other[0] + other[2] <= x
                or y + height <= other[1] or other[1] + other[3] <= y
            )  # fmt: skip
            assert apart
    for line in lines:
        points = [tuple(map(float, point.split())) for point in line[1:].split("L")]
        for (x1, y1), (x2, y2) in pairwise(points):
            for x, y, width, height in areas:
                inside = (
                    min(x1, x2) < x + width - 9 and max(x1, x2) > x + 9
                    and min(y1, y2) < y + height - 9 and max(y1, y2) > y + 9
                )  # fmt: skip
                assert not inside, (line, (x, y, width, height))


def test_links_and_search_reach_what_is_far_away(large, page):
    page.evaluate("location.hash = 'statement-s599'")
    page.wait_for_timeout(100)
    assert large.chosen == "S599" and "S599" in large.cards()
    assert "S599" in large.shown_items()
    large.press("/")
    page.keyboard.type("number 444 ")
    page.wait_for_timeout(300)
    large.press("Enter")
    assert large.chosen == "S444"


def test_without_javascript_a_large_map_has_an_excerpt_and_the_whole_outline(browser, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    viewer = Viewer(context.new_page(), page_of(tree_text(600)), tmp_path)
    assert viewer.page.locator("#map svg .node").count() == 30
    assert viewer.page.locator("#outline li[id]").count() == 600
    assert viewer.page.locator("#outline li").last.is_visible()
    assert "All 600 statements and arguments stand in the outline." in viewer.page.content()
    context.close()


def test_groups_of_a_large_map_are_folded(page, tmp_path):
    parts = ["[Top]: The top. #thesis\n  + [First]: First.\n"]
    for part in range(4):
        parts.append(f"# Part {part}\n")
        parts += [
            f"[P{part}-{n}]: Claim {n}.\n  + [Q{part}-{n}]: Reason {n}.\n" for n in range(45)
        ]
    viewer = Viewer(page, page_of("\n".join(parts)), tmp_path)
    assert viewer.shown_items() == ["Top", "First", "Part 0", "Part 1", "Part 2", "Part 3"]
    group = page.locator("#tree > li[data-group]").first
    assert group.get_attribute("aria-label") == "Part 0, 90 statements and arguments"
    viewer.focus_tree()
    viewer.press("End", "ArrowRight", "ArrowRight")
    assert viewer.chosen == "P3-0"


def test_very_deep_maps_go_on_elsewhere(page, tmp_path):
    text = "\n".join("  " * n + ("+ " if n else "") + f"[D{n}]: Step {n}." for n in range(200))
    viewer = Viewer(page, page_of(text), tmp_path, "#statement-d199")
    assert viewer.chosen == "D199" and "D199" in viewer.shown_items()
    viewer.focus_map()
    for _ in range(8):
        viewer.press("ArrowUp")
    assert viewer.chosen == "D191"


def test_circles_and_contradictions_end(page, tmp_path):
    text = "[A]: a.\n  + [B]: b.\n    + [C]: c.\n      + [A]\n  >< [D]: d.\n[D]\n  - [B]\n"
    viewer = Viewer(page, page_of(text), tmp_path)
    page.locator(".tools button", has_text="Unfold all").click()
    assert {item.removeprefix("see ").strip() for item in viewer.shown_items()} == set("ABCD")
    page.locator("#tree li[id] > p > b", has_text="D").click()
    assert "CONTRADICTS\nA" in page.locator("#detail").inner_text().upper()


def test_a_hundred_nodes_take_less_than_a_megabyte():
    text = tree_text(100)
    assert len(page_of(text).encode()) < 1_000_000
