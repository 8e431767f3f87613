"""Small road maps of an invented district, and a coordinator who has just sent one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.people import Person, Role
from bot.reading.plan_reader import read_plan
from bot.use_cases import plans
from handlers.conversations import CONVERSATIONS
from storage import Storage
from tests.factories import NOW, Chat, Shown, make_district, make_person, make_school

TITLE = "Дорожная карта Берёзовского района на 2026-2027 учебный год"
HEADER = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")
ROWS = (
    ("1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Разбор работ учеников", "ежемесячно", "РМК, ОО", "Протокол"),
    ("3", "Консультации учителей", "в течение года", 'МБОУ "Лесная СОШ"', "Журнал"),
    ("4", "Курсы", "по графику", "Муниципальный координатор", "Удостоверения"),
    ("5", "Сверка планов", "Март 2027 - декабрь 2026", "РМК", "Акт"),
    ("6", "Итоги", "", "", "Доклад"),
)
SCHOOLS = ("МБОУ «Лесная СОШ»", "МБОУ «Горная ООШ»")


def road_map(*rows: tuple[str, ...]) -> bytes:
    """A text document: its title, then a row a line."""
    return "\n".join([TITLE, "", *("\t".join(row) for row in (HEADER, *(rows or ROWS)))]).encode()


@dataclass
class Town:
    """A district with two schools and its coordinator."""

    chat: Chat
    district: int
    coordinator: Person

    async def press(self, value: str) -> str:
        return (await self.chat.press(self.coordinator, value)).text


async def make_town(storage: Storage, folder: Path, *schools: str, now: datetime = NOW) -> Town:
    async with storage.begin() as tx:
        district = await make_district(tx)
        for name in schools:
            await make_school(tx, district, name)
        coordinator = await make_person(tx, Role.COORDINATOR, district)
    return Town(Chat(storage, CONVERSATIONS, lambda: now, folder), district, coordinator)


async def with_plan(storage: Storage, town: Town, *rows: tuple[str, ...]) -> int:
    """The district's draft of these rows; its id."""
    async with storage.begin() as tx:
        draft = read_plan(road_map(*rows), "plan.txt")
        return await plans.import_plan(
            tx, town.coordinator, district_id=town.district, draft=draft, file_name="plan.txt", now=NOW
        )


async def launched(storage: Storage, town: Town, *rows: tuple[str, ...]) -> int:
    """The district's live plan of these rows, every doubt kept and every proposal accepted."""
    plan = await with_plan(storage, town, *rows)
    for press in (f"plan-approve-all:{plan}", f"binding-accept:{plan}", f"plan-launch:{plan}"):
        await town.press(press)
    return plan


async def reported(town: Town, person: Person, task: int) -> Shown:
    """The person's report of a task, with words and a file, is sent; what is shown then."""
    shown = await town.chat.press(person, f"report:{task}")
    report = next(iter(shown.presses.values())).split(":")[1]
    await town.chat.press(person, f"report-outcome:{report}:done")
    await town.chat.type(person, "Провели")
    await town.chat.type(person, "12")
    await town.chat.send(person, "справка.txt", b"done")
    await town.chat.press(person, f"report-files:{report}")
    return await town.chat.press(person, f"report-send:{report}:0")
