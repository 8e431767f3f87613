"""The demo in a real browser: its days, on a phone, by keyboard alone, past axe-core, in two languages."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from bot.demo.demo import Demo
from bot.tour.cast import COORDINATOR, HEADS
from tests.browser.conftest import PHONE, NewPage
from tests.browser.served import Served
from tests.browser.visiting import arrived, chat, shown

pytestmark = pytest.mark.xdist_group("browser")


def test_days_pass_until_something_comes(demo: Served[Demo], new_page: NewPage) -> None:
    page = arrived(demo, new_page)
    before = demo.look(lambda demo: demo.sandbox.clock())
    page.locator("#speed").select_option("×10")
    page.locator("#controls .play").click()
    expect(page.locator("#controls .play")).to_have_attribute("aria-label", "День за днём")
    passed = demo.look(lambda demo: demo.sandbox.clock()) - before
    assert passed.days < 60
    expect(page.locator(".unread").first).to_be_visible()


def test_a_phone_of_360_pixels(demo: Served[Demo], new_page: NewPage) -> None:
    page = arrived(demo, new_page, viewport=PHONE, has_touch=True)
    fits(page)
    chat(page, COORDINATOR)
    fits(page)
    page.locator("#open-bench").click()
    fits(page)
    page.locator("#close-bench").click()
    page.locator("#open-guide").click()
    fits(page)
    page.locator("#back").click()
    expect(page.locator("#people button").first).to_be_visible()


def fits(page: Page) -> None:
    """Nothing scrolls sideways, and every button of the frame around the chat can be touched."""
    width = PHONE["width"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for button in page.locator("#bench button, #guide button, #chat > header button, #composer button").all():
        box = button.bounding_box()
        if box is not None:
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width, button.text_content()
            assert min(box["width"], box["height"]) >= 24, button.text_content()


def test_by_keyboard_alone(demo: Served[Demo], new_page: NewPage) -> None:
    page = arrived(demo, new_page)
    tab_to(page, "#people button")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#who")).to_have_text(HEADS[0])
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type("/st")
    page.keyboard.press("Enter")
    shown(demo, page)
    expect(page.locator("#feed article").last.get_by_role("button", name="Прогресс")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    tab_to(page, "#feed .row button", key="Shift+Tab")
    page.keyboard.press("Enter")
    shown(demo, page)
    page.keyboard.press("Escape")
    tab_to(page, "#open-bench", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#close-bench")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#open-bench")).to_be_focused()


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the key {key} does not reach {selector}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_is_found_by_axe(demo: Served[Demo], new_page: NewPage, scheme: str) -> None:
    page = arrived(demo, new_page, color_scheme=scheme)
    chat(page, COORDINATOR)
    assert found(page) == []
    page.locator("#words").fill("/")
    page.locator("#open-bench").click()
    assert found(page) == []


def found(page: Page) -> list[str]:
    """Serious and critical findings of axe-core: rule and element."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in violations
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def test_the_page_speaks_one_language_at_a_time(demo: Served[Demo], new_page: NewPage) -> None:
    page = arrived(demo, new_page)
    page.locator("#open-bench").click()
    frame = page.locator("#bench, #guide, #composer, #drawer header, #switches, #drawer h3, #drawer thead")
    assert re.findall(r"[A-Za-z]{3,}", " ".join(frame.all_inner_texts())) == []
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("#open-bench").click()
    expect(page.locator("#guide li")).to_have_count(8)
    assert re.findall(r"[А-Яа-яё]{3,}", " ".join(frame.all_inner_texts())) == ["Вехи", *names(page)]


def names(page: Page) -> list[str]:
    """Words of the guide's button that are a person's name."""
    return re.findall(r"[А-Яа-яё]{3,}", page.locator("#go").inner_text())
