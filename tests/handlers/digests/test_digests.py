"""The digests as they would be now, their pages, and the weekly one of heads and curators."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.domain.tasks import TaskState
from bot.use_cases.mornings import send_mornings
from handlers.mornings import view
from storage import Storage
from storage.people import set_morning, set_reachable
from tests.factories import WORDS
from tests.school_life import MONDAY, District, Office, queued

DAY = timedelta(days=1)


async def morning_of(district: District, person: Person) -> str:
    """The text of the message of the day; "" when there is none."""
    before = len(await queued(district.storage))
    async with district.storage.begin() as tx:
        await set_morning(tx, person.id, district.clock())
        await send_mornings(tx, district.clock())
    return "".join(
        WORDS.html(view.morning(**args).text, "ru")
        for _, _, args in (await queued(district.storage))[before:]
    )


async def test_a_head_and_a_curator_hear_of_their_own_schools_once_a_week(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    other = await district.add_school("Школа № 2")
    head, curator = await district.add(Role.HEAD), await district.add(Role.CURATOR, school=other)
    await district.add(Role.DEPUTY)
    await district.task(date(2026, 9, 11), number="1.1")
    await district.task(date(2026, 9, 6), number="1.2")
    await district.task(date(2026, 9, 10), place=f"s{other}", number="2.1", title="Чужое")
    week = (
        "Доброе утро!\n\n<b>Неделя школы</b>\n\n<b>Школа № 1</b>\n"
        "Просрочена 1 задача, дольше всего: 1 день\n"
        "Срок на этой неделе: 1 задача\n• № 1.1. Провести мониторинг (до 11 сентября)"
    )
    assert await morning_of(district, head) == week
    district.clock.advance(DAY)
    assert "Неделя" not in await morning_of(district, head)
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(head)
    now = await chat.press("digest")
    assert ("Школа № 1" in now, "Школа № 2" in now) == (True, False)
    await chat.press_label("Неделя школы: понедельник")
    await chat.press_label("среда")
    assert "Неделя школы: среда" in chat.buttons
    district.clock.advance(DAY)
    assert "<b>Неделя школы</b>" in await morning_of(district, head)
    district.clock.advance(5 * DAY)
    assert "<b>Неделя школы</b>" not in await morning_of(district, head)  # Monday is not her day now
    await district.add(Role.CURATOR, school=other)
    assert (await morning_of(district, curator)).count("Школа № 2") == 1


async def test_a_day_off_only_puts_the_week_off(sqlite_storage: Storage) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    curator = await district.add(Role.CURATOR, school=district.school)
    await district.task(date(2026, 9, 1))
    assert "Неделя" in await morning_of(district, curator)
    district.clock.advance(9 * DAY)  # the Monday of the next week passed without a message
    assert "Неделя" in await morning_of(district, curator)
    district.clock.advance(DAY)
    assert await morning_of(district, curator) == ""


async def test_sixty_schools_with_long_names_are_turned_over_page_by_page(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator, head = await district.add(Role.COORDINATOR), await district.add(Role.HEAD)
    away = await district.add(Role.DEPUTY, "Пётр")
    names = [f"<Школа & «{n:02}» имени Александра Невского>" for n in range(1, 61)]
    assert {len(name) for name in names} == {40}
    for name in names:
        school = await district.add_school(name)
        await district.task(date(2026, 9, 4), place=f"s{school}")
        await district.task(date(2026, 9, 7), place=f"s{school}")
        await district.task(date(2026, 9, 4), place=f"s{school}", state=TaskState.REPORTED)
    async with sqlite_storage.begin() as tx:
        await set_reachable(tx, away.account_id, reachable=False)
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(coordinator)
    now = await chat.press("digest")  # each text is held against the 4,000 characters by the chat itself
    assert now.startswith("Так выглядела бы сводка сейчас.\n\n<b>Сводка по району</b>")
    assert now.count("…и ещё: 57") == 3
    for label in ("Срок сегодня: все (60)", "Просрочено: все (60)", "Ждут директора: все (60)"):
        await chat.press("digest")
        pages = [await chat.press_label(label)]
        while "Дальше →" in chat.buttons:
            pages.append(await chat.press_label("Дальше →"))
        assert [page.count("• ") for page in pages] == [20, 20, 20]
        assert sum(f"«{n:02}»" in "".join(pages) for n in range(1, 61)) == 60
        assert "← Назад" in chat.buttons
    nothing = await Office(sqlite_storage, tmp_path, district.clock).chat(head).press("digest")
    assert nothing.endswith("Сообщать не о чем: в такой день сводка не приходит.")
