"""The chat page in a real browser, over a sandbox without a bot: the test plays the bot itself."""

from __future__ import annotations

import json
from functools import partial

import pytest
from playwright.sync_api import expect

from bot.sandbox.server import Sandbox
from tests.browser.conftest import NewPage
from tests.browser.playing import ANNA, SCROLL_UP, bot, joined, opened, uploaded, write_many
from tests.browser.served import Served, open_sandbox, serving
from tests.sandbox.conftest import png

pytestmark = pytest.mark.xdist_group("browser")

HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
HOSTILE_FILE = "<svg onload=document.title='owned'>.svg"


def test_a_hostile_name_and_file_name_are_shown_literally(
    sandbox: Served[Sandbox], new_page: NewPage
) -> None:
    person = joined(sandbox, HOSTILE)
    bot(sandbox, "sendMessage", chat_id=person, text=HOSTILE)
    markup = {"inline_keyboard": [[{"text": HOSTILE[:60], "callback_data": "x"}]]}
    bot(sandbox, "sendMessage", chat_id=person, text="?", reply_markup=markup)
    uploaded(
        sandbox, "sendDocument", {"document": (HOSTILE_FILE, b"<svg onload='alert(1)'/>")}, chat_id=person
    )
    page = opened(sandbox, new_page, person)
    expect(page.locator("#people b")).to_have_text(HOSTILE)
    expect(page.locator("#who")).to_have_text(HOSTILE)
    expect(page.locator(".words").nth(1)).to_have_text(HOSTILE)
    expect(page.locator(".row button")).to_have_text(HOSTILE[:60])
    with page.expect_download() as download:
        page.locator(".file").click()
    assert download.value.url.startswith(f"{sandbox.what.url}/page/file/")  # saved, not opened
    expect(page.locator(".file b")).to_have_text(HOSTILE_FILE)
    assert page.locator("#feed img, #people img").count() == 0
    assert page.title() == "Вехи — демонстрация"


def test_the_page_finds_a_restarted_sandbox_again(new_page: NewPage) -> None:
    with serving(open_sandbox()) as before:
        page = opened(before, new_page, joined(before))
        port = int(before.what.url.rpartition(":")[2])
    expect(page.locator("#curtain")).to_be_visible()
    with serving(open_sandbox(port)) as after:
        person = joined(after)
        bot(after, "sendMessage", chat_id=person, text="Снова здесь")
        expect(page.locator("#curtain")).to_be_hidden()
        expect(page.locator("#feed .words").last).to_have_text("Снова здесь")


def test_a_button_stays_pressed_until_the_bot_is_back_and_answers(
    sandbox: Served[Sandbox], new_page: NewPage
) -> None:
    person = joined(sandbox)
    markup = {
        "inline_keyboard": [[{"text": "Да", "callback_data": "yes"}, {"text": "Нет", "callback_data": "no"}]]
    }
    sent = bot(sandbox, "sendMessage", chat_id=person, text="Придёте?", reply_markup=markup)
    page = opened(sandbox, new_page, person)
    page.get_by_role("button", name="Да", exact=True).click()
    expect(page.locator("[aria-busy]")).to_have_text("Да")
    *_, update = bot(sandbox, "getUpdates")
    bot(
        sandbox,
        "editMessageText",
        chat_id=person,
        message_id=sent["message_id"],
        text="Ждём",
        reply_markup=markup,
    )
    expect(page.locator("#feed .words").last).to_have_text("Ждём")
    expect(page.locator("[aria-busy]")).to_have_text("Да")  # edited, but not answered yet
    bot(sandbox, "answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Записали")
    expect(page.locator("#toasts p")).to_have_text("Записали")
    expect(page.locator("[aria-busy]")).to_have_count(0)


def test_albums_and_what_does_not_load(sandbox: Served[Sandbox], new_page: NewPage) -> None:
    person = joined(sandbox)
    files = {f"p{n}": (f"{n}.png", png(40 + n, 30)) for n in range(4)}
    media = [
        {"type": "photo", "media": f"attach://p{n}", "caption": "Четыре" if n == 0 else ""} for n in range(4)
    ]
    uploaded(sandbox, "sendMediaGroup", files, chat_id=person, media=json.dumps(media))
    page = opened(sandbox, new_page, person)
    album = page.locator(".album")
    expect(album).to_have_count(1)
    expect(album.locator("img")).to_have_count(4)
    boxes = [album.locator("img").nth(n).bounding_box() for n in range(2)]
    left, right = (box and box["y"] for box in boxes)
    assert left == right, "side by side"
    album.locator("img").first.click()
    expect(page.locator("#picture")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#picture")).to_be_hidden()
    sandbox.look(lambda box: box.page.hall.switchboard.turn(["pictures"]))
    uploaded(sandbox, "sendPhoto", {"photo": ("a.png", png(60, 60))}, chat_id=person)
    expect(page.locator(".broken")).to_be_visible()
    sandbox.look(lambda box: box.page.hall.switchboard.turn([]))
    page.locator(".broken").click()
    expect(page.locator(".broken")).to_have_count(0)
    expect(page.locator("#feed img")).to_have_count(5)


def test_a_voice_is_a_row_with_its_length(sandbox: Served[Sandbox], new_page: NewPage) -> None:
    person = joined(sandbox)

    async def speak(box: Sandbox) -> None:
        await box.persona(ANNA).send_voice(b"OggS no sound in it", seconds=67, wait=False)

    sandbox.call(speak)
    page = opened(sandbox, new_page, person)
    expect(page.locator(".mine .voice small")).to_have_text("1:07")
    expect(page.locator("#people .last")).to_have_text("Голосовое сообщение")
    page.get_by_role("button", name="Прослушать голосовое сообщение, 1:07").click()
    expect(page.locator(".voice a")).to_have_attribute("download", "voice.ogg")  # nothing plays it


def test_commands_keyboard_typing_and_unread(sandbox: Served[Sandbox], new_page: NewPage) -> None:
    person, other = joined(sandbox), joined(sandbox, "Борис")
    commands = [{"command": "plan", "description": "План"}, {"command": "people", "description": "Люди"}]
    bot(sandbox, "setMyCommands", commands=commands)
    markup = {"keyboard": [[{"text": "Готово"}]]}
    bot(sandbox, "sendMessage", chat_id=person, text="?", reply_markup=markup)
    page = opened(sandbox, new_page, person)
    page.locator("#words").fill("/pe")
    expect(page.locator("#commands li")).to_have_text(["/people Люди"])
    page.keyboard.press("Enter")
    expect(page.locator("#feed .mine .words").last).to_have_text("/people")
    page.get_by_role("button", name="Готово").click()
    expect(page.locator("#feed .mine .words").last).to_have_text("Готово")
    bot(sandbox, "sendChatAction", chat_id=person, action="typing")
    expect(page.locator("#typing")).to_have_text("Бот печатает…")
    bot(sandbox, "sendMessage", chat_id=other, text="Вам")
    expect(page.locator(".unread")).to_contain_text("1")
    page.locator("#words").fill("Слово " * 1000)
    page.keyboard.press("Enter")
    expect(page.locator("#feed .mine")).to_have_count(5)  # as a client, in two messages


def test_a_file_is_dropped_and_a_deep_link_makes_a_newcomer(
    sandbox: Served[Sandbox], new_page: NewPage
) -> None:
    person = joined(sandbox)
    bot(sandbox, "sendMessage", chat_id=person, text="https://t.me/vekhi_bot?start=abc")
    page = opened(sandbox, new_page, person)
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["1"], "Дорожная карта.docx"));
          for (const type of ["dragover", "drop"]) {
            document.querySelector("#chat").dispatchEvent(
              new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
          }
        }"""
    )
    expect(page.locator("#feed .mine .file b")).to_have_text("Дорожная карта.docx")
    page.get_by_role("button", name="t.me/vekhi_bot").click()
    page.locator("#link input").fill("Глеб")
    page.locator("#link .main").click()
    expect(page.locator("#who")).to_have_text("Глеб")
    expect(page.locator("#feed .words")).to_have_text("/start abc")


def test_a_thousand_messages_scroll_to_both_ends(sandbox: Served[Sandbox], new_page: NewPage) -> None:
    person = joined(sandbox)
    sandbox.call(partial(write_many, person=person, count=1000))
    page = opened(sandbox, new_page, person)
    expect(page.locator("#feed article")).to_have_count(1001)
    expect(page.locator("#feed article").last).to_be_in_viewport()
    assert len(page.evaluate(SCROLL_UP)) > 50, "frames were drawn all the way"
    expect(page.locator("#feed article").first).to_be_in_viewport()
    page.locator("#down").click()
    expect(page.locator("#feed article").last).to_be_in_viewport()
    bot(sandbox, "sendMessage", chat_id=person, text="Новое")
    expect(page.locator("#feed article").last).to_be_in_viewport()
