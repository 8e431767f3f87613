"""Debian's Chromium through Playwright. Without a browser these tests are skipped, and say so."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.demo.demo import Demo, open_demo
from bot.sandbox.server import Sandbox
from tests.browser.served import Served, open_sandbox, serving

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

PATIENCE = 60_000  # milliseconds: a busy machine is slow, not wrong

NewPage = Callable[..., Page]
Picture = Callable[[Page, str], Path]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Ends with this package: until then Playwright's event loop bars the asynchronous tests of others."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        pytest.skip("NO BROWSER, NOTHING SHOWN: install Chromium, for example: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served[Demo]]:
    """One district for all: tests go on from wherever the others have left it."""
    with serving(open_demo(0, tmp_path_factory.mktemp("demo") / "demo")) as served:
        yield served


@pytest.fixture
def sandbox(browser: Browser) -> Iterator[Served[Sandbox]]:
    with serving(open_sandbox()) as served:
        yield served


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """A page of its own for a visitor; whatever a script reports as an error fails the test."""
    errors: list[str] = []

    with ExitStack() as stack:

        def open_page(url: str, **options: object) -> Page:
            settings = {"viewport": DESKTOP, "locale": "ru-RU", "reduced_motion": "reduce", **options}
            context: BrowserContext = browser.new_context(**settings)  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(url)
            return page

        yield open_page
    assert errors == []


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    """Keeps a screenshot, for the README only when VEKHI_PICTURES is set: tests change no tracked file."""
    folder = PICTURES if os.environ.get("VEKHI_PICTURES") else tmp_path

    def keep(page: Page, name: str) -> Path:
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}.png"
        taken = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
        # A page has few colours: a palette of them makes half of the bytes.
        taken.convert("RGB").quantize(256, kmeans=2, dither=Image.Dither.NONE).save(path, optimize=True)
        return path

    return keep
