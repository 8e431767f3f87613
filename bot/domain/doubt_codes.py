"""Every code of a doubt: how much it weighs and what of a row it is about. Meanings: docs/lint.md."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"  # the row cannot be carried out as it is written
    WARNING = "warning"  # probably wrong, or something is lacking
    NOTE = "note"  # right in itself, yet worth a glance


class Subject(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    RESULT = "result"
    WORDS = "words"  # of whichever cell holds what the doubt quotes
    ROWS = "rows"  # which rows and sections there are


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: Mapping[str, tuple[Severity, Subject]] = {
    "approximate": (_N, Subject.DEADLINE),
    "beyond_plan": (_N, Subject.DEADLINE),
    "carried_over": (_W, Subject.DEADLINE),
    "cell_slid": (_W, Subject.RESULT),
    "cells_guessed": (_N, Subject.ROWS),
    "cells_unsure": (_W, Subject.ROWS),
    "day_off": (_N, Subject.DEADLINE),
    "days_dropped": (_W, Subject.DEADLINE),
    "deadline_above": (_W, Subject.DEADLINE),
    "duplicate_number": (_E, Subject.NUMBER),
    "duplicate_section": (_W, Subject.ROWS),
    "empty_section": (_W, Subject.ROWS),
    "end_before_start": (_E, Subject.DEADLINE),
    "event_and_date": (_N, Subject.DEADLINE),
    "false_number": (_W, Subject.NUMBER),
    "foreign_number": (_W, Subject.NUMBER),
    "frequency_dropped": (_W, Subject.DEADLINE),
    "header_lost": (_N, Subject.ROWS),
    "impossible_date": (_E, Subject.DEADLINE),
    "left_blank": (_E, Subject.DEADLINE),
    "list_cut": (_N, Subject.RESPONSIBLE),
    "list_or_range": (_W, Subject.DEADLINE),
    "misspelt": (_N, Subject.DEADLINE),
    "misspelt_word": (_W, Subject.WORDS),
    "missing_number": (_W, Subject.NUMBER),
    "mixed_years": (_N, Subject.DEADLINE),
    "month_or_day": (_W, Subject.DEADLINE),
    "month_unknown": (_W, Subject.DEADLINE),
    "moved_to_day_off": (_W, Subject.DEADLINE),
    "no_deadline": (_E, Subject.DEADLINE),
    "no_deadline_column": (_E, Subject.DEADLINE),
    "no_numbers": (_N, Subject.NUMBER),
    "no_party": (_E, Subject.RESPONSIBLE),
    "no_party_column": (_E, Subject.RESPONSIBLE),
    "no_period": (_W, Subject.DEADLINE),
    "no_result": (_W, Subject.RESULT),
    "no_result_column": (_N, Subject.RESULT),
    "no_title": (_E, Subject.TITLE),
    "not_understood": (_E, Subject.DEADLINE),
    "number_gap": (_W, Subject.NUMBER),
    "numbering_restarts": (_N, Subject.NUMBER),
    "old_year": (_W, Subject.WORDS),
    "one_within_another": (_N, Subject.DEADLINE),
    "other_date": (_W, Subject.DEADLINE),
    "other_month": (_W, Subject.DEADLINE),
    "other_place": (_W, Subject.WORDS),
    "out_of_order": (_W, Subject.DEADLINE),
    "outside_plan": (_E, Subject.DEADLINE),
    "party_cut": (_W, Subject.RESPONSIBLE),
    "party_variant": (_N, Subject.RESPONSIBLE),
    "repeated_words": (_N, Subject.WORDS),
    "result_repeats_title": (_N, Subject.RESULT),
    "rows_joined": (_W, Subject.ROWS),
    "same_title": (_W, Subject.TITLE),
    "several_frequencies": (_W, Subject.DEADLINE),
    "several_in_one": (_W, Subject.ROWS),
    "target_without_number": (_N, Subject.RESULT),
    "teacher_paper": (_W, Subject.WORDS),
    "text_cut": (_E, Subject.WORDS),
    "times_unclear": (_W, Subject.DEADLINE),
    "torn_row": (_E, Subject.ROWS),
    "unbalanced": (_N, Subject.WORDS),
    "until_unclear": (_N, Subject.DEADLINE),
    "weekday_mismatch": (_W, Subject.DEADLINE),
    "wrong_word": (_E, Subject.WORDS),
    "year_and_dates": (_W, Subject.DEADLINE),
    "year_assumed": (_W, Subject.DEADLINE),
    "year_in_words": (_W, Subject.WORDS),
    "year_slip": (_E, Subject.DEADLINE),
    "year_unknown": (_W, Subject.DEADLINE),
    "years_spread": (_W, Subject.DEADLINE),
}


def severity_of(code: str) -> Severity:
    return CODES[code][0] if code in CODES else Severity.WARNING


def subject_of(code: str) -> Subject:
    return CODES[code][1] if code in CODES else Subject.ROWS
