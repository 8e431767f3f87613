"""Stage of the cascade: what stands beside exact days and names or counts them, and is no time of its own."""

from __future__ import annotations

from bot.reading.deadline_grammar.around_days import as_word, nothing
from bot.reading.deadline_grammar.cascade import NUMBERS, Stage, Token, Tokens, first_of, made, of_kind

_LENGTHS = ("WEEK", "DAYWORD", "MONTHWORD")
_SIGNS = ("DASH", "COLON", "SEP", "LP")
_NAMED = ("QUARTER", "TERM", "TRIMESTER", "HALF", "SEASON", "BREAK")
_FIRST_QUARTER = 3  # its last month
_AFTER_NAME = (*_SIGNS, "YEARSPAN")


def _heading(tokens: Tokens) -> list[Token]:
    """«1 четверть – с 1 сентября по 29 октября», «осенние каникулы: 28.10-06.11»: the stretch has a name."""
    name = next((i for i, token in enumerate(tokens) if i and token.kind in _AFTER_NAME), len(tokens))
    rest = tokens[name:]
    if any(token.kind == "SEP" and token.value != "\n" for token in rest[:2]):
        return list(tokens)  # «I квартал, 15-20 мая»
    kept = [token for token in rest if token.kind in ("YEARSPAN", "LP")]
    if kept and kept[0].kind == "YEARSPAN":  # «1 полугодие 2022-2023 учебного года: 01.09 – 28.12»
        return kept
    return [made("TITLE", "", tokens[:name]), *kept]


def _named(tokens: Tokens) -> list[Token]:
    """«01.09-29.10 (1 четверть)», «с 1 сентября по 29 октября – 1 четверть»."""
    unit = next(i for i, token in enumerate(tokens) if token.kind in _NAMED)
    sign = max(i for i in range(unit) if tokens[i].kind in _SIGNS)
    return [*tokens[:sign], made("TITLE", "", tokens[sign + 1 : unit + 1])]


def _reported(tokens: Tokens) -> list[Token]:
    """«до 10 июля (за I полугодие)», «до 25 декабря за 2 полугодие»: what is reported on that day."""
    over = next(i for i, token in enumerate(tokens) if token.kind in ("OVER", "THROUGH", "AFTER"))
    day, subject = tokens[: over - (tokens[over - 1].kind in ("LP", "DASH"))], tokens[over:]
    named = made("TITLE", "", subject[: len(subject) - (subject[-1].kind == "RP")])
    return [*day, *([named.of("OF", "")] if _of_which_year(day, subject) else []), named]


def _of_which_year(day: Tokens, subject: Tokens) -> bool:
    """Whether the day may lie in the year after: «до 15 января (за II полугодие)»."""
    date = first_of("DATE", day)
    if first_of("YEARSPAN", day) or (date and date[2]):
        return False
    month = date[1] if date else first_of("MONTH", day)
    if reported := of_kind(subject, "MONTH"):
        return bool(reported[-1] > month)
    unit = any(token.kind in ("QUARTER", "HALF", "YEARWORD") for token in subject)
    early = month <= _FIRST_QUARTER and unit and of_kind(subject, *NUMBERS) != [1]
    return bool(early or first_of("YEARSPAN", subject))


def _is_length(number: Token, unit: Token) -> bool:
    """«2 недели», «21 неделя»; «2 неделя» is the second."""
    return bool(unit.value != "week" or (number.value > 1 and number.value % 10 == 1))


def _measured(tokens: Tokens) -> list[Token]:
    """«с 28 марта по 25 мая – 8 учебных недель»: how long it is, the days tell."""
    unit = next(i for i, token in enumerate(tokens) if token.kind in _LENGTHS)
    number = max(i for i in range(unit) if tokens[i].kind == "NUM")
    if not _is_length(tokens[number], tokens[unit]):
        return list(tokens)
    return list(tokens[: number - (tokens[number - 1].kind in _SIGNS)])


def _length(tokens: Tokens) -> list[Token]:
    """«10 дней (с 23 июня по 4 июля)»."""
    unit = next(token for token in tokens if token.kind in _LENGTHS)
    if not _is_length(tokens[0], unit):
        return list(tokens)
    return [token for token in tokens if token.kind == "LP"]


def _grades(tokens: Tokens) -> list[Token]:
    """«9, 11 классы», «с 1 по 4 класс»."""
    return [made("TITLE", "", tokens)]


_SIGN = "(DASH|COLON|SEP|LP)"
_EXACT = "(DATE|DAY MONTH) YEARSPAN?"
_STRETCH = f"(FROM? {_EXACT} TO {_EXACT}|FROM? DAY TO (DAY MONTH|DATE) YEARSPAN?)"
_MONTH = "MONTH YEARSPAN?"
_OPENED = f"(FROM {_EXACT} TO {_EXACT}|FROM DAY TO (DAY MONTH|DATE))"
_NAME = "(NTH UNIT|SEASON (LIST SEASON)* (BREAK|PERIOD)?|(?<!SEASON) BREAK)"
_LENGTH = "NUM (EDU|WORKING|WORKINGS|WORD)? (WEEK|DAYWORD|MONTHWORD) (?!MONTH)"
_GRADES = "(NTH ((LIST|DASH|THROUGH) NTH)* GRADE)"
_OVER = "(OVER|THROUGH? AFTER)"
_REPORTED = f"{_OVER} (NTH? UNIT|MONTH (DASH MONTH)?|MONTHWORD|YEARWORD)? YEARSPAN?"
_NOT_AFTER = "(?<!(WITHIN|OVER|IN|EVENT|UNTIL|THROUGH|LATER|AFTER|TIMES|FROM))"

read_asides = Stage(
    [
        (f"{_NAME} YEARSPAN? {_SIGN} ({_LENGTH} {_SIGN}?)? (?={_STRETCH})", _heading),
        (f"{_NAME} YEARSPAN? (?={_OPENED})", _heading),
        (f"{_STRETCH} INCLUSIVE? (DASH|LP) {_NAME} RP? ({_SIGN} {_LENGTH} RP?)? (?=(SEP|$))", _named),
        (f"{_EXACT} LP NTH UNIT RP", _named),
        (f"{_EXACT} (LP {_REPORTED} RP|DASH? {_OVER} NTH UNIT YEARSPAN? (?=(SEP|$)))", _reported),
        (f"{_MONTH} LP NTH UNIT RP (?=LIST)|(?<=RP) LIST {_MONTH} LP NTH UNIT RP", _named),
        (
            f"{_STRETCH} INCLUSIVE? {_SIGN}? {_LENGTH} ((DASH|LP|SEP|AND|COLON)* ({_LENGTH}|{_GRADES}))* RP*",
            _measured,
        ),
        (f"{_NOT_AFTER} {_LENGTH} {_SIGN}? (?={_STRETCH})", _length),
        (f"FROM NTH TO {_GRADES}|{_GRADES}", _grades),
        (
            f"(LP|SEP)? MOVED (FROM|OVER)? (WEEKDAY|DAY (LIST DAY)* MONTH YEARSPAN?|{_EXACT}) RP?",
            nothing,
        ),
        ("GRADE|MOVED", as_word),
    ]
)
