"""One's own hour and days as words and as buttons."""

from __future__ import annotations

from bot.domain.rhythm import HOURS, WEEKDAYS
from bot.screen import Row, Screen, Texts, button, lines, text
from bot.use_cases.habits import MyHabits
from handlers.shared import HOME_ROW

_BACK: Row = (button("button-habits", "habits"),)


def habits(found: MyHabits) -> Screen:
    days = Texts(tuple(text(f"weekday-{day}") for day in sorted(found.weekdays)), ", ")
    words = lines(
        text("habits", hour=_hour(found.hour), days=days),
        text("habits-paused", day=found.paused_until) if found.paused_until else None,
        separator="\n\n",
    )
    toggles = [
        button(
            text("button-day-on" if day in found.weekdays else "button-day-off", day=text(f"weekday-{day}")),
            "habits-day",
            day,
        )
        for day in sorted(WEEKDAYS)
    ]
    leave = (
        button("button-habits-resume", "habits-resume")
        if found.paused_until
        else button("button-habits-pause", "habits-pause")
    )
    hour = button(text("button-habits-hour", hour=_hour(found.hour)), "habits-hours")
    return Screen(words, ((hour,), tuple(toggles[:3]), tuple(toggles[3:]), (leave,), HOME_ROW))


def hours() -> Screen:
    choices = [button(text("literal", words=_hour(hour)), "habits-hour", hour) for hour in HOURS]
    rows = (tuple(choices[start : start + 5]) for start in range(0, len(choices), 5))
    return Screen(text("habits-ask-hour"), (*rows, _BACK))


def ask_return() -> Screen:
    return Screen(text("habits-ask-return"), (_BACK,))


def _hour(hour: int) -> str:
    return f"{hour:02}:00"
