"""What stands around days and tells little of them: hours, glosses, numerals in words, «по окончании»."""

from __future__ import annotations

import re

from bot.reading.deadline_grammar.cascade import NUMBERS, Builder, Token, Tokens, made, of_kind
from bot.reading.deadline_grammar.words import FORMS, one_letter_off

_HOURS = 24  # of a day
_MINUTES = (5, 10)  # that are also months
_SHORT = 2  # letters of a slip for «по»
_SLIPS = ("о", "д", "ло", "од")  # for «до»
_YEAR_SLIPS = {slip for slip in one_letter_off("года") - FORMS.keys() if slip[0] == "г"}
_BEHEADED = {
    **dict.fromkeys(("ая", "ай", "амя", "мяа"), ("MONTH", 5)),
    **dict.fromkeys(("юня", "юнь"), ("MONTH", 6)),
    **dict.fromkeys(("юля", "юль"), ("MONTH", 7)),
    **dict.fromkeys(("ода", "оду", "огда", "огду", *_YEAR_SLIPS), ("YEARWORD", "year")),
}
_NUMBERED = (
    *("этап", "тур", "част", "шаг", "раздел", "модул", "блок", "задани", "уровен"),
    *("класс", "кл", "групп", "смен", "поток", "школ", "сош", "доу"),
)
_SOME_DAYS = {1: "start", 10: "middle", 20: "end", -1: "end"}


def nothing(tokens: Tokens) -> list[Token]:
    return []


def only_first(tokens: Tokens) -> list[Token]:
    """«сентябрь месяц»."""
    return list(tokens[:1])


def _limit(tokens: Tokens) -> list[Token]:
    """«до 17.00 15 октября»: the hour goes, the limit stays."""
    return list(tokens[:1])


def _up_to_end(tokens: Tokens) -> list[Token]:
    """«до окончания», «к завершению» a time is up to its end."""
    return [*tokens[:-1], tokens[-1].of("PART", "end")]


def _afterwards(tokens: Tokens) -> list[Token]:
    """«по окончании», «после завершения»."""
    return [made("AFTER", "after", tokens)]


def _hours(tokens: Tokens) -> list[Token]:
    """«15.10.2024 с 10 до 12»."""
    return [] if all(number < _HOURS for number in of_kind(tokens, "NUM")) else list(tokens)


def _may_be_hour(date: tuple[int, int, int | None], after: int = 0) -> bool:
    """Whether a date is rather an hour («14.10»), and not before another."""
    day, month, year = date
    return year is None and after <= day < _HOURS and month in _MINUTES


def _hour(time: Token) -> int:
    return int(re.split("[.:,-]", time.value)[0])


def _from_hour(tokens: Tokens) -> list[Token]:
    """«14.00-14.10» are hours; «10.00 – 12.05.2023» may be a slip."""
    dated = tokens[-1].value[2] is not None
    return [*as_word(tokens[:-1]), tokens[-1]] if dated else as_word(tokens)


def _to_hour(tokens: Tokens) -> list[Token]:
    """«8.10-9.00» are hours, «15.12 – 10.00» is a day and an hour, «15.12 до 10.00» perhaps a limit."""
    *_, date, sign, time = tokens
    if _may_be_hour(date.value) and date.value[0] <= _hour(time):
        return as_word(tokens)
    return [date] if sign.kind == "DASH" else [date, *as_word(tokens[-1:])]


def _day_or_hour(tokens: Tokens) -> list[Token]:
    """«14.00 14.10», «12.10 9.00-10.10»: an hour beside a day, or two hours?"""
    *_, sign, date = tokens
    if _may_be_hour(date.value, _hour(tokens[0])):
        return as_word(tokens) if sign.kind in ("DASH", "UNTIL", "THROUGH") else [*as_word(tokens[:-1]), date]
    return [sign, date] if sign.kind != "TIME" else [date]


def _day_of_month(tokens: Tokens) -> list[Token]:
    """«до 3-го ч.»: an hour has no such ending."""
    return [tokens[0], tokens[1].of("DATEWORD", "date")]


def _between(tokens: Tokens) -> list[Token]:
    """«между 1 и 10 октября» is from the one to the other."""
    return [
        tokens[0].of("FROM", "from"),
        *tokens[1:-1],
        tokens[-1].of("THROUGH", "through"),
    ]


def _first_of_all(tokens: Tokens) -> list[Token]:
    """«первый – 3 января, второй – 5 мая»: who writes «3 января» would write «1 – 3 января»."""
    return [tokens[0].of("WORD", ""), tokens[1]]


def _to_next(tokens: Tokens) -> list[Token]:
    """«в ночь с 1 на 2 ноября»."""
    return [*tokens[:-1], tokens[-1].of("THROUGH", "through")]


def _slipped(tokens: Tokens) -> list[Token]:
    """«с 01.11 но 10.11», «с 1 ноября п 10 ноября»: «по» with a slip of the pen."""
    last = tokens[-1]
    if last.value != "but" and last.end - last.start > _SHORT:
        return list(tokens)
    return [*tokens[:-1], Token("THROUGH", "through", last.start, last.end, mended=True)]


def _slipped_limit(tokens: Tokens) -> list[Token]:
    """«отчёт – о 15.09»: «до» with a slip of the pen."""
    (word,) = tokens
    return [Token("UNTIL", "until", word.start, word.end, True)] if word.value in _SLIPS else list(tokens)


def _beheaded(tokens: Tokens) -> list[Token]:
    """«14 ая», «учебного ода», «в течение гда»: too short to be mended by themselves."""
    (word,) = tokens
    meant = _BEHEADED.get(word.value)
    return [Token(*meant, word.start, word.end, mended=True)] if meant else list(tokens)


def _dashed(tokens: Tokens) -> list[Token]:
    """«сент,-окт. 2021»: a comma for the full stop of what is clipped; «сентябрь;↵- октябрь» is a list."""
    sign, dash = tokens
    slip = sign.value in (",", ".")
    return [Token("DASH", "-", dash.start, dash.end, mended=True)] if slip else list(tokens)


def _numbered(tokens: Tokens) -> list[Token]:
    """«этап 2 – 20 апреля» is the second stage's day; «мониторинг 2 – 20 апреля» may be either."""
    word, number, sign = tokens
    named = str(word.value).startswith(_NUMBERED)
    apart = sign.kind == "SEP" or (number.end < sign.start)
    if named and apart:
        return [made("WORD", "", tokens[:2]), sign]
    doubtful = sign.kind == "DASH" and (named or apart)
    return [word.of("OF", ""), *tokens] if doubtful else list(tokens)


def _some_days(tokens: Tokens) -> list[Token]:
    """«в первых числах мая», «в 20-х числах»: about a third of a month; «20-е число» is that day."""
    part = _SOME_DAYS.get(tokens[0].value)
    if part is None or tokens[1].value == "number":
        return list(tokens)
    return [made("VAGUE", "about", tokens), made("PART", part, tokens)]


def _same_number(tokens: Tokens) -> list[Token]:
    """«3 (трёх)», «5 (пятого)»."""
    first, last = of_kind(tokens, *NUMBERS)
    return list(tokens[:1] if first == last else tokens)


def only_last(tokens: Tokens) -> list[Token]:
    """«текущего года»."""
    return list(tokens[-1:])


def _sum(tokens: Tokens) -> list[Token]:
    """«двадцать пятого»."""
    return [made("ORD" if len(tokens) > 1 else "NUM", sum(token.value for token in tokens), tokens)]


def as_word(tokens: Tokens) -> list[Token]:
    return [made("WORD", "", tokens)]


_AFTER_DATE = "(?<=(MONTH|DATE|YEAR|YEARWORD))"
_STRETCH = "FROM DAY TO DAY MONTH|FROM DATE TO DATE|DAY DASH DAY MONTH|DAY DASH DATE|DATE DASH DATE"
_HOUR = "(TIME HOUR?|NUM HOUR (NUM HOUR)?|DAY HALVES DAYWORD)"

_BETWEEN = "(DAY MONTH?|DATE|PART? MONTH) YEAR? YEARWORD*"

AROUND_DAYS: list[tuple[str, Builder]] = [
    (
        "FROM (DATE|DAY MONTH?|MONTH) YEAR? YEARWORD* (QUIET|NUMSIGN|WORD) (?=(DATE|DAY MONTH|MONTH))",
        _slipped,
    ),
    ("(WORD|GRADE) NUM (DASH|SEP) (?=(DATE|DAY MONTH))", _numbered),
    ("(?<=(MONTH|DATE|YEAR|YEARWORD)) SEP DASH (?=(DATE|DAY MONTH|PART? MONTH))", _dashed),
    (f"BETWEEN {_BETWEEN} AND (?=(DAY (MONTH|DATEWORD)|DATE|PART? MONTH))", _between),
    ("WORD (?=(DATE|DAY MONTH))", _slipped_limit),
    ("(?<=(NUM|ORD|WITHIN|EDU|YEAR)) WORD", _beheaded),
    ("(?<!(FROM|SEP|AND|NUM|ORD|TENS)) ORD (DASH|UNTIL|THROUGH) (?=(NUM MONTH|DATE))", _first_of_all),
    ("(?<=SEP) ORD DASH (?!ORD)|^ORD DASH (?!ORD)", _first_of_all),
    ("(?<=(DATE|YEAR|MONTH|YEARWORD)) TIME HOUR? (DASH|UNTIL|THROUGH) DATE", _day_or_hour),
    ("FROM? TIME HOUR? (DASH|UNTIL|THROUGH) DATE", _from_hour),
    ("FROM? DATE (DASH|UNTIL|THROUGH) TIME (?!SEP? (DATE|DAY MONTH))", _to_hour),
    ("FROM (DAY|DATE) ON (?=(DATE|DAY MONTH))", _to_next),
    ("(?<!(IN|ON|UNTIL|TOWARDS|FROM|THROUGH|DASH)) TIME SEP? DATE", _day_or_hour),
    ("TIME (?=AND DAY)|DASH TIME DASH|(?<=MONTH) TIME (?=YEARWORD)", as_word),  # «август 20.21 г.»
    (f"(FROM|UNTIL|THROUGH|TOWARDS) {_HOUR} (?=DATE|DAY MONTH)", _limit),
    # an hour says nothing about the day
    (f"FROM (NUM|{_HOUR}) (UNTIL|THROUGH|DASH) {_HOUR}", nothing),
    (f"((PART|FINISH) (COLON|DASH)?)? (FROM|UNTIL|IN|ON|THROUGH|TOWARDS|DASH)? {_HOUR}", nothing),
    ("ORD HOUR", _day_of_month),
    ("(?<!(THROUGH|DASH)) PLURAL DATEWORD", _some_days),
    ("(UNTIL|TOWARDS) FINISH|FINISH (?=DASH|COLON)|(?<=(DASH|LP)) FINISH", _up_to_end),
    ("(?<!(THROUGH|AFTER)) FINISH (?=(DATE|DAY MONTH))", _up_to_end),
    ("(THROUGH|AFTER)? FINISH", _afterwards),
    ("NUMSIGN (DAY|DATE|MONTH YEAR)", as_word),
    (f"{_AFTER_DATE} LP WEEKDAY DASH WEEKDAY RP|WEEKDAY DASH WEEKDAY SEP? (?={_STRETCH})", nothing),
    (f"{_AFTER_DATE} (LP WEEKDAY SEP? RP|SEP? WEEKDAY (?=(DASH|THROUGH|UNTIL)))", nothing),
    ("(?<!(NUM|ORD|ROMAN|EVERY)) WEEKDAY SEP? (?=(DATE|DAY MONTH))", nothing),
    ("MONTH MONTHWORD", only_first),
    ("(?<=(MONTH|DATE)) QUIET YEARWORD", nothing),
    ("QUIET YEARWORD", only_last),
    ("TENS ORD?", _sum),
    ("DAY LP DAY RP", _same_number),
    ("^DAY LP WEEKDAY RP", only_first),
    ("(?<=LATER) SEP", nothing),
    ("UNTIL LP NOT LATER RP", only_first),
    ("(?<=(DATE|WEEKDAY)) YEARWORD? SEP? FROM NUM (UNTIL|DASH) NUM $", _hours),
    (f"(?<!(NUM|ORD|ROMAN|PLURAL)) (WEEK|DECADE) (COLON|DASH|LP)? (?=({_STRETCH}))", nothing),
]
"""Rules of the first stage of the cascade, before those for years."""
