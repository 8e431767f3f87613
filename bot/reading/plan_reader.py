"""A document becomes a draft plan: blocks, then rows, then meaning, then doubts. It writes nothing."""

from __future__ import annotations

from pathlib import PurePath

from bot.domain.deadlines import Deadline
from bot.domain.plan import DraftActivity, DraftPlan, Period, Source
from bot.domain.school_year import PlanYear
from bot.reading.blocks import Block, Paragraph, one_line
from bot.reading.columns import Role
from bot.reading.deadlines import DeadlineContext, merge_deadlines, read_deadline
from bot.reading.documents import UnreadableDocument, is_unlike, read_document
from bot.reading.extract import Extract
from bot.reading.heading import (
    find_title,
    guessed_year,
    stated_period,
    stretch_in_prose,
    title_guess,
    titled_month,
    titled_year,
    year_in_prose,
    year_within,
)
from bot.reading.labelled import read_labelled
from bot.reading.lint import Facts, Line, find_doubts
from bot.reading.parties import split_parties
from bot.reading.rows import RawActivity
from bot.reading.section_times import named_month, named_year
from bot.reading.tables import read_tables

_NAME_AND_VALUE = 2  # cells of a row in a table that says what the plan is
MAX_ACTIVITIES = 2000  # thirty times the largest plan seen; each becomes tasks for every school


def read_plan(data: bytes, filename: str) -> DraftPlan:
    """The draft of the plan that a file holds, with all that a person should look at.

    Raises :class:`UnreadableDocument` and nothing else, whatever the bytes are. The name only serves
    as the title of a plan that has none, and to tell a damaged file from a text without a table.
    """
    broken = is_unlike(data, PurePath(filename).suffix)
    try:
        blocks = read_document(data)
    except UnreadableDocument as refusal:
        if broken and refusal.key == "error-document-type":
            raise UnreadableDocument("error-document-broken") from refusal
        raise
    extract = read_tables(blocks)
    if not extract.activities:
        raise UnreadableDocument("error-document-broken" if broken else "error-document-no-table")
    if len(extract.activities) > MAX_ACTIVITIES:
        raise UnreadableDocument("error-document-too-large")
    return _draft(blocks, extract, PurePath(filename).stem)


def _draft(blocks: list[Block], extract: Extract, name: str) -> DraftPlan:
    first = extract.first_table or 0
    blocks = [*blocks[:first], *map(Paragraph, extract.above), *blocks[first:]]
    first += len(extract.above)
    title = find_title(blocks, first)
    lines = [line for line in _prose(blocks, first) if line not in extract.sections]
    period = _period(title, lines, extract)
    year = titled_year(title) or year_in_prose(lines)
    if year is None and title_guess(title) is None:
        year = year_within(period)
    if year is not None and period.start is None:
        period = Period(year.start, year.end)
    phrases = [raw.text(Role.DEADLINE) for raw in extract.activities]
    open_year = year is None and (period.start is None or title_guess(title) is not None)
    guess = guessed_year(title, phrases) if open_year else None
    month = titled_month(title)
    contexts = [_context(raw, year or guess, month, period) for raw in extract.activities]
    activities = tuple(map(_activity, extract.activities, contexts))
    facts = Facts(
        lines=tuple(map(Line, range(len(activities)), activities, extract.activities, contexts)),
        extract=extract,
        heading="\n".join([title, *lines]),
        period=period,
        year_guessed=guess is not None,
    )
    return DraftPlan(
        title=title or name,
        period=period,
        sections=tuple(extract.sections),
        activities=activities,
        doubts=find_doubts(facts),
        unread=tuple(extract.unread),
        columns=extract.headings,
    )


def _prose(blocks: list[Block], before: int) -> list[str]:
    """The words above the plan's table: paragraphs, and rows of a table that says what the plan is."""
    lines: list[str] = []
    for block in blocks[:before]:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += [": ".join(row.texts) for row in block.rows if len(row.written) == _NAME_AND_VALUE]
    return lines


def _period(title: str, lines: list[str], extract: Extract) -> Period:
    """What the title states, else the years of sections, else what the words above the table state."""
    stated = stated_period(title, extract.years)
    if stated.start is not None:
        return stated
    years = [year for raw in extract.activities if (year := named_year(raw.times)) is not None]
    if years:
        return Period(min(year.start for year in years), max(year.end for year in years))
    return stretch_in_prose(lines) or stated


def _context(
    raw: RawActivity, year: PlanYear | None, month: tuple[int, int] | None, period: Period
) -> DeadlineContext:
    year = named_year(raw.times) or year
    return DeadlineContext(year=year, section_month=named_month(raw.times, year) or month, period=period)


def _activity(raw: RawActivity, context: DeadlineContext) -> DraftActivity:
    responsible = raw.text(Role.RESPONSIBLE)
    return DraftActivity(
        number=one_line(raw.text(Role.NUMBER)),
        title=one_line(raw.text(Role.TITLE)),
        section=raw.section,
        problem=one_line(raw.text(Role.PROBLEM)),
        result=one_line(raw.text(Role.RESULT)),
        responsible_text=one_line(responsible),
        parties=split_parties(responsible),
        deadline=_deadline(raw, context),
        source=Source(raw.table, tuple(raw.rows)),
    )


def _deadline(raw: RawActivity, context: DeadlineContext) -> Deadline:
    if raw.by_year:
        return merge_deadlines(raw.by_year, context)
    if raw.by_label:
        return read_labelled(raw.by_label, context)
    return read_deadline(one_line(raw.text(Role.DEADLINE)), context)
