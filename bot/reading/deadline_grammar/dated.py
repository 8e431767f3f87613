"""What has dates and no rhythm: a day, a limit, a stretch, or several of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.reading.deadline_grammar.item import FROM, ON, Item, Role
from bot.reading.deadline_grammar.placing import shifted
from bot.reading.deadline_grammar.span import DAY, MONTH, PART, SEASON, UNNAMED
from bot.reading.deadline_grammar.windows import (
    LIMITS,
    Reading,
    all_within,
    begins_beside,
    has_year,
    is_year,
    sides_of,
    window_of,
    within,
)


def dated_deadline(reading: Reading, items: Sequence[Item]) -> Deadline:
    if len(items) == 1:
        return _one_or_several(items[0].role, [window_of(items[0], reading)], reading)
    if begins_beside(items):
        reading.doubt(["list_or_range"])
    if any(day.last.scale is DAY and _is_bare_month(month) for day, month in pairwise(reading.written)):
        reading.doubt(["list_or_range"])  # «до 10 апреля, июля»: the 10th of both?
    if any(_unordered(*pair) for pair in pairwise(reading.written)):
        reading.doubt(["list_or_range"])  # «10 08» in a month's section: two days of it?
    years = [item for item in items if is_year(item)]
    finer = [item for item in items if not is_year(item)]
    # «в течение года (сентябрь, май)», «2022 год: май», «декабрь, май (2021-2022 учебный год)»
    specified = bool(
        years and finer and (is_year(items[0]) or (is_year(items[-1]) and has_year(reading.written[-1])))
    )
    several = any(item.first.more_years for item in years)
    if several and any(not has_year(words) and not is_year(words) for words in reading.written):
        reading.doubt(["year_assumed"])  # «2024-2026 гг., до 1 мая»: in which of them?
    role, windows = _occasions(finer if specified else items, reading)
    frames = [Window(*sides_of(item)) for item in years]
    if years and finer and not (specified and all_within(windows, frames)):
        reading.doubt(["year_and_dates"])
    return _one_or_several(role, windows, reading)


def _is_bare_month(item: Item) -> bool:
    return item.first.scale is MONTH and item.first.year is None


def _unordered(before: Item, after: Item) -> bool:
    """Whether the later of two days of a month not named comes first."""
    unnamed = before.last.first_month == after.first.first_month == UNNAMED
    return unnamed and after.first.bounds < before.last.bounds


def _one_or_several(role: Role, windows: Sequence[Window], reading: Reading) -> Deadline:
    if len(windows) > 1:
        return reading.deadline(DeadlineKind.PERIODS, windows)
    window = windows[0]
    if role in LIMITS:
        return reading.deadline(DeadlineKind.BY, windows)
    if role is FROM:
        return reading.deadline(DeadlineKind.CONTINUOUS, windows)
    exact = window.start == window.end
    return reading.deadline(DeadlineKind.DATE if exact else DeadlineKind.PERIOD, windows)


def _occasions(items: Sequence[Item], reading: Reading) -> tuple[Role, list[Window]]:
    """The windows of items, and the role of the first of them.

    «август с 11 по 15 августа» is those days: a stretch just before a part of it frames that. In a list with
    signs the two may also be two occasions.
    """
    windows = [window_of(item, reading) for item in items]
    if len(windows) == 1:
        return items[0].role, windows
    if "LP" in reading.present and _ends_with_unit(items):
        if not all_within(windows[:-1], windows[-1:]):
            reading.doubt(["list_or_range"])  # «11 ноября (1 четверть)»
        elif len(items) > 2:
            items, windows = items[:-1], windows[:-1]  # «май, июнь (II квартал)»
    frames = [
        bool(inner.end and not outer.label and within(inner, outer) and inner != outer)
        for outer, inner in pairwise(windows)
    ]
    ranged = any(item.first is not item.last for item, frame in zip(items, frames, strict=False) if frame)
    if ranged and len(items) == 2 and "LP" in reading.present:
        reading.doubt(["one_within_another"])
        return items[1].role, windows[1:]  # «май – июнь (до 25.06)»
    if any(frames):
        if ranged or not reading.present.isdisjoint(("SEP", "AND")):
            reading.doubt(["one_within_another"])  # «IV квартал, до 25.12» is surely that limit
            frames = [frame and items[i + 1].role in LIMITS for i, frame in enumerate(frames)]
        kept = [i for i, frame in enumerate([*frames, False]) if not frame]
        items, windows = [items[i] for i in kept], [windows[i] for i in kept]
    elif _explained(items, windows):
        if "LP" in reading.present and (items[1].last.scale > PART or items[1].role in LIMITS):
            windows = windows[:1]  # «июнь (летние каникулы)», «до 1 сентября (к началу учебного года)»
        else:
            reading.doubt(["one_within_another"])
    elif _limited_again(items, reading.present):
        reading.doubt(["one_within_another"])  # «к началу учебного года (до 15 августа)»
    return items[0].role, list(dict.fromkeys(windows))


def _ends_with_unit(items: Sequence[Item]) -> bool:
    """Whether the last is a quarter or the like and all others are shorter and have no names."""
    *others, last = items
    shorter = all(item.last.scale < SEASON and not item.label for item in others)
    return last.last.scale is SEASON and last.role is ON and shorter


def _limited_again(items: Sequence[Item], present: set[str]) -> bool:
    """Whether brackets beside a limit hold another."""
    bracketed = len(items) == 2 and "LP" in present and "SEP" not in present
    return bracketed and all(item.role in LIMITS and not item.label for item in items)


def _explained(items: Sequence[Item], windows: Sequence[Window]) -> bool:
    """Whether the last of two says of the first in which longer span it lies, or at whose beginning."""
    if len(items) != 2 or items[0].label or is_year(items[1]):
        return False
    first, last = windows
    if first.end and last.end and first.start is last.start is None:
        return first != last and first.end in (last.end, shifted(last.end, 1))
    return first != last and within(first, last)
