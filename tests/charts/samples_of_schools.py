"""Schools in pictures: their risks, what has changed, what their classes know."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.change import ChangeChart, ChangeRow
from bot.charts.dynamics import DynamicsChart, DynamicsRow
from bot.charts.heat_map import HeatChart, HeatRow
from bot.charts.radar import RadarAxis, RadarChart
from bot.charts.risk_profile import RiskChart, RiskRow
from bot.charts.shares import ShareChart, ShareRow
from bot.domain.risk import Level
from bot.domain.risk_change import Verdict
from tests.charts.samples_of_plans import LONG_SCHOOL

FOOTNOTE = "Внутренняя самодиагностика, не РПШ ФИОКО. Правило расчёта: версия 1"
FACTOR = "Недостаточная предметная и методическая компетентность педагогов"  # the longest there is

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
