"""The pictures at their extremes: nothing cut, nothing overlapping, small and repeatable."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from matplotlib.text import Text
from matplotlib.transforms import BboxBase
from PIL import Image

from bot.charts import look
from bot.charts.canvas import Canvas
from bot.charts.drawing import LAYOUTS, Chart, draw_chart
from bot.charts.letters import text_width, wrap
from bot.charts.progress import ProgressGroup, pages
from bot.domain.progress import Status, Tally
from bot.domain.risk import Level
from tests.charts.golden import difference, golden, small
from tests.charts.samples import CHARTS
from tests.charts.samples_of_plans import LONG_SCHOOL, LONG_SECTION, group, progress
from tests.charts.samples_of_schools import FACTOR, risk


def drawn_texts(chart: Chart) -> list[Text]:
    canvas = Canvas()
    height = LAYOUTS[type(chart)](canvas, chart)
    return [
        text for text in canvas.finish(height).findobj(Text) if isinstance(text, Text) and text.get_text()
    ]


TOLERANCE = 0.001  # mean difference to the golden picture; one bar of ten at another place is above it


SHORTENED = {"one endless word", "nothing to compare", "gantt", "a row of gantt"}  # and nothing else


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
    assert name in SHORTENED or not [t.get_text() for t in texts if "…" in t.get_text()]
    assert min(float(text.get_fontsize()) for text in texts) >= 12


def inside(box: BboxBase, frame: BboxBase) -> bool:
    return frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1


@pytest.mark.parametrize("name", CHARTS)
def test_the_picture_is_wide_and_light_and_looks_as_it_did(name: str) -> None:
    png = draw_chart(CHARTS[name])
    with Image.open(io.BytesIO(png)) as picture:
        picture.load()
        assert (picture.format, picture.mode, picture.width) == ("PNG", "P", 1080)
    assert len(png) <= 150_000
    now = small(png)
    with Image.open(golden(name)) as before:
        assert now.size == before.size
        assert difference(now, before) <= TOLERANCE


def test_a_golden_picture_tells_a_moved_bar() -> None:
    percents: list[int | None] = [0, 1, 34, 35, 59, 60, 77, 99, 100, 100]
    now, moved = (small(draw_chart(risk(row, FACTOR))) for row in (percents, [50, *percents[1:]]))
    assert difference(now, moved) > TOLERANCE


def test_dark_paper_has_the_same_colours_for_the_same_things() -> None:
    chart = CHARTS["heat map"]
    light, dark = (colours(draw_chart(chart, dark=dark), look.MARGIN + 5) for dark in (False, True))
    levels = {look.LEVEL_COLOURS[level] for level in Level if level not in look.HATCHED}
    assert (levels - light, levels - dark) == (set(), set())
    assert (look.LIGHT[look.PAPER] in light, look.DARK[look.PAPER] in dark) == (True, True)
    assert look.LIGHT[look.PAPER] not in dark


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
        assert look.STATUS_COLOURS[status] in colours(draw_chart(chart), 1000)


def test_a_risk_is_as_long_as_its_percent() -> None:
    png = draw_chart(risk([50], "Фактор"))
    high = look.LEVEL_COLOURS[Level.HIGH]
    assert high in colours(png, look.MARGIN + 180)
    assert high not in colours(png, look.MARGIN + 190)


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
