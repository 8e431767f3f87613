"""Stage of the cascade: beginnings, middles and ends of longer spans, and «в течение» of them."""

from __future__ import annotations

from bot.domain.school_year import SchoolYear
from bot.reading.deadline_grammar.cascade import Stage, Token, Tokens, made
from bot.reading.deadline_grammar.frequency import Frequency
from bot.reading.deadline_grammar.span import (
    CALENDAR_YEAR,
    DAY,
    LAST,
    LESSONS,
    MONTH,
    PART,
    PARTS,
    UNNAMED,
    YEAR,
    Bounds,
    Span,
    month_span,
    part_span,
)

_THIS_YEAR = Span(CALENDAR_YEAR, YEAR, school=LESSONS)


def _part(bounds: Bounds, part: str, whole_months: bool) -> Bounds:
    """The first ten days or the last ones of a quarter; of a year its first or last month."""
    (first, _), (last, _) = bounds
    if part == "start":
        return ((first, 1), (first, LAST if whole_months else PARTS["start"][1]))
    if part == "end":
        return ((last, 1 if whole_months else PARTS["end"][0]), (last, LAST))
    months = (last - first) % 12 + 1
    middle = (first - 1 + (months - 1) // 2) % 12 + 1
    return ((middle, 1), (middle, LAST))


def _part_of(part: str, span: Span) -> Span:
    if isinstance(span.year, SchoolYear) and span.scale is YEAR:
        span = span._replace(bounds=LESSONS)
    year = span.scale is YEAR
    return span._replace(
        bounds=_part(span.bounds, part, year),
        school=_part(span.school, part, year) if span.school else None,
        scale=PART,
        to_end=part == "end",
    ).doubting("approximate")


def _part_of_span(tokens: Tokens) -> list[Token]:
    part, *rest = tokens
    spans = [_THIS_YEAR if token.kind == "YEARWORD" else token.value for token in rest]
    if part.value == "end" and all(span.scale is PART for span in spans):  # «до конца первой недели мая»
        return [made("SPAN", span._replace(to_end=True).doubting("approximate"), tokens) for span in spans]
    if any(span.scale in (DAY, PART, MONTH) for span in spans):
        return list(tokens)
    return [made("SPAN", _part_of(part.value, span), tokens) for span in spans]


def _parts_of_span(tokens: Tokens) -> list[Token]:
    """«в начале и в конце учебного года»."""
    parts = [token for token in tokens if token.kind == "PART"]
    return [span for part in parts for span in _part_of_span([part, tokens[-1]])]


def _part_of_every(tokens: Tokens) -> list[Token]:
    """«в начале каждого месяца»; «в конце каждой четверти» is just once in each."""
    part, frequency = tokens[0].value, tokens[1].value
    assert isinstance(frequency, Frequency)
    if frequency.unit != "month":
        return [tokens[1]]
    return [made("SPAN", part_span(UNNAMED, PARTS[part]), tokens[:1]), tokens[1]]


def _lessons(tokens: Tokens) -> list[Token]:
    """«в течение 2021-2022 учебного года» ends with the lessons, the bare year with August."""
    span = tokens[-1].value
    if isinstance(span.year, SchoolYear):
        span = span._replace(bounds=LESSONS)
    elif span.school:
        span = span._replace(school=LESSONS)
    return [made("SPAN", span, tokens)]


def _this_year(tokens: Tokens) -> list[Token]:
    return [made("SPAN", _THIS_YEAR, tokens)]


def _this_month(tokens: Tokens) -> list[Token]:
    return [made("SPAN", month_span(UNNAMED), tokens)]


def _within(tokens: Tokens) -> list[Token]:
    return [tokens[-1]]


def _as_span(tokens: Tokens) -> list[Token]:
    return [made("SPAN", tokens[0].value, tokens)]


def _next_year(tokens: Tokens) -> list[Token]:
    """«до 31 марта следующего года», «в следующем году»."""
    spans = [token for token in tokens if token.kind == "SPAN"]
    span = spans[0].value if spans else Span(CALENDAR_YEAR, YEAR)
    return [made("SPAN", span._replace(after_first=1), tokens)]


read_parts = Stage(
    [
        ("SPAN? IN? NEXT YEARWORD", _next_year),
        ("PART FREQ", _part_of_every),
        ("PART (LIST IN? PART)+ (YEARSPAN|YEARWORD)", _parts_of_span),
        ("PART (SPAN+|YEARSPAN|YEARWORD)", _part_of_span),
        ("(IN|ON)? WITHIN WHOLE? QUIET? YEARSPAN", _lessons),
        ("(WITHIN WHOLE?|WHOLE) YEARWORD|^IN YEARWORD $", _this_year),
        ("(WITHIN QUIET?|WHOLE) MONTHWORD", _this_month),
        ("(IN|ON)? WITHIN WHOLE? SPAN", _within),
        ("YEARSPAN", _as_span),
    ]
)
