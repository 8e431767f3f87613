"""A plan in pictures: how far it has come, month by month, row by row."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.burn_up import BurnUpChart, BurnUpMonth
from bot.charts.gantt import GanttBar, GanttChart, GanttRow
from bot.charts.progress import ProgressChart, ProgressGroup, ProgressRow
from bot.domain.progress import Status, Tally

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
