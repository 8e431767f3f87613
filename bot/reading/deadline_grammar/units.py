"""Quarters and halves, weeks and decades, beginnings and ends, seasons and holidays."""

from __future__ import annotations

from bot.domain.school_year import CalendarYear, SchoolYear
from bot.reading.deadline_grammar.cascade import NUMBERS, Token, Tokens, first_of, made, of_kind
from bot.reading.deadline_grammar.span import (
    CALENDAR_HALVES,
    DECADES,
    HALVES,
    LAST,
    PARTS,
    QUARTERS,
    SCHOOL_HALVES,
    SEASON,
    SUMMER,
    TERMS,
    TRIMESTERS,
    UNNAMED,
    WEEKS,
    Span,
    joined,
    part_span,
    season_span,
)
from bot.reading.deadline_grammar.span_tokens import as_tokens, month_of, runs, year_of

_LAST_WEEK = (-6, LAST)
_UNITS = {
    "QUARTER": (QUARTERS, QUARTERS),
    "TERM": (TERMS, TERMS),
    "TRIMESTER": (TRIMESTERS, TRIMESTERS),
    "HALF": (CALENDAR_HALVES, SCHOOL_HALVES),
}


def units(tokens: Tokens) -> list[Token]:
    """«I-II квартал 2022», «в 1 и 3 четверти», «2 полугодие 2021-2022 учебного года»."""
    (kind,) = {token.kind for token in tokens if token.kind in _UNITS}
    calendar, school = _UNITS[kind]
    years: list[Span] = of_kind(tokens, "YEARSPAN")
    year, doubts = year_of(tokens)
    if kind == "TRIMESTER":
        doubts = (*doubts, "approximate")  # each school sets its own
    after_first = years[0].after_first if years else None  # 0 of «календарного года»
    of_school = isinstance(year, SchoolYear) or bool(years and year is None and after_first is None)

    def unit(number: int) -> Span | None:
        index = number if number < 0 else number - 1
        if not -1 <= index < len(calendar):
            return None
        if of_school:
            return Span(school[index], SEASON, year)
        if after_first is not None:
            return Span(calendar[index], SEASON, year, after_first=after_first)
        differs = calendar[index] != school[index]
        return Span(calendar[index], SEASON, year, school=school[index] if differs else None)

    spans = runs(tokens, unit)
    return as_tokens([span.doubting(*doubts) for span in spans], tokens) or list(tokens)


_LENGTHS = {"DAYWORD": 1, "WEEK": 7, "DECADE": 10}
_SHORTEST_MONTH = 28
_PIECES = {"WEEK": WEEKS, "DECADE": DECADES, "HALVES": HALVES}


def pieces(tokens: Tokens) -> list[Token]:
    """«1-2 неделя сентября», «последняя декада», «вторая половина мая»."""
    (kind,) = {token.kind for token in tokens if token.kind in _PIECES}
    pieces = _PIECES[kind]
    month, (year, doubts) = month_of(tokens), year_of(tokens)

    def piece(number: int) -> Span | None:
        if number == -1 and kind == "WEEK":
            return part_span(month, _LAST_WEEK, year).doubting("approximate")
        index = number if number < 0 else number - 1
        return part_span(month, pieces[index], year) if -1 <= index < len(pieces) else None

    if _is_length(tokens):
        doubts = (*doubts, "approximate")
    of_month = first_of("MONTHWORD", tokens) is not None
    spans = runs(tokens, piece)
    if of_month:
        spans = [span._replace(of_month=True) for span in spans]
    return as_tokens([span.doubting(*doubts) for span in spans], tokens) or list(tokens)


def _is_length(tokens: Tokens) -> bool:
    """«две недели октября» is rather so many than the second one."""
    several = any(token.value in ("weeks", "decades") for token in tokens)
    return several and [token.kind for token in tokens if token.kind in NUMBERS] == ["NUM"]


def first_or_last(tokens: Tokens) -> list[Token]:
    """«первые две недели мая», «последние 10 дней месяца»."""
    sign, number = of_kind(tokens, *NUMBERS)
    (length,) = [_LENGTHS[token.kind] for token in tokens if token.kind in _LENGTHS]
    days = (1, number * length) if sign > 0 else (1 - number * length, LAST)
    if not 1 <= number * length <= _SHORTEST_MONTH:
        return list(tokens)
    year, doubts = year_of(tokens)
    span = part_span(month_of(tokens), days, year).doubting(*doubts)
    return as_tokens([span._replace(of_month=first_of("MONTHWORD", tokens) is not None)], tokens)


def half_years(tokens: Tokens) -> list[Token]:
    """«первая половина 2022 года», «вторая половина учебного года»."""
    halves = [token.of("HALF", token.value) if token.kind == "HALVES" else token for token in tokens]
    return units([token for token in halves if token.kind != "YEARWORD"])


def part_of_month(tokens: Tokens) -> list[Token]:
    """«начало сентября», «в конце мая и августа», «середина месяца»."""
    year, doubts = year_of(tokens)
    first, *_ = parts = of_kind(tokens, "PART")
    months = of_kind(tokens, "MONTH") or [UNNAMED]
    spans = []
    for month in months:
        span = part_span(month, PARTS[first], year)
        spans.append(joined(span, part_span(month, PARTS[parts[-1]], year)).doubting(*doubts))
    of_month = months == [UNNAMED]
    return as_tokens([s._replace(of_month=of_month, to_end=parts[-1] == "end") for s in spans], tokens)


def first_months(tokens: Tokens) -> list[Token]:
    """«9 месяцев 2024 года»."""
    number, year = tokens[0].value, tokens[-1].value
    if not 1 < number < 12:
        return list(tokens)
    return as_tokens([year._replace(bounds=((1, 1), (number, LAST)), school=None, scale=SEASON)], tokens)


def season(tokens: Tokens) -> list[Token]:
    year, doubts = year_of(tokens)
    span = season_span(tokens[0].value, year).doubting(*doubts)
    if span.first_month == 12 and isinstance(year, CalendarYear):
        span = span.doubting("year_assumed")  # a winter has two years
    return as_tokens([span], tokens)


def school_break(tokens: Tokens) -> list[Token]:
    """Summer holidays have dates of their own; the others are set by each school."""
    if of_kind(tokens, "SEASON") == [SUMMER[0][0]]:
        return as_tokens([Span(SUMMER, SEASON, year_of(tokens)[0])], tokens)
    return [made("SCHEDULE", "break", tokens), *(token for token in tokens if token.kind == "YEARSPAN")]


def name(tokens: Tokens) -> list[Token]:
    """«Неделя математики», «День учителя»: an event's own name."""
    return [made("WORD", "", tokens)]
