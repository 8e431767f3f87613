"""What the desk does around every act."""

from __future__ import annotations

from pathlib import Path

from bot.domain.people import Role
from handlers.conversations import CONVERSATIONS
from storage import Storage
from storage.people import get_person, set_reachable
from tests.factories import NOW, Chat, make_district, make_person


async def test_whoever_acts_can_be_written_to_again(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        person = await make_person(tx, Role.EXPERT, district)
        await set_reachable(tx, person.account_id, reachable=False)
    chat = Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)
    await chat.command(person, "help")
    async with sqlite_storage.read() as tx:
        assert await get_person(tx, person.account_id) == person


async def test_the_answer_to_a_change_of_language_is_in_the_new_one(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        person = await make_person(tx, Role.EXPERT, district)
    chat = Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)
    assert (await chat.press(person, "lang:en")).text == "The bot speaks English now."
    assert (await chat.press(person, "lang:ru")).text == "Теперь бот говорит по-русски."


async def test_a_refusal_leaves_the_pressed_menu_as_it_is(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        person = await make_person(tx, Role.EXPERT, await make_district(tx))
    chat = Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)
    for press in ("district-hour:8", "no-such-button", "task:x"):
        assert (await chat.press(person, press)).screen.fresh


async def test_who_only_looks_goes_on_typing(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        person = await make_person(tx, Role.COORDINATOR, await make_district(tx))
    chat = Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)
    await chat.press(person, "schools-add:1")
    await chat.command(person, "help")
    await chat.command(person, "lang")
    await chat.press(person, "lang:ru")
    assert (await chat.type(person, "МБОУ «Лесная СОШ»")).text.startswith("Добавлена 1 школа")
    await chat.press(person, "schools-add:1")
    await chat.press(person, "home")
    assert (await chat.type(person, "МБОУ «Горная ООШ»")).text.startswith("Я сейчас ничего не спрашивал")
