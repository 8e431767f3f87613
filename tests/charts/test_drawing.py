"""The pictures at their extremes: nothing cut, nothing overlapping, small and repeatable."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import combinations

import pytest
from matplotlib.text import Text
from matplotlib.transforms import BboxBase
from PIL import Image

from bot.charts import look
from bot.charts.canvas import Canvas, text_width, wrap
from bot.charts.progress import (
    ProgressChart,
    ProgressGroup,
    ProgressRow,
    draw_progress,
    lay_progress,
    pages,
)
from bot.charts.risk_profile import RiskChart, RiskRow, draw_risk_profile, lay_risk_profile
from bot.charts.worker import Chart, draw_chart
from bot.domain.progress import Status, Tally
from bot.domain.risk import Level

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


def risk(percents: list[int | None], name: str) -> RiskChart:
    def row(number: int, percent: int | None) -> RiskRow:
        level = Level.INSUFFICIENT if percent is None else Level.HIGH
        detail = "1 из 5 показателей" if percent is None else f"{percent} %, 5 из 5 показателей"
        return RiskRow(f"{number}. {name}", level, LEVELS[level], percent, detail)

    return RiskChart(
        title="Рисковый профиль: МБОУ «Верхнезареченская средняя школа № 3»",
        summary="Ответили 17 учителей, сентябрь 2025 года",
        legend=tuple((level, f"{words} риск, от 60 %") for level, words in LEVELS.items()),
        rows=tuple(row(number, percent) for number, percent in enumerate(percents, start=1)),
        footnote="Внутренняя самодиагностика, не РПШ ФИОКО. Правило расчёта: версия 1",
    )


FACTOR = "Недостаточная предметная и методическая компетентность педагогических работников школы"
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
}


def drawn_texts(chart: Chart) -> list[Text]:
    canvas = Canvas()
    height = (
        lay_progress(canvas, chart) if isinstance(chart, ProgressChart) else lay_risk_profile(canvas, chart)
    )
    return [
        text for text in canvas.finish(height).findobj(Text) if isinstance(text, Text) and text.get_text()
    ]


@pytest.mark.parametrize("name", CHARTS)
def test_no_text_is_cut_or_meets_another(name: str) -> None:
    texts = drawn_texts(CHARTS[name])
    boxes = [text.get_window_extent() for text in texts]
    figure = texts[0].get_figure(root=True)
    assert figure is not None
    assert [t.get_text() for t, box in zip(texts, boxes, strict=True) if not inside(box, figure.bbox)] == []
    met = [
        (texts[a].get_text(), texts[b].get_text())
        for a, b in combinations(range(len(texts)), 2)
        if boxes[a].overlaps(boxes[b])
    ]
    assert met == []
    assert min(float(text.get_fontsize()) for text in texts) >= 12


def inside(box: BboxBase, frame: BboxBase) -> bool:
    return frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1


@pytest.mark.parametrize("name", CHARTS)
def test_the_png_is_wide_and_small(name: str) -> None:
    png = draw_chart(CHARTS[name])
    with Image.open(io.BytesIO(png)) as picture:
        picture.load()
        assert (picture.format, picture.mode, picture.width) == ("PNG", "P", 1080)
    assert len(png) <= 150 * 1024


def test_the_same_chart_gives_the_same_bytes() -> None:
    for name in ("one section", "unknown risks"):
        assert draw_chart(CHARTS[name]) == draw_chart(CHARTS[name])


def colours(png: bytes, x: int) -> set[str]:
    with Image.open(io.BytesIO(png)) as picture:
        rgb = picture.convert("RGB")
        return {
            "#{:02X}{:02X}{:02X}".format(*rgb.crop((x, y, x + 1, y + 1)).tobytes()) for y in range(rgb.height)
        }


def test_a_status_has_its_colour_exactly() -> None:
    for status in Status:
        chart = progress(group("Кадры", 1, lambda _, status=status: Tally(**{status.value: 1})))  # type: ignore[misc]
        assert look.STATUS_COLOURS[status] in colours(draw_progress(chart), 1000)


def test_a_risk_is_as_long_as_its_percent() -> None:
    png = draw_risk_profile(risk([50], "Фактор"))
    high = look.LEVEL_COLOURS[Level.HIGH]
    assert high in colours(png, look.MARGIN + 205)
    assert high not in colours(png, look.MARGIN + 215)


def test_text_is_wrapped_between_words_and_shortened() -> None:
    width = text_width("Школа номер")
    assert wrap("  Школа\nномер один ", width, 2) == ["Школа номер", "один"]
    assert wrap("Школа номер один", width, 1) == ["Школа ном…"]
    assert wrap("Школа номер", width, 2, beside=width / 3) == ["Школа", "номер"]
    assert wrap("", width, 2) == []
    assert wrap("Школа № 3", text_width("Школа №"), 2) == ["Школа", "№\u00a03"]
    assert ["".join(wrap("Щ" * 50, width, 9))] == ["Щ" * 50]


def test_pages_are_evenly_filled_and_lose_nothing() -> None:
    chart = progress(group(LONG_SECTION, 8), ProgressGroup("По школам", group(LONG_SCHOOL, 20).rows))
    parts = pages(chart)
    sizes = [sum(len(group.rows) for group in part.groups) for part in parts]
    assert sizes == [9, 9, 10]
    assert [row for part in parts for group in part.groups for row in group.rows] == [
        row for group in chart.groups for row in group.rows
    ]
    assert [[group.heading for group in part.groups] for part in parts] == [
        ["По разделам", "По школам"],
        ["По школам"],
        ["По школам"],
    ]
    assert [part.title for part in parts] == [f"{chart.title} ({page}/3)" for page in (1, 2, 3)]
    assert pages(progress(group("Раздел {}", 12))) == (progress(group("Раздел {}", 12)),)
