"""The pictures at their extremes: one row and sixty, nothing, all zero, endless names."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.burn_up import BurnUpChart, BurnUpMonth
from bot.charts.change import ChangeChart, ChangeRow
from bot.charts.drawing import Chart
from bot.charts.dynamics import DynamicsChart, DynamicsRow
from bot.charts.gantt import GanttBar, GanttChart, GanttRow, gantt_pages
from bot.charts.heat_map import HeatChart, HeatRow, heat_pages
from bot.charts.progress import ProgressChart, ProgressGroup, ProgressRow
from bot.charts.radar import RadarAxis, RadarChart
from bot.charts.risk_profile import RiskChart, RiskRow
from bot.charts.shares import ShareChart, ShareRow
from bot.domain.progress import Status, Tally
from bot.domain.risk import Level
from bot.domain.risk_change import Verdict

STATUSES = (
    *("выполнено", "частично или нет", "на подтверждении"),
    *("в работе", "просрочено", "не начато", "ждёт даты"),
)
LONG_SECTION = (
    "Организационно-методическое сопровождение школ с низкими образовательными результатами, часть {}-я"
)
LONG_SCHOOL = "МБОУ «Верхнезареченская СОШ № {} им. А. Е»"


def some(number: int) -> Tally:
    return Tally(3 + number * 2, 2 + number % 3, 5, 1 + number % 4, 10 - number % 7, number % 3)


def group(name: str, rows: int, tally: Callable[[int], Tally] = some) -> ProgressGroup:
    numbered = [(name.format(number + 1), tally(number)) for number in range(rows)]
    return ProgressGroup(
        "По разделам", tuple(ProgressRow(n, f"{t.done} из {t.total} ({t.percent} %)", t) for n, t in numbered)
    )


def progress(*groups: ProgressGroup) -> ProgressChart:
    return ProgressChart(
        title="Дорожная карта Верхнезареченского муниципального района на 2025/26 учебный год",
        summary="Выполнено 120 из 400 (30 %), просрочено 12",
        legend=tuple(zip(Status, STATUSES, strict=True)),
        groups=groups,
    )


LEVELS = {
    Level.HIGH: "высокий",
    Level.MEDIUM: "средний",
    Level.LOW: "низкий",
    Level.INSUFFICIENT: "недостаточно данных",
}


SOURCES = (
    "Учителя: промежуточная волна 01.09–14.09.2025, 117 ответов. Данные школы: промежуточная волна "
    "15.09–28.09.2025. Ученики: промежуточная волна 15.09–28.09.2025, 240 анкет. Родители: промежуточная "
    "волна 15.12.2025–14.01.2026, 180 анкет."
)
BEFORE = "было: промежуточная волна 15.12.2025–14.01.2026, пересчитано по правилам 2"


def risk(percents: list[int | None], name: str, before: list[int | None] | None = None) -> RiskChart:
    was = before or [None] * len(percents)

    def row(number: int, percent: int | None) -> RiskRow:
        level = Level.INSUFFICIENT if percent is None else Level.HIGH
        words = LEVELS[level] if percent is None else f"{LEVELS[level]} риск, {percent} %"
        before = was[number - 1]
        detail = "3 из 5 показателей" if before is None else f"было {before} %, 5 из 5 показателей"
        return RiskRow(f"{number}. {name}", level, words, percent, detail, before)

    return RiskChart(
        title=f"Рисковый профиль, промежуточная волна 01.09–14.09.2025. {LONG_SCHOOL.format(3)}",
        summary=SOURCES,
        legend=tuple((level, f"{words} риск, от 60 %") for level, words in LEVELS.items()),
        rows=tuple(row(number, percent) for number, percent in enumerate(percents, start=1)),
        footnote=FOOTNOTE,
        before=BEFORE if before else "",
    )


def radar(percents: list[int | None], name: str, before: list[int | None] | None = None) -> RadarChart:
    was = before or [None] * len(percents)
    return RadarChart(
        title=f"Рисковый профиль, промежуточная волна 01.09–14.09.2025. {LONG_SCHOOL.format(3)}",
        summary=SOURCES,
        now="сейчас: промежуточная волна 01.09–14.09.2025",
        before=BEFORE if before else "",
        axes=tuple(
            RadarAxis(
                str(number),
                name,
                "недостаточно данных" if percent is None else f"высокий риск, {percent} %",
                percent,
                was[number - 1],
            )
            for number, percent in enumerate(percents, start=1)
        ),
        footnote=FOOTNOTE,
    )


def heat(rows: int, levels: Callable[[int, int], Level]) -> HeatChart:
    return HeatChart(
        title="Школы и факторы риска. Верхнезареченский муниципальный район",
        summary="Выпущенные результаты, сентябрь 2025 года; школы по алфавиту",
        legend=tuple(
            (level, LEVELS[level][0].upper() if level != Level.INSUFFICIENT else "", LEVELS[level])
            for level in Level
        ),
        columns=(FACTOR,) * 10,
        rows=tuple(
            HeatRow(
                LONG_SCHOOL.format(row + 1),
                f"ответили {17 + row}",
                tuple(levels(row, column) for column in range(10)),
            )
            for row in range(rows)
        ),
        footnote=FOOTNOTE,
    )


def change(name: str, *intervals: tuple[float, float, float] | None) -> ChangeChart:
    def row(number: int, interval: tuple[float, float, float] | None) -> ChangeRow:
        if interval is None:
            return ChangeRow(f"{number}. {name}", "нельзя сравнить")
        low, middle, high = interval
        verdict = Verdict.BETTER if high < 0 else Verdict.WORSE if low > 0 else Verdict.ALIKE
        return ChangeRow(
            f"{number}. {name}", f"{middle:+} (от {low:+} до {high:+})", verdict, middle, low, high
        )

    return ChangeChart(
        title="Промежуточная волна (15.12.2025–14.01.2026) против промежуточной (01.09–14.09.2025). "
        + LONG_SCHOOL.format(3),
        summary=f"Было. {SOURCES} Стало. {SOURCES}",
        legend=(
            (Verdict.BETTER, "риск снизился"),
            (Verdict.WORSE, "риск вырос"),
            (Verdict.ALIKE, "в пределах погрешности"),
        ),
        less="риск ниже",
        more="риск выше",
        rows=tuple(row(number, interval) for number, interval in enumerate(intervals, start=1)),
        footnote="Разница в процентных пунктах и интервал, в котором она лежит с вероятностью 95 %. "
        + FOOTNOTE,
    )


def dynamics(name: str, *points: tuple[int | None, ...], threshold: int | None = 60) -> DynamicsChart:
    return DynamicsChart(
        title="Освоение предметов: МБОУ «Верхнезареченская средняя школа № 3»",
        summary="Первое и второе полугодие 2025/26 учебного года",
        earlier="первое полугодие",
        latest="второе полугодие",
        threshold=threshold,
        threshold_words="60 %: ниже предмет проблемный" if threshold else "",
        rows=tuple(
            DynamicsRow(name.format(number), "было и стало", row)
            for number, row in enumerate(points, start=1)
        ),
    )


def shares(*ends: tuple[int, int], name: str = "Подготовка к экзаменам") -> ShareChart:
    return ShareChart(
        title="Какие темы нужны вам в ближайшее полугодие?",
        summary="Методическая служба. МБОУ «Верхнезареченская средняя школа № 3», 42 человека",
        certain="выбрали точно",
        possible="может быть, ещё столько" if any(low < high for low, high in ends) else "",
        rows=tuple(
            ShareRow(f"{number}. {name}", f"{low}–{high} %" if low < high else f"{low} %", low, high)
            for number, (low, high) in enumerate(ends, start=1)
        ),
    )


def burn_up(*months: tuple[int, int | None], total: int) -> BurnUpChart:
    labels = ("сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг")
    return BurnUpChart(
        title="План по месяцам. Верхнезареченский муниципальный район",
        summary=f"Всего задач: {total}",
        wanted="должно быть выполнено",
        done="выполнено",
        months=tuple(BurnUpMonth(labels[place % 12], *month) for place, month in enumerate(months)),
        total=total,
    )


def gantt(rows: int, today: float | None = 0.4) -> GanttChart:
    statuses = tuple(Status)
    bars = tuple(
        (GanttBar(row / rows * 0.8, min(1.0, row / rows * 0.8 + 0.15 * (row % 4)), statuses[row % 7]),)
        if row % 9
        else ()
        for row in range(rows)
    )
    months = ("сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн")
    return GanttChart(
        title="Сроки плана. Верхнезареченский муниципальный район, 2025/26 учебный год",
        summary=f"Мероприятий: {rows}",
        legend=tuple(zip(Status, STATUSES, strict=True)),
        months=tuple((month, place / 10) for place, month in enumerate(months)),
        today=today,
        today_words="сегодня",
        rows=tuple(GanttRow(f"{row + 1}.1. {LONG_SECTION.format(row)}", bars[row]) for row in range(rows)),
    )


FOOTNOTE = "Внутренняя самодиагностика, не РПШ ФИОКО. Правило расчёта: версия 1"
FACTOR = "Недостаточная предметная и методическая компетентность педагогов"  # the longest there is
CHARTS: dict[str, Chart] = {
    "one section": progress(group("Кадры", 1)),
    "long sections": progress(group(LONG_SECTION, 8)),
    "long schools": progress(group(LONG_SCHOOL, 12)),
    "nothing": progress(),
    "all zero": progress(group("Раздел {}", 2, lambda _: Tally()), group("Школа {}", 2, lambda _: Tally())),
    "all done": progress(group("Раздел {}", 3, lambda number: Tally(done=17 + number))),
    "tiny parts": progress(group("Раздел {}", 3, lambda number: Tally(1, 1, 1, 900 + number, 1, 1))),
    "one endless word": progress(group("Щ" * 300, 2), group("A" * 300, 2)),
    "what a font lacks": progress(group("$x_1$ 🎓 \u0007 \\alpha <b>", 2)),
    "unknown risks": risk([None] * 10, FACTOR),
    "known risks": risk([0, 1, 34, 35, 59, 60, 77, 99, 100, 100], FACTOR),
    "risks of two waves": risk(
        [0, 1, 34, 35, 59, 60, 77, None, 100, 100], FACTOR, [100, 0, 34, None, 10, 90, 77, 99, 0, 100]
    ),
    "radar": radar(
        [0, 1, 34, 35, None, 60, None, 99, 100, 100], FACTOR, [100, 0, 34, None, 10, 90, 77, 99, 0, 100]
    ),
    "first radar": radar([50] * 10, "Фактор"),
    "empty radar": radar([None] * 10, FACTOR),
    "heat map": heat_pages(heat(30, lambda row, column: list(Level)[(row * 3 + column) % 4]))[0],
    "one school": heat(1, lambda row, column: Level.INSUFFICIENT),
    "no schools": heat(0, lambda row, column: Level.LOW),
    "changes": change(
        FACTOR, (-20, -12, -4), (-9, 1, 11), (2, 30.5, 59), None, (0, 0, 0), (-100, -100, -100)
    ),
    "nothing to compare": change("Щ" * 300, None, None),
    "subjects": dynamics("{}А, алгебра", (48, 63), (60, 60), (None, 12), (100, None), (0, 100), (None, None)),
    "one period": dynamics(FACTOR, (48,), threshold=None),
    "no subjects": dynamics(""),
    "shares": shares((0, 0), (0, 35), (41, 75), (66, 100), (50, 50), (100, 100)),
    "exact shares": shares((0, 0), (33, 33), (100, 100), name=LONG_SCHOOL.format(3)),
    "no shares": shares(),
    "burn-up": burn_up(
        *((12 * month, 10 * month if month < 6 else None) for month in range(1, 13)), total=144
    ),
    "two years of burn-up": burn_up(*((100 * month, month) for month in range(24)), total=12_000),
    "burn-up of a month": burn_up((1, 0), total=1),
    "burn-up of nothing": burn_up((0, None), total=0),
    "gantt": gantt_pages(gantt(60))[0],
    "a row of gantt": gantt(1, today=None),
    "empty gantt": gantt(0, today=1.0),
}
