"""Every kind of deadline in words, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay, Window
from handlers.plan.deadline_view import deadline_words
from tests.factories import WORDS

MARCH = Window(date(2027, 3, 1), date(2027, 3, 31))
BY = Window(None, date(2027, 3, 15))


def of(kind: str, *windows: Window, rule: str | None = None) -> Deadline:
    return Deadline("as written", DeadlineKind(kind), windows, rule)


def recurring(rule: str, *windows: Window) -> Deadline:
    return of("recurring", *windows, rule=rule)


@pytest.mark.parametrize(
    ("understood", "russian", "english"),
    [
        (of("date", Window(date(2027, 3, 1), date(2027, 3, 1))), "1 марта 2027", "1 March 2027"),
        (of("by", BY), "до 15 марта 2027", "by 15 March 2027"),
        (of("by", Window(None, MonthDay(3, 15))), "до 15.03 (год не указан)", "by 15.03 (no year given)"),
        (of("period", MARCH), "1 марта 2027 – 31 марта 2027", "1 March 2027 – 31 March 2027"),
        (of("continuous"), "постоянно", "all the time"),
        (
            of("continuous", Window(date(2027, 3, 1), None)),
            "постоянно, с 1 марта 2027",
            "all the time, from 1 March 2027",
        ),
        (of("unscheduled"), "ждёт даты", "waits for a date"),
        (of("unknown"), "не понято", "not understood"),
        (
            of("periods", Window(None, date(2027, 3, 15), "1 этап"), MARCH),
            "1 этап: до 15 марта 2027; 1 марта 2027 – 31 марта 2027",
            "1 этап: by 15 March 2027; 1 March 2027 – 31 March 2027",
        ),
        (of("periods", *[BY] * 8), "; ".join(["до 15 марта 2027"] * 6 + ["и ещё 2"]), None),
        (recurring("FREQ=MONTHLY"), "каждый месяц", "every month"),
        (recurring("FREQ=MONTHLY;INTERVAL=3"), "раз в квартал", "once a quarter"),
        (recurring("FREQ=MONTHLY;INTERVAL=2"), "раз в 2 месяца", "every 2 months"),
        (
            recurring("FREQ=MONTHLY;BYMONTHDAY=1,2,3,15,-1"),
            "каждый месяц, числа: 1–3, 15, последний день",
            None,
        ),
        (recurring("FREQ=MONTHLY;BYDAY=-1FR"), "каждый месяц, пятница, последний раз в месяце", None),
        (recurring("FREQ=WEEKLY;BYDAY=MO,WE"), "каждую неделю, понедельник, среда", None),
        (
            recurring("FREQ=YEARLY;BYMONTH=9,10"),
            "каждый год, сентябрь, октябрь",
            "every year, September, October",
        ),
        (recurring("FREQ=YEARLY;BYMONTH=10,12,3,5"), "раз в школьную четверть", "once a school quarter"),
        (recurring("FREQ=DAILY;INTERVAL=10"), "раз в 10 дней", "every 10 days"),
        (recurring("FREQ=YEARLY", BY), "каждый год, до 15 марта 2027", "every year, by 15 March 2027"),
    ],
)
def test_words(understood: Deadline, russian: str, english: str | None) -> None:
    assert WORDS.html(deadline_words(understood), "ru") == russian
    if english:
        assert WORDS.html(deadline_words(understood), "en") == english
