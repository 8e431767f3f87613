"""A visitor of the demo: comes, opens a chat, waits for the bot."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from bot.demo.demo import Demo
from tests.browser.conftest import NewPage
from tests.browser.served import Served


def arrived(demo: Served[Demo], new_page: NewPage, **options: object) -> Page:
    page = new_page(demo.what.sandbox.url, **options)
    expect(page.locator("#people button")).to_have_count(40)
    return page


def chat(page: Page, name: str) -> None:
    page.locator("#people button", has_text=name).click()
    expect(page.locator("#who")).to_have_text(name)
    expect(page.locator("#feed article").last).to_be_in_viewport()


def shown(demo: Served[Demo], page: Page) -> None:
    """Waits until the bot has done everything and the page shows the open chat as it is by then."""
    demo.call(lambda demo: demo.sandbox.settled(60))
    name = page.locator("#who").text_content() or ""
    labels = demo.look(lambda demo: [b for seen in demo.sandbox.persona(name).screen for b in seen.labels])
    expect(page.locator("#feed .row > *")).to_have_text(labels)
