"""What the README shows. ``make pictures`` takes the pictures anew; otherwise they are only tried."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.demo.demo import Demo
from bot.tour.cast import COORDINATOR, DEPUTIES, HEADS, TEACHERS, ZONE
from bot.tour.closing import fill_in
from bot.tour.player import Player
from bot.tour.transcript import Transcript
from tests.browser.conftest import NewPage, Picture
from tests.browser.served import Served
from tests.browser.visiting import arrived, chat, shown

pytestmark = pytest.mark.xdist_group("browser")

FRAME = {"width": 1120, "height": 720}
MOST = 150 * 1024  # bytes of a picture


def test_pictures(demo: Served[Demo], new_page: NewPage, picture: Picture, tmp_path: Path) -> None:
    page = arrived(demo, new_page, viewport=FRAME)
    if page.locator("#guide").is_visible():
        page.locator("#fold-guide").click()
    demo.call(wait_for_a_morning)
    chat(page, DEPUTIES[0])
    shown(demo, page)
    page.locator("#words").blur()
    kept = [picture(page, "reminder")]
    said(demo, page, COORDINATOR, "/chart")
    kept.append(picture(page, "progress"))
    demo.call(partial(close_the_wave, folder=tmp_path))
    said(demo, page, HEADS[0], "/start", "Рисковый профиль")
    kept.append(picture(page, "profile"))
    assert [path.name for path in kept if path.stat().st_size > MOST] == []


def said(demo: Served[Demo], page: Page, name: str, words: str, label: str = "") -> None:
    """Has somebody ask for a picture, and waits until it is drawn and loaded."""
    chat(page, name)
    page.locator("#words").fill(words)
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.keyboard.press("Enter")
    shown(demo, page)
    if label:
        with page.expect_response(lambda response: response.request.method == "POST"):
            page.locator("#feed .row button", has_text=label).last.click()
        shown(demo, page)
    image = page.locator("#feed img").last
    expect(image).to_be_in_viewport()
    page.wait_for_function(
        "() => [...document.querySelectorAll('#feed img')].every((image) => image.complete)"
    )
    page.locator("#words").blur()


async def wait_for_a_morning(demo: Demo) -> None:
    deputy = demo.sandbox.persona(DEPUTIES[0])
    while not deputy.last.text.startswith("Доброе утро"):
        await demo.do("next")


async def close_the_wave(demo: Demo, folder: Path) -> None:
    """The answer that makes five in the first school, and the end of the survey."""
    teacher, coordinator = demo.sandbox.persona(TEACHERS[1]), demo.sandbox.persona(COORDINATOR)
    await fill_in(Player(teacher, Transcript(folder, ZONE), followed=False), seed=5)
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Идёт с", "Закрыть волну", "Да, закрыть"):
        await coordinator.press(label)
