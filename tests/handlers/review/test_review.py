"""Only what needs a look is shown, row by row; one tap corrects; then the plan is approved."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event, insert, select

from bot.domain.doubt_codes import CODES
from bot.domain.plan import Fix, FixField, PlanStatus, fix_to_json
from bot.screen import Text
from storage import Storage, doubts, plans, tables
from storage.doubts import Answer
from tests.factories import WORDS, Shown
from tests.handlers.road_maps import Town, make_town, with_plan

CARD = """<b>Что требует взгляда</b>: 1 из 2

<i>Без раздела</i>
<b>5 Сверка планов</b>
Результат: Акт
Ответственные: РМК
Срок словами: {phrase}
Понято так: {words}
Нужен подтверждающий документ{was}

<b>Ошибка.</b> Конец срока раньше начала. Исправьте год или месяц: иначе задача будет ждать даты."""


async def begin(storage: Storage, folder: Path) -> tuple[Town, int, Shown]:
    town = await make_town(storage, folder)
    plan = await with_plan(storage, town)
    return town, plan, await town.chat.press(town.coordinator, f"doubts:{plan}")


async def answers(storage: Storage, plan: int) -> list[tuple[str, Answer | None]]:
    async with storage.read() as tx:
        return [(d.code, d.answer) for d in await doubts.list_doubts(tx, plan)]


async def status(storage: Storage, plan: int) -> PlanStatus:
    async with storage.read() as tx:
        found = await plans.get_plan(tx, plan)
    assert found is not None
    return found.status


async def doubt(storage: Storage, plan: int, number: str, code: str, fix: Fix | None = None) -> None:
    """One more doubt about the row of this number ("": about the whole plan)."""
    async with storage.begin() as tx:
        rows = await plans.list_activities(tx, plan)
        about = next((row.id for row in rows if row.number == number), None)
        values = {"plan_id": plan, "activity_id": about, "position": 99, "code": code, "message": ""}
        await tx.execute(insert(tables.doubts).values(**values, fix=fix_to_json(fix)))


async def test_rows_are_walked_one_by_one(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, shown = await begin(sqlite_storage, tmp_path)
    words = "1 марта 2027 – 31 декабря 2026"
    assert shown.text == CARD.format(phrase="Март 2027 - декабрь 2026", words=words, was="")
    assert shown.rows == (
        ("Всё верно",),
        ("Изменить: срок",),
        ("Изменить строку",),
        ("Дальше →",),
        ("К сводке",),
    )
    shown = await town.chat.press(town.coordinator, shown.presses["Всё верно"])
    # One row, all its doubts, one answer.
    assert shown.text.split("\n\n")[-1] == (
        "<b>Ошибка.</b> Срок не указан. Впишите его: без срока задача будет ждать даты.\n"
        "<b>Ошибка.</b> Ответственный не указан. Впишите его: без него задача достанется координатору."
    )
    shown = await town.chat.press(town.coordinator, shown.presses["Всё верно"])
    assert shown.text.endswith(
        "Сомнений не осталось. Если всё верно, утвердите план: до этого никто не получит ни одной задачи."
    )
    kept = [("end_before_start", Answer.KEPT), ("no_deadline", Answer.KEPT), ("no_party", Answer.KEPT)]
    assert await answers(sqlite_storage, plan) == kept
    approved = await town.chat.press(town.coordinator, shown.presses["Утвердить план"])
    assert approved.text.endswith("План утверждён. Теперь добавьте школы списком.")
    assert await status(sqlite_storage, plan) is PlanStatus.APPROVED


async def test_a_deadline_is_typed_until_it_is_understood(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, shown = await begin(sqlite_storage, tmp_path)
    for bad, told in (("когда-нибудь потом", "Этот срок я не понял."), ("до 31 марта", "Не хватает года.")):
        await town.chat.press(town.coordinator, shown.presses["Изменить: срок"])
        refused = (await town.chat.type(town.coordinator, bad)).text
        assert refused.startswith(told) or bad == "до 31 марта"  # the plan's year is known
    await town.chat.press(town.coordinator, shown.presses["Изменить: срок"])
    typed = await town.chat.type(town.coordinator, "до 15 марта 2027")
    card = CARD.format(
        phrase="до 15 марта 2027",
        words="до 15 марта 2027",
        was="\nБыло в документе (срок): Март 2027 - декабрь 2026",
    )
    assert typed.text == card + " Вот что: «Март 2027 - декабрь 2026» <i>Исправлено.</i>"
    assert (await answers(sqlite_storage, plan))[0] == ("end_before_start", Answer.CHANGED)
    async with sqlite_storage.read() as tx:  # the papers still say what the document says
        phrases = [(a.deadline_phrase, a.deadline.phrase) for a in await plans.list_activities(tx, plan)]
    assert ("Март 2027 - декабрь 2026", "до 15 марта 2027") in phrases


async def test_a_typed_deadline_may_be_doubtful_too(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, shown = await begin(sqlite_storage, tmp_path)
    await town.chat.press(town.coordinator, shown.presses["Изменить: срок"])
    await town.chat.type(town.coordinator, "до 15 марта 2035")
    assert await answers(sqlite_storage, plan) == [
        ("end_before_start", Answer.CHANGED),
        ("no_deadline", None),
        ("no_party", None),
        ("outside_plan", None),
    ]


async def test_what_is_worst_comes_first_and_notes_go_at_once(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, plan, _ = await begin(sqlite_storage, tmp_path)
    for number, code in (("1", "day_off"), ("2", "no_result"), ("", "header_lost"), ("5", "approximate")):
        await doubt(sqlite_storage, plan, number, code)
    shown = await town.chat.press(town.coordinator, f"doubts:{plan}")
    seen = [shown]
    while "Дальше →" in shown.presses:
        shown = await town.chat.press(town.coordinator, shown.presses["Дальше →"])
        seen.append(shown)
    assert [screen.text.splitlines()[3][3:4] for screen in seen] == ["5", "6", "2", "", "1"]
    assert (
        seen[0].text.splitlines()[-1] == "<b>Примечание.</b> Срок назван приблизительно: проверьте границы."
    )
    assert seen[3].presses["Строки плана"] == f"sections:{plan}:0"  # about the whole plan: its rows
    await town.chat.press(town.coordinator, shown.presses["Примечания верны, все (3)"])
    waiting = {code for code, answer in await answers(sqlite_storage, plan) if answer is None}
    assert waiting == {"end_before_start", "no_deadline", "no_party", "no_result"}


@pytest.mark.parametrize(
    ("fix", "now"),
    [
        (Fix(FixField.NUMBER, "5.1"), "<b>5.1 Сверка планов</b>"),
        (Fix(FixField.TITLE, "Сверка всех планов"), "<b>5 Сверка всех планов</b>"),
        (Fix(FixField.SECTION, "Раздел 2"), "<i>Раздел 2</i>"),
        (Fix(FixField.RESULT, "Акт сверки"), "Результат: Акт сверки"),
        (Fix(FixField.RESPONSIBLE, "РМК, ОО"), "Ответственные: РМК, ОО"),
        (Fix(FixField.DEADLINE, "Март - декабрь 2027"), "Срок словами: Март - декабрь 2027"),
    ],
)
async def test_one_tap_corrects(sqlite_storage: Storage, tmp_path: Path, fix: Fix, now: str) -> None:
    town, plan, _ = await begin(sqlite_storage, tmp_path)
    await doubt(sqlite_storage, plan, "5", "wrong_word", fix)
    shown = await town.chat.press(town.coordinator, f"doubts:{plan}")
    (label,) = (label for label in shown.presses if label.startswith("Исправить: "))
    press = shown.presses[label]
    fixed = await town.chat.press(town.coordinator, press)
    assert now in fixed.text.splitlines()
    assert any(line.startswith("Было в документе") for line in fixed.text.splitlines())
    async with sqlite_storage.read() as tx:
        found = [d.answer for d in await doubts.list_doubts(tx, plan) if d.code == "wrong_word"]
    assert found == [Answer.CHANGED]
    assert await town.press(press) == "Это меню устарело. Откройте свежее: кнопка ниже."


async def test_approval_asks_about_open_doubts(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, _ = await begin(sqlite_storage, tmp_path)
    asked = await town.chat.press(town.coordinator, f"plan-approve:{plan}")
    assert asked.text == "Осталось 3 сомнения без ответа. Пройдите их или оставьте как прочитано."
    assert await status(sqlite_storage, plan) is PlanStatus.DRAFT
    await town.chat.press(town.coordinator, asked.presses["Оставить всё и утвердить"])
    assert await status(sqlite_storage, plan) is PlanStatus.APPROVED
    late = await town.press("doubt-ok:1")
    assert late == "Это меню устарело. Откройте свежее: кнопка ниже."


async def test_an_approval_can_be_taken_back_until_the_launch(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, plan, _ = await begin(sqlite_storage, tmp_path)
    early = await town.press(f"plan-reopen:{plan}")
    approved = await town.chat.press(town.coordinator, f"plan-approve-all:{plan}")
    await town.chat.press(town.coordinator, approved.presses["Вернуть в черновик"])
    assert early == "Это меню устарело. Откройте свежее: кнопка ниже."
    assert await status(sqlite_storage, plan) is PlanStatus.DRAFT


async def test_a_screen_costs_the_same_for_one_row_and_for_sixty(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    costs = []
    statements: list[str] = []
    engine = sqlite_storage.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    for rows in (1, 60):
        town = await make_town(sqlite_storage, tmp_path)
        many = [(f"1.{i}", f"Дело {i}", "Март 2027 - декабрь 2026", "", "Акт") for i in range(rows)]
        plan = await with_plan(sqlite_storage, town, *many)
        async with sqlite_storage.read() as tx:
            a = tables.activities.c
            row = (await tx.execute(select(a.id).where(a.plan_id == plan).limit(1))).scalar_one()
        for press in (f"doubts:{plan}", f"activity:{row}", f"row-edit:{row}", f"edits:{plan}:0"):
            statements.clear()
            await town.press(press)
            costs.append(len(statements))
        await town.press(f"search:{plan}")
        statements.clear()
        await town.chat.type(town.coordinator, "дела")
        costs.append(len(statements))
    assert costs[: len(costs) // 2] == costs[len(costs) // 2 :]


def test_every_code_has_its_sentence() -> None:
    for code in CODES:
        for language in ("ru", "en"):
            assert WORDS.html(Text(f"doubt-{code.replace('_', '-')}"), language)
