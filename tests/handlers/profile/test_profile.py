from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document

from bot.charts.change import ChangeChart
from bot.charts.radar import RadarChart
from bot.charts.risk_profile import RiskChart, RiskRow
from bot.domain.risk import RULES, Level, Rule
from bot.domain.wave_stages import Stage
from bot.questionnaires.packs import package_packs
from bot.use_cases import surveys
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
    for value, stage in (("1", Stage.ENTRY), ("3", Stage.INTERIM), ("3", Stage.FINAL)):
        async with sqlite_storage.begin() as tx:
            waves.append(await start(tx, district, stage=stage))
            for teacher in district.teachers["Первая"]:
                await fill_and_send(tx, teacher, waves[-1], value)
            await close_and_release(tx, district, waves[-1])
    shown = await chat.press(head, f"profile:{school}")
    assert shown.text.startswith("<b>Рисковый профиль, итоговая волна. Первая</b>\n")
    changed = await chat.press(head, shown.presses["Что изменилось"])
    assert changed.text.startswith(
        "<b>Что изменилось. Первая</b>\nИтоговая волна против промежуточной.\n\n"
        "<b>Было.</b>\nУчителя: промежуточная самодиагностика с 1 сентября 2026"
    )
    changed = await chat.press(head, changed.presses["Сравнить с входной волной"])
    assert changed.text.splitlines()[1] == "Итоговая волна против входной."
    assert "Сравнить с прошлой волной" in changed.presses
    assert list(shown.presses)[10:] == [
        "Радар",
        "Что изменилось",
        "План и факторы",
        "РПШ ФИОКО",
        "Согласовать уровни",
        "Программа (DOCX)",
        "Прошлые волны",
        "Ответы по вопросам",
        "⌂ Меню",
    ]
    earlier = await chat.press(head, f"profile-waves:{school}")
    assert earlier.text.split("\n\n")[1].splitlines() == [
        "• Итоговая волна с 1 сентября 2026",
        "• Промежуточная волна с 1 сентября 2026",
        "• Входная волна с 1 сентября 2026",
    ]
    assert earlier.rows == (*[("Волна с 1 сентября 2026",)] * 3, ("К последнему профилю",), ("⌂ Меню",))

    shown = await chat.press(head, f"profile-of:{waves[0]}:{school}")
    head_line, factors, rule, coded, label = shown.text.split("\n\n")
    assert head_line.endswith(", ответили 5 человек.")
    assert factors.splitlines()[:2] == [
        "1. Низкий уровень оснащения школы: <b>высокий риск</b>, 3 из 4 показателей",
        "2. Дефицит педагогических кадров: <b>недостаточно данных</b>, 0 из 3 показателей",
    ]
    assert len(factors.splitlines()) == 10
    assert "Версия правила: 1." in rule
    assert coded.startswith("Ответов меньше десяти, поэтому вместо процентов показаны только уровни")
    assert label == "<i>Внутренняя самодиагностика, не РПШ ФИОКО.</i>"
    assert shown.screen.chart is not None
    chart: RiskChart = shown.screen.chart.data
    assert chart.title == "Рисковый профиль, входная волна 01.09.2026. Первая"
    assert len(chart.rows) == 10
    assert chart.rows[7] == RiskRow(
        factor="8. Низкий уровень дисциплины в классе",
        level=Level.MEDIUM,
        level_words="средний риск",
        percent=47,
        detail="2 из 3 показателей",
    )
    # A bar can be measured: of a small group its length says the level and no more.
    assert {(row.level, row.percent) for row in chart.rows} <= {
        (Level.LOW, 17),
        (Level.MEDIUM, 47),
        (Level.HIGH, 80),
        (Level.INSUFFICIENT, None),
    }
    assert chart.legend[0] == (Level.HIGH, "высокий риск, от 60 %")


def test_the_notice_leads_to_its_profile() -> None:
    shown = show(view.ready(3, 8))
    assert shown.presses == {"Посмотреть профиль": "profile-of:3:8", "⌂ Меню": "home"}


async def test_every_number_is_explained_and_compared(
    sqlite_storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two waves of teachers, the school's own data and the pupils' sheets, and the official levels."""
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=30)
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    head, school = district.heads["Первая"], district.schools["Первая"]
    for low in (22, 6):
        async with sqlite_storage.begin() as tx:
            wave = await start(tx, district)
            for number, teacher in enumerate(district.teachers["Первая"]):
                await fill_and_send(tx, teacher, wave, "1" if number < low else "4")
            await close_and_release(tx, district, wave)
    async with sqlite_storage.begin() as tx:
        own = await start(tx, district, code="risk-administration")
        for item in package_packs()["risk-administration"].questionnaire.items:
            if item.id == "language-pupils":
                await surveys.write_line(tx, head, wave_id=own, item_id=item.id, line="30", now=NOW)
            else:
                await surveys.skip(tx, head, wave_id=own, item_id=item.id, now=NOW)
        await surveys.send_survey(tx, head, own, now=NOW)
        await close_and_release(tx, district, own)
    shown = await chat.press(head, f"profile:{school}")
    sources, factors, *_ = shown.text.split("\n\n")
    assert sources.splitlines()[1:] == [
        "Данные школы: входная волна с 1 сентября 2026 по 1 сентября 2026.",
        "Учителя: промежуточная самодиагностика с 1 сентября 2026 по 1 сентября 2026, ответили 30 человек.",
    ]
    assert factors.splitlines()[3:5] == [
        "4. Трудности в работе с учениками с ОВЗ: <b>низкий риск</b>, 20 % (было 73 %), 1 из 2 показателей",
        "5. Языковые и культурные барьеры: <b>высокий риск</b>, 71 %, 1 из 2 показателей",
    ]
    shown = await chat.press(head, f"profile-why:{own}:{school}:8")
    assert shown.text.split("\n\n")[1].splitlines() == [
        "• срывы уроков: <b>80 %</b> (учителя 80 %, 30 ответов)",
        "• дисциплина глазами учителей: <b>20 %</b> (учителя 20 %, 30 ответов)",
        "• ученики группы риска: не известно. Данные школы: этого школа не указала",
    ]
    assert shown.text.split("\n\n")[2] == "Доля фактора: (80 + 20) : 2 ≈ 50 %."
    shown = await chat.press(head, f"profile-change:{own}:{school}:0")
    assert shown.text.splitlines()[1] == "Промежуточная волна против входной."
    assert "\nНе с чем сравнить, собрано один раз: данные школы.\n" in shown.text
    factors = shown.text.split("\n\n")[3]
    assert factors.splitlines()[7:9] == [
        "8. Низкий уровень дисциплины в классе: <b>в пределах погрешности</b>, 0 п. п. (от −24 до +24),"
        " ответов было 30, стало 30",
        "9. Высокая доля учеников с рисками учебной неуспешности: <b>риск вырос</b>, +53 п. п."
        " (от +29 до +70), ответов было 30, стало 30",
    ]
    assert isinstance(shown.screen.chart and shown.screen.chart.data, ChangeChart)
    shown = await chat.press(head, f"official-set:{school}:8:high")
    assert (
        "8. Низкий уровень дисциплины в классе: РПШ — высокий риск, у нас — средний риск\n"
        "→ у нас риск ниже; доля 50 %, а высокий риск начинается с 60 %; мы не знаем 1 показатель из 3\n"
    ) in shown.text
    assert "Совпало 0 из 1." in shown.text
    assert shown.presses["8. высокий"] == f"official-set:{school}:8:none"
    shown = await chat.press(head, f"profile-radar:{own}:{school}")
    assert "50 % (было 50 %), 2 из 3 показателей; по РПШ высокий риск" in shown.text
    assert isinstance(shown.screen.chart and shown.screen.chart.data, RadarChart)
    shown = await chat.press(head, f"programme:{school}")
    assert shown.text.startswith(
        "Антирисковая программа: 3 фактора высокого или среднего риска. Без мероприятий 3"
    )
    [file] = shown.screen.files
    told = [paragraph.text for paragraph in Document(io.BytesIO(file.content())).paragraphs]
    assert told[:2] == ["Антирисковая программа школы", "Первая"]
    assert told[5:] == [
        "5. Языковые и культурные барьеры",
        "высокий риск, 71 %, 1 из 2 показателей",
        "Нет ни одного мероприятия.",
        "9. Высокая доля учеников с рисками учебной неуспешности",
        "высокий риск, 80 % (было 26 %), 1 из 1 показателей",
        "Нет ни одного мероприятия.",
        "8. Низкий уровень дисциплины в классе",
        "средний риск, 50 % (было 50 %), 2 из 3 показателей",
        "По РПШ ФИОКО: высокий риск.",
        "Нет ни одного мероприятия.",
    ]
    # A newer version of the rule: what was issued stays as it was, and is told anew beside it.
    monkeypatch.setitem(RULES, 2, Rule(2, Fraction(75, 100), Fraction(50, 100), Fraction(1, 2)))
    shown = await chat.press(head, f"profile:{school}")
    _, factors, rule, *_ = shown.text.split("\n\n")
    assert "<b>высокий риск</b>, 71 %" in factors.splitlines()[4]
    assert rule.splitlines()[0].startswith(
        "Процент показывает долю ответов, которые говорят о риске: от 60 %"
    )
    assert rule.splitlines()[1:] == [
        "Правила с тех пор обновились. Пересчитано по правилам 2: № 5 — средний риск, остальные уровни те же."
    ]
