from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.charts.burn_up import BurnUpChart
from bot.charts.gantt import GanttBar, GanttChart
from bot.domain.people import Role
from bot.domain.progress import Status
from bot.domain.tasks import TaskState
from bot.domain.terms import TaskTerm
from bot.use_cases.progress import Sight, TermsReport
from bot.words import LANGUAGES
from handlers.progress import terms_view
from handlers.progress.routes import routes
from storage import Storage
from storage.districts import District
from tests.factories import (
    NOW,
    WORDS,
    ZONE,
    Chat,
    make_district,
    make_person,
    make_school,
    make_task,
    show,
)

TODAY = date(2026, 9, 1)


async def test_months_and_terms_say_what_they_draw(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Первая")
        coordinator = await make_person(tx, Role.COORDINATOR, district)
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    assert (await chat.press(coordinator, f"progress-months:{district}")).text == (
        "Заречный район: сроков с датами пока нет. "
        "Они появятся, когда координатор утвердит план или назначит даты."
    )
    start, end = TODAY, TODAY + timedelta(days=40)
    await make_task(sqlite_storage, district, school_id=school, start=start, end=end)
    await make_task(sqlite_storage, district, number="2.", title="Семинар", end=TODAY - timedelta(days=1))
    await make_task(sqlite_storage, district, number="", title="Приказ", state=TaskState.WAITING)
    months = await chat.press(coordinator, f"progress-months:{district}")
    assert months.text == (
        "<b>По месяцам. Заречный район</b>\n"
        "Сколько задач из 3 должно быть выполнено к концу месяца и сколько выполнено.\n\n"
        "• август 2026: выполнено 0, должно быть 1\n"
        "• сентябрь 2026: выполнено 0, должно быть 1\n"
        "• октябрь 2026: должно быть 2"
    )
    assert months.screen.chart is not None
    burn_up: BurnUpChart = months.screen.chart.data
    assert [(month.label, month.wanted, month.done) for month in burn_up.months] == [
        ("авг", 1, 0),
        ("сен", 1, 0),
        ("окт", 2, None),
    ]
    terms = await chat.press(coordinator, f"progress-terms:{district}:0")
    assert terms.text == (
        "<b>Сроки. Заречный район</b>\n\n"
        "• 1.2. Провести мониторинг: 01.09.26–11.10.26, в работе, 0 из 1\n"
        "• 2. Семинар: 31.08.26, просрочено, 0 из 1\n"
        "• Приказ: ждёт даты"
    )
    assert terms.screen.chart is not None
    gantt: GanttChart = terms.screen.chart.data
    assert [row.bars for row in gantt.rows] == [
        (GanttBar(31 / 92, 72 / 92, Status.OPEN),),
        (GanttBar(30 / 92, 31 / 92, Status.OVERDUE),),
        (),
    ]
    assert (gantt.months, gantt.today) == ((("авг", 0), ("сен", 31 / 92), ("окт", 61 / 92)), 31 / 92)


async def test_a_person_chooses_the_paper_of_pictures(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        coordinator = await make_person(tx, Role.COORDINATOR, district)
    await make_task(sqlite_storage, district, end=TODAY)
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    seen: list[bool | None] = []
    for press in ("progress", "progress-paper", "progress-months", "progress-paper", "progress-months"):
        argument = {"progress-paper": f":{int(not seen[-1])}"} if seen else {}
        shown = await chat.press(coordinator, f"{press}:{district}{argument.get(press, '')}")
        assert shown.screen.chart is not None
        seen.append(shown.screen.chart.dark)
    assert seen == [False, True, True, False, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_of_a_long_plan_are_paged_like_the_picture(language: str) -> None:
    day = date(2026, 9, 1)
    tasks = [
        TaskTerm(
            row,
            f"{row}.",
            "Название " * 40,
            (day + timedelta(days=row * 2 + occurrence), day + timedelta(days=row * 3 + 40 * occurrence)),
            Status.OVERDUE,
            None,
        )
        for row in range(60)
        for occurrence in range(4)
    ]
    report = TermsReport(Sight(District(1, "Район", ZONE, 8)), day, tuple(tasks))
    shown = [
        show(terms_view.terms(report, page, lambda words: WORDS.plain(words, language)), language)
        for page in (0, 1, 7)
    ]
    charts: list[GanttChart] = [page.screen.chart.data for page in shown if page.screen.chart]
    assert [[row.name.split(".")[0] for row in chart.rows] for chart in charts] == [
        [str(row) for row in range(30)],
        *[[str(row) for row in range(30, 60)]] * 2,
    ]
    assert max(len(page.text) for page in shown) <= 4000
