"""The pictures at their extremes: one row and sixty, nothing, all zero, endless names."""

from __future__ import annotations

from bot.charts.drawing import Chart
from bot.charts.gantt import gantt_pages
from bot.charts.heat_map import heat_pages
from bot.domain.progress import Tally
from bot.domain.risk import Level
from tests.charts.samples_of_plans import LONG_SCHOOL, LONG_SECTION, burn_up, gantt, group, progress
from tests.charts.samples_of_schools import FACTOR, change, dynamics, heat, radar, risk, shares

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
