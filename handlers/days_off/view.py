"""A district's days off as a list, each with a button that takes it out."""

from __future__ import annotations

from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.days_off import DaysOff
from handlers.shared import HOME_ROW, page_of, pager
from handlers.tasks.wording import day_month
from storage.days_off import StoredBreak


def days_off(found: DaysOff, page: int) -> Screen:
    shown, page = page_of(found.breaks, page)
    words = lines(
        text("days-off", saturday=found.saturday_off),
        lines(text("days-off-own"), *map(_line, shown)) if shown else text("days-off-none"),
        separator="\n\n",
    )
    drops: tuple[Row, ...] = tuple(
        (button(text("button-days-off-drop", period=_short(stored)), "days-off-drop", stored.id),)
        for stored in shown
    )
    saturday = "button-saturday-on" if found.saturday_off else "button-saturday-off"
    rows: tuple[Row, ...] = (
        *drops,
        *pager("days-off", found.district_id, page=page, total=len(found.breaks)),
        (button("button-days-off-add", "days-off-add", found.district_id),),
        (button(saturday, "saturday", found.district_id),),
        (button("button-ladder", "ladder", found.district_id),),
        HOME_ROW,
    )
    return Screen(words, rows)


def ask_period(district_id: int) -> Screen:
    back = (button("button-days-off", "days-off", district_id, 0),)
    return Screen(text("days-off-ask"), (back, HOME_ROW))


def _line(stored: StoredBreak) -> Text:
    name = stored.period.name
    key = "days-off-named" if name else "days-off-line"
    return text(key, period=_period(stored), **({"name": name} if name else {}))


def _short(stored: StoredBreak) -> str:
    """As a button has room for."""
    first, last = (f"{day:%d.%m}" for day in (stored.period.first_on, stored.period.last_on))
    return first if first == last else f"{first} – {last}"


def _period(stored: StoredBreak) -> Text:
    first, last = stored.period.first_on, stored.period.last_on
    if first == last:
        return text("days-off-day", day=day_month(first))
    return text("days-off-period", first=day_month(first), last=day_month(last))
