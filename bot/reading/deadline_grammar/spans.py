"""Second stage of the cascade: days, weeks, months, quarters and seasons become SPANs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.deadline_grammar.cascade import Stage, Token, Tokens, made, of_kind
from bot.reading.deadline_grammar.span import (
    CALENDAR_HALVES,
    DECADES,
    HALVES,
    LAST,
    NO_DAY,
    PARTS,
    QUARTERS,
    SCHOOL_HALVES,
    SUMMER,
    TERMS,
    UNNAMED,
    WEEKS,
    Scale,
    Span,
    day_span,
    joined,
    month_span,
    part_span,
    season_span,
)

_LAST_WEEK = (-6, LAST)


def _year(tokens: Tokens) -> tuple[PlanYear | None, tuple[str, ...]]:
    """The year that follows a day or a month, and what is doubtful about it."""
    years: list[Span] = of_kind(tokens, "YEARSPAN")
    if not years:
        return None, ()
    span = years[0]
    if span.more_years and isinstance(span.year, CalendarYear):
        if span.more_years == 1:  # «сентябрь 2021-2022» is a month of the school year
            return SchoolYear(span.year.year), ("year_assumed",)
        return span.year, (*span.doubts, "years_spread")
    return span.year, span.doubts


def _month(tokens: Tokens) -> int:
    months: list[int] = of_kind(tokens, "MONTH")
    return months[0] if months else UNNAMED


def _spans(spans: Iterable[Span], tokens: Tokens) -> list[Token]:
    return [made("SPAN", span, tokens) for span in spans]


def _runs(tokens: Tokens, make: Callable[[int], Span | None]) -> list[Span]:
    """Numbers joined by a dash are one span, numbers in a list one each: «1-5, 12» of anything."""
    spans: list[Span] = []
    dash = False
    for token in tokens:
        if token.kind in ("DASH", "THROUGH", "UNTIL"):
            dash = True
        elif token.kind in ("NUM", "ORD"):
            span = make(token.value)
            if span is None:
                return []
            if dash and spans:
                span = replace(joined(spans.pop(), span), scale=max(span.scale, Scale.PART))
            spans.append(span)
            dash = False
    return spans


def _days(tokens: Tokens) -> list[Token]:
    """«15 сентября», «10-15, 20 сентября 2021», «с 1 по 15 мая», «5 числа»."""
    month, (year, doubts) = _month(tokens), _year(tokens)
    days = tokens[: next((i for i, t in enumerate(tokens) if t.kind in ("MONTH", "YEARSPAN")), len(tokens))]
    spans = _runs(days, lambda day: day_span(month, _day(day), year).doubting(*doubts))
    of_month = any(token.kind == "MONTHWORD" for token in tokens)
    return _spans([replace(span, of_month=of_month) for span in spans], tokens)


def _day(number: int) -> int:
    """The last day is said by a word; a day 0 that is written is none."""
    return LAST if number < 0 else number or NO_DAY


def _date(value: tuple[int, int, int | None], year: PlanYear | None = None) -> Span:
    day, month, written = value
    return day_span(month, day, CalendarYear(written) if written else year)


def _dates(tokens: Tokens) -> list[Token]:
    """«15-20.09.2021», «15, 22.09»: the days before a full date share its month."""
    *_, value = of_kind(tokens, "DATE")
    full = _date(value, _year(tokens)[0])
    days = [replace(token, kind="NUM", value=value[0]) if token.kind == "DATE" else token for token in tokens]
    return _spans(_runs(days, lambda day: day_span(full.first_month, day, full.year)), tokens)


def _months(tokens: Tokens) -> list[Token]:
    """A month with no year, one year or several («декабрь 2022, 2023 гг.»)."""
    month = _month(tokens)
    years: list[Span] = of_kind(tokens, "YEARSPAN")
    if years and isinstance(years[0].year, CalendarYear) and years[0].more_years > 1:
        first = years[0].year.year
        spread = [CalendarYear(first + i) for i in range(years[0].more_years + 1)]
        return _spans([month_span(month, year).doubting("years_spread") for year in spread], tokens)
    if len(years) > 1:
        return _spans([month_span(month, year.year) for year in years], tokens)
    year, doubts = _year(tokens)
    return _spans([month_span(month, year).doubting(*doubts)], tokens)


def _month_year(tokens: Tokens) -> list[Token]:
    month, year = tokens[0].value
    return _spans([month_span(month, CalendarYear(year))], tokens)


_UNITS = {"QUARTER": (QUARTERS, QUARTERS), "TERM": (TERMS, TERMS), "HALF": (CALENDAR_HALVES, SCHOOL_HALVES)}


def _units(tokens: Tokens) -> list[Token]:
    """«I-II квартал 2022», «в 1 и 3 четверти», «2 полугодие 2021-2022 учебного года»."""
    (kind,) = {token.kind for token in tokens if token.kind in _UNITS}
    calendar, school = _UNITS[kind]
    years: list[Span] = of_kind(tokens, "YEARSPAN")
    year = years[0].year if years else None
    of_school = isinstance(year, SchoolYear) or bool(years and year is None)

    def unit(number: int) -> Span | None:
        index = number if number < 0 else number - 1
        if not -1 <= index < len(calendar):
            return None
        if of_school:
            return Span(school[index], Scale.SEASON, year)
        differs = calendar[index] != school[index]
        return Span(calendar[index], Scale.SEASON, year, school=school[index] if differs else None)

    spans = _runs(tokens, unit)
    doubts = years[0].doubts if years else ()
    return _spans([span.doubting(*doubts) for span in spans], tokens) or list(tokens)


_PIECES = {"WEEK": WEEKS, "DECADE": DECADES, "HALVES": HALVES}


def _pieces(tokens: Tokens) -> list[Token]:
    """«1-2 неделя сентября», «последняя декада», «вторая половина мая»."""
    (kind,) = {token.kind for token in tokens if token.kind in _PIECES}
    pieces = _PIECES[kind]
    month, (year, doubts) = _month(tokens), _year(tokens)

    def piece(number: int) -> Span | None:
        if number == -1 and kind == "WEEK":
            return part_span(month, _LAST_WEEK, year).doubting("approximate")
        index = number if number < 0 else number - 1
        return part_span(month, pieces[index], year) if -1 <= index < len(pieces) else None

    of_month = any(token.kind == "MONTHWORD" for token in tokens)
    spans = _runs(tokens, piece)
    return _spans([replace(s, of_month=of_month).doubting(*doubts) for s in spans], tokens) or list(tokens)


def _half_years(tokens: Tokens) -> list[Token]:
    """«первая половина 2022 года», «вторая половина учебного года»."""
    units = [replace(token, kind="HALF") if token.kind == "HALVES" else token for token in tokens]
    return _units([token for token in units if token.kind != "YEARWORD"])


def _part_of_month(tokens: Tokens) -> list[Token]:
    """«начало сентября», «в конце мая и августа», «середина месяца»."""
    year, doubts = _year(tokens)
    first, *_ = parts = of_kind(tokens, "PART")
    months = of_kind(tokens, "MONTH") or [UNNAMED]
    spans = []
    for month in months:
        span = part_span(month, PARTS[first], year)
        spans.append(joined(span, part_span(month, PARTS[parts[-1]], year)).doubting(*doubts))
    of_month = months == [UNNAMED]
    return _spans([replace(s, of_month=of_month, to_end=parts[-1] == "end") for s in spans], tokens)


def _weekday(tokens: Tokens) -> list[Token]:
    """«последняя пятница сентября», «вторая среда месяца»."""
    (day,) = of_kind(tokens, "WEEKDAY")
    year, doubts = _year(tokens)
    of_month = any(token.kind == "MONTHWORD" for token in tokens)
    span = month_span(_month(tokens), year).doubting(*doubts)
    span = replace(span, scale=Scale.DAY, of_month=of_month)
    return _spans([replace(span, weekday=(number, day)) for number in of_kind(tokens, "ORD")], tokens)


def _season(tokens: Tokens) -> list[Token]:
    year, doubts = _year(tokens)
    span = season_span(tokens[0].value, year).doubting(*doubts)
    if span.first_month == 12 and isinstance(year, CalendarYear):
        span = span.doubting("year_assumed")  # a winter has two years
    return _spans([span], tokens)


def _break(tokens: Tokens) -> list[Token]:
    """Summer holidays have dates of their own; the others are set by each school."""
    if of_kind(tokens, "SEASON")[:1] == [SUMMER[0][0]]:
        return _spans([Span(SUMMER, Scale.SEASON, _year(tokens)[0])], tokens)
    return [made("SCHEDULE", "break", tokens)]


_DAYS = "DAY DATEWORD? (DASH DAY)? (LIST DAY (DASH DAY)?)* DATEWORD?"
_NUMBERS = "DAY ((LIST|DASH) DAY)*"
_OF_MONTH = "(MONTH YEARSPAN?|MONTHWORD)"

read_spans = Stage(
    [
        ("FROM DAY DATEWORD? TO DAY DATEWORD? MONTH YEARSPAN?", _days),
        (f"{_DAYS} MONTH YEARSPAN?", _days),
        ("FROM DAY DATEWORD? TO DATE YEARSPAN?", _dates),
        ("DAY ((LIST|DASH) DAY)* (LIST|DASH) DATE YEARSPAN?", _dates),
        ("DATE (YEARSPAN|YEARWORD)?", _dates),
        ("MONTHYEAR YEARWORD?", _month_year),
        (f"ORD (LIST ORD)* WEEKDAY {_OF_MONTH}?", _weekday),
        ("FROM DAY TO DAY UNIT YEARSPAN?", _units),
        (f"{_NUMBERS} UNIT YEARSPAN?", _units),
        ("DAY HALVES (YEARSPAN|YEARWORD)", _half_years),
        (f"FROM DAY TO DAY (WEEK|DECADE) {_OF_MONTH}?", _pieces),
        (f"{_NUMBERS} (WEEK|DECADE|HALVES) {_OF_MONTH}?", _pieces),
        ("PART (DASH PART)? MONTH (LIST MONTH)* YEARSPAN?", _part_of_month),
        ("PART MONTHWORD", _part_of_month),
        ("MONTH YEARSPAN (LIST YEARSPAN)+", _months),
        ("MONTH YEARSPAN?", _months),
        ("ORD DAYWORD (MONTH YEARSPAN?|MONTHWORD)?", _days),
        ("FROM DAY DATEWORD? TO DAY (DATEWORD MONTHWORD?|MONTHWORD)", _days),
        ("DAY (DASH DAY)? (LIST DAY (DASH DAY)?)* (DATEWORD MONTHWORD?|MONTHWORD)", _days),
        ("SEASON BREAK YEARSPAN?", _break),
        ("BREAK", _break),
        ("SEASON PERIOD? YEARSPAN?", _season),
    ]
)

read_bare_days = Stage([("FROM? DAY TO DAY", _days), ("DAY", _days)])
"""For a phrase that is nothing but numbers («1-5», «до 15»), as in a section with a month of its own."""
