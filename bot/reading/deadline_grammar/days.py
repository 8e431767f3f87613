"""Days and months: «10-15, 20 сентября», «15.09.2021», «сентябрь 2021, 2022», «последняя пятница мая»."""

from __future__ import annotations

from bot.domain.school_year import CalendarYear, PlanYear
from bot.reading.deadline_grammar.cascade import NUMBERS, Token, Tokens, first_of, of_kind
from bot.reading.deadline_grammar.span import (
    DAY,
    LAST,
    NO_DAY,
    SEASON,
    WORKDAYS,
    Span,
    day_span,
    joined,
    month_span,
)
from bot.reading.deadline_grammar.span_tokens import as_tokens, month_of, runs, year_of, years_of


def days(tokens: Tokens) -> list[Token]:
    """«15 сентября», «10-15, 20 сентября 2021», «с 1 по 15 мая», «5 числа»."""
    month = month_of(tokens)
    for i, token in enumerate(tokens):
        if token.kind in ("MONTH", "YEARSPAN"):
            days = tokens[:i]
            break
    else:
        days = tokens
    spans = [
        span.doubting(*doubts)
        for year, doubts in years_of(tokens)
        for span in runs(days, lambda day, year=year: day_span(month, _day(day), year))  # type: ignore[misc]
    ]
    if first_of("MONTHWORD", tokens):
        spans = [span._replace(of_month=True) for span in spans]
    return as_tokens(spans, tokens)


def days_after(tokens: Tokens) -> list[Token]:
    """«сентябрь (15-20)», «сентябрь: 15, 20», «сентябрь, 15-20», «сентябрь 15-20»."""
    split = next(i for i, token in enumerate(tokens) if token.kind not in ("MONTH", "YEARSPAN"))
    return days([*tokens[split:], *tokens[:split]])


def limits(tokens: Tokens) -> list[Token]:
    """«январь, апрель (до 5 числа)», «май, до 15», «до 25 числа (май, июнь)»: a limit in each month."""
    limit = next(token for token in tokens if token.kind in ("UNTIL", "NOT"))
    (day,) = [token for token in tokens if token.kind in NUMBERS]
    made = [limit.of("UNTIL", "until")]
    for i, token in enumerate(tokens):
        if token.kind == "MONTH":
            year = [after for after in tokens[i + 1 : i + 2] if after.kind == "YEARSPAN"]
            made += [*days([day, token, *year]), token.of("SEP", ",")]
    return made[:-1]


def month_dash_year(tokens: Tokens) -> list[Token]:
    """«февраль-2023» is a month; apart from both a dash may also mean a stretch."""
    month, dash, year = tokens
    spans = months([month, year])
    if month.end == dash.start:
        return spans
    return [span.of("SPAN", span.value.doubting("list_or_range")) for span in spans]


def _day(number: int) -> int:
    """The last day is said by a word; a day 0 that is written is none."""
    return LAST if number < 0 else number or NO_DAY


def _date(value: tuple[int, int, int | None], year: PlanYear | None = None) -> Span:
    day, month, written = value
    return day_span(month, day, CalendarYear(written) if written else year)


def dates(tokens: Tokens) -> list[Token]:
    """«15-20.09.2021», «15, 22.09»: the days before a full date share its month."""
    if len(tokens) == 1:
        return as_tokens([_date(tokens[0].value)], tokens)
    *_, value = of_kind(tokens, "DATE")
    full = _date(value, year_of(tokens)[0])
    days = [token.of("NUM", value[0]) if token.kind == "DATE" else token for token in tokens]
    return as_tokens(runs(days, lambda day: day_span(full.first_month, day, full.year)), tokens)


def months(tokens: Tokens) -> list[Token]:
    """A month with no year, one year or several («декабрь 2022, 2023 гг.»)."""
    month = month_of(tokens)
    return as_tokens([month_span(month, year).doubting(*doubts) for year, doubts in years_of(tokens)], tokens)


def months_of_years(tokens: Tokens) -> list[Token]:
    """«май, июнь 2021, 2022»: likely all of them in each year."""
    years = [token for token in tokens if token.kind == "YEARSPAN"]
    named = [token for token in tokens if token.kind == "MONTH"]
    found = [span for year in years for month in named for span in months([month, year])]
    return [span.of("SPAN", span.value.doubting("years_spread")) for span in found]


def month_ranges(tokens: Tokens) -> list[Token]:
    """«сентябрь – декабрь 2021, 2022»: the same months in each year."""
    first, last = of_kind(tokens, "MONTH")
    years: list[Span] = of_kind(tokens, "YEARSPAN")
    spans = [joined(month_span(first, year.year), month_span(last, year.year)) for year in years]
    return as_tokens([span._replace(scale=SEASON) for span in spans], tokens)


def weekday(tokens: Tokens) -> list[Token]:
    """«последняя пятница сентября», «вторая среда месяца»."""
    (day,) = of_kind(tokens, "WEEKDAY")
    year, doubts = year_of(tokens)
    numbers = of_kind(tokens, *NUMBERS)
    of_month = first_of("MONTHWORD", tokens) is not None or len(numbers) > 1  # «1 и 3 среда»
    span = month_span(month_of(tokens), year).doubting(*doubts)
    span = span._replace(scale=DAY, of_month=of_month)
    return as_tokens([span._replace(weekday=(number, day)) for number in numbers], tokens)


def about_weekday(tokens: Tokens) -> list[Token]:
    """«первый рабочий понедельник мая», «понедельник первой недели мая»: may be another one."""
    return [token.of("SPAN", token.value.doubting("approximate")) for token in weekday(tokens)]


def working_day(tokens: Tokens) -> list[Token]:
    """«последний рабочий день месяца»: from Monday to Friday, public holidays aside."""
    if tokens[0].kind == "NUM" and first_of("DAYWORD", tokens) == "days":
        return list(tokens)  # «10 раб. дней» are a length
    return weekday([token.of("WEEKDAY", WORKDAYS) if token.kind == "WORKING" else token for token in tokens])
