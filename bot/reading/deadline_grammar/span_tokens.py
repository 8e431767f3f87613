"""What the rules for spans have in common: numbers in a row, the month and the year beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.deadline_grammar.cascade import NUMBERS, Builder, Token, Tokens, first_of, made, of_kind
from bot.reading.deadline_grammar.span import PART, UNNAMED, Span, joined


def year_of(tokens: Tokens) -> tuple[PlanYear | None, tuple[str, ...]]:
    """The year that follows a day or a month, and what is doubtful about it."""
    span: Span | None = first_of("YEARSPAN", tokens)
    return (None, ()) if span is None else _year_of(span)


def _year_of(span: Span) -> tuple[PlanYear | None, tuple[str, ...]]:
    if span.more_years and isinstance(span.year, CalendarYear):
        if span.more_years == 1:  # «сентябрь 2021-2022» is a month of the school year
            return SchoolYear(span.year.year), ("year_assumed",)
        return span.year, (*span.doubts, "years_spread")
    return span.year, span.doubts


def years_of(tokens: Tokens) -> list[tuple[PlanYear | None, tuple[str, ...]]]:
    """The years of which a day or a month is meant in each: «сентябрь 2021, 2022», «15 мая 2021-2024 гг.»."""
    years: list[Span] = of_kind(tokens, "YEARSPAN")
    if not years:
        return [(None, ())]
    first = years[0]
    if tokens[-1].kind == "YEARSPAN":
        if isinstance(first.year, CalendarYear) and first.more_years > 1:
            spread = range(first.year.year, first.year.year + first.more_years + 1)
            return [(CalendarYear(year), ("years_spread",)) for year in spread]
        if len(years) > 1:
            return [(span.year, span.doubts) for span in years]
    return [_year_of(first)]


def in_each_year(make: Builder) -> Builder:
    """«I квартал 2022, 2023 гг.»: the same in each of the years at the end."""

    def spans(tokens: Tokens) -> list[Token]:
        years = [token for token in tokens if token.kind == "YEARSPAN"]
        named = tokens[: tokens.index(years[0])]
        return [span for year in years for span in make([*named, year])]

    return spans


def up_to_last(make: Builder) -> Builder:
    """«до 10-15 августа»: up to the last of the days, most likely."""

    def spans(tokens: Tokens) -> list[Token]:
        return [
            token.of("SPAN", token.value._replace(to_end=True).doubting("until_unclear"))
            if token.kind == "SPAN" and token.value.scale is PART
            else token
            for token in make(tokens)
        ]

    return spans


def month_of(tokens: Tokens) -> int:
    return first_of("MONTH", tokens) or UNNAMED


def as_tokens(spans: Iterable[Span], tokens: Tokens) -> list[Token]:
    return [made("SPAN", span, tokens) for span in spans]


def runs(tokens: Tokens, make: Callable[[int], Span | None]) -> list[Span]:
    """Numbers joined by a dash are one span, numbers in a list one each: «1-5, 12» of anything."""
    spans: list[Span] = []
    dash = False
    for token in tokens:
        if token.kind in ("DASH", "THROUGH", "UNTIL"):
            dash = True
        elif token.kind in NUMBERS:
            span = make(token.value)
            if span is None:
                return []
            if dash and spans:
                span = joined(spans.pop(), span)._replace(scale=max(span.scale, PART))
            spans.append(span)
            dash = False
    if any(after.bounds[0] < before.bounds[0] for before, after in pairwise(spans) if after.scale <= PART):
        spans[0] = spans[0].doubting("list_or_range")  # «25,12-29.12»: are these days in a row?
    return spans
