"""A draft's doubts follow its rows: what a change has mended is settled, what it has made is raised.

The checks are run over the rows before a change and after it, and only what differs is acted upon. So what a
person has kept stays kept, and what the document's reader alone could see stays as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.domain.doubt_codes import Subject, subject_of
from bot.domain.plan import Doubt, DraftActivity, FixField, PlanColumn, Source
from bot.reading.columns import Column, Header, Role
from bot.reading.deadlines import DeadlineContext
from bot.reading.extract import Extract
from bot.reading.lint import Facts, Line, find_doubts_beside, find_word_doubts
from bot.reading.parties import split_parties
from bot.reading.rows import RawActivity
from bot.use_cases.drafts import row_context
from storage import Transaction, doubts, plans, rows
from storage.doubts import Answer, Raised, StoredDoubt
from storage.plans import Activity, Plan
from storage.rows import Snapshot

DoubtsOfRows = Mapping[int, Collection[Doubt]]
"""By a row's id; ``Doubt.activity`` says nothing here."""

Key = tuple[str, FixField | None]


async def check_rows(tx: Transaction, plan: Plan, worded: Collection[int]) -> DoubtsOfRows:
    """What all rows are doubted for beside one another, and those ``worded`` for their own words as well."""
    found = await plans.list_activities(tx, plan.id)
    context = row_context(plan)
    beside = find_doubts_beside(_facts(plan, found, context))
    return {
        row.id: [
            *(find_word_doubts(_texts(row), context) if row.id in worded else ()),
            *(Doubt(d.code, 0, d.message, d.fix) for d in beside.get(index, ())),
        ]
        for index, row in enumerate(found)
    }


async def follow_change(
    tx: Transaction,
    plan: Plan,
    before: DoubtsOfRows,
    became: Mapping[int, Sequence[int]],
    *,
    settled: Collection[int] = (),
) -> list[Snapshot]:
    """Bring the stored doubts in line with the rows as they now are.

    ``before`` is :func:`check_rows` of the rows as they were; ``became`` has the rows that were changed, each
    with those of which it was made; ``settled`` are doubts that the change itself has answered. Returns what
    the other rows were doubted for, for the way back.
    """
    after = await check_rows(tx, plan, became)
    stored: dict[int, list[StoredDoubt]] = {}
    for doubt in await doubts.list_doubts(tx, plan.id):
        if doubt.activity_id is not None:
            stored.setdefault(doubt.activity_id, []).append(doubt)
    mended, raised = [*settled], []
    for row, now in after.items():
        old = [doubt for source in became.get(row, (row,)) for doubt in before.get(source, ())]
        of_row = _Row(stored.get(row, ()), settled, changed=row in became)
        mended += of_row.mended(old, now)
        raised += [Raised(row, d.code, d.message, d.fix) for d in of_row.made(old, now)]
    of_doubt = {doubt.id: row for row, of_row in stored.items() for doubt in of_row}
    touched = {*(of_doubt[doubt] for doubt in mended), *(new.activity_id for new in raised)}
    others = await rows.take_doubts(tx, touched - set(became))
    await doubts.answer_doubts(tx, mended, Answer.CHANGED)
    await doubts.raise_doubts(tx, plan.id, raised)
    return others


class _Row:
    """A row's stored doubts against what the checks said before a change and say after it."""

    def __init__(self, stored: Sequence[StoredDoubt], settled: Collection[int], *, changed: bool) -> None:
        self._open = {doubt.id: _key(doubt) for doubt in stored if doubt.answer is None}
        self._kept = {_key(doubt) for doubt in stored if doubt.answer is Answer.KEPT and not changed}
        self._lost = {self._open.pop(doubt) for doubt in settled if doubt in self._open}

    def mended(self, old: Sequence[Doubt], now: Collection[Doubt]) -> list[int]:
        gone = {_key(doubt) for doubt in old if doubt not in now}
        found = [doubt for doubt, key in self._open.items() if key in gone]
        for doubt in found:
            del self._open[doubt]
        return found

    def made(self, old: Sequence[Doubt], now: Collection[Doubt]) -> Iterator[Doubt]:
        spoken_of = {*self._open.values(), *self._kept}
        for doubt in now:
            key = _key(doubt)
            if key not in spoken_of and (doubt not in old or key in self._lost):
                spoken_of.add(key)
                yield doubt


def _key(doubt: Doubt | StoredDoubt) -> Key:
    """One code is said of several cells of a row only where it is about words."""
    of_words = subject_of(doubt.code) is Subject.WORDS
    return doubt.code, doubt.fix.field if doubt.fix and of_words else None


def _texts(row: Activity) -> dict[Role, str]:
    return {
        Role.NUMBER: row.number,
        Role.TITLE: row.title,
        Role.PROBLEM: row.problem,
        Role.RESULT: row.result,
        Role.RESPONSIBLE: row.responsible_text,
        Role.DEADLINE: row.deadline.phrase,
    }


def _facts(plan: Plan, found: Sequence[Activity], context: DeadlineContext) -> Facts:
    columns = {heading.column for heading in plan.columns} or set(PlanColumn)
    layout = Header(tuple(Column(Role(each.value), at, at + 1) for at, each in enumerate(columns)), 1)
    lines = [_line(index, row, context) for index, row in enumerate(found)]
    table = None
    for line, row in zip(lines, found, strict=True):
        line.raw.numbered = PlanColumn.NUMBER in columns
        line.raw.opens = row.table not in (None, table)
        table = table if row.table is None else row.table
    return Facts(
        lines=lines,
        extract=Extract(layouts=[layout]),
        heading=plan.title,
        period=plan.period,
        year_guessed=False,
    )


def _line(index: int, row: Activity, context: DeadlineContext) -> Line:
    item = DraftActivity(
        number=row.number,
        title=row.title,
        section=row.section,
        problem=row.problem,
        result=row.result,
        responsible_text=row.responsible_text,
        parties=split_parties(row.responsible_text),
        deadline=row.deadline,
        source=Source(0, ()),
    )
    return Line(index, item, RawActivity(row.section, 0, [], _texts(row), []), context)
