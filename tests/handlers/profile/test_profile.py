from __future__ import annotations

from pathlib import Path

from bot.charts.risk_profile import RiskChart, RiskRow
from bot.domain.risk import Level
from handlers.profile import view
from handlers.profile.routes import routes
from storage import Storage
from tests.factories import NOW, Chat, show
from tests.use_cases.district import close_and_release, fill_and_send, make_asked_district, start


async def test_a_head_reads_the_profile_and_sees_the_same_as_a_picture(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=5)
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    head, school = district.heads["Первая"], district.schools["Первая"]
    none = await chat.press(head, f"profile:{school}")
    assert none.text.startswith("<b>Первая</b>\nПрофиля пока нет: он появится, когда")
    waves = []
    for value in ("1", "3"):
        async with sqlite_storage.begin() as tx:
            waves.append(await start(tx, district))
            for teacher in district.teachers["Первая"]:
                await fill_and_send(tx, teacher, waves[-1], value)
            await close_and_release(tx, district, waves[-1])
    shown = await chat.press(head, f"profile:{school}")
    assert shown.presses == {"Волна с 1 сентября 2026": f"profile-of:{waves[0]}:{school}", "⌂ Меню": "home"}

    shown = await chat.press(head, f"profile-of:{waves[0]}:{school}")
    head_line, factors, rule, coded, label = shown.text.split("\n\n")
    assert head_line.endswith(", ответили 5 человек.")
    assert factors.splitlines()[:2] == [
        "1. Низкий уровень оснащения школы: <b>высокий риск</b>, 3 из 4 показателей",
        "2. Дефицит педагогических кадров: <b>недостаточно данных</b>, 0 из 3 показателей",
    ]
    assert len(factors.splitlines()) == 10
    assert rule.endswith("Версия правила: 1.")
    assert coded.startswith("Ответов меньше десяти, поэтому вместо процентов показаны только уровни")
    assert label == "<i>Внутренняя самодиагностика, не РПШ ФИОКО.</i>"
    assert shown.screen.chart is not None
    chart: RiskChart = shown.screen.chart.data
    assert chart.title == "Рисковый профиль. Первая"
    assert len(chart.rows) == 10
    assert chart.rows[7] == RiskRow(
        factor="Низкий уровень дисциплины в классе",
        level=Level.MEDIUM,
        level_words="средний риск",
        percent=50,
        detail="2 из 3 показателей",
    )
    assert chart.legend[0] == (Level.HIGH, "высокий риск, от 60 %")


def test_the_notice_leads_to_its_profile() -> None:
    shown = show(view.ready(3, 8))
    assert shown.presses == {"Посмотреть профиль": "profile-of:3:8", "⌂ Меню": "home"}
