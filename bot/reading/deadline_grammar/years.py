"""First stage of the cascade: what is written of years, calendar and school ones, becomes a YEARSPAN."""

from __future__ import annotations

from bot.domain.school_year import CalendarYear, SchoolYear
from bot.reading.deadline_grammar.around_days import AROUND_DAYS, as_word, nothing, only_first, only_last
from bot.reading.deadline_grammar.cascade import Stage, Token, Tokens, kinds, made, of_kind
from bot.reading.deadline_grammar.span import CALENDAR_YEAR, LESSONS, SCHOOL_YEAR, YEAR, Span

_YOUNGEST, _OLDEST = 15, 45
"""Two digits that may be a year: «сентябрь 21 г.»; the digits of «раз в 3 года» are not."""


_NEAR_YEARS = range(17, 30)
"""Two digits that are a year even after a full stop: «09.23»; minutes are :00, :15, :30 or :45."""
_MONTHS = 12
_GLUED = 4  # two months and two years


def _whole(number: int) -> int:
    return number if number > 99 else 2000 + number


def calendar_years(first: int, last: int) -> Span:
    return Span(CALENDAR_YEAR, YEAR, CalendarYear(first), more_years=last - first)


def school_years(first: int, last: int) -> Span:
    """The school years from the autumn of one calendar year to the summer of another."""
    return Span(SCHOOL_YEAR, YEAR, SchoolYear(first), more_years=last - first - 1)


def _school(tokens: Tokens) -> list[Token]:
    """«2021-2022 учебный год», «2021-2022, 2022-2023 учебные годы»: one span a pair."""
    numbered = [token for token in tokens if token.kind in ("YEAR", "NUM")]
    first, last = numbered[:2]
    if tokens[-1].kind == "EDU" and last.kind == "NUM" and last.value != (first.value + 1) % 100:
        split = tokens.index(last) - 1  # «25 мая 2023 года – 8 учебных недель»
        return [*_single(tokens[:split]), *tokens[split:]]
    spans = []
    for first, last in zip(numbered[::2], numbered[1::2], strict=True):
        start, end = _whole(first.value), _whole(last.value)
        if end == start - 1:
            spans.append(made("YEARSPAN", school_years(end, start).doubting("end_before_start"), tokens))
            continue
        span = school_years(start, max(end, start + 1))
        spans.append(made("YEARSPAN", span if end > start else span.doubting("end_before_start"), tokens))
    return spans


def _slashed(tokens: Tokens) -> list[Token]:
    """«2021/22» is a school year; «2021/28 апреля» is a list."""
    first, last = of_kind(tokens, "YEAR", "NUM")
    return _school(tokens) if _whole(last) == first + 1 else [*_single(tokens[:1]), *tokens[1:]]


def _one_school(tokens: Tokens) -> list[Token]:
    """«2021 учебный год» names one year of two."""
    (year,) = of_kind(tokens, "YEAR")
    return [made("YEARSPAN", school_years(year, year + 1).doubting("year_assumed"), tokens)]


def _this_calendar(tokens: Tokens) -> list[Token]:
    """«до конца календарного года»."""
    return [made("YEARSPAN", Span(CALENDAR_YEAR, YEAR, after_first=0), tokens)]


def _this_school(tokens: Tokens) -> list[Token]:
    return [made("YEARSPAN", Span(LESSONS, YEAR), tokens)]


def _next_school(tokens: Tokens) -> list[Token]:
    """«новый учебный год»."""
    return [made("YEARSPAN", Span(LESSONS, YEAR, following=True), tokens)]


def _range(tokens: Tokens) -> list[Token]:
    """«2021-2023 годы»; two years in a row without a word may also be a school year."""
    first, last = of_kind(tokens, "YEAR", "NUM")
    if last < 100 and last != (first + 1) % 100:
        return [*_single(tokens[:1]), *tokens[1:]]
    last = _whole(last)
    if last < first:
        return [made("YEARSPAN", calendar_years(first, first).doubting("end_before_start"), tokens)]
    if last == first:  # «сентябрь 2023 – 2023 ноябрь»
        return [made("YEARSPAN", calendar_years(first, first).doubting("list_or_range"), tokens)]
    span = calendar_years(first, last)
    if last == first + 1:
        span = span._replace(school=SCHOOL_YEAR)
        if tokens[-1].kind != "YEARWORD":
            span = span.doubting("year_assumed")
    return [made("YEARSPAN", span, tokens)]


def _short(tokens: Tokens) -> list[Token]:
    number = tokens[0].value
    if _YOUNGEST <= number <= _OLDEST:
        return [made("YEARSPAN", calendar_years(_whole(number), _whole(number)), tokens)]
    return list(tokens)


def _single(tokens: Tokens) -> list[Token]:
    year = tokens[0].value
    return [made("YEARSPAN", calendar_years(year, year), tokens)]


def _between_months(tokens: Tokens) -> list[Token]:
    """«сентябрь-2023 ноябрь»: two months, or one of several?"""
    month, _, *year, last = tokens
    span = _single(year)[0]
    return [month, span.of("YEARSPAN", span.value.doubting("list_or_range")), last]


def _short_years(tokens: Tokens) -> list[Token]:
    """«декабрь 23 – февраль 24», «окт.23-фев.24»: nobody puts a day after its month."""
    first, last = of_kind(tokens, "NUM")
    if not _YOUNGEST <= first <= last <= min(first + 1, _OLDEST):
        return list(tokens)
    spans = [calendar_years(_whole(year), _whole(year)).doubting("year_assumed") for year in (first, last)]
    rewritten = [token.of("YEARSPAN", spans.pop(0)) if token.kind == "NUM" else token for token in tokens]
    if (
        len(rewritten) == _GLUED and tokens[1].end == tokens[2].start
    ):  # the dash after a number was read with it
        rewritten.insert(2, tokens[1].of("DASH", "-"))
    return rewritten


def _short_year(tokens: Tokens) -> list[Token]:
    """«окт.23»: the same of one month."""
    if tokens[1].value not in _NEAR_YEARS:
        return list(tokens)
    year = calendar_years(_whole(tokens[1].value), _whole(tokens[1].value)).doubting("year_assumed")
    return [tokens[0], tokens[1].of("YEARSPAN", year)]


def _months_and_years(tokens: Tokens) -> list[Token]:
    """«09.23 г.», «09.23-05.24»: an hour where these numbers cannot be so."""
    rewritten: list[Token] = []
    for token in tokens:
        if token.kind == "TIME":
            month, _, year = token.value.partition(".")
            if not (year.isdigit() and 1 <= int(month) <= _MONTHS and int(year) in _NEAR_YEARS):
                return []
            span = calendar_years(_whole(int(year)), _whole(int(year))).doubting("year_assumed")
            rewritten += [token.of("MONTH", int(month)), token.of("YEARSPAN", span)]
        elif token.kind != "YEARWORD":
            rewritten.append(token)
    return rewritten


def _hyphened(tokens: Tokens) -> list[Token]:
    """«сентябрь – ноябрь-2023», «I квартал-2023»: a sign just after the word is no sign of a stretch."""
    word, dash = tokens
    return [word] if word.end == dash.start else list(tokens)


_DATED = kinds("MONTH QUARTER TERM HALF SEASON DATE")


def _headings(tokens: Tokens) -> list[Token]:
    """«2021: ноябрь; 2022: апрель, октябрь»: the year that stands before its months is put after each."""
    rewritten: list[Token] = []
    heading: Token | None = None
    for i, token in enumerate(tokens):
        if token.kind == "YEARSPAN":
            if not any(later.kind in _DATED for later in _up_to_year(tokens[i + 1 :])):
                rewritten.append(token)
            heading = token
            continue
        after_year = rewritten and tokens[i - 1] is heading
        rewritten.append(token.of("SEP", ";") if after_year and token.kind in ("COLON", "DASH") else token)
        told = token.kind == "DATE" and token.value[2]
        if heading and token.kind in _DATED and not told:
            rewritten.append(heading)
    return rewritten


def _up_to_year(tokens: Tokens) -> Tokens:
    ends = next((i for i, token in enumerate(tokens) if token.kind == "YEARSPAN"), len(tokens))
    return tokens[:ends]


_PAIR = "YEAR YEARWORD* (DASH|SLASH) (YEAR|NUM)"

read_years = Stage(
    [
        ("^TIME YEARWORD* (DASH TIME YEARWORD*)? $", _months_and_years),
        ("^MONTH DASH YEAR YEARWORD* MONTH $", _between_months),
        ("(MONTH|UNIT|SEASON) DASH (?=YEAR (?!DASH YEAR))", _hyphened),
        *AROUND_DAYS,
        ("^MONTH NUM DASH? MONTH NUM $", _short_years),
        ("^MONTH NUM $", _short_year),
        ("EDU (TERM|HALF|QUARTER)", only_last),
        (f"{_PAIR} (LIST {_PAIR})* YEARWORD* EDU YEARWORD*", _school),
        ("NUM (DASH|SLASH) NUM EDU YEARWORD*", _school),
        (f"EDU YEARWORD {_PAIR} YEARWORD*", _school),
        ("YEAR SLASH (YEAR|NUM) YEARWORD* (?!MONTH)", _slashed),
        ("YEAR YEARWORD* EDU YEARWORD+", _one_school),
        ("NEXT EDU YEARWORD", _next_school),
        ("NEXT (?=YEAR)|QUIET (?=EDU)", nothing),
        ("EDU YEARWORD", _this_school),
        ("YEAR CALENDAR YEARWORD+", _single),
        ("NEXT CALENDAR (?=YEARWORD)", only_first),
        ("QUIET (?=CALENDAR YEARWORD)", nothing),
        ("CALENDAR YEARWORD (?=YEAR)", nothing),
        ("CALENDAR YEARWORD", _this_calendar),
        ("CALENDAR|EDU (?=(WORD|SCHEDULE))", as_word),
        ("YEAR YEARWORD* DASH YEAR YEARWORD*|YEAR DASH NUM YEARWORD* (?!MONTH)", _range),
        ("YEAR YEARWORD*", _single),
        ("NUM YEARWORD+", _short),
    ]
)

_HEAD = "(IN? YEARSPAN (COLON|DASH))"

read_year_headings = Stage(
    [
        (f"^{_HEAD} .+ {_HEAD} .+", _headings),
        ("^YEARSPAN (IN? MONTH|DATE|DAY MONTH|UNTIL) .* YEARSPAN .* (?<!YEARSPAN)$", _headings),
    ]
)
"""Where each year stands before its months, as the whole phrase tells: a year begins it and none ends it."""
