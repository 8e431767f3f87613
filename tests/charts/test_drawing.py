"""The pictures at their extremes: nothing cut, nothing overlapping, small and repeatable."""

from __future__ import annotations

import io
from itertools import combinations

import pytest
from PIL import Image

from bot.charts import look
from bot.charts.canvas import Box, Canvas
from bot.charts.drawing import LAYOUTS, draw_chart
from bot.charts.letters import text_width, wrap
from bot.charts.progress import ProgressGroup, pages
from bot.domain.progress import Status, Tally
from bot.domain.risk import Level
from tests.charts.golden import difference, golden, small
from tests.charts.samples import CHARTS
from tests.charts.samples_of_plans import LONG_SCHOOL, LONG_SECTION, group, progress
from tests.charts.samples_of_schools import FACTOR, risk

TOLERANCE = 0.001  # mean difference to the golden picture; one bar of ten at another place is above it

SHORTENED = {"one endless word", "nothing to compare", "gantt", "a row of gantt"}  # and nothing else


@pytest.mark.parametrize("name", CHARTS)
def test_no_text_is_cut_or_meets_another(name: str) -> None:
    canvas = Canvas()
    height = LAYOUTS[type(CHARTS[name])](canvas, CHARTS[name])
    words = [words for words in canvas.words if words.line]
    assert [w.line for w in words if not inside(w.ink, height)] == []
    assert [(a.line, b.line) for a, b in combinations(words, 2) if overlap(a.ink, b.ink)] == []
    assert name in SHORTENED or not [w.line for w in words if "…" in w.line]
    assert min(w.points for w in words) >= 12


def inside(box: Box, height: float) -> bool:
    x, y, width, tall = box
    return x >= 0 and x + width <= look.WIDTH and y >= 0 and y + tall <= height


def overlap(one: Box, other: Box) -> bool:
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )


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
