"""Maps for tests of the viewer, and ways to open their pages and to ask what they show."""

import functools
from pathlib import Path

import argmap

ROOT = Path(__file__).parents[1]

SMALL = """
===
title: Should the town build a tram?
speakers:
  Ann: {side: pro}
  Bob: {side: con}
===

[Tram]: The town should build a tram. #thesis
  {speaker: Ann}
  + <Cars>: Fewer people will drive.
    {speaker: Ann}
    - <Habit>: Drivers keep their habits. {speaker: Bob}
      - <Elsewhere>: In other towns they did not.
  - [Cost]: It costs too much. {speaker: Bob}
    - <Grant>: The state pays most of it. {speaker: Ann}
  + <Air>

<Air>: Trams keep the air clean.

(1) [Electric]: Trams run on electricity. #fact {cited: false}
(2) [Clean Current]: The current comes from wind. #unstated
----
(3) [Clean]: Trams do not foul the air.
(4) [Air Matters]: The town must keep its air clean.
-- practical reasoning --
(5) [Tram]

[Noise]: Trams are loud.
  -> [Air Matters]
"""


@functools.cache
def page_of(text: str, path: str = "map.argdown") -> str:
    html = argmap.render(argmap.loads(text, path), "html")
    assert isinstance(html, str)
    return html


@functools.cache
def huang() -> str:
    html = argmap.render(argmap.load(ROOT / "maps/huang.argdown"), "html")
    assert isinstance(html, str)
    return html


def tree_text(count: int, branches: int = 5) -> str:
    """A tree of claims, every fifth an objection."""
    lines = []
    waiting = [(0, 0)]
    while waiting:
        number, depth = waiting.pop()
        symbol = "" if not depth else "  " * depth + ("- " if number % 5 == 4 else "+ ")
        lines.append(f"{symbol}[S{number}]: Claim number {number} of the tree.")
        first = branches * number + 1
        below = range(first, min(first + branches, count))
        waiting.extend((child, depth + 1) for child in reversed(below))
    return "\n".join(lines) + "\n"


class Viewer:
    """A page with a map in it."""

    def __init__(self, page, html, folder, fragment=""):
        self.page = page
        self.file = folder / "map.html"
        self.file.write_text(html, "utf-8")
        self.requests = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self.file.as_uri() + fragment)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def focus_map(self):
        self.page.locator(".picture").focus()

    def focus_tree(self):
        self.page.locator('#tree [tabindex="0"]').focus()

    @property
    def chosen(self):
        """The title in the detail."""
        return self.page.locator("#detail h2").inner_text()

    @property
    def news(self):
        return self.page.locator("#news").inner_text()

    @property
    def focused(self):
        """What has the focus: an id, or the label of an item."""
        return self.page.evaluate(
            "(document.activeElement.id || document.activeElement.className"
            " || document.activeElement.getAttribute('aria-label'))"
        )

    def shown_items(self):
        """The titles of the outline's lines that can be seen, in order."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll('#tree li')]
              .filter((item) => item.firstElementChild.getClientRects().length)
              .map((item) => (item.querySelector(':scope > p > b, :scope > p > a, :scope > p > .words')
                || {}).textContent)"""
        )

    def shown_boxes(self):
        """The ids of the boxes of the picture that can be seen."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll('.plane .node')]
              .filter((node) => node.getClientRects().length).map((node) => node.id.slice(4))"""
        )

    def cards(self):
        """The titles of the neighbourhood's cards."""
        return self.page.locator(".nearby .card .head").all_inner_texts()

    def transform(self):
        return self.page.evaluate(
            """() => [...document.querySelectorAll('.plane, .nearby')]
              .find((plane) => plane.getClientRects().length).style.transform"""
        )

    def violations(self):
        """What axe-core finds serious or critical."""
        from axe_playwright_python.sync_playwright import Axe

        results = Axe().run(self.page).response["violations"]
        return [
            (found["id"], node["html"][:120])
            for found in results
            if found["impact"] in ("serious", "critical")
            for node in found["nodes"]
        ]
