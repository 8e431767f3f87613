"""The demo in a real browser: its eight steps as a newcomer takes them, on a phone, by keyboard alone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from bot.demo.demo import Demo
from bot.tour.cast import COORDINATOR, DEPUTIES, HEADS, TEACHERS
from tests.browser.conftest import PHONE, NewPage
from tests.browser.served import Served
from tests.browser.visiting import arrived, chat, shown

pytestmark = pytest.mark.xdist_group("browser")

OPEN_CHAT = "Открыть чат: "
PRESSES = 100  # more than all eight steps need


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
