"""Screens out: edited in place where that is possible, whole, with their pictures and files."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import DeleteMessage, SendMessage, SendPhoto, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.delivery.incoming import Origin
from bot.delivery.limits import Limits
from bot.delivery.show import Show
from bot.delivery.telegram import Telegram, open_bot
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from bot.screen import Chart, Screen, text
from bot.words import Words
from tests.delivery.conftest import PICTURE, World
from tests.delivery.routes import LONG

SAME = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="=", callback_data="same")]])


def _answers(person: Persona) -> list[str]:
    return [seen.text for seen in person.screen if seen.author == "bot"]


async def test_a_command_with_its_argument(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("/help@vekhi_bot  два слова")
        await anna.say("/nonsense")
    assert _answers(anna) == ["/help два слова", "/nonsense"]


async def test_a_long_text_comes_whole_in_several_messages(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("long")
    assert "\n".join(_answers(anna)) == LONG
    assert len(_answers(anna)) == -(-len(LONG) // 4096)


async def test_what_a_person_typed_is_shown_literally(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    hostile = '<b>жирный</b> &amp; <a href="tg://user?id=1">x</a> </b> {{x}} {$y} %s'
    async with world.serving():
        await anna.say(hostile)
    assert _answers(anna) == [f"1: {hostile}"]


async def test_words_come_first_then_picture_and_files(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("/draw")
        await anna.say("/draw")
    shown = [(seen.text, seen.photo, seen.document) for seen in anna.screen if seen.author == "bot"]
    once = [("числа", None, None), ("", PICTURE, None), ("", None, ("план.xlsx", b"PK"))]
    assert shown == once * 2
    assert world.drawn == [(1, 2)] * 2
    assert (
        len({id(seen.photo) for seen in anna.screen if seen.photo}) == 1
    )  # the second is Telegram's own copy


class Terse(AiohttpSession):
    """A Bot API server that takes a picture and answers without its sizes."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's own
    ) -> TelegramType:
        result = await super().make_request(bot, method, timeout)
        return result.model_copy(update={"photo": None}) if isinstance(result, Message) else result


async def test_a_picture_whose_id_is_not_told_is_sent_anew(sandbox: Sandbox, words: Words) -> None:
    async def draw(_data: Any) -> bytes:
        return PICTURE

    anna = sandbox.persona("Анна")
    await anna.say("/start", wait=False)
    session = Terse(api=TelegramAPIServer.from_base(sandbox.url))
    telegram = Telegram(open_bot(sandbox.token, sandbox.url, session), Limits(1e6, 1e6))
    screen = Screen(text("say", words="числа"), chart=Chart(1))
    show = Show(telegram, words, draw)
    for _ in range(2):
        await show.answer(Origin(anna.id), screen, "ru")
    await telegram.close()
    assert [seen.photo for seen in anna.screen if seen.author == "bot"] == [None, PICTURE] * 2


async def test_a_picture_and_a_deleted_message_are_answered_below(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("раз")
        await world.telegram.call(
            SendPhoto(chat_id=anna.id, photo=BufferedInputFile(PICTURE, "a.png"), reply_markup=SAME)
        )
        await anna.press("=")
        sent = await world.telegram.call(SendMessage(chat_id=anna.id, text="меню", reply_markup=SAME))
        menu = anna.last
        await anna.press("=", message=menu, wait=False)
        await world.telegram.call(DeleteMessage(chat_id=anna.id, message_id=sent.message_id))
        await sandbox.settled()
    assert _answers(anna) == ["1: раз", "", "то же", "то же"]


async def test_an_answer_lost_on_the_way_is_sent_again_but_not_done_again(
    world: World, sandbox: Sandbox
) -> None:
    anna = sandbox.persona("Анна")
    sandbox.faults.add("sendMessage", drop=True)
    sandbox.faults.add("sendMessage", status=502, description="Bad Gateway")
    async with world.serving():
        await anna.say("раз")
        # Carried out, but its answer lost: Telegram knows no «the same message», so it may come twice.
        sandbox.faults.add("sendMessage", drop=True, when="after")
        await anna.say("два")
    assert _answers(anna) == ["1: раз", "2: два", "2: два"]
    assert world.gate.tries == {"раз": 1, "два": 1}


async def test_an_answer_that_telegram_refuses_becomes_one_sentence(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    sandbox.faults.add("sendMessage", status=400, description="Bad Request: can't parse entities")
    async with world.serving():
        await anna.say("раз")
    assert [words.partition(".")[0] for words in _answers(anna)] == ["Не получилось из-за ошибки у нас"]
    assert await world.said(anna.id) == ["раз"]


async def test_a_press_answered_too_late_is_no_failure(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("раз")
        late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
        sandbox.faults.add("answerCallbackQuery", status=400, description=late)
        await anna.press("+")
    assert _answers(anna) == ["2: +"]


STICKER = {
    "file_id": "s",
    "file_unique_id": "s",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


async def test_other_content_is_an_empty_line(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("раз")
        sticker = {
            "message_id": 50,
            "date": 1,
            "chat": {"id": anna.id, "type": "private", "first_name": "Анна"},
            "from": {"id": anna.id, "is_bot": False, "first_name": "Анна"},
            "sticker": STICKER,
        }
        sandbox.state.updates.put("message", sticker, anna.id)
        await sandbox.settled()
    assert _answers(anna) == ["1: раз", "2:"]


async def test_the_largest_size_of_a_photo_is_taken(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    world.gate.opened.set()
    async with world.serving():
        await anna.send_photo(PICTURE)
    assert _answers(anna) == [f"photo photo-1.jpg {len(PICTURE)} = {len(PICTURE)}"]


async def test_nobody_waits_for_a_file_that_is_made(world: World, sandbox: Sandbox) -> None:
    """The answer comes at once, what is done meanwhile is answered, and the file comes when it is there."""
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("/paper", wait=False)
        await world.gate.reached.wait()
        await anna.say("раз", wait=False)
        await anna.sees("1: раз")
        assert _answers(anna) == ["готовлю", "1: раз"]
        # Telegram keeps it: a bot that is killed now hears of it again, and says that the act is done.
        assert sandbox.state.updates.waiting()
        world.gate.opened.set()
        await sandbox.settled()
        assert not sandbox.state.updates.waiting()
    assert anna.screen[-1].document == ("отчёт.docx", bytes(3))


async def test_a_file_that_cannot_be_made_is_spoken_of(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    world.show._make = _broken
    async with world.serving():
        await anna.say("/paper")
        await sandbox.settled()
    assert _answers(anna) == ["готовлю", Words().plain(text("failure"), "ru")]


async def _broken(_work: object) -> bytes:
    raise OSError("no room")
