"""What tests of pages need: one Chromium for all of them, and a new page for each."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

QUIET = (
    "--no-sandbox",  # a container's root has no other way
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, Playwright's or the system's; without one the test is skipped, in CI it fails."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        found = (
            own
            if Path(own).exists()
            else shutil.which("chromium") or shutil.which("google-chrome")
        )
        if found is None:
            reason = "no Chromium: `playwright install chromium`, or your system's package"
            if os.environ.get("ARGMAP_NEEDS_BROWSER"):
                pytest.fail(reason)
            pytest.skip(reason)
        try:
            chromium = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        except BrowserError as error:
            if os.environ.get("ARGMAP_NEEDS_BROWSER"):
                raise
            pytest.skip(f"Chromium does not start: {error.message.splitlines()[0]}")
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without network whose script errors fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on(
        "console",
        lambda message: troubles.append(message.text) if message.type == "error" else None,
    )
    yield opened
    context.close()
    assert not troubles, troubles
