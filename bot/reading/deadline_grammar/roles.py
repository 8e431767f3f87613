"""Last stage of the cascade: what «до», «с … по», «после» make of a span."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.deadline_grammar.cascade import Stage, Token, Tokens, made, of_kind
from bot.reading.deadline_grammar.item import AFTER, BEFORE, BY, FROM, ON, Item, Role
from bot.reading.deadline_grammar.span import DAY, MONTH, SEASON, YEAR, Span


def _items(role: Role, tokens: Tokens) -> list[Token]:
    """The role is that of the first and of those like it: «до 15 сентября и 15 января», «до 1 июня, июль»."""
    items: list[Token] = []
    first: Span | None = None
    for token in tokens:
        if token.kind == "SPAN":
            span: Span = token.value
            first = first or span
            alike = role is AFTER or span.scale is first.scale
            if alike and first.to_end:  # «до 25-30 мая и 25-30 декабря»
                span = span._replace(to_end=True)
            item = Item(role if alike else ON, span, span)
            items.append(Token("ITEM", item, token.start, token.end, token.mended or tokens[0].mended))
    return items


def _on(tokens: Tokens) -> list[Token]:
    (token,) = tokens
    return [token.of("ITEM", Item(ON, token.value, token.value))]


def _range(tokens: Tokens) -> list[Token]:
    spans = of_kind(tokens, "SPAN")
    first, last = spans[0], spans[-1]
    if len(spans) > 2 and not _in_a_row(spans):
        last = last.doubting("list_or_range")
    undated = tokens[0].kind == "SPAN" and tokens[1].kind == "DASH" and first.year is None
    if undated and spans[-2].scale < last.scale is YEAR and last.year:
        return _of_year(spans[:-1], tokens)
    if tokens[1].kind == "UNTIL" and first.scale < last.scale is YEAR:  # «в ноябре до 2025 года»
        return [*_on(tokens[:1]), *_items(BEFORE, tokens[-1:])]
    if first.scale >= SEASON > last.scale and tokens[1].kind in ("DASH", "UNTIL"):
        return _titled(tokens)
    if first.scale < last.scale is SEASON and tokens[1].kind == "DASH":
        last = last.doubting("list_or_range")  # «ноябрь – 2 четверть» may name it
    return [made("ITEM", Item(ON, first, last), tokens)]


def _of_year(spans: Sequence[Span], tokens: Tokens) -> list[Token]:
    """«I квартал – 2023»: rather the quarter of that year than up to its end."""
    year = tokens[-1].value.year
    first = spans[0].in_year(year).doubting("list_or_range")
    last = first if len(spans) == 1 else spans[-1].in_year(year)
    return [made("ITEM", Item(ON, first, last), tokens)]


def _in_a_row(spans: Sequence[Span]) -> bool:
    return all(_follows(after, before) for before, after in pairwise(spans))


def _follows(after: Span, before: Span) -> bool:
    """Whether one is the month after the other."""
    return after.scale is before.scale is MONTH and after.first_month == before.first_month % 12 + 1


def _titled(tokens: Tokens) -> list[Token]:
    """«I полугодие – до 25 декабря»: the first names what is due at the second."""
    limit = any(token.kind in ("UNTIL", "TOWARDS") for token in tokens)
    role = BEFORE if limit else ON
    title = next(i for i, token in enumerate(tokens) if token.kind == "SPAN")
    return [made("WORD", "", tokens[: title + 1]), *_items(role, tokens[-1:])]


def _reported(tokens: Tokens) -> list[Token]:
    """«за I полугодие – до 15 января», «итоги полугодия – январь»; of a day that is reported nobody knows."""
    if of_kind(tokens, "SPAN")[0].scale >= SEASON:
        return _titled(tokens)
    items = [item for token in tokens if token.kind == "SPAN" for item in _on([token])]
    return [tokens[0].of("UNTIL", "until"), *items]


def _limit_of(tokens: Tokens) -> list[Token]:
    """«до 25 декабря – I полугодие»: the last names what is due; «до 1 мая – 10 мая» is no such thing."""
    limit = _items(BEFORE, tokens[:2])
    first, last = of_kind(tokens, "SPAN")
    if last.scale >= SEASON > first.scale:
        return [*limit, made("WORD", "", tokens[-1:])]
    span = last.doubting("list_or_range") if last.scale is first.scale else last
    return [*limit, tokens[2], tokens[-1].of("ITEM", Item(ON, span, span))]


def _from_start_to_end(tokens: Tokens) -> list[Token]:
    """«начало – сентябрь, окончание – май»."""
    first, last = of_kind(tokens, "SPAN")
    if of_kind(tokens, "PART") != ["start", "end"]:
        return [item for token in tokens for item in (_on([token]) if token.kind == "SPAN" else [token])]
    return [made("ITEM", Item(ON, first, last), tokens)]


def _until(tokens: Tokens) -> list[Token]:
    """«сентябрь – до 15 октября» is a stretch; after a quarter or a year it is a title's limit."""
    first, last = tokens[0].value, tokens[-1].value
    if first.scale >= SEASON:
        return _titled(tokens)
    return [made("ITEM", Item(ON, first, last.doubting("list_or_range")), tokens)]


def _beside_range(tokens: Tokens) -> list[Token]:
    """«сентябрь июнь – август»: the dash joins what stands at its sides."""
    span: Span = tokens[0].value
    bare = span.scale is MONTH and span.year is None
    return _on([tokens[0].of("SPAN", span.doubting("list_or_range") if bare else span)])


def _neighbours(tokens: Tokens) -> list[Token]:
    """Bare months without a sign between are one stretch; anything else side by side is a list."""
    items: list[Token] = []
    bare = all(token.value.scale is MONTH and token.value.year is None for token in tokens)
    if bare and len(tokens) > 2 and not _in_a_row([token.value for token in tokens]):
        return [
            made("ITEM", Item(ON, span, span), [token])
            for token in tokens
            for span in [token.value.doubting("list_or_range")]
        ]
    for token in tokens:
        span: Span = token.value
        last: Item | None = items[-1].value if items else None
        if last and span.scale is MONTH and last.last.scale is MONTH and last.last.year is None:
            ends = span if _follows(span, last.last) else span.doubting("list_or_range")
            items[-1] = made("ITEM", Item(ON, last.first, ends), [items[-1], token])
        else:
            items.append(made("ITEM", Item(ON, span, span), [token]))
    return items


def _neighbours_in_list(tokens: Tokens) -> list[Token]:
    """«сентябрь октябрь, ноябрь»: a comma may be lacking."""
    items = _neighbours(tokens)
    for i, token in enumerate(items):
        item: Item = token.value
        if item.first is not item.last:
            items[i] = token.of("ITEM", item._replace(last=item.last.doubting("list_or_range")))
    return items


def _name(tokens: Tokens) -> list[Token]:
    """«20 июня – начало приёма документов»."""
    return [made("WORD", "", tokens)]


def _unnamed(tokens: Tokens) -> list[Token]:
    """«кроме июля»: no occasion, and nothing that a window could tell."""
    return [made("VAGUE", "except", tokens)]


def _event(tokens: Tokens) -> list[Token]:
    """«до начала экзаменов»: somebody else's day."""
    return [made("SCHEDULE", "event", tokens)]


def _event_of_day(tokens: Tokens) -> list[Token]:
    """«к 225-летию А.С. Пушкина (6 июня)»: by its day, most likely."""
    span: Span = next(token.value for token in tokens if token.kind == "SPAN").doubting("event_and_date")
    return [made("ITEM", Item(BY if span.scale is DAY else ON, span, span), tokens)]


def _until_event(tokens: Tokens) -> list[Token]:
    """«с 15 апреля до отмены режима»: nobody knows how long."""
    span: Span = tokens[1].value.doubting("event_and_date")
    return [made("ITEM", Item(FROM, span, span), tokens)]


def _unread_event(tokens: Tokens) -> list[Token]:
    """«до кнца 2022 года»: an event of that time, or a word of time with a slip."""
    return [*_event(tokens), made("OF", "", tokens)]


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
        made("ITEM", Item(ON, tokens[1].value, tokens[1].value), tokens),
    ]


def _open(tokens: Tokens) -> list[Token]:
    return [made("OPEN", "open", tokens)]


_ENDS = "(?=(SEP|RP|$))"
_SIDE_BY_SIDE = "SPAN (SPAN (?!(DASH|THROUGH) SPAN))+"
_SPANS = "SPAN (LIST? SPAN (?!TO))*"

read_roles = Stage(
    [
        ("PART (COLON|DASH)? SPAN LIST? QUIET? PART (COLON|DASH)? SPAN", _from_start_to_end),
        ("SPAN (COLON|DASH) PART LIST SPAN (COLON|DASH) PART", _from_start_to_end),
        ("SPAN LP PART RP (DASH|LIST) SPAN LP PART RP", _from_start_to_end),
        ("(FROM|OF) SPAN TO SPAN", _range),
        ("EXCEPT SPAN ((LIST|DASH|THROUGH)? SPAN)*", _unnamed),
        ("(FROM|IN) PART WORD+", _event),
        (f"(UNTIL|TOWARDS) PART? COURSE? WORD+ (LP SPAN RP|DASH SPAN {_ENDS})", _event_of_day),
        (f"FROM SPAN (SEP|AND)* UNTIL PART? COURSE? (WORD|SCHEDULE)+ {_ENDS}", _until_event),
        ("(UNTIL|TOWARDS) PART? COURSE? WORD+ (?=SPAN)", _unread_event),
        ("(UNTIL|TOWARDS) PART? COURSE? WORD+", _event),
        ("PART WORD+", _name),
        ("SCHEDULE (WORD|NUM|SEP)* OF SPAN", _paper),
        ("(?<=(WORD|NUM)) OF SPAN", _reference),
        ("OF SPAN", _unread_limit),
        ("THROUGH NUM", _reference),
        ("(UNTIL|TOWARDS) SPAN INCLUSIVE", lambda tokens: _items(BY, tokens)),
        (f"NOT LATER QUIET? UNTIL? {_SPANS}", lambda tokens: _items(BY, tokens)),
        ("NOT EARLIER QUIET? SPAN", lambda tokens: _items(FROM, tokens)),
        ("(UNTIL|TOWARDS) SPAN DASH SPAN", _limit_of),
        (f"(UNTIL|TOWARDS) {_SPANS}", lambda tokens: _items(BEFORE, tokens)),
        ("OVER SPAN (COLON|DASH|LP|SEP)? (UNTIL|TOWARDS) SPAN", _reported),
        ("THROUGH? AFTER SPAN (COLON|DASH) (UNTIL|TOWARDS)? SPAN", _reported),
        (f"THROUGH? AFTER {_SPANS}", lambda tokens: _items(AFTER, tokens)),
        ("THROUGH SPAN", lambda tokens: _items(BY, tokens)),
        ("FROM SPAN (?!SPAN)", lambda tokens: _items(FROM, tokens)),
        ("SPAN DASH UNTIL SPAN", _until),
        ("SPAN (DASH SPAN)+", _range),
        ("SPAN (THROUGH|UNTIL) SPAN", _range),
        ("SPAN (?=SPAN (DASH|THROUGH) SPAN)", _beside_range),
        (f"{_SIDE_BY_SIDE} (?=LIST SPAN)|(?<=(SEP|AND|SLASH)) {_SIDE_BY_SIDE}", _neighbours_in_list),
        (_SIDE_BY_SIDE, _neighbours),
        ("SPAN", _on),
        ("AND? ONWARD (PERIOD|YEARWORD)?", _open),
    ]
)
