"""Last stages of the cascade: parts of longer spans, and what «до», «с … по», «после» make of a span."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from bot.domain.school_year import SchoolYear
from bot.reading.deadline_grammar.cascade import Stage, Token, Tokens, made, of_kind
from bot.reading.deadline_grammar.rhythms import Frequency
from bot.reading.deadline_grammar.span import (
    CALENDAR_YEAR,
    LAST,
    LESSONS,
    PARTS,
    UNNAMED,
    Bounds,
    Scale,
    Span,
    month_span,
    part_span,
)


class Role(Enum):
    ON = "on"  # within the span, or from the first to the last
    BY = "by"  # not later than the last's end
    BEFORE = "before"  # before the last begins; a day is its own limit («до 15 мая»)
    FROM = "from"  # from the first's start on
    AFTER = "after"  # some time after the last's end


class Item(NamedTuple):
    """One occurrence as written."""

    role: Role
    first: Span
    last: Span
    label: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.first,) if self.first is self.last else (self.first, self.last)


_THIS_YEAR = Span(CALENDAR_YEAR, Scale.YEAR, school=LESSONS)


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
    if isinstance(span.year, SchoolYear) and span.scale is Scale.YEAR:
        span = span._replace(bounds=LESSONS)
    year = span.scale is Scale.YEAR
    return span._replace(
        bounds=_part(span.bounds, part, year),
        school=_part(span.school, part, year) if span.school else None,
        scale=Scale.PART,
        to_end=part == "end",
    ).doubting("approximate")


def _part_of_span(tokens: Tokens) -> list[Token]:
    part, *rest = tokens
    spans = [_THIS_YEAR if token.kind == "YEARWORD" else token.value for token in rest]
    if any(span.scale in (Scale.DAY, Scale.PART, Scale.MONTH) for span in spans):
        return list(tokens)
    return [made("SPAN", _part_of(part.value, span), tokens) for span in spans]


def _parts_of_span(tokens: Tokens) -> list[Token]:
    """«в начале и в конце учебного года»."""
    first, *_, last, _ = [token for token in tokens if token.kind not in ("AND", "SEP", "IN")]
    return _part_of_span([first, tokens[-1]]) + _part_of_span([last, tokens[-1]])


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
    span = spans[0].value if spans else Span(CALENDAR_YEAR, Scale.YEAR)
    return [made("SPAN", span._replace(after_first=1), tokens)]


read_parts = Stage(
    [
        ("SPAN? IN? NEXT YEARWORD", _next_year),
        ("PART FREQ", _part_of_every),
        ("PART LIST IN? PART (YEARSPAN|YEARWORD)", _parts_of_span),
        ("PART (SPAN+|YEARSPAN|YEARWORD)", _part_of_span),
        ("(IN|ON)? WITHIN WHOLE? QUIET? YEARSPAN", _lessons),
        ("(WITHIN WHOLE?|WHOLE) YEARWORD", _this_year),
        ("(WITHIN QUIET?|WHOLE) MONTHWORD", _this_month),
        ("(IN|ON)? WITHIN WHOLE? SPAN", _within),
        ("YEARSPAN", _as_span),
    ]
)


def _items(role: Role, tokens: Tokens) -> list[Token]:
    """The role is that of the first and of those like it: «до 15 сентября и 15 января», «до 1 июня, июль»."""
    spans = [token for token in tokens if token.kind == "SPAN"]
    alike = [role is Role.AFTER or token.value.scale is spans[0].value.scale for token in spans]
    roles = [role if like else Role.ON for like in alike]
    return [
        made("ITEM", Item(own, token.value, token.value), [token])
        for own, token in zip(roles, spans, strict=True)
    ]


def _on(tokens: Tokens) -> list[Token]:
    span = tokens[0].value
    return [made("ITEM", Item(Role.ON, span, span), tokens)]


def _range(tokens: Tokens) -> list[Token]:
    spans = of_kind(tokens, "SPAN")
    first, last = spans[0], spans[-1]
    if len(spans) > 2 and not all(_follows(after, before) for before, after in pairwise(spans)):
        last = last.doubting("list_or_range")
    if first.scale >= Scale.SEASON > last.scale and tokens[1].kind in ("DASH", "UNTIL"):
        return _titled(tokens)
    return [made("ITEM", Item(Role.ON, first, last), tokens)]


def _follows(after: Span, before: Span) -> bool:
    """Whether one is the month after the other."""
    return after.scale is before.scale is Scale.MONTH and after.first_month == before.first_month % 12 + 1


def _titled(tokens: Tokens) -> list[Token]:
    """«I полугодие – до 25 декабря»: the first names what is due at the second."""
    limit = any(token.kind in ("UNTIL", "TOWARDS") for token in tokens)
    role = Role.BEFORE if limit else Role.ON
    return [made("WORD", "", tokens[:1]), *_items(role, tokens[-1:])]


def _reported(tokens: Tokens) -> list[Token]:
    """«за I полугодие – до 15 января», «итоги полугодия – январь»; of a day that is reported nobody knows."""
    if of_kind(tokens, "SPAN")[0].scale >= Scale.SEASON:
        return _titled(tokens)
    items = [item for token in tokens if token.kind == "SPAN" for item in _on([token])]
    return [tokens[0].of("UNTIL", "until"), *items]


def _limit_of(tokens: Tokens) -> list[Token]:
    """«до 25 декабря – I полугодие»: the last names what is due."""
    limit = _items(Role.BEFORE, tokens[:2])
    first, last = of_kind(tokens, "SPAN")
    if last.scale >= Scale.SEASON > first.scale:
        return [*limit, made("WORD", "", tokens[-1:])]
    return [*limit, tokens[2], *_items(Role.ON, tokens[-1:])]


def _from_start_to_end(tokens: Tokens) -> list[Token]:
    """«начало – сентябрь, окончание – май»."""
    first, last = of_kind(tokens, "SPAN")
    if of_kind(tokens, "PART") != ["start", "end"]:
        return list(tokens)
    return [made("ITEM", Item(Role.ON, first, last), tokens)]


def _until(tokens: Tokens) -> list[Token]:
    """«сентябрь – до 15 октября» is a stretch; after a quarter or a year it is a title's limit."""
    first, last = tokens[0].value, tokens[-1].value
    if first.scale >= Scale.SEASON:
        return _titled(tokens)
    return [made("ITEM", Item(Role.ON, first, last.doubting("list_or_range")), tokens)]


def _neighbours(tokens: Tokens) -> list[Token]:
    """Bare months without a sign between are one stretch; anything else side by side is a list."""
    items: list[Token] = []
    for token in tokens:
        span: Span = token.value
        last: Item | None = items[-1].value if items else None
        if last and span.scale is Scale.MONTH and last.last.scale is Scale.MONTH and last.last.year is None:
            ends = span if _follows(span, last.last) else span.doubting("list_or_range")
            items[-1] = made("ITEM", Item(Role.ON, last.first, ends), [items[-1], token])
        else:
            items.append(made("ITEM", Item(Role.ON, span, span), [token]))
    return items


def _event(tokens: Tokens) -> list[Token]:
    """«до начала экзаменов»: somebody else's day."""
    return [made("SCHEDULE", "event", tokens)]


def _paper(tokens: Tokens) -> list[Token]:
    """«по приказу от 15.03.2021»: the day of a paper, not a deadline."""
    return [tokens[0], made("WORD", "", tokens[1:])]


def _reference(tokens: Tokens) -> list[Token]:
    """«письмо от 15.03.2021» is likely to be the same."""
    return [made("OF", "", tokens)]


def _unread_limit(tokens: Tokens) -> list[Token]:
    """«от» a day that belongs to no paper may be a slip for «до» or the start of a stretch."""
    return [
        tokens[0].of("UNTIL", "until"),
        made("ITEM", Item(Role.ON, tokens[1].value, tokens[1].value), tokens),
    ]


def _open(tokens: Tokens) -> list[Token]:
    return [made("OPEN", "open", tokens)]


_SPANS = "SPAN (LIST? SPAN (?!TO))*"

read_roles = Stage(
    [
        ("PART (COLON|DASH) SPAN LIST PART (COLON|DASH) SPAN", _from_start_to_end),
        ("SPAN (COLON|DASH) PART LIST SPAN (COLON|DASH) PART", _from_start_to_end),
        ("(FROM|OF) SPAN TO SPAN", _range),
        ("(FROM|IN) PART WORD+", _event),
        ("(UNTIL|TOWARDS) PART? COURSE? WORD+", _event),
        ("SCHEDULE (WORD|NUM|SEP)* OF SPAN", _paper),
        ("(?<=(WORD|NUM)) OF SPAN", _reference),
        ("OF SPAN", _unread_limit),
        ("(UNTIL|TOWARDS) SPAN INCLUSIVE", lambda tokens: _items(Role.BY, tokens)),
        (f"NOT LATER QUIET? UNTIL? {_SPANS}", lambda tokens: _items(Role.BY, tokens)),
        ("NOT EARLIER QUIET? SPAN", lambda tokens: _items(Role.FROM, tokens)),
        ("(UNTIL|TOWARDS) SPAN DASH SPAN", _limit_of),
        (f"(UNTIL|TOWARDS) {_SPANS}", lambda tokens: _items(Role.BEFORE, tokens)),
        ("OVER SPAN (COLON|DASH|LP|SEP)? (UNTIL|TOWARDS) SPAN", _reported),
        ("THROUGH? AFTER SPAN (COLON|DASH) (UNTIL|TOWARDS)? SPAN", _reported),
        (f"THROUGH? AFTER {_SPANS}", lambda tokens: _items(Role.AFTER, tokens)),
        ("THROUGH SPAN", lambda tokens: _items(Role.BY, tokens)),
        ("FROM SPAN (?!SPAN)", lambda tokens: _items(Role.FROM, tokens)),
        ("SPAN DASH UNTIL SPAN", _until),
        ("SPAN (DASH SPAN)+", _range),
        ("SPAN (THROUGH|UNTIL) SPAN", _range),
        ("SPAN SPAN+", _neighbours),
        ("SPAN", _on),
        ("AND? ONWARD (PERIOD|YEARWORD)?", _open),
    ]
)
