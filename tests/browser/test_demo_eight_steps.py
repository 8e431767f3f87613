"""The demo's eight steps as a newcomer takes them; then what the README shows of the district.

``make pictures`` keeps the pictures; otherwise they are only tried.
"""

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

OPEN_CHAT = "Открыть чат: "
PRESSES = 100  # more than all eight steps need
FRAME = {"width": 1120, "height": 720}
_TO_THE_RESULTS = (
    "Самодиагностика",
    "Идёт с",
    "Закрыть волну",
    "Да, закрыть",
    "Выпустить результаты",
    "Да, выпустить",
)
MOST = 150 * 1024  # bytes of a picture


def states(demo: Served[Demo]) -> list[str]:
    return demo.look(lambda demo: [step["state"] for step in demo.guide.to_json()["steps"]])


def step_now(page: Page) -> str:
    """The title of the step under way; empty when all is over."""
    return "".join(page.locator("#guide li.current .title").all_text_contents())


def press_what_is_lit(demo: Served[Demo], page: Page) -> None:
    """What a newcomer does: presses the first thing that the guide points at, and waits for what comes."""
    lit = page.locator(".lit:visible").first
    label = lit.text_content() or ""
    if label.startswith(OPEN_CHAT):
        lit.click()
        expect(page.locator("#who")).to_have_text(label.removeprefix(OPEN_CHAT))
    else:
        menu = lit.get_attribute("id") == "menu"
        if menu:
            lit.click()
        with page.expect_response(lambda response: response.request.method == "POST"):
            (page.locator("#commands li").first if menu else lit).click()
    shown(demo, page)


def test_a_newcomer_takes_all_eight_steps(demo: Served[Demo], new_page: NewPage) -> None:
    page = arrived(demo, new_page)
    expect(page.locator("#guide li")).to_have_count(8)
    seen: list[str] = []
    for _ in range(PRESSES):
        step = step_now(page)
        if not step:
            break
        if step not in seen:
            seen.append(step)
        press_what_is_lit(demo, page)
    assert states(demo) == ["done"] * 8
    expect(page.locator("#guide li.done")).to_have_count(8)
    assert len(seen) == 8
    with page.expect_download() as download:
        page.locator("#feed .file").last.click()
    assert download.value.path().read_bytes().startswith(b"PK")
    said = demo.look(
        lambda demo: {name: demo.sandbox.persona(name).last.text for name in (DEPUTIES[0], TEACHERS[0])}
    )
    assert "Отчёт отправлен" in said[DEPUTIES[0]]
    assert "Спасибо!" in said[TEACHERS[0]]
    assert "Подтверждено" in demo.look(lambda demo: demo.sandbox.persona(HEADS[0]).toasts)
    page.locator("#again").click()
    expect(page.locator("#guide li.open, #guide li.current")).to_have_count(8)
    page.locator("#skip").click()
    expect(page.locator("#guide li.skipped")).to_have_count(1)
    page.locator("#fold-guide").click()
    expect(page.locator("#guide")).to_be_hidden()
    expect(page.locator(".lit")).to_have_count(0)


def test_pictures(demo: Served[Demo], new_page: NewPage, picture: Picture, tmp_path: Path) -> None:
    page = arrived(demo, new_page, viewport=FRAME)
    if page.locator("#guide").is_visible():
        page.locator("#fold-guide").click()
    chat(page, demo.call(reminded))
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


async def reminded(demo: Demo) -> str:
    """A deputy whose newest message is this morning's, the one with the longest."""
    while True:
        newest = {name: demo.sandbox.persona(name).last.text for name in DEPUTIES}
        mornings = {name: words for name, words in newest.items() if words.startswith("Доброе утро")}
        if mornings:
            return max(mornings, key=lambda name: len(mornings[name]))
        await demo.do("next")


async def close_the_wave(demo: Demo, folder: Path) -> None:
    """The answer that makes five in the first school, and the end of the survey."""
    teacher, coordinator = demo.sandbox.persona(TEACHERS[1]), demo.sandbox.persona(COORDINATOR)
    await fill_in(Player(teacher, Transcript(folder, ZONE), followed=False), seed=5)
    await coordinator.say("/start")
    for label in _TO_THE_RESULTS:
        await coordinator.press(label)
