"""The viewer: its size, how soon it opens and how smoothly it moves, in headless Chromium.

Times and frames are medians of several runs on this machine; a page is opened from a file, as a
reader does.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generated import generate
from playwright.sync_api import Browser, Page, sync_playwright

import argmap

ROOT = Path(__file__).parents[1]
SECONDS = 2.0
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]

# Drags the map by a few pixels in every frame and counts the frames.
PAN = """
(seconds) => new Promise((done) => {
  const frame = document.querySelector('.picture');
  const { left, top } = frame.getBoundingClientRect();
  const send = (type, x, y) => frame.dispatchEvent(new PointerEvent(type, {
    bubbles: true, pointerId: 1, button: 0, clientX: left + 300 + x, clientY: top + 200 + y }));
  frame.setPointerCapture = () => {};
  send('pointerdown', 0, 0);
  const begin = performance.now();
  let frames = 0;
  let longest = 0;
  let before = begin;
  const step = (now) => {
    frames += 1;
    longest = Math.max(longest, now - before);
    before = now;
    send('pointermove', 150 * Math.sin(frames / 20), 100 * Math.cos(frames / 25));
    if (now - begin < seconds * 1000) requestAnimationFrame(step);
    else { send('pointerup', 0, 0); done([frames / ((now - begin) / 1000), longest]); }
  };
  requestAnimationFrame(step);
})
"""
WHEEL = PAN.replace(
    "send('pointermove', 150 * Math.sin(frames / 20), 100 * Math.cos(frames / 25));",
    "frame.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: left"
    " + 300, clientY: top + 200, deltaY: 100 * Math.sign(Math.sin(frames / 30)) }));",
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = own if Path(own).exists() else "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        huang = (ROOT / "maps/huang.argdown").read_text("utf-8")
        texts = [("huang", huang)]
        for shape, size in (("mixed", 100), ("mixed", 300), ("tree", 5000), ("mixed", 5000)):
            texts.append((f"{shape} {size}", generate(shape, size)))
        for name, text in texts:
            _measure(browser, Path(folder) / "page.html", name, text)
        browser.close()


def _measure(browser: Browser, path: Path, name: str, text: str) -> None:
    graph = argmap.loads(text, str(ROOT / "maps/measured.argdown"))
    start = time.process_time()
    page = argmap.render(graph, "html")
    made = time.process_time() - start
    assert isinstance(page, str)
    path.write_text(page, "utf-8")
    nodes = len(graph.statements) + len(graph.arguments)
    opened = statistics.median(_opened(browser, path) for _ in range(3))
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    view = context.new_page()
    view.goto(path.as_uri())
    view.wait_for_timeout(500)
    panned, longest = _frames(view, PAN)
    zoomed, _ = _frames(view, WHEEL)
    chosen = statistics.median(_chosen(view) for _ in range(5))
    context.close()
    print(
        f"{name:<11} {nodes:>5} nodes  {len(page.encode()) / 1e6:6.3f} MB  made in {made:5.2f} s"
        f"  open in {opened:5.2f} s  pan {panned:3.0f} frames/s (longest {longest:3.0f} ms)"
        f"  zoom {zoomed:3.0f} frames/s  next claim {chosen:4.0f} ms"
    )


def _opened(browser: Browser, path: Path) -> float:
    """Return the seconds from asking for the page to its first frame with the map."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    view = context.new_page()
    start = time.perf_counter()
    view.goto(path.as_uri(), wait_until="load")  # the script runs before that
    assert view.evaluate(
        """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
          () => done(document.querySelector('#detail h2') !== null))))"""
    )
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def _frames(view: Page, script: str) -> tuple[float, float]:
    found = view.evaluate(script, SECONDS)
    return found[0], found[1]


def _chosen(view: Page) -> float:
    """Return the milliseconds from a key in the map to the next frame."""
    view.locator(".picture").focus()
    return view.evaluate(
        """() => new Promise((done) => {
          const begin = performance.now();
          document.querySelector('.picture').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
        })"""
    )


if __name__ == "__main__":
    main()
