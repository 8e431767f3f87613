"""What the admin sees of the bot itself: its link to Telegram and what could not be delivered."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.domain.people import Membership, Role
from bot.use_cases.upkeep import note_heard
from handlers.home.routes import routes as home
from handlers.routing import RouteTable
from handlers.upkeep.routes import routes
from storage import Storage
from storage.outbox import add_notice, claim_notices, close_notice
from storage.people import add_membership, add_person, get_person
from storage.tables import outbox
from tests.factories import NOW, Chat, show

HOUR = timedelta(hours=1)


async def _admin(storage: Storage) -> int:
    async with storage.begin() as tx:
        admin = await add_person(tx, account_id=1, name="Админ", language="ru", now=NOW)
        await add_membership(tx, admin, Membership(Role.ADMIN), now=NOW)
    return admin


async def _refuse(storage: Storage, person: int, *words: str) -> None:
    """Dead letters for a person, one for each of ``words``."""
    async with storage.begin() as tx:
        for word in words:
            await add_notice(tx, person_id=person, notice="morning", args={}, dedupe=word, due_at=NOW)
        for number, letter in enumerate(await claim_notices(tx, now=NOW, lease=HOUR, limit=10)):
            at = NOW + timedelta(minutes=number)
            await close_notice(tx, letter.id, outcome="refused", now=at, error=f"Bad Request: <{number}>")


async def test_dead_letters_are_sent_again_or_let_go(sqlite_storage: Storage, tmp_path: Path) -> None:
    admin_id = await _admin(sqlite_storage)
    await _refuse(sqlite_storage, admin_id, "а", "б", "в", "г")
    async with sqlite_storage.read() as tx:
        admin = await get_person(tx, 1)
    assert admin is not None
    chat = Chat(sqlite_storage, [home, routes], lambda: NOW, tmp_path)
    assert (await chat.press(admin, "upkeep")).text == (
        "<b>Состояние бота</b>\n"
        "• Связи с Telegram ещё не было.\n"
        "• Очередь сообщений пуста.\n"
        "• Отложено действий людей за неделю из-за ошибок: 0.\n"
        "• Сообщений, которые Telegram не принял: 4."
    )
    listed = await chat.press(admin, "letters:0")
    assert listed.text.split("\n\n")[1] == (
        "1. Админ, 1 сентября 2026, 06:03 (по Гринвичу)\nВид: morning. Причина: Bad Request: &lt;3&gt;"
    )
    assert [row[0] for row in listed.rows] == [
        "Отправить 1",
        "Отправить 2",
        "Отправить 3",
        "Дальше →",
        "Состояние бота",
        "⌂ Меню",
    ]
    again, gone = listed.presses["Отправить 1"], listed.presses["Снять 2"]
    await chat.press(admin, again)
    left = await chat.press(admin, gone)
    assert len(left.text.split("\n\n")) == 3
    stale = await chat.press(admin, gone)
    assert stale.text == "Это меню устарело. Откройте свежее: кнопка ниже."
    async with sqlite_storage.read() as tx:
        outcomes = (await tx.execute(select(outbox.c.outcome).order_by(outbox.c.id))).scalars().all()
    assert outcomes == ["refused", "refused", "dropped", None]
    assert "• В очереди 1 сообщение, самое старое ждёт 0 мин." in (await chat.press(admin, "upkeep")).text


async def test_a_silence_longer_than_telegram_keeps_updates_is_told_once(sqlite_storage: Storage) -> None:
    await _admin(sqlite_storage)
    for hours in (0, 23, 46, 71, 71.01):  # the fourth comes 25 hours after the third
        async with sqlite_storage.begin() as tx:
            await note_heard(tx, NOW + timedelta(hours=hours))
    async with sqlite_storage.read() as tx:
        told = (await tx.execute(select(outbox.c.notice, outbox.c.args))).all()
    since = (NOW + timedelta(hours=46)).isoformat()
    assert told == [("outage", {"since": since, "hours": 25})]
    screen = RouteTable([routes]).notices["outage"](since=since, hours=25)
    assert show(screen).text.startswith(
        "<b>Бот не слышал Telegram 25 ч</b> (с 3 сентября 2026, 04:00 по Гринвичу).\n\nTelegram хранит"
    )
    assert datetime.fromisoformat(since).tzinfo is not None
