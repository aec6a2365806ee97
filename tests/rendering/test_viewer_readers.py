"""Readers without JavaScript, with other colours, other sizes, other senses; and paper."""

import re

import pytest
from viewer_pages import SMALL, Viewer, huang, page_of, tree_text

EMPTY = "===\ntitle: Nothing\n===\n"


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page in a context of one's own; script errors fail the test."""
    contexts = []

    def open_page(html, **settings):
        context = browser.new_context(
            offline=True, **{"viewport": {"width": 1280, "height": 800}, **settings}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        return Viewer(page, html, tmp_path)

    troubles = []
    yield open_page
    for context in contexts:
        context.close()
    assert not troubles


def test_without_javascript_picture_and_outline_are_there(opened):
    viewer = opened(huang(), java_script_enabled=False)
    page = viewer.page
    assert page.locator("#map svg").is_visible()
    assert page.locator("#map svg .node").count() > 15
    lines = page.locator("#outline li > p")
    assert lines.count() > 45 and all(line.is_visible() for line in lines.all())
    assert page.locator("#findings li").count() == 7 and page.locator("#findings").is_visible()
    assert page.locator("#quotes figure").count() == 23
    assert not page.locator("#bar").count()
    page.locator("#contents a", has_text="Findings").click()
    assert page.url.endswith("#findings")
    links = set(re.findall(r'href="#([^"]+)"', huang()))
    assert links <= set(re.findall(r' id="([^"]+)"', huang()))


def test_the_page_has_its_policy_and_no_other_host():
    html = huang()
    assert "default-src 'none'" in html and "unsafe-" not in html
    assert not re.search(r'(src|href)="(?!#)', html)
    assert "http-equiv" in html and html.count("<script") == 3


def colour(page, selector, name="backgroundColor"):
    return page.evaluate(
        "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]",
        [selector, name],
    )


def test_dark_mode_follows_the_reader(opened):
    light, dark = opened(huang()), opened(huang(), color_scheme="dark")
    for selector, name in (("html", "backgroundColor"), (".plane .node text", "fill")):
        assert colour(light.page, selector, name) != colour(dark.page, selector, name)


def test_print_shows_the_whole_map_and_outline_on_white(opened):
    viewer = opened(page_of(SMALL), color_scheme="dark")
    viewer.press("m", "ArrowDown", "f", "/")
    viewer.page.keyboard.type("habit")
    viewer.page.wait_for_timeout(60)
    viewer.page.emulate_media(media="print")
    page = viewer.page
    assert colour(page, "html") == "rgb(255, 255, 255)"
    assert all(line.is_visible() for line in page.locator("#outline li > p").all())
    assert all(node.is_visible() for node in page.locator(".plane .node").all())
    assert page.locator(".plane").evaluate("(e) => getComputedStyle(e).transform") == "none"
    for hidden in ("#bar", "#side", ".zoom", ".tools", "#tabs"):
        assert not page.locator(hidden).is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_neighbourhood_is_not_printed(opened):
    viewer = opened(page_of(SMALL))
    viewer.press("n")
    viewer.page.emulate_media(media="print")
    assert not viewer.page.locator(".nearby").is_visible()
    assert viewer.page.locator(".plane svg").is_visible()


def test_reduced_motion_moves_at_once(opened):
    viewer = opened(page_of(SMALL), reduced_motion="reduce")
    viewer.press("m", "+", "+", "+")
    far = viewer.transform()
    viewer.press("0")
    assert viewer.transform() != far
    at_once = viewer.transform()
    viewer.page.wait_for_timeout(350)
    assert viewer.transform() == at_once


def test_motion_takes_its_time_where_it_may(opened):
    viewer = opened(page_of(SMALL))
    viewer.press("m", "+", "+", "+", "0")
    begun = viewer.transform()
    viewer.page.wait_for_timeout(500)
    assert viewer.transform() != begun


def test_forced_colours_leave_everything_to_be_seen(opened):
    viewer = opened(huang(), forced_colors="active")
    page = viewer.page
    text, box = (
        colour(page, ".plane .node text", "fill"),
        colour(page, ".plane .node rect", "fill"),
    )
    assert text != box
    assert colour(page, ".plane .edge path", "stroke") == text


@pytest.mark.parametrize("size", [(390, 780), (320, 256), (640, 400)])
def test_narrow_screens_show_one_panel_and_lose_nothing(opened, size):
    viewer = opened(page_of(SMALL), viewport={"width": size[0], "height": size[1]})
    page = viewer.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    panels = {"Outline": "#outline", "Map": "#map", "Detail": "#side"}
    for name, panel in panels.items():
        page.locator("#tabs button", has_text=name).click()
        assert [page.locator(each).is_visible() for each in panels.values()].count(True) == 1
        assert page.locator(panel).is_visible()
        assert page.locator(panel).bounding_box()["height"] >= 60
    for tool in page.locator("#bar input, #bar select, #bar button, #tabs button").all():
        area = tool.bounding_box()
        assert area["x"] >= 0 and area["x"] + area["width"] <= size[0] + 1


def test_text_of_twice_the_size_is_not_cut_off(opened):
    viewer = opened(huang(), viewport={"width": 1280, "height": 800})
    page = viewer.page
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 1})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('#bar *, .tools *, .zoom *, #detail *')]
          .filter((element) => element.getClientRects().length && element.scrollWidth > element.clientWidth + 1
            && element.clientWidth && getComputedStyle(element).overflowX !== 'visible'
            && !/SELECT|INPUT|OPTION|PRE/.test(element.tagName)).map((element) => element.outerHTML.slice(0, 90))"""
    )
    assert cut == []
    assert page.locator("#detail h2").is_visible() and page.locator("#help").count() == 0
    page.locator("#bar button", has_text="?").click()
    assert page.locator("#help").is_visible()


def test_everything_to_be_pressed_is_24_pixels_high_and_wide(opened):
    viewer = opened(huang())
    viewer.press("m", "w", "?")
    small = viewer.page.evaluate(
        """() => [...document.querySelectorAll('button, select, summary, label, #tree li > p, .twisty:not(.none), .badge')]
          .filter((element) => element.getClientRects().length)
          .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
          .filter(([, area]) => area.width < 23.5 || area.height < 23.5).map(([html]) => html)"""
    )
    assert [html for html in small if "badge" not in html] == []


def test_the_focus_ring_stands_out(opened):
    def luminance(rgb):
        parts = [int(n) / 255 for n in re.findall(r"\d+", rgb)[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for scheme in ("light", "dark"):
        page = opened(huang(), color_scheme=scheme).page
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "search"
        ring, ground = colour(page, "#search", "outlineColor"), colour(page, "#search")
        assert colour(page, "#search", "outlineStyle") == "solid"
        one, other = sorted((luminance(ring), luminance(ground)))
        assert (other + 0.05) / (one + 0.05) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["huang", "empty", "large"])
def test_axe_finds_nothing_serious(opened, name, scheme):
    html = {
        "huang": huang,
        "empty": lambda: page_of(EMPTY),
        "large": lambda: page_of(tree_text(600)),
    }
    viewer = opened(html[name](), color_scheme=scheme)
    assert viewer.violations() == []
    if name != "empty":
        viewer.press("m", "ArrowDown", "Enter", "w", "c")
        viewer.page.locator("#detail summary").first.click() if name == "huang" else None
        assert viewer.violations() == []
        viewer.press("?")
        assert viewer.violations() == []


def test_axe_finds_nothing_serious_in_search_on_narrow_screens(opened):
    viewer = opened(huang(), viewport={"width": 390, "height": 780})
    viewer.press("/")
    viewer.page.keyboard.type("developers")
    viewer.page.wait_for_timeout(60)
    viewer.press("ArrowDown")
    assert viewer.violations() == []


def test_the_whole_way_with_the_tab_key(opened):
    page = opened(huang()).page
    stops = []
    for _ in range(80):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                "(() => { const e = document.activeElement; return e.getAttribute('role') || e.id"
                " || e.getAttribute('aria-label') || e.textContent; })()"
            )
        )
        if stops[-1] == "Copy the link":
            break
    order = ["Skip to the map in words", "search", "treeitem", "application", "Copy the link"]
    assert [stop for stop in stops if stop in order] == order


def test_an_empty_map_says_so(opened):
    viewer = opened(page_of(EMPTY))
    assert viewer.chosen == "Nothing yet"
    viewer.press("m", "ArrowDown", "f", "n", "c", "w", "/", "Escape", "Escape", "0", "+")
    assert viewer.chosen == "Nothing yet"
    assert "There is nothing in this map yet." in viewer.page.locator("#outline").inner_text()


def test_texts_say_their_language(opened):
    text = "[Horse]: A white horse is not a horse.\n  + [白马]: 白马非马。\n  - [Salam]: السلام عليكم\n"
    page = opened(page_of(text)).page
    found = page.evaluate(
        "[...document.querySelectorAll('#tree .words')].map((each) => [each.lang, each.dir])"
    )
    assert found == [["", "auto"], ["zh", "auto"], ["ar", "auto"]]
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    assert page.locator("#detail h2").get_attribute("lang") == "zh"
