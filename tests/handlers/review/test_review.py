"""Doubts are walked through, a deadline is typed anew, and only then the plan is approved."""

from __future__ import annotations

import re
from pathlib import Path

from bot.domain.plan import PlanStatus
from bot.reading.lint import MESSAGES
from bot.screen import Text
from handlers.review.view import KNOWN
from storage import Storage, doubts, plans
from storage.doubts import Answer
from tests.factories import WORDS, Shown
from tests.handlers.road_maps import Town, make_town, with_plan

CARD = """Сомнение 1 из 3
Конец срока раньше начала. Если оставить как есть, задача будет ждать даты.

<i>Без раздела</i>
<b>5 Сверка планов</b>
Результат: Акт
Ответственные: РМК
Срок словами: {phrase}
Понято так: {words}"""


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


async def test_doubts_are_kept_one_by_one(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, shown = await begin(sqlite_storage, tmp_path)
    words = "1 марта 2027 – 31 декабря 2026"
    assert shown.text == CARD.format(phrase="Март 2027 - декабрь 2026", words=words)
    assert shown.rows == (
        ("Оставить как есть", "Ввести срок"),
        ("Дальше →",),
        ("Оставить все (3)",),
        ("К сводке",),
    )
    for _ in range(3):
        shown = await town.chat.press(town.coordinator, shown.presses["Оставить как есть"])
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
    await town.chat.press(town.coordinator, shown.presses["Ввести срок"])
    unknown = await town.chat.type(town.coordinator, "когда-нибудь потом")
    assert unknown.text.startswith("Этот срок я не понял.")
    typed = await town.chat.type(town.coordinator, "до 15 марта 2027")
    card = CARD.format(phrase="до 15 марта 2027", words="до 15 марта 2027") + "\n\nСрок исправлен."
    # The old words stay in sight beside the new ones.
    assert typed.text == card.replace("\n\n<i>", "\nВот что: «Март 2027 - декабрь 2026»\n\n<i>", 1)
    assert (await answers(sqlite_storage, plan))[0] == ("end_before_start", Answer.CHANGED)
    async with sqlite_storage.read() as tx:  # the papers still say what the document says
        phrases = [(a.deadline_phrase, a.deadline.phrase) for a in await plans.list_activities(tx, plan)]
    assert ("Март 2027 - декабрь 2026", "до 15 марта 2027") in phrases


async def test_a_typed_deadline_may_be_doubtful_too(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, shown = await begin(sqlite_storage, tmp_path)
    await town.chat.press(town.coordinator, shown.presses["Ввести срок"])
    await town.chat.type(town.coordinator, "до 15 марта 2035")
    assert await answers(sqlite_storage, plan) == [
        ("end_before_start", Answer.CHANGED),
        ("no_deadline", None),
        ("no_party", None),
        ("outside_plan", None),
    ]


async def test_a_row_without_a_doubt_can_be_corrected(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, _, _ = await begin(sqlite_storage, tmp_path)
    card = await town.chat.press(town.coordinator, "activity:1")
    await town.chat.press(town.coordinator, card.presses["Изменить срок"])
    typed = await town.chat.type(town.coordinator, "ноябрь 2026")
    assert typed.text.splitlines()[-1] == "Понято так: 1 ноября 2026 – 30 ноября 2026"


async def test_approval_asks_about_open_doubts(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, _ = await begin(sqlite_storage, tmp_path)
    asked = await town.chat.press(town.coordinator, f"plan-approve:{plan}")
    assert asked.text == "Осталось 3 сомнения без ответа. Пройдите их или оставьте как прочитано."
    assert await status(sqlite_storage, plan) is PlanStatus.DRAFT
    await town.chat.press(town.coordinator, asked.presses["Оставить всё и утвердить"])
    assert await status(sqlite_storage, plan) is PlanStatus.APPROVED
    late = await town.press("doubt-keep:1")
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


def test_every_documented_code_has_its_sentence() -> None:
    docs = Path(__file__).parents[3] / "docs"
    tables = [(docs / name).read_text(encoding="utf-8") for name in ("reading.md", "reading-deadlines.md")]
    rows = [
        line.split("|")[1]
        for page in tables
        for line in page.split("| code |")[1].splitlines()
        if "|" in line
    ]
    codes = {code for cell in rows for code in re.findall(r"`([a-z_]+)`", cell)}
    assert codes == KNOWN
    assert set(MESSAGES) - KNOWN == set()
    for code in KNOWN:
        for language in ("ru", "en"):
            assert WORDS.html(Text(f"doubt-{code.replace('_', '-')}"), language)
