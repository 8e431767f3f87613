"""All checks over one plan: what a person should look at before it goes live. Codes: docs/lint.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.domain.deadlines import Deadline, DeadlineKind
from bot.domain.plan import Doubt, DraftActivity, Period, Source
from bot.reading.columns import Column, Header, Role
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.reading.extract import Extract
from bot.reading.lint.agreement import check_joined
from bot.reading.lint.cells import (
    check_balance,
    check_cut,
    check_doubled,
    check_empty,
    check_repeats,
    check_targets,
)
from bot.reading.lint.days import check_deadlines, check_named_years, whole_months
from bot.reading.lint.facts import Check, Facts, Found, Line
from bot.reading.lint.messages import message
from bot.reading.lint.numbers import check_numbers
from bot.reading.lint.order import check_months, check_neighbours, check_order, check_title_days
from bot.reading.lint.parties import check_papers, check_parties
from bot.reading.lint.places import check_places
from bot.reading.lint.sections import check_sections
from bot.reading.lint.small_words import check_lost
from bot.reading.lint.spelling import check_spelling
from bot.reading.rows import RawActivity


def _noted(facts: Facts) -> Iterator[Found]:
    """What the tables' reader itself was not sure of."""
    for code, about in facts.extract.notes:
        yield Found(None, code, about)
    for line in facts.lines:
        for code, about in line.raw.notes:
            fix = whole_months(line) if code == "month_or_day" else None
            yield Found(line.index, code, about, fix)


CHECKS: tuple[Check, ...] = (
    _noted,
    check_numbers,
    check_sections,
    check_empty,
    check_cut,
    check_doubled,
    check_deadlines,
    check_order,
    check_title_days,
    check_months,
    check_neighbours,
    check_parties,
    check_spelling,
    check_joined,
    check_lost,
    check_balance,
    check_repeats,
    check_named_years,
    check_places,
    check_targets,
    check_papers,
)


def find_doubts(facts: Facts) -> tuple[Doubt, ...]:
    """Doubts about the whole plan first, then by activity; about one field of one activity no code twice."""
    found = _found(facts, CHECKS)
    return tuple(doubt for _, doubts in sorted(found.items()) for doubt in doubts)


_WHOLE = -1  # in the place of an activity: before all of them


def _found(facts: Facts, checks: Iterable[Check]) -> dict[int, tuple[Doubt, ...]]:
    found: dict[int, dict[object, Doubt]] = {}
    for check in checks:
        for code, doubt in ((each.code, _doubt(each)) for each in check(facts)):
            of_row = found.setdefault(_WHOLE if doubt.activity is None else doubt.activity, {})
            key = len(of_row) if doubt.activity is None else (code, doubt.fix.field if doubt.fix else None)
            of_row.setdefault(key, doubt)
    return {activity: tuple(doubts.values()) for activity, doubts in found.items()}


def _doubt(found: Found) -> Doubt:
    return Doubt(found.code, found.activity, message(found.code, found.about), found.fix)


_NO_DEADLINE = Deadline("", DeadlineKind.UNKNOWN)
_OF_WORDS: tuple[Check, ...] = (
    check_cut,
    check_doubled,
    check_deadlines,
    check_spelling,
    check_joined,
    check_lost,
    check_balance,
    check_targets,
)


_WITH_RESULT = Header((Column(Role.RESULT, 0, 1),), 1)  # a row in the chat has a place for one


def find_word_doubts(texts: Mapping[Role, str], context: DeadlineContext) -> tuple[Doubt, ...]:
    """The doubts that a row's words raise wherever they stand: of a row that a person has worded anew."""
    item = DraftActivity(
        number="",
        title=texts.get(Role.TITLE, ""),
        section="",
        problem=texts.get(Role.PROBLEM, ""),
        result=texts.get(Role.RESULT, ""),
        responsible_text=texts.get(Role.RESPONSIBLE, ""),
        parties=(),
        deadline=read_deadline(texts[Role.DEADLINE], context) if texts.get(Role.DEADLINE) else _NO_DEADLINE,
        source=Source(0, ()),
    )
    raw = RawActivity("", 0, [], dict(texts), [])
    period = context.period or Period(None, None)
    extract = Extract(layouts=[_WITH_RESULT])
    facts = Facts((Line(0, item, raw, context),), extract, "", period, year_guessed=False)
    return _found(facts, _OF_WORDS).get(0, ())


_BESIDE = tuple(check for check in CHECKS if check is not _noted and check not in _OF_WORDS)


def find_doubts_beside(facts: Facts) -> Mapping[int, tuple[Doubt, ...]]:
    """By a row's index: the doubts that it raises as a whole, or beside other rows of the plan."""
    found = _found(facts, _BESIDE)
    found.pop(_WHOLE, None)
    return found
