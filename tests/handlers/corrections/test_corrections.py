"""A live plan is corrected by a file; finished work and its proofs stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import event, select

from storage import Storage, tables
from tests.factories import show
from tests.handlers.corrections.conftest import CORRECTED, ROWS, Scene
from tests.handlers.road_maps import SCHOOLS, launched, make_town, road_map
from tests.school_life import told


async def test_a_new_file_is_compared_and_applied_with_finished_work_kept(scene: Scene) -> None:
    before = await scene.reports()
    summary = await scene.send(*CORRECTED)
    assert summary.text.split("\n\n")[1] == ("Изменений: 4\n• новых строк: 1\n• изменено: 2\n• исключено: 1")
    first = await scene.press(summary.presses["Смотреть по одному"])
    assert first.text == (
        "Отличие 1 из 4. Строка изменена\n\n<b>1.1 Диагностика дефицитов</b>\n\n"
        "<i>номер</i>\nбыло: 1\nстало: 1.1\n\n"
        "<i>срок</i>\nбыло: до 15 октября 2026\nстало: до 30 октября 2026\n\n"
        "Сроки невыполненных задач сдвинутся. Выполненные останутся как есть."
    )
    await scene.press(summary.presses["Принять все и применить"])
    applied = await scene.town.chat.type(scene.town.coordinator, "Приказ № 12")
    assert applied.text == (
        "<b>Исправление применено</b>: 4 изменения, теперь это версия 2\n"
        "• новых задач: 2\n• задач с новым сроком: 1\n• снято задач: 2\n• сообщение получат 2 человека"
    )
    mine, theirs = scene.places
    moved, kept = date(2026, 10, 30), date(2026, 10, 15)
    assert sorted(await scene.tasks()) == sorted(
        [
            ("1.1", mine, "confirmed", kept),
            ("1.1", theirs, "planned", moved),
            ("2", mine, "withdrawn", date(2026, 10, 20)),
            ("2", theirs, "withdrawn", date(2026, 10, 20)),
            ("3", "c", "planned", date(2026, 10, 25)),
            ("1.2", mine, "planned", date(2026, 12, 1)),
            ("1.2", theirs, "planned", date(2026, 12, 1)),
        ]
    )
    assert await scene.reports() == before
    again = await scene.press(f"correction-apply-yes:{scene.plan}")
    assert again.text == "Это меню устарело. Откройте свежее: кнопка ниже."


async def test_each_person_is_told_once_of_all_that_changed_for_them(scene: Scene) -> None:
    await scene.send(*CORRECTED)
    await scene.press(f"correction-apply-yes:{scene.plan}")
    news = [(person, args) for person, _, args in await told(scene.storage)]
    assert [person for person, _ in news] == [scene.head.id, scene.other.id]
    view = scene.town.chat.desk.table.notices["plan-corrected"]
    assert [show(view(**args)).text.split("\n\n")[1] for _, args in news] == [
        "• 2 Семинар для завучей: больше не нужно, задача снята\n• 1.2 Новое дело: новая задача",
        "• 2 Семинар для завучей: больше не нужно, задача снята\n"
        "• 1.1 Диагностика дефицитов: срок 15 октября 2026 → 30 октября 2026\n"
        "• 1.2 Новое дело: новая задача",
    ]


async def test_what_is_refused_stays_as_it_is(scene: Scene) -> None:
    shuffled = (CORRECTED[2], *CORRECTED[:2])
    shown = await scene.send(*shuffled)
    tasks = await scene.tasks()
    while "Смотреть по одному" in shown.presses:
        shown = await scene.press(shown.presses["Смотреть по одному"])
        while "Не принимать" in shown.presses:
            shown = await scene.press(shown.presses["Не принимать"])
    assert shown.text.split("\n\n")[1] == "Пока ничего не изменено."
    empty = await scene.press(f"correction-apply-yes:{scene.plan}")
    assert empty.text == "В исправлении нет отличий от плана. Поправьте строки или удалите исправление."
    assert await scene.tasks() == tasks


async def test_a_file_sent_out_of_the_blue_becomes_a_correction(scene: Scene) -> None:
    draft = await scene.town.chat.send(scene.town.coordinator, "new.txt", road_map(*CORRECTED))
    label = next(label for label in draft.presses if label.startswith("Исправление: "))
    summary = await scene.press(draft.presses[label])
    assert summary.text.split("\n\n")[1].startswith("Изменений: 4\n")
    second = await scene.press(f"correct-rows:{scene.plan}")
    assert second.text.startswith("Этот план уже исправляют")


async def test_the_plan_itself_may_be_called_otherwise(scene: Scene) -> None:
    await scene.press(f"correct-file:{scene.plan}")
    named = road_map(*ROWS).replace("Дорожная карта".encode(), "План мероприятий".encode(), 1)
    summary = await scene.town.chat.send(scene.town.coordinator, "new.txt", named)
    assert summary.text.split("\n\n")[1] == "Изменений: 1\n• изменено: 1"
    change = await scene.press(summary.presses["Смотреть по одному"])
    assert change.text.split("\n\n")[1:] == [
        "Название и период плана",
        "<i>название</i>\nбыло: Дорожная карта Берёзовского района на 2026-2027 учебный год\n"
        "стало: План мероприятий Берёзовского района на 2026-2027 учебный год",
    ]
    refused = await scene.press(change.presses["Не принимать"])
    assert refused.text.split("\n\n")[1] == "Пока ничего не изменено."


async def test_a_deleted_correction_leaves_the_plan_alone(scene: Scene) -> None:
    tasks = await scene.tasks()
    summary = await scene.send(*CORRECTED)
    sure = await scene.press(summary.presses["Удалить исправление"])
    plan = await scene.press(next(p for p in sure.presses.values() if p.startswith("draft-discard-yes")))
    assert plan.text.startswith("<b>Дорожная карта Берёзовского района")
    assert await scene.tasks() == tasks


async def test_screens_cost_the_same_for_one_change_and_for_thirty(
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
        old = [(str(i), f"Дело {i} школы", "до 15 октября 2026", "ОО", "Акт") for i in range(rows)]
        plan = await launched(sqlite_storage, town, *old)
        await town.press(f"correct-file:{plan}")
        new = [(number, title, "до 20 октября 2026", *rest) for number, title, _, *rest in old]
        await town.chat.send(town.coordinator, "new.txt", road_map(*new))
        a = tables.activities.c
        async with sqlite_storage.read() as tx:
            row = (await tx.execute(select(a.id).where(a.plan_id == plan).limit(1))).scalar_one()
        presses = (f"correction:{plan}", f"change:{plan}:o{row}", f"plans-list:{town.district}:0")
        for press in (*presses, f"correction-apply-yes:{plan}", f"versions:{plan}:0"):
            statements.clear()
            await town.press(press)
            costs.append(len(statements))
    assert costs[:5] == costs[5:]
