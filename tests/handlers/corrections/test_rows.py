"""A live plan corrected row by row."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from storage import tables
from tests.handlers.corrections.conftest import CORRECTED, ROWS, Scene


async def test_a_row_is_corrected_in_place(scene: Scene) -> None:
    asked = await scene.press(f"correct:{scene.plan}")
    await scene.press(asked.presses["Править строки"])
    a = tables.activities.c
    async with scene.storage.read() as tx:
        row = (await tx.execute(select(a.id).where(a.origin_id.is_not(None), a.number == "3"))).scalar_one()
    await scene.press(f"field:{row}:deadline")
    await scene.town.chat.type(scene.town.coordinator, "до 1 ноября 2026")
    summary = await scene.press(f"correction:{scene.plan}")
    assert summary.text.split("\n\n")[1] == "Изменений: 1\n• изменено: 1"
    await scene.press(f"correction-apply-yes:{scene.plan}")
    assert (await scene.tasks())[-1] == ("3", "c", "planned", date(2026, 11, 1))
    history = await scene.press(f"versions:{scene.plan}:0")
    assert [part.split(" · ")[0] for part in history.text.split("\n\n")[1:]] == ["Версия 2", "Версия 1"]
    version = await scene.press(history.presses["Что изменилось в версии 2"])
    assert version.text.split("\n\n")[1] == (
        "Строка изменена: <b>3 Сверка планов</b>\n<i>срок</i>\n"
        "было: до 25 октября 2026\nстало: до 1 ноября 2026"
    )


async def test_another_party_takes_the_task_over(scene: Scene) -> None:
    await scene.send(*ROWS[:2], (*ROWS[2][:3], "ИМЦ", "Акт"))
    summary = await scene.press(f"correction:{scene.plan}")
    assert "1 незнакомый ответственный" in summary.text
    early = await scene.press(f"correction-apply-yes:{scene.plan}")
    assert early.text.startswith("Сначала свяжите ещё 1 ответственного")
    binding = next(press for press in summary.presses.values() if press.startswith("binding:"))
    await scene.press(binding.replace("binding:", "binding-accept:"))
    await scene.press(f"correction-apply-yes:{scene.plan}")
    states = {(place[0], state) for number, place, state, _ in await scene.tasks() if number == "3"}
    assert states == {("c", "withdrawn"), ("o", "planned")}


async def test_what_people_decided_about_the_same_words_stands(scene: Scene) -> None:
    await scene.press(f"correct-rows:{scene.plan}")
    a = tables.activities.c
    async with scene.storage.read() as tx:
        rows = dict((await tx.execute(select(a.number, a.id).where(a.origin_id.is_not(None)))).all())
    for field, words in (
        (f"field:{rows['1']}:title", "Замер дефицитов"),
        (f"field:{rows['2']}:deadline", "до 9 октября 2026"),
    ):
        await scene.press(field)
        await scene.town.chat.type(scene.town.coordinator, words)
    await scene.press(f"evidence-set:{rows['3']}:photo")
    await scene.press(f"correction-apply-yes:{scene.plan}")
    unchanged = await scene.send(*ROWS)
    assert unchanged.text.split("\n\n")[1] == "Пока ничего не изменено."


async def test_a_removed_row_is_still_read_in_its_section(scene: Scene) -> None:
    await scene.send(*CORRECTED)
    await scene.press(f"correction-apply-yes:{scene.plan}")
    a, t = tables.activities.c, tables.tasks.c
    async with scene.storage.read() as tx:
        row = (await tx.execute(select(a.id).where(a.removed_at.is_not(None)))).scalar_one()
        task = (await tx.execute(select(t.id).where(t.activity_id == row).limit(1))).scalar_one()
    card = await scene.press(f"activity:{row}")
    assert card.text.startswith("<i>Без раздела</i>\n<b>2 Семинар для завучей</b>")
    history = await scene.press(f"task-history:{task}:0")
    assert "Снято исправлением плана: впереди → снято с контроля" in history.text
