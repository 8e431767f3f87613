"""«Календарь»: a file for everybody, an address where the bot has one, and its end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from aiohttp import ClientSession

from bot.delivery.calendars import CalendarSite
from bot.domain.people import Person, Role
from bot.papers.calendar import calendar_file
from bot.settings import CalendarSettings
from bot.use_cases.calendars import open_calendar
from storage import Storage
from storage.calendars import add_link
from tests.factories import NOW, Shown, make_person
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town

ROWS = (
    ("1.1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("1.2", "Сводка", "до 20 октября 2026", "Муниципальный координатор", "Отчёт"),
    ("1.3", "Курсы", "по графику", "ОО", "Удостоверения"),
)


async def staffed(storage: Storage, folder: Path) -> tuple[Town, Person]:
    town = await make_town(storage, folder, *SCHOOLS)
    await launched(storage, town, *ROWS)
    async with storage.begin() as tx:
        return town, await make_person(tx, Role.HEAD, town.district, 1)


def events(shown: Shown) -> list[str]:
    (file,) = shown.screen.files
    calendar = icalendar.Calendar.from_ical(file.content())
    return [str(event["summary"]) for event in calendar.walk("VEVENT")]


async def test_everybody_has_the_own_deadlines_and_a_school_its(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, head = await staffed(sqlite_storage, tmp_path)
    shown = await town.chat.press(head, "calendar:0")
    assert "у бота не указан адрес в интернете" in shown.text
    assert shown.rows[:-1] == (("Файл для календаря",),)
    assert events(await town.chat.press(head, "calendar-file:0")) == ["1.1 Диагностика дефицитов"]
    assert events(await town.chat.press(town.coordinator, "calendar-file:0")) == ["1.2 Сводка"]
    assert events(await town.chat.press(town.coordinator, "calendar-file:2")) == ["1.1 Диагностика дефицитов"]
    foreign = await town.chat.press(head, "calendar-file:2")
    assert foreign.text.startswith("Вам это недоступно")


async def test_an_address_is_given_once_and_can_be_taken_back(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, head = await staffed(sqlite_storage, tmp_path)
    desk = town.chat.desk
    desk._services = replace(desk._services, calendar_url="https://cal.example.org/c")
    shown = await town.chat.press(head, "calendar-link:1")
    token = shown.text.partition("https://cal.example.org/c/")[2].partition(".ics")[0]
    async with sqlite_storage.read() as tx:
        calendar = await open_calendar(tx, token)
        assert calendar is not None
        assert (calendar.owner, [entry.number for entry in calendar.entries]) == (SCHOOLS[0], ["1.1"])
        assert await open_calendar(tx, token[::-1]) is None
    again = await town.chat.press(head, "calendar-link:1")
    assert "Прежняя ссылка" in again.text
    await town.chat.press(head, again.presses["Отозвать ссылку"])
    async with sqlite_storage.read() as tx:
        assert await open_calendar(tx, token) is None


async def test_who_left_the_school_sees_it_no_more(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, head = await staffed(sqlite_storage, tmp_path)
    async with sqlite_storage.begin() as tx:
        other = await add_link(tx, person_id=head.id, school_id=2, now=NOW)
    async with sqlite_storage.read() as tx:
        assert await open_calendar(tx, other) is None
    assert town.district == 1


async def test_the_site_gives_a_calendar_to_whoever_knows_the_address(
    sqlite_storage: Storage, tmp_path: Path, unused_tcp_port: int
) -> None:
    _, head = await staffed(sqlite_storage, tmp_path)
    async with sqlite_storage.begin() as tx:
        token = await add_link(tx, person_id=head.id, school_id=None, now=NOW)

    async def read(token: str) -> bytes | None:
        async with sqlite_storage.read() as tx:
            found = await open_calendar(tx, token)
        return calendar_file(found, "vekhi_bot") if found else None

    settings = CalendarSettings("https://cal.example.org/c", "127.0.0.1", unused_tcp_port)
    site = asyncio.create_task(CalendarSite(settings, read).run())
    address = f"http://127.0.0.1:{unused_tcp_port}/c"
    try:
        async with ClientSession() as session:
            answer = await _first_answer(session, f"{address}/{token}.ics")
            assert answer[:2] == (200, "text/calendar")
            assert b"UID:task-1@vekhi_bot" in answer[2]
            for wrong in (f"{address}/{token[::-1]}.ics", f"{address}/{token}", f"{address}/", address):
                assert (await session.get(wrong)).status == 404
            assert (await session.post(f"{address}/{token}.ics")).status == 405
    finally:
        site.cancel()
        await asyncio.wait([site])


async def _first_answer(session: ClientSession, url: str) -> tuple[int, str, bytes]:
    """As soon as the site listens."""
    async with asyncio.timeout(60):
        while True:
            try:
                async with session.get(url) as response:
                    return response.status, response.content_type, await response.read()
            except OSError:
                await asyncio.sleep(0.01)
    pytest.fail("unreachable")
