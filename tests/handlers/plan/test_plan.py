"""A file in the chat becomes a draft, an approved plan, then live tasks; each step as its people see it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Table, event, func, select

from bot.domain.people import Membership, Role
from storage import Storage, Transaction
from storage.people import add_membership
from storage.tables import activities, parties, plans, task_history, tasks
from tests.factories import NOW, make_district, make_person
from tests.handlers.road_maps import ROWS, SCHOOLS, launched, make_town, road_map, with_plan

SUMMARY = """<b>Дорожная карта Берёзовского района на 2026-2027 учебный год</b>
Период: 1 сентября 2026 – 31 августа 2027
Разделов: 1
Мероприятий: 6

<b>Сроки</b>
• точная дата: 1
• период: 2
• повторяются: 1
• ждут даты: 1
• не понято: 1

<b>Ответственные</b>: 4
• ОО: 2 строки
• РМК: 2 строки
• МБОУ "Лесная СОШ": 1 строка
• Муниципальный координатор: 1 строка

В 3 местах я не уверен. Пройдите их, потом утвердите план.
• ошибок: 3"""


async def count(tx: Transaction, table: Table) -> int:
    return int((await tx.execute(select(func.count()).select_from(table))).scalar_one())


async def test_a_sent_document_is_summed_up(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    shown = await town.chat.send(town.coordinator, "Дорожная карта.txt", road_map())
    assert shown.text == SUMMARY
    assert shown.rows == (
        ("Что требует взгляда (3)",),
        ("Утвердить план",),
        ("Строки плана",),
        ("Удалить черновик",),
        ("Все планы",),
        ("⌂ Меню",),
    )


async def test_a_wrong_file_is_refused_in_one_sentence(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    send = town.chat.send
    answers = [
        (await send(town.coordinator, "p.jpg", b"\xff\xd8", kind="photo")).text,
        (await send(town.coordinator, "empty.txt", b"")).text,
        (await send(town.coordinator, "letter.txt", "Уважаемые коллеги!".encode())).text,
        (await send(town.coordinator, "plan.docx", b"PK\x03\x04broken")).text,
    ]
    assert answers == [
        "По фотографии план не прочитать. Пришлите документ файлом: DOCX, XLSX, PDF или TXT. "
        "Чтобы приложить фото к отчёту, откройте задачу.",
        "В файле ничего нет. Проверьте его и пришлите ещё раз.",
        "Не нашёл в файле таблицы с мероприятиями. "
        "Нужна таблица, где есть мероприятие, срок и ответственный.",
        "Файл повреждён и не открывается. Сохраните его заново и пришлите ещё раз.",
    ]


async def test_only_a_coordinator_imports_and_a_draft_is_nobody_elses(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    plan = await with_plan(sqlite_storage, town)
    async with sqlite_storage.begin() as tx:
        head = await make_person(tx, Role.HEAD, town.district)
        other = await make_person(tx, Role.COORDINATOR, await make_district(tx, "Другой район"))
    refused = await town.chat.send(head, "plan.txt", road_map())
    assert refused.text.startswith("Сейчас файл не ожидается.")
    draft = await town.chat.press(head, f"plans:{town.district}")
    assert draft.text == "План района ещё готовится. Когда координатор его запустит, он появится здесь."
    theirs = [f"plan:{plan}", "activity:1", "section:1:0", f"draft-discard-yes:{plan}", "doubt:1"]
    theirs += [f"plan-approve:{plan}", f"plan-launch:{plan}", f"plan-export:{plan}", f"party:{plan}:1"]
    absent = await town.chat.press(other, "activity:999")
    assert {(await town.chat.press(other, press)).text for press in theirs} == {absent.text}


async def test_the_same_file_twice_is_one_draft_and_a_wrong_draft_can_go(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    plan = await with_plan(sqlite_storage, town)
    second = await town.chat.send(town.coordinator, "plan.txt", road_map())
    assert second.text.startswith("Этот же файл уже ждёт утверждения")
    sure = await town.chat.press(town.coordinator, f"draft-discard:{plan}")
    gone = await town.chat.press(town.coordinator, sure.presses["Да, удалить черновик"])
    assert gone.text.startswith("<b>Плана пока нет</b>")
    async with sqlite_storage.read() as tx:
        left = [await count(tx, table) for table in (plans, activities, parties)]
    assert left == [0, 0, 4]  # what parties are called is the district's memory
    assert (await town.chat.send(town.coordinator, "plan.txt", road_map())).text == SUMMARY


async def test_of_several_districts_one_is_chosen_first(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    async with sqlite_storage.begin() as tx:
        second = await make_district(tx, "Второй район")
        both = await make_person(tx, Role.COORDINATOR, town.district)
        await add_membership(tx, both.id, Membership(Role.COORDINATOR, second), now=NOW)
    asked = await town.chat.send(both, "plan.txt", road_map())
    assert asked.text == "Для какого района этот план? Выберите район и пришлите файл ещё раз."
    waiting = await town.chat.press(both, asked.presses["Второй район"])
    assert waiting.text.startswith("Пришлите план файлом прямо сюда")
    assert (await town.chat.send(both, "plan.txt", road_map())).text == SUMMARY
    async with sqlite_storage.read() as tx:
        assert (await tx.execute(select(plans.c.district_id))).scalars().all() == [second]


async def test_nothing_is_live_before_the_launch_and_then_once(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await with_plan(sqlite_storage, town)
    early = await town.press(f"plan-launch:{plan}")
    await town.press(f"plan-approve-all:{plan}")
    unbound = await town.press(f"plan-launch:{plan}")
    async with sqlite_storage.read() as tx:
        assert await count(tx, tasks) == 0
    await town.press(f"binding-accept:{plan}")
    live = await town.press(f"plan-launch:{plan}")
    again = await town.press(f"plan-launch:{plan}")
    assert early == again == "Это меню устарело. Откройте свежее: кнопка ниже."
    assert unbound.startswith("Сначала свяжите ещё 4 ответственных")
    # 2 schools × one day, 12 months of the body, 4 quarters of a school, and three wait for a date.
    assert live == (
        "<b>План запущен</b>: 21 задача\n• для 2 школ\n• из них отметки раз в четверть: 4\n"
        "• из них ждут даты: 3\n\nТеперь пригласите людей: каждой школе нужны директор и заместитель."
    )
    async with sqlite_storage.read() as tx:
        assert (await count(tx, tasks), await count(tx, task_history)) == (21, 21)


async def test_a_task_opens_at_its_local_midnight_and_ends_at_another(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    await launched(sqlite_storage, town, ("1", "Совещание", "Октябрь 2026", "Координатор", "Протокол"))
    t = tasks.c
    async with sqlite_storage.read() as tx:
        found = (await tx.execute(select(t.place, t.state, t.window_end, t.opens_at, t.due_at))).one()
    midnights = datetime(2026, 9, 30, 21, tzinfo=UTC), datetime(2026, 10, 31, 21, tzinfo=UTC)
    assert tuple(found) == ("c", "planned", date(2026, 10, 31), *midnights)


async def test_what_was_over_before_the_launch_waits_for_a_decision(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    november = datetime(2026, 11, 10, 9, tzinfo=UTC)
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS, now=november)
    plan = await with_plan(sqlite_storage, town, ("1", "Дело", "до 15 октября 2026", "ОО", ""))
    for press in (f"plan-approve-all:{plan}", f"binding-accept:{plan}"):
        await town.press(press)
    shown = await town.chat.press(town.coordinator, f"plan-launch:{plan}")
    async with sqlite_storage.read() as tx:
        assert await count(tx, tasks) == 0
    for _ in range(2):
        late = await town.chat.press(town.coordinator, shown.presses["Создать и прошедшие задачи"])
    async with sqlite_storage.read() as tx:
        assert (await count(tx, tasks), await count(tx, task_history)) == (2, 2)
    assert shown.text.split("\n\n")[0] == (
        "<b>План запущен</b>: 0 задач\n• 1 срок уже прошёл: по нему задача не создана"
    )
    assert late.text.split("\n\n")[0] == "<b>План запущен</b>: 2 задачи\n• для 2 школ"


async def test_pages_cost_the_same_for_one_row_and_for_thirty(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    costs = []
    statements: list[str] = []
    event.listen(
        sqlite_storage.engine.sync_engine,
        "before_cursor_execute",
        lambda *args: statements.append(args[2]),
    )
    for rows in (1, 30):
        town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
        many = [(str(i), f"Дело {i}", "до 15 октября", f"Отдел {i}, ОО", "Акт") for i in range(rows)]
        plan = await with_plan(sqlite_storage, town, *many)
        await town.press(f"plan-approve-all:{plan}")
        for press in (f"plan:{plan}", f"section:{plan}:0", f"binding:{plan}"):
            statements.clear()
            await town.press(press)
            costs.append(len(statements))
    assert costs[:3] == costs[3:]


async def test_the_rows_of_a_plan_are_read_as_written(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    plan = await with_plan(sqlite_storage, town)
    sections = await town.chat.press(town.coordinator, f"sections:{plan}:0")
    assert sections.text == "<b>Строки плана</b>: 6 мероприятий\n\n• Без раздела: 6"
    section = await town.chat.press(town.coordinator, sections.presses["Без раздела (6)"])
    assert section.text.split("\n\n")[1:3] == [
        "<b>1</b> Диагностика дефицитов — до 15 октября 2026",
        "<b>2</b> Разбор работ учеников — каждый месяц",
    ]
    card = await town.chat.press(town.coordinator, section.presses["2 Разбор работ ученик…"])
    number, title, _, responsible, result = ROWS[1]
    assert card.text == (
        f"<i>Без раздела</i>\n<b>{number} {title}</b>\nРезультат: {result}\nОтветственные: {responsible}\n"
        "Срок словами: ежемесячно\nПонято так: каждый месяц\nНужен протокол"
    )
