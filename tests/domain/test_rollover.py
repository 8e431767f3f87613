"""A year later: words, days, and what cannot be shifted surely."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay, Window
from bot.domain.plan import Fix, FixField, Period
from bot.domain.rollover import carried, names_year_of, next_year, shifted, working_day_fix, year_later

K = DeadlineKind


@pytest.mark.parametrize(
    ("words", "later"),
    [
        ("до 15.05.2022", "до 15.05.2023"),
        ("15.05.22 г.", "15.05.23 г."),
        ("на 2021-2022 учебный год", "на 2022-2023 учебный год"),
        ("2021/22 уч. год", "2022/23 уч. год"),
        ("2021 – 2022 гг.", "2022 – 2023 гг."),
        ("сентябрь 2021г. - май 2022г.", "сентябрь 2022г. - май 2023г."),
        ("10.09.2021 – 12.09.2021", "10.09.2022 – 12.09.2022"),
        ("до 29.02.2024", "до 28.02.2025"),
        ("29 февраля 2024 года", "28 февраля 2025 года"),
        ("приказ № 2021", "приказ № 2021"),
        ("8 (34368) 5-20-21", "8 (34368) 5-20-21"),
        ("в течение года", "в течение года"),
        ("п. 2.1.15", "п. 2.1.15"),
    ],
)
def test_years_in_figures_are_counted_on(words: str, later: str) -> None:
    assert year_later(words) == later


def deadline(phrase: str, kind: K, *windows: Window, rule: str | None = None) -> Deadline:
    return Deadline(phrase, kind, windows, rule, doubts=("year_assumed",))


def test_days_keep_their_places() -> None:
    whole = Window(date(2023, 2, 1), date(2023, 2, 28), "этап 2023")
    later = Window(date(2024, 2, 1), date(2024, 2, 29), "этап 2024")
    assert shifted(deadline("февраль 2023", K.PERIOD, whole)) == Deadline("февраль 2024", K.PERIOD, (later,))
    leap = deadline("29.02.2024", K.DATE, Window(date(2024, 2, 29), date(2024, 2, 29)))
    assert shifted(leap).windows == (Window(date(2025, 2, 28), date(2025, 2, 28)),)
    bare = deadline("до 1 мая", K.BY, Window(None, MonthDay(5, 1)))
    assert shifted(bare).windows == bare.windows
    assert next_year(Period(date(2023, 9, 1), None)) == Period(date(2024, 9, 1), None)


def test_what_the_grammar_reads_alike_is_sure() -> None:
    old = deadline("до 15.05.2022", K.BY, Window(None, date(2022, 5, 15)))
    alike = Deadline("до 15.05.2023", K.BY, (Window(None, date(2023, 5, 15)),))
    assert carried(old, alike) == (alike, True)
    other = alike._replace(windows=(Window(None, date(2023, 5, 16)),))
    assert carried(old, other) == (alike, False)


def test_a_weekday_is_found_anew() -> None:
    old = deadline("последняя пятница октября 2026", K.DATE, Window(date(2026, 10, 30), date(2026, 10, 30)))
    friday = Window(date(2027, 10, 29), date(2027, 10, 29))
    reread = Deadline("последняя пятница октября 2027", K.DATE, (friday,))
    assert carried(old, reread) == (reread, True)


def test_what_has_no_day_is_carried_as_it_is() -> None:
    monthly = deadline("ежемесячно", K.RECURRING, rule="FREQ=MONTHLY")
    unread = Deadline("ежемесячно", K.UNKNOWN)
    assert carried(monthly, unread) == (monthly._replace(doubts=()), True)


@pytest.mark.parametrize(
    ("kind", "day", "found"),
    [
        (K.BY, date(2022, 5, 15), (date(2022, 5, 15), Fix(FixField.DEADLINE, "до 16.05.2022"))),  # Sunday
        (K.DATE, date(2026, 11, 4), (date(2026, 11, 4), Fix(FixField.DEADLINE, "05.11.2026"))),
        (K.BY, date(2027, 1, 3), (date(2027, 1, 3), Fix(FixField.DEADLINE, "до 09.01.2027"))),
        (K.BY, date(2026, 10, 15), None),
        (K.PERIOD, date(2022, 5, 15), None),
    ],
)
def test_a_day_off_gives_way_to_the_next_working_day(kind: K, day: date, found: object) -> None:
    assert working_day_fix(deadline("15.05", kind, Window(None, day))) == found


def test_words_of_last_year_are_noticed() -> None:
    period = Period(date(2021, 9, 1), date(2022, 5, 31))
    assert [
        names_year_of(t, period) for t in ("итоги 2021 года", "Концепция до 2030 года", "итоги года")
    ] == [
        True,
        False,
        False,
    ]
