"""The page of a talk in a browser: what each step shows, keys, fingers, paper, no scripts."""

import re
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_maps import maps

import argmap
from argmap import drawing

ROOT = Path(__file__).parents[2]
SMALL = """
===
title: A small map
subTitle: Three boxes and a card
===
[T]: The thesis. #thesis {notes: "Wait for hands.", speaker: Ann, voice: indirect}

<A>: The gist of it.

(1) [P]: First.
(2) [Q]: Second. #unstated
----
(3) [T]

<O>: Not so.
  -> [P]
    <- <R>: And yet.
"""
HOSTILE = """
===
title: "</title></script><script>alert(1)</script>"
===
[</script><img src=x onerror=alert(1)>]: "<b>&amp; \\" ' `${alert(1)}` --> ]]> \u202e {notes: "</aside><script>alert(2)</script>"}
  + <a onclick=x>: <svg onload=alert(3)> &lt;
"""


def write(tmp_path, text):
    deck, _ = drawing.plan_talk(
        drawing.make_report(argmap.loads(text) if "\n" in text else argmap.load(text))
    )
    path = tmp_path / "talk.html"
    path.write_text(drawing.present_talk(deck), "utf-8")
    return deck, path.as_uri()


@pytest.fixture
def small(tmp_path, page):
    """The page of the small map, open on its cover, without motion."""
    page.emulate_media(reduced_motion="reduce")
    deck, address = write(tmp_path, SMALL)
    page.goto(address)
    return page, deck


def step_of(page):
    return page.evaluate("document.querySelectorAll('.step.current').length") and page.evaluate(
        "[...document.querySelectorAll('.step')].findIndex(s => s.matches('.current')) + 1"
    )


def seen(page):
    """Return for every part of the map when it appears and how opaque it is."""
    return page.evaluate(
        """[...document.querySelectorAll('#grown .grow')].map(part => [
          Number(/(?:^| )n(\\d+)/.exec(part.getAttribute('class'))[1]),
          Number(getComputedStyle(part).opacity)])"""
    )


def violations(page):
    found = Axe().run(page).response["violations"]
    return [
        (each["id"], each["impact"], [n["html"][:90] for n in each["nodes"]]) for each in found
    ]


def test_each_step_shows_what_has_been_said_and_nothing_else(small):
    page, deck = small
    for step in range(len(deck.slides) + 1):
        parts = seen(page)
        assert len(parts) > 8
        assert all((opacity > 0.3) is (first <= step) for first, opacity in parts), step
        assert step == 0 or any(opacity == 1 for first, opacity in parts if first == step), step
        page.keyboard.press("ArrowRight")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(maps(), st.data())
def test_random_maps_grow_whole_and_in_order(page, tmp_path, text, data):
    page.emulate_media(reduced_motion="reduce")
    graph = argmap.loads(text + "\n")
    deck, _ = drawing.plan_talk(drawing.make_report(graph, ()))
    if not deck.slides:
        return
    path = tmp_path / "talk.html"
    path.write_text(drawing.present_talk(deck), "utf-8")
    step = data.draw(st.integers(1, len(deck.slides)))
    page.goto("about:blank")
    page.goto(f"{path.as_uri()}#{step}")
    assert step_of(page) == step
    parts = seen(page)
    assert all((opacity > 0.3) is (first <= step) for first, opacity in parts)
    assert max(first for first, _ in parts) == len(deck.slides)


def test_what_is_new_is_inside_the_picture(page, tmp_path):
    page.emulate_media(reduced_motion="reduce")
    deck, address = write(tmp_path, str(ROOT / "maps/huang.argdown"))
    page.goto(address)
    for step in range(1, len(deck.slides) + 1):
        page.keyboard.press("ArrowRight")
        inside = page.evaluate(
            """() => {
              const frame = document.querySelector('#map').getBoundingClientRect();
              return [...document.querySelectorAll('#grown .node > .now')].map(part => {
                const box = part.getBoundingClientRect();
                return box.left >= frame.left - 9 && box.right <= frame.right + 9 &&
                  box.top >= frame.top - 9 && box.bottom <= frame.bottom + 9;
              });
            }"""
        )
        assert inside and all(inside), step


def test_keys(small):
    page, deck = small
    last = deck.steps

    def press(*keys):
        for key in keys:
            page.keyboard.press(key)
        return step_of(page)

    assert step_of(page) == 0
    assert press("ArrowRight") == 1
    assert press(" ") == 2
    assert press("PageDown") == 3
    assert press("ArrowDown") == 4
    assert press("ArrowLeft") == 3
    assert press("PageUp") == 2
    assert press("End") == last
    assert press("ArrowRight") == last
    assert press("Home") == 0
    assert press("ArrowLeft") == 0
    assert press("3", "Enter") == 3
    assert press("9", "9", "9", "Enter") == last
    assert press("2", "Escape", "Enter") == last
    assert press("1", "2", "Backspace", "Enter") == 1
    assert page.evaluate("location.hash") == "#1"
    assert press("Control+ArrowRight") == 1


def test_black_and_white_screens_come_and_go(small):
    page, _ = small
    page.keyboard.press("ArrowRight")
    blank = page.locator(".blank")
    for key, color in (("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        page.keyboard.press(key)
        assert blank.is_visible()
        assert blank.evaluate("e => getComputedStyle(e).backgroundColor") == color
        page.keyboard.press(key)
        assert blank.is_hidden()
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")  # brings the talk back, and turns no step
    assert blank.is_hidden() and step_of(page) == 1


def test_notes_overview_and_help(small):
    page, deck = small
    page.keyboard.press("ArrowRight")
    notes = page.locator(".step.current .notes")
    assert notes.is_hidden()
    page.keyboard.press("n")
    assert notes.is_visible() and "Wait for hands." in notes.inner_text()
    page.keyboard.press("Escape")
    assert notes.is_hidden()
    page.keyboard.press("o")
    assert page.locator(".step .thought:visible").count() == len(deck.slides)
    page.locator(".step").nth(3).click()
    assert step_of(page) == 4
    assert page.locator(".step .thought:visible").count() == 1
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("ArrowRight")
    assert step_of(page) == 4  # not behind the help
    page.keyboard.press("Escape")
    assert page.locator("dialog").is_hidden()


def test_a_click_on_a_box_in_the_overview_goes_to_its_step(small):
    page, deck = small
    page.keyboard.press("o")
    page.locator("#map-argument-o").click()
    number = next(s.number for s in deck.slides if s.text == "Not so.")
    assert step_of(page) == number


def test_the_address_leads_to_a_step_and_nonsense_to_the_cover(tmp_path, page):
    deck, address = write(tmp_path, SMALL)
    for fragment, step in (("#4", 4), ("#step-2", 2), ("#x", 0), ("#-1", 0), ("#99999", 7)):
        page.goto("about:blank")
        page.goto(address + fragment)
        assert step_of(page) == min(step, deck.steps), fragment
    page.evaluate("location.hash = '#3'")
    page.wait_for_function("document.querySelectorAll('.step')[2].matches('.current')")


def test_it_ends_on_what_would_change_minds(small):
    page, deck = small
    page.keyboard.press("End")
    assert page.locator(".step.current h2").inner_text() == "What would change your mind?"
    assert page.locator(".step.current .weak a").all_inner_texts() == ["First.", "Second."]
    news = page.locator("[role=status]").text_content()
    assert "In the end. What would change your mind?." not in news and "First. without" in news
    lit = page.evaluate(
        """[...document.querySelectorAll('#grown .grow.lit')].map(part => part.dataset.of)"""
    )
    assert set(lit) == {str(point.step) for point in deck.weak}
    page.locator(".step.current .weak a").first.click()
    page.wait_for_function("document.querySelectorAll('.step')[2].matches('.current')")


def test_a_finger_turns_steps(small):
    page, _ = small
    swipe = """([from, to, down]) => {
      const at = (x, y) => new Touch({identifier: 1, target: document.body, clientX: x, clientY: y});
      const fire = (name, touch, all) => document.body.dispatchEvent(
        new TouchEvent(name, {bubbles: true, touches: all, changedTouches: [touch]}));
      fire("touchstart", at(from, 100), [at(from, 100)]);
      fire("touchend", at(to, 100 + down), []);
    }"""
    for move, step in (
        ([500, 300, 10], 1),
        ([500, 300, 10], 2),
        ([300, 500, 10], 1),
        ([500, 480, 0], 1),  # too short
        ([500, 300, 300], 1),  # rather down than across
    ):
        page.evaluate(swipe, move)
        assert step_of(page) == step


def test_each_step_is_announced(small):
    page, deck = small
    page.keyboard.press("ArrowRight")
    news = page.locator("[role=status]")
    assert news.text_content() == f"Step 1 of {deck.steps}. Main claim. The thesis."
    page.keyboard.press("ArrowRight")
    assert "Reason. A. The gist of it. for The thesis." in news.text_content()


def test_words_of_a_step_are_large_enough_for_a_classroom(tmp_path, page):
    page.set_viewport_size({"width": 1920, "height": 1080})
    deck, address = write(tmp_path, str(ROOT / "maps/huang.argdown"))
    page.goto(address)
    for _ in range(deck.steps):
        page.keyboard.press("ArrowRight")
        sizes = page.evaluate(
            """[...document.querySelectorAll('.step.current article *, .bar *')]
              .filter(e => e.innerText && e.tagName !== 'UL')
              .map(e => parseFloat(getComputedStyle(e).fontSize))"""
        )
        assert min(sizes) >= 24 and max(sizes) >= 36
        fits = page.evaluate(
            "(m => m.scrollHeight <= m.clientHeight + 1)(document.querySelector('main'))"
        )
        assert fits


def test_the_camera_moves_shortly_and_not_at_all_where_motion_is_unwelcome(tmp_path, page):
    _, address = write(tmp_path, SMALL)
    page.goto(address)
    lasting = "getComputedStyle(document.querySelector('#camera')).transitionDuration"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(lasting) == "0.3s"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(lasting) == "0s"


@pytest.mark.parametrize("mode", ["cover", "step", "last", "notes", "overview", "help", "dark"])
def test_axe_finds_nothing(small, mode):
    page, _ = small
    if mode == "dark":
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    if mode != "cover":
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
    if mode in ("last", "dark"):
        page.keyboard.press("End")
    key = {"notes": "n", "overview": "o", "help": "?"}.get(mode)
    if key:
        page.keyboard.press(key)
    assert violations(page) == []


def test_the_speaker_has_a_window_of_their_own(small):
    page, _ = small
    page.keyboard.press("ArrowRight")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.wait_for_selector(".speaking .step.current")
    assert speaker.locator(".step.current .notes").is_visible()
    assert speaker.locator(".step.coming").inner_text().strip() != ""
    page.keyboard.press("ArrowRight")
    speaker.wait_for_function("document.querySelectorAll('.step')[1].matches('.current')")
    speaker.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelectorAll('.step')[2].matches('.current')")
    assert re.match(r"\d\d:\d\d · 0:\d\d", speaker.locator(".clock").text_content())


def test_without_scripts_it_is_a_page_to_read(tmp_path, browser):
    deck, address = write(tmp_path, SMALL)
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(address)
    thoughts = page.locator(".thought")
    assert thoughts.all_inner_texts() == [slide.text for slide in deck.slides]
    assert all(thoughts.nth(i).is_visible() for i in range(len(deck.slides)))
    assert page.locator("svg.sheet").count() == deck.steps
    assert page.locator("nav").is_hidden()
    assert page.get_by_text("Wait for hands.").is_visible()
    context.close()


def test_on_paper_there_is_one_step_a_page_with_its_notes(small):
    page, deck = small
    page.keyboard.press("End")
    page.keyboard.press("o")
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == deck.steps + 1
    page.emulate_media(media="print", reduced_motion="reduce")
    assert page.locator(".step .notes").first.is_visible()
    pictures = page.evaluate(
        """[...document.querySelectorAll('svg.sheet')].map(sheet =>
          getComputedStyle(sheet).getPropertyValue('--k').trim())"""
    )
    assert pictures == [str(number + 1) for number in range(deck.steps)]


def test_a_picture_on_paper_shows_the_map_as_it_is_then(tmp_path, browser):
    """To take away what comes later changes nothing in it; to take away what is there does."""
    _, address = write(tmp_path, SMALL)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    without = """test => document.querySelectorAll('#grown .grow').forEach(part => {
      const first = Number(/(?:^| )n(\\d+)/.exec(part.getAttribute('class'))[1]);
      if (test === 'later' ? first > 3 : first === 3) part.remove();
    })"""
    sheet = page.locator("svg.sheet").nth(2)
    sheet.evaluate("e => e.setAttribute('viewBox', '-20 -20 900 700')")
    whole = sheet.screenshot()
    page.evaluate(without, "later")
    assert sheet.screenshot() == whole
    page.evaluate(without, "now")
    assert sheet.screenshot() != whole
    context.close()


def test_hostile_words_stay_words(tmp_path, page):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    deck, address = write(tmp_path, HOSTILE)
    page.goto(address)
    for _ in deck.slides:
        page.keyboard.press("ArrowRight")
    assert page.locator("script").count() == 2
    assert page.locator("main img, main script, article svg").count() == 0
    assert page.title().endswith("</title></script><script>alert(1)</script>")


def test_nothing_comes_from_elsewhere_and_two_runs_write_the_same_bytes(tmp_path):
    path = str(ROOT / "maps/huang.argdown")
    pages = []
    for _ in range(2):
        deck, _ = drawing.plan_talk(drawing.make_report(argmap.load(path)))
        pages.append(drawing.present_talk(deck))
    assert pages[0] == pages[1]
    loads = re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)""", pages[0])
    assert loads and all(address.startswith("#") for address in loads)
    assert len(pages[0]) < 250_000


def test_the_notes_are_the_authors_the_passage_and_the_findings(page, tmp_path):
    deck, address = write(tmp_path, str(ROOT / "maps/huang.argdown"))
    slide = next(s for s in deck.slides if s.thought.ref.title == "Worldwide Developer Loss")
    page.goto(f"{address}#{slide.number}")
    page.keyboard.press("n")
    told = page.locator(".step.current .notes").inner_text()
    assert "it will lead to loss of developer support worldwide" in told
    assert "which would be more harmful" in told  # the words behind the quote
    assert "SUP001" in told


def test_one_title_for_a_statement_and_an_argument_mixes_up_no_notes():
    text = '[X]: a {source: s, quote: "of the statement"}\n  + <X>: b {quote: "of the argument"}\n'
    deck, _ = drawing.plan_talk(drawing.make_report(argmap.loads(text)))
    assert [[p.quote for p in slide.passages] for slide in deck.slides] == [
        ["of the statement"],
        ["of the argument"],
    ]


def test_a_large_map_is_written_and_turned_quickly(page, tmp_path):
    page.emulate_media(reduced_motion="reduce")
    lines = ["[S0]: The thesis. #thesis\n"]
    for number in range(1, 400):
        symbol = "->" if number % 4 == 0 else "+>"
        lines.append(f"[S{number}]: Claim {number}.\n  {symbol} [S{(number - 1) // 3}]\n")
    start = time.perf_counter()
    deck, address = write(tmp_path, "\n".join(lines))
    assert time.perf_counter() - start < 20  # 3 s where two cores are busy
    page.goto(f"{address}#200")
    took = page.evaluate(
        """() => {
          const start = performance.now();
          for (let i = 0; i < 20; i += 1) {
            document.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight"}));
            document.body.getBoundingClientRect();
          }
          return (performance.now() - start) / 20;
        }"""
    )
    assert step_of(page) == 220
    assert took < 100  # milliseconds a step
    assert page.locator("svg.sheet").count() == 0  # 400 pictures of 400 boxes are too much
    assert len(deck.slides) == 400
