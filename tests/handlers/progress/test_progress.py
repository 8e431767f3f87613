from __future__ import annotations

from pathlib import Path

import pytest

from bot.charts.progress import ProgressChart
from bot.domain.people import Role
from bot.domain.progress import TaskFact, count_progress
from bot.domain.tasks import TaskState
from bot.use_cases.progress import ProgressReport, Sight
from bot.words import LANGUAGES
from handlers.progress import view
from handlers.progress.routes import routes
from storage import Storage
from storage.districts import District
from tests.factories import NOW, WORDS, ZONE, Chat, make_district, make_person, make_school, make_task, show


async def test_progress_is_told_in_words_and_drawn_from_the_same_rows(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        first, second = [await make_school(tx, district, name) for name in ("Первая", "Вторая")]
        coordinator = await make_person(tx, Role.COORDINATOR, district)
        head = await make_person(tx, Role.HEAD, district, first)
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    nothing = await chat.command(head, "chart")
    assert nothing.text == (
        "Первая: задач для школы пока нет. Они появятся, когда координатор утвердит план."
    )
    for school, state in (
        (first, TaskState.ACCEPTED),
        (first, TaskState.OPEN),
        (second, TaskState.REPORTED),
        (None, TaskState.WAITING),
    ):
        await make_task(sqlite_storage, district, school_id=school, state=state)
    shown = await chat.press(coordinator, f"progress:{district}")
    assert shown.text == (
        "<b>Прогресс. Заречный район</b>\n"
        "Выполнено 1 из 4 (25 %).\n"
        "Остальное: на проверке 1, в работе 1, ждут даты 1.\n\n"
        "<b>По разделам</b>\n"
        "• Вне разделов: выполнено 1 из 4 (25 %), на проверке 1, в работе 1, ждут даты 1\n\n"
        "<b>По школам</b>\n"
        "• Вторая: выполнено 0 из 1 (0 %), на проверке 1\n"
        "• Первая: выполнено 1 из 2 (50 %), в работе 1\n\n"
        "<b>Район и организации</b>\n"
        "• Координатор района: выполнено 0 из 1 (0 %), ждут даты 1"
    )
    assert shown.screen.chart is not None
    chart: ProgressChart = shown.screen.chart.data
    assert [(group.heading, [(row.name, row.note) for row in group.rows]) for group in chart.groups] == [
        ("По разделам", [("Вне разделов", "1 из 4")]),
        ("По школам", [("Вторая", "0 из 1"), ("Первая", "1 из 2")]),
        ("Район и организации", [("Координатор района", "0 из 1")]),
    ]
    own = await chat.command(head, "chart")
    assert own.text == (
        "<b>Прогресс. Первая</b>\nВыполнено 1 из 2 (50 %).\nОстальное: в работе 1.\n\n"
        "<b>По разделам</b>\n• Вне разделов: выполнено 1 из 2 (50 %), в работе 1"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_plan_is_paged_and_every_row_is_shown_once(language: str) -> None:
    facts = [
        TaskFact(
            f"{section} " + "раздел " * 60, school := f"{number} " + "школа " * 19, school, state, late, None
        )
        for section in range(10)
        for number in range(20)
        for state, late in (("open", True), ("reported", False), ("waiting", False))
    ]
    sight = Sight(District(1, "Район", ZONE, 8))
    report = ProgressReport(sight, count_progress(facts))
    names: list[str] = []
    page = 0
    while True:
        shown = show(
            view.progress(report, page, lambda words: WORDS.plain(words, language), dark=False), language
        )
        assert len(shown.text) <= 4000
        assert shown.screen.chart is not None
        chart: ProgressChart = shown.screen.chart.data
        names += [row.name for group in chart.groups for row in group.rows]
        if f"progress-page:1:{page + 1}" not in shown.presses.values():
            break
        page += 1
    assert page == 2
    assert names == [*report.progress.by_section, *report.progress.by_school]
