"""Stage of the cascade for time without a calendar date: how often, all the time, after an event."""

from __future__ import annotations

from bot.reading.deadline_grammar.cascade import NUMBERS, Stage, Token, Tokens, made, of_kind
from bot.reading.deadline_grammar.frequency import Frequency
from bot.reading.deadline_grammar.span import WEEKDAYS

_UNIT_KINDS = ("DAYWORD", "WEEK", "DECADE", "MONTHWORD", "QUARTER", "TERM", "TRIMESTER", "HALF", "YEARWORD")


def _unit(tokens: Tokens) -> str:
    units: list[str] = of_kind(tokens, *_UNIT_KINDS)
    return units[-1].removesuffix("s") if units else "year"  # the remaining one is a school year


def _times(tokens: Tokens) -> list[Token]:
    """«2 раза в год», «раз в две недели», «не реже 1 раза в полугодие», «1-2 раза в месяц»."""
    year = next((token for token in tokens if token.kind == "YEARSPAN" and token.value.year), None)
    split = next(i for i, token in enumerate(tokens) if token.kind in ("TIMES", "WORD"))
    before: list[int] = of_kind(tokens[:split], *NUMBERS) or [
        n for n in [tokens[split].value] if n != "times"
    ]
    after: list[int] = of_kind(tokens[split:], "NUM")
    doubts = ("times_unclear",) if len(before) > 1 or len(after) > 1 else ()
    if tokens[split].kind == "WORD":  # «4 заседания в год»
        doubts = ("wrong_word",)
    times, interval = (before or [1])[0], (after or [1])[0]
    if times < 1 or interval < 1:
        return list(tokens)
    if year and times == 1:  # «1 раз в 2022 году»: just once
        return [year]
    frequency = made("FREQ", Frequency(_unit(tokens), times, interval, doubts=doubts), tokens)
    return [frequency, year] if year else [frequency]


def _named(tokens: Tokens) -> list[Token]:
    return [made("FREQ", Frequency(tokens[0].value), tokens)]


def _ordinals(tokens: Tokens) -> list[Token]:
    """«ежемесячно (1 и 3 вторник)»: before a weekday a number is its number in the month."""
    frequency, *rest = tokens
    ordinals = [token.of("ORD", token.value) if token.kind == "NUM" else token for token in rest]
    return [*_named([frequency]), *(token for token in ordinals if token.kind != "EVERY")]


def _nothing(tokens: Tokens) -> list[Token]:
    return []


def _once(tokens: Tokens) -> list[Token]:
    """«1 раз», «один раз в сентябре»; «2 раза в сентябре» are some two days of it."""
    return [made("SCHEDULE", "once", tokens)] if tokens[0].value == 1 else list(tokens)


def _every(tokens: Tokens) -> list[Token]:
    interval = max(1, *of_kind(tokens, "NUM"), 1)
    return [made("FREQ", Frequency(_unit(tokens), interval=interval), tokens)]


def _every_nth(tokens: Tokens) -> list[Token]:
    """«каждый 2-й квартал», «каждую вторую неделю»: every other one, or each second of something longer?"""
    interval = max(1, tokens[1].value)
    return [made("FREQ", Frequency(_unit(tokens), interval=interval, doubts=("times_unclear",)), tokens)]


_WEEKEND = WEEKDAYS[5:]


def _week_days(tokens: Tokens) -> list[str]:
    """The days of the week that the words name: weekdays, «будни», «выходные»."""
    days: list[str] = []
    for token in tokens:
        if token.kind == "WEEKDAY":
            days.append(token.value)
        elif token.kind in ("WORKING", "WORKINGS", "WORKDAYS"):
            days += WEEKDAYS[:5]
        elif token.kind == "DAYSOFF":
            days += _WEEKEND
    return days


def _reported(tokens: Tokens) -> list[Token]:
    """«… месяца, следующего за отчётным кварталом», «… следующего за отчётным кварталом месяца»."""
    longer = [token for token in tokens if token.kind != "MONTHWORD"]
    units = longer if of_kind(longer, *_UNIT_KINDS) else tokens
    return [made("FREQ", Frequency(_unit(units)), tokens)] if of_kind(units, *_UNIT_KINDS) else []


def _weekdays(tokens: Tokens) -> list[Token]:
    """«по понедельникам», «каждый вторник и четверг», «еженедельно по средам»."""
    rarer = tokens[0].kind == "FREQ" and tokens[0].value not in ("day", "week")
    doubts: tuple[str, ...] = ("several_frequencies",) if rarer else ()  # «ежемесячно, понедельник»
    if of_kind(tokens, "HOLIDAYS"):
        doubts += ("approximate",)  # no rule tells public holidays
    return [made("FREQ", Frequency("week", days=tuple(_week_days(tokens)), doubts=doubts), tokens)]


def _weekday_range(tokens: Tokens) -> list[Token]:
    """«пн.-пт.»."""
    first, last = (WEEKDAYS.index(day) for day in of_kind(tokens, "WEEKDAY"))
    if first >= last:
        return list(tokens)
    return [made("FREQ", Frequency("week", days=WEEKDAYS[first : last + 1]), tokens)]


def _without_weekdays(tokens: Tokens) -> list[Token]:
    """«ежедневно, кроме субботы и воскресенья», «ежедневно, кроме выходных и праздников»."""
    if tokens[0].value != "day" or not _week_days(tokens):
        return [*_named(tokens[:1]), *_word(tokens[1:])]
    days = tuple(day for day in WEEKDAYS if day not in _week_days(tokens))
    return [made("FREQ", Frequency("week", days=days), tokens)]


def _month_of_unit(tokens: Tokens) -> list[Token]:
    """«в последний месяц квартала»; «ежеквартально, в последний месяц» tells the unit elsewhere."""
    (month,) = of_kind(tokens, "ORD", "ROMAN")
    unit = _unit(tokens[2:]) if len(tokens) > 2 else ""
    return [made("FREQ", Frequency(unit, month=month), tokens)]


def _each_year(tokens: Tokens) -> list[Token]:
    """«каждый август»."""
    return [made("FREQ", Frequency("year"), tokens[:1]), tokens[1]]


def _yearly(tokens: Tokens) -> list[Token]:
    """«каждое 1 сентября»."""
    return [made("FREQ", Frequency("year"), tokens)]


def _always(tokens: Tokens) -> list[Token]:
    return [made("ALWAYS", "always", tokens)]


def _whole_period(tokens: Tokens) -> list[Token]:
    return [made("ALWAYS", "whole", tokens)]


def _event(tokens: Tokens) -> list[Token]:
    return [made("SCHEDULE", "event", tokens)]


def _unnamed(tokens: Tokens) -> list[Token]:
    """«кроме каникул»."""
    return [made("VAGUE", "except", tokens)]


def _word(tokens: Tokens) -> list[Token]:
    return [made("WORD", "", tokens)]


_ON_WEEKDAY = "(THROUGH|IN|UNTIL|TOWARDS)? EVERY? WEEKDAY"
_NO_DAY = "(?:(?!(NUM|ORD|PLURAL|ROMAN|DATE|BADDATE|TIME|WEEKDAY)).)"
_SORT_OF_DAYS = "((?<!(NUM|ORD|PLURAL|ROMAN)) (WORKING|WORKINGS) DAYWORD|(WORKDAYS|DAYSOFF) DAYWORD?)"
_ON_DAYS = f"(THROUGH|IN|ON|EVERY)? ({_SORT_OF_DAYS}|(?<=(SEP|AND)) HOLIDAYS DAYWORD?)"
_NAMED_DAYS = "(WEEKDAY|(WORKDAYS|DAYSOFF|HOLIDAYS) DAYWORD?)"
_AFTER_EACH = "(THROUGH? AFTER (WORD|AFTER)? EVERY? (UNIT|MONTHWORD))"
_UNITS = f"({'|'.join(_UNIT_KINDS)}|YEARSPAN)"
_HOW_OFTEN = "(NOT RARER SEP?|UNTIL)? QUIET* THROUGH? DAY? (DASH NUM)?"
_REPORTED = "(MONTHWORD|UNIT|PERIOD|YEARWORD|ORD MONTHWORD QUIET? UNIT)"
_SO_MANY = "(DAYWORD|WEEK|DECADE|MONTHWORD|YEARWORD) (?!MONTH)"
_HOW_MANY = "NUM (SEP NUM)? (DASH NUM (SEP NUM)?)?"
_LENGTH = f"({_HOW_MANY}|DAY) (WORD|WORKING|WORKINGS)? {_SO_MANY}"

read_rhythms = Stage(
    [
        (
            f"{_HOW_OFTEN} TIMES (IN|ON|OVER|SLASH|THROUGH)? (WITHIN WHOLE?)? (NUM (DASH NUM)?)? {_UNITS}",
            _times,
        ),
        (f"{_HOW_OFTEN} TIMES IN? {_HOW_MANY} {_UNITS}", _word),
        ("(FREQ (SEP|LP)?)? (FROM|THROUGH)? WEEKDAY TO WEEKDAY", _weekday_range),
        (f"FREQ (SEP|LP|DASH|COLON)? {_ON_WEEKDAY} (LIST {_ON_WEEKDAY})* RP?", _weekdays),
        (
            f"^WEEKDAY (LIST? WEEKDAY)* (DASH|SEP|COLON)* $|^WEEKDAY (LIST? WEEKDAY)+ (?={_NO_DAY}*$)",
            _weekdays,
        ),
        ("(THROUGH|EVERY) WEEKDAY (LIST (THROUGH|EVERY)? WEEKDAY)* MONTHWORD?", _weekdays),
        ("FREQ (SEP|LP|DASH|COLON)? EVERY? DAY (LIST DAY)* (?=WEEKDAY)", _ordinals),
        ("YEARWORD SEP? NEXT OVER QUIET? YEARWORD?|UNIT SEP? NEXT OVER QUIET? UNIT?", _every),
        (f"FREQ (SEP|LP)? EXCEPT {_NAMED_DAYS} (LIST? {_NAMED_DAYS})* RP?", _without_weekdays),
        (f"EXCEPT ((SEASON|LIST|WORD)* BREAK|{_NAMED_DAYS} (LIST {_NAMED_DAYS})*)", _unnamed),
        (f"NEXT OVER QUIET? (LP? {_REPORTED} RP?)? MONTHWORD?", _reported),
        (f"(FREQ (SEP|LP|DASH|COLON)?)? {_ON_DAYS} (LIST {_ON_DAYS})* RP?", _weekdays),
        ("FREQ", _named),
        ("(ORD|ROMAN) MONTHWORD (EVERY? (QUARTER|HALF|YEARWORD))?", _month_of_unit),
        ("EVERY MONTH", _each_year),
        ("EVERY (?=(NUM MONTH|DATE))", _yearly),
        ("(?<=FREQ) SEP? (TOWARDS|UNTIL|AFTER) EVERY WORD+", _word),
        ("(TOWARDS|UNTIL|AFTER) EVERY WORD+", _event),
        (f"EVERY NUM? {_UNITS}", _every),
        ("EVERY ORD (UNIT|WEEK (?!MONTH))", _every_nth),
        (
            "^NUM TIMES $|NUM TIMES (?=(LP|IN|SEP|COLON|DASH) MONTH)"
            "|(?<=(LP|DASH|SEP|COLON)) NUM TIMES (?=(RP|$))",
            _once,
        ),
        ("BETWEEN (NTH AND NTH)? UNIT", _event),
        ("HOLIDAYS|WORKDAYS|DAYSOFF|BETWEEN", _word),
        ("THROUGH (UNIT|MONTHWORD|WEEK)|(?<=DATEWORD) (QUARTER|HALF) (?!NTH)", _every),
        ("(UNTIL|TOWARDS) PART EVERY UNIT", _every),
        ("UNTIL PART UNIT", _word),
        ("THROUGH? AFTER EVERY? MONTHWORD", _every),
        ("(THROUGH? AFTER|IN? PART|IN? ORD (DAYWORD|WEEK)) EVERY? UNIT", _every),
        ("(IN|ON)? WITHIN? WHOLE QUIET? PERIOD (COURSE|WORD|SCHEDULE)*", _whole_period),
        ("PERIOD COURSE? (COLON|DASH|(?=(UNTIL|TOWARDS|FROM|THROUGH|NOT|IN|DATE|DAY|MONTH)))", _nothing),
        (f"(NOT RARER)? NUM WORD IN {_UNITS}", _times),
        ("(IN|ON)? WHOLE? WITHIN COURSE (WORD|SCHEDULE)*", _whole_period),
        ("(IN|ON)? WITHIN? PERIOD COURSE (WORD|SCHEDULE)*", _whole_period),
        ("(IN|ON)? WITHIN PERIOD WORD+", _whole_period),
        ("^(IN|ON)? WITHIN PERIOD $", _whole_period),
        ("ON ONGOING WORD?|IN ONGOING MODE|ONGOING (?!WORD)", _always),
        ("MODE", _nothing),
        (f"(IN|ON)? WITHIN {_LENGTH} {_AFTER_EACH}?", _event),
        ("(IN|ON)? WITHIN (WEEK|DAYWORD|DECADE|WORD+)", _event),
        (f"(NOT LATER SEP? QUIET?)? OVER ({_LENGTH}|{_SO_MANY}) UNTIL PART? YEARSPAN?", _event),
        (f"NOT LATER QUIET? ({_HOW_MANY}|DAY) (WORD|WORKINGS)? {_SO_MANY} {_AFTER_EACH}?", _event),
        ("IN (DAY DASH?)? WORD PERIOD", _event),
        (
            "(IN|ON) (DAYWORD|PERIOD) (WORD|BREAK)|(IN|THROUGH) PERIOD SEP? WORD",
            _event,
        ),
        ("(UNTIL|TOWARDS) DAYWORD WORD", _event),
        (f"EVENT (({_LENGTH}|WEEK|DAYWORD|MONTHWORD) {_AFTER_EACH}?)?", _event),
    ]
)
