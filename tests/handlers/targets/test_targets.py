"""«Показатели»: what a plan wants in numbers, by row and by school; a head sees the own."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from bot.domain.people import Person, Role
from bot.domain.tasks import TaskState
from storage import Storage, tables
from tests.factories import NOW, Shown, make_person
from tests.handlers.road_maps import Town, launched, make_town, reported

SCHOOLS = ("Школа № 1", "Школа № 2", "Школа № 3")


def row(number: str, result: str, responsible: str = "ОО") -> tuple[str, ...]:
    return number, f"Дело {number}", "до 15 октября 2026", responsible, result


async def accept(storage: Storage, number: str, *people: int | None) -> None:
    """Accepted reports of a row's tasks, school by school, with so many people; None: no report."""
    t, a, s = tables.tasks.c, tables.activities.c, tables.schools.c
    async with storage.begin() as tx:
        author = (await tx.execute(select(tables.people.c.id))).scalars().first()
        found = await tx.execute(
            select(t.id)
            .join(tables.activities, a.id == t.activity_id)
            .join(tables.schools, s.id == t.school_id)
            .where(a.number == number)
            .order_by(s.name)
        )
        for task, count in zip(found.scalars().all(), people, strict=True):
            if count is not None:
                said = {"outcome": "done", "words": "Провели", "people_count": count, "step": "review"}
                sent = {"task_id": task, "person_id": author, "version": 1, "touched_at": NOW, "sent_at": NOW}
                await tx.execute(insert(tables.reports).values(**said, **sent))
                accepted = update(tables.tasks).where(t.id == task)
                await tx.execute(accepted.values(state=TaskState.ACCEPTED.value))


async def school_person(storage: Storage, town: Town, role: Role) -> Person:
    async with storage.begin() as tx:
        school = (
            (await tx.execute(select(tables.schools.c.id).order_by(tables.schools.c.name))).scalars().first()
        )
        return await make_person(tx, role, town.district, school)


class Walk:
    """One person pressing one label after another."""

    def __init__(self, town: Town, person: Person) -> None:
        self._chat, self._person = town.chat, person
        self._shown: Shown | None = None

    async def start(self, *labels: str) -> str:
        self._shown = await self._chat.command(self._person, "start")
        return await self.press(*labels)

    async def press(self, *labels: str) -> str:
        for label in labels:
            assert self._shown is not None
            self._shown = await self._chat.press(self._person, self._shown.presses[label])
        assert self._shown is not None
        return self._shown.text

    async def type(self, line: str) -> str:
        answer = await self._chat.type(self._person, line)
        self._shown = self._shown if answer.text.startswith("Нужно") else answer
        return answer.text


async def test_the_coordinator_reads_by_row_and_by_school(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    seminar = "Участие в семинаре не менее 3-х педагогов от каждой ОО"
    rows = (row("2.8", seminar), row("2.9", "Планы есть в 100% школ"), row("3.1", "Справка"))
    await launched(sqlite_storage, town, *rows)
    for number in ("2.8", "2.9", "3.1"):
        await accept(sqlite_storage, number, 4, 1, None)
    walk = Walk(town, town.coordinator)
    assert await walk.start("Результаты", "Показатели") == (
        "<b>Показатели плана.</b> Заречный район\n"
        "Считаются подтверждённые и принятые отчёты и записанные школами числа.\n\n"
        "<b>2.8</b> Участие в семинаре не менее 3-х педагогов от каждой ОО\n"
        "Надо: не менее 3 педагогов\n"
        "Выполнено: 1 из 3. Не хватает: 1. Нет данных: 1.\n\n"
        "<b>2.9</b> Планы есть в 100% школ\n"
        "Надо: не менее 100 % школ\n"
        "Все школы вместе: 67 %, не хватает 1"
    )
    assert await walk.press("2.8 Участие в семинаре не мен…") == (
        "<b>2.8</b> Участие в семинаре не менее 3-х педагогов от каждой ОО\n"
        "Надо: не менее 3 педагогов\n\n"
        "Школа № 1: 4, выполнено\nШкола № 2: 1, не хватает 2\nШкола № 3: нет данных"
    )
    assert (await walk.press("К показателям", "По школам")).endswith(
        "Школа № 1: выполнено 1 из 1\nШкола № 2: выполнено 0 из 1\nШкола № 3: выполнено 0 из 1"
    )
    assert (await walk.press("Школа № 2")).startswith("<b>Показатели школы.</b> Школа № 2")


async def test_a_head_says_once_how_many_there_are(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, SCHOOLS[0])
    rows = (row("4.1", "Курсы прошли 80 % учителей"), row("4.2", "80 % учителей ведут дневник наставника"))
    await launched(sqlite_storage, town, *rows)
    await accept(sqlite_storage, "4.1", 19)
    walk = Walk(town, await school_person(sqlite_storage, town, Role.HEAD))
    board = await walk.start("Результаты", "Показатели")
    assert "Сейчас: не записано, сколько всего учителей" in board
    asked = await walk.press("4.1 Курсы прошли 80 % учителей", "Записать, сколько всего")
    assert "Сколько всего учителей в школе?" in asked
    assert (await walk.type("двадцать пять")).startswith("Нужно число не меньше нуля")
    assert await walk.type("25") == (
        "Записано.\n\n<b>4.1</b> Курсы прошли 80 % учителей\nНадо: не менее 80 % учителей\n\n"
        "Школа № 1: 76 %, не хватает 1\nВсего учителей: 25."
    )
    await walk.press("К показателям", "4.2 80 % учителей ведут дневн…", "Записать, сколько из них")
    assert (await walk.type("20")).endswith("Школа № 1: 80 %, выполнено\nВсего учителей: 25.")


async def test_a_direction_is_held_against_the_beginning(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, SCHOOLS[0])
    await launched(sqlite_storage, town, row("5.1", "Снижение доли неуспевающих"))
    walk = Walk(town, await school_person(sqlite_storage, town, Role.DEPUTY))
    card = await walk.start("Результаты", "Показатели", "5.1 Снижение доли неуспевающих")
    assert "Надо: чтобы стало меньше, чем было" in card
    assert card.endswith("Школа № 1: не записано, как было вначале")
    await walk.press("Записать, как было")
    assert (await walk.type("12,5")).endswith("Школа № 1: нет данных\nБыло 12,5, стало ?.")
    await walk.press("Записать, как стало")
    assert (await walk.type("9 %")).endswith("Школа № 1: изменение −3,5, выполнено\nБыло 12,5, стало 9.")


async def test_a_body_works_for_every_school(sqlite_storage: Storage, tmp_path: Path) -> None:
    """A row of the method office names schools only in its result: each of them is asked."""
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS[:2])
    await launched(sqlite_storage, town, row("2.3", "Участие не менее двух учителей от каждой ОО", "РМК"))
    walk = Walk(town, await school_person(sqlite_storage, town, Role.HEAD))
    assert "Сейчас: нет данных" in await walk.start("Результаты", "Показатели")
    await walk.press("2.3 Участие не менее двух учи…", "Записать, сколько")
    assert (await walk.type("1")).endswith("Школа № 1: 1, не хватает 1")


@pytest.mark.parametrize(
    ("result", "led"),
    [("Курсы прошли 80 % учителей", True), ("Планы есть в 100% школ", False), ("Справка", False)],
)
async def test_a_report_leads_to_the_targets_of_its_row(
    sqlite_storage: Storage, tmp_path: Path, result: str, led: bool
) -> None:
    town = await make_town(sqlite_storage, tmp_path, SCHOOLS[0])
    await launched(sqlite_storage, town, row("4.1", result))
    deputy = await school_person(sqlite_storage, town, Role.DEPUTY)
    async with sqlite_storage.read() as tx:
        task = (await tx.execute(select(tables.tasks.c.id))).scalar_one()
    shown = await reported(town, deputy, task)
    assert shown.text.endswith("кнопка «Показатели».") == led == ("Показатели" in shown.presses)
    if led:
        board = await town.chat.press(deputy, shown.presses["Показатели"])
        assert board.text.startswith("<b>Показатели школы.</b> Школа № 1")
        assert "4.1 Курсы прошли 80 % учителей" in board.presses


@pytest.mark.parametrize(
    ("result", "told"),
    [("Обучены 5 педагогов и 3 руководителя от каждой школы", True), ("Курсы прошли 80 % учителей", False)],
)
async def test_a_number_that_tells_no_target_says_so_where_it_is_asked(
    sqlite_storage: Storage, tmp_path: Path, result: str, told: bool
) -> None:
    town = await make_town(sqlite_storage, tmp_path, SCHOOLS[0])
    await launched(sqlite_storage, town, row("4.1", result))
    deputy = await school_person(sqlite_storage, town, Role.DEPUTY)
    async with sqlite_storage.read() as tx:
        task = (await tx.execute(select(tables.tasks.c.id))).scalar_one()
    asked = await town.chat.press(deputy, f"report:{task}")
    await town.chat.press(deputy, asked.presses["Сделано"])
    people = await town.chat.type(deputy, "Провели")
    assert "Сколько человек участвовало?" in people.text
    assert people.text.endswith("После отправки запишите их кнопкой «Показатели».") == told
