"""Stage of the cascade: days, weeks, months, quarters and seasons become SPANs."""

from __future__ import annotations

from bot.reading.deadline_grammar.cascade import Stage, kinds
from bot.reading.deadline_grammar.days import (
    about_weekday,
    dates,
    days,
    days_after,
    limits,
    month_dash_year,
    month_ranges,
    months,
    months_of_years,
    weekday,
    working_day,
)
from bot.reading.deadline_grammar.span_tokens import in_each_year, up_to_last
from bot.reading.deadline_grammar.units import (
    first_months,
    first_or_last,
    half_years,
    name,
    part_of_month,
    pieces,
    school_break,
    season,
    units,
)

_NEW = "(?<!(DATE|YEARSPAN|YEARWORD))"  # a number just after a date is none of the days of the next
_DAYS_LISTED = f"{_NEW} DAY DATEWORD? (DASH DAY)? (LIST DAY (DASH DAY)?)+"
_DAYS = f"({_DAYS_LISTED}|DAY DATEWORD? (DASH DAY)?) DATEWORD?"
_NUMBERS = "NTH ((LIST|DASH) NTH)*"
_SIGN = "(SEP|LP|COLON|DASH)"
_LIMIT = "(UNTIL|NOT LATER QUIET?)"
_OF_MONTH = "(MONTH YEARSPAN?|MONTHWORD)"
_LIMITED = "((?<=(UNTIL|TOWARDS|THROUGH|LATER))|(?<=LATER QUIET))"

read_spans = Stage(
    [
        ("(FROM|OF) DAY DATEWORD? TO DAY DATEWORD? MONTH YEARSPAN?", days),
        (f"{_LIMITED} {_DAYS} MONTH (YEARSPAN (LIST YEARSPAN)*)?", up_to_last(days)),
        (f"{_LIMITED} DAY DASH DATE YEARSPAN?", up_to_last(dates)),
        (f"{_LIMITED} DAY DASH DAY DATEWORD MONTHWORD?", up_to_last(days)),
        (f"{_LIMITED} NTH DASH NTH (WEEK|DECADE) {_OF_MONTH}?", up_to_last(pieces)),
        (f"{_DAYS} MONTH (YEARSPAN (LIST YEARSPAN)*)?", days),
        (f"{_NEW} (?<!FROM) DAY DATEWORD? (THROUGH|UNTIL) DAY DATEWORD? MONTH YEARSPAN?", days),
        ("FROM DAY DATEWORD? TO DATE YEARSPAN?", dates),
        (f"{_NEW} DAY ((LIST|DASH) DAY)* (LIST|DASH) DATE YEARSPAN?", dates),
        ("DATE (YEARSPAN|YEARWORD)?", dates),
        (f"NTH (LIST NTH)* WEEKDAY {_OF_MONTH}|(ORD|ROMAN) (LIST (ORD|ROMAN))* WEEKDAY", weekday),
        ("NTH (LIST NTH)+ WEEKDAY|(?<=EVERY) NUM WEEKDAY", weekday),
        (f"NTH WORKING WEEKDAY {_OF_MONTH}|WEEKDAY LP? NTH WEEK {_OF_MONTH}? RP?", about_weekday),
        (f"DAY WORKING DAYWORD {_OF_MONTH}?", working_day),
        ("FROM NTH TO NTH UNIT YEARSPAN?", units),
        (f"{_NUMBERS} UNIT YEARSPAN (LIST YEARSPAN)+", in_each_year(units)),
        (f"{_NUMBERS} UNIT YEARSPAN?|^UNIT {_NUMBERS} YEARSPAN? $", units),
        ("NTH HALVES (YEARSPAN|YEARWORD)", half_years),
        (f"FROM NTH TO NTH (WEEK|DECADE) {_OF_MONTH}?", pieces),
        (f"PLURAL NUM (WEEK|DECADE|DAYWORD) {_OF_MONTH}?", first_or_last),
        (f"{_NUMBERS} (WEEK|DECADE|HALVES) {_OF_MONTH}?", pieces),
        (f"MONTH YEARSPAN? (SEP|DASH|LP)? {_NUMBERS} (WEEK|DECADE|HALVES) MONTHWORD? RP? (?!MONTH)", pieces),
        ("MONTH YEARSPAN? (LP PART RP|(LP|SEP|DASH) IN? PART MONTHWORD RP?)", part_of_month),
        ("^MONTH YEARSPAN? (SEP|DASH|COLON)? IN? PART $", part_of_month),
        ("^MONTH YEARSPAN? (DAY DASH DAY|DAY DATEWORD|SEP? ORD DAYWORD) $", days_after),
        (f"^MONTH YEARSPAN? {_SIGN}? FROM DAY TO DAY DATEWORD? RP? $", days_after),
        (f"^MONTH YEARSPAN? {_SIGN}? NTH WEEKDAY RP? $", weekday),
        ("MONTH YEARSPAN? LP DAY ((LIST|DASH) DAY)* DATEWORD? RP", days_after),
        ("MONTH YEARSPAN? COLON DAY ((LIST|DASH) DAY)* DATEWORD? (?=SEP|$)", days_after),
        ("^MONTH YEARSPAN? SEP DAY ((LIST|DASH) DAY)* DATEWORD? $", days_after),
        (f"{_LIMIT} DAY DATEWORD? LP MONTH (LIST MONTH)* YEARSPAN? RP", limits),
        (f"MONTH YEARSPAN? (LIST MONTH YEARSPAN?)* LP {_LIMIT} DAY DATEWORD? RP", limits),
        (f"^MONTH YEARSPAN? SEP? {_LIMIT} DAY (DATEWORD MONTHWORD?)? $", limits),
        ("PART (DASH PART)? MONTH (LIST MONTH)* YEARSPAN?", part_of_month),
        ("PART MONTHWORD", part_of_month),
        ("(WEEK|DECADE|DAYWORD|MONTHWORD) WORD+", name),
        ("MONTH DASH MONTH YEARSPAN (LIST YEARSPAN)+", month_ranges),
        ("MONTH (LIST MONTH)+ YEARSPAN (LIST YEARSPAN)+", months_of_years),
        ("MONTH YEARSPAN (LIST YEARSPAN)+", months),
        ("(?<!DASH) MONTH DASH YEARSPAN (?!DASH)", month_dash_year),
        ("MONTH YEARSPAN?", months),
        ("ORD DAYWORD (MONTH YEARSPAN?|MONTHWORD)?", days),
        ("FROM DAY DATEWORD? TO DAY (DATEWORD (QUIET|NEXT)? MONTHWORD?|MONTHWORD)", days),
        ("NUM MONTHWORD YEARSPAN", first_months),
        ("(?<!(UNTIL|TOWARDS|FROM|THROUGH|DASH|SEP|AND)) NUM ((SEP|DASH) NUM)* MONTHWORD", name),
        ("DAY (DASH DAY)? (LIST DAY (DASH DAY)?)* (DATEWORD (QUIET|NEXT)? MONTHWORD?|MONTHWORD)", days),
        ("SEASON (LIST SEASON)* BREAK YEARSPAN?", school_break),
        ("BREAK PERIOD? (LP|COLON|DASH) SEASON (LIST SEASON)* RP?", school_break),
        ("BREAK", school_break),
        ("SEASON PERIOD? YEARSPAN (LIST YEARSPAN)+", in_each_year(season)),
        ("SEASON (PERIOD|MONTHWORD)? YEARSPAN?", season),
    ]
)

_BARE = kinds(
    "NUM ORD DASH SEP AND UNTIL FROM THROUGH TOWARDS IN ON NOT LATER EARLIER FREQ QUIET TITLE LP RP"
)

read_bare_days = Stage([("FROM? DAY TO DAY", days), ("DAY", days)], only=_BARE)
"""For a phrase that is nothing but numbers («1-5», «до 15»), as in a section with a month of its own."""
