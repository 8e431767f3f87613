"""Facts of the papers that people work with: a checklist, a list to sign, a letter, a schedule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.consultations import Consultation
from bot.domain.record import PlanRecord, RecordRow, TaskDone
from bot.domain.tasks import UNFINISHED
from bot.papers.official import Facts, OfficialWords, day, head, row_words, when, whose
from bot.papers.reports import late_rows

EMPTY_LINES = 25  # of a list to sign where nobody is known: a page, with room for a signature in each
_CONSULTATION = re.compile(r"консультац", re.IGNORECASE)


def checklist_facts(record: PlanRecord, words: OfficialWords) -> Facts:
    """Every row with a box, ticked where all that it asks for is done."""
    return head(record) | {
        "разделы": [
            {"название": s.title, "строки": [_check(row, record, words) for row in s.rows]}
            for s in record.sections
        ]
    }


def _check(row: RecordRow, record: PlanRecord, words: OfficialWords) -> Facts:
    tasks = record.tasks_of.get(row.activity_id, ())
    return row_words(row) | {
        "отметка": "☑" if tasks and all(task.is_done for task in tasks) else "☐",
        "состояние": _state(tasks, record.now, words) if tasks else "нет поручений",
    }


def _state(tasks: Sequence[TaskDone], now: datetime, words: OfficialWords) -> str:
    """How one task stands; of several, how many are done."""
    if len(tasks) == 1:
        return words.statuses[tasks[0].status(now)]
    return f"выполнено {sum(task.is_done for task in tasks)} из {len(tasks)}"


def attendance_facts(record: PlanRecord, activity_id: int, names: Sequence[str]) -> Facts:
    """A list to sign for one row of the plan (0: for none of them), with those who are known."""
    row = next((row for row in record.rows if row.activity_id == activity_id), None)
    signing = names or [""] * EMPTY_LINES
    return head(record) | {
        "номер": row.reference if row else "",
        "мероприятие": row.title if row else "",
        "участники": [{"номер": number, "имя": name} for number, name in enumerate(signing, start=1)],
    }


def letter_facts(record: PlanRecord, words: OfficialWords) -> Facts:
    """What the schools have to finish in the record's period, and what they are late with."""
    start, end = record.period.start, record.period.end
    assert start is not None
    assert end is not None
    of_schools = tuple(task for task in record.tasks if task.school_id)
    due: dict[int, list[TaskDone]] = defaultdict(list)
    for task in of_schools:
        if task.state in UNFINISHED and task.window_end and start <= task.window_end <= end:
            due[task.activity_id].append(task)
    rows = {row.activity_id: row for row in record.rows}
    return head(record) | {
        "строки": [
            {
                "номер": rows[activity].reference,
                "мероприятие": rows[activity].title,
                "результат": rows[activity].result,
                "срок": day(max(task.window_end for task in tasks if task.window_end)),
                "кому": whose(tasks, of_schools, words),
            }
            for activity, tasks in due.items()
        ],
        "просроченные": late_rows(record.only(of_schools), words),
    }


def consultation_facts(record: PlanRecord, words: OfficialWords) -> Facts:
    """The rows that are consultations and the hours offered in the bot, by day; what has none stands last."""
    dated = [
        (
            (tasks[0].window_end or date.max, tasks[0].window_start or date.min),
            _planned(tasks, row, section.title, record, words),
        )
        for section in record.sections
        for row in section.rows
        if _CONSULTATION.search(f"{row.title} {row.result}")
        for tasks in _by_occurrence(record.tasks_of.get(row.activity_id, ()))
    ]
    dated += [
        ((one.local_start.date(),) * 2, _scheduled(one, words, record.now)) for one in record.consultations
    ]
    return head(record) | {"строки": [facts for _, facts in sorted(dated, key=lambda pair: pair[0])]}


def _by_occurrence(tasks: Sequence[TaskDone]) -> list[list[TaskDone]]:
    """Those of the same days together, whoever has them."""
    found: dict[tuple[str, date | None, date | None], list[TaskDone]] = defaultdict(list)
    for task in tasks:
        found[task.label, task.window_start, task.window_end].append(task)
    return list(found.values())


def _planned(
    tasks: Sequence[TaskDone], row: RecordRow, section: str, record: PlanRecord, words: OfficialWords
) -> Facts:
    """A row of the plan for one stretch of days."""
    of_schools = [task for task in record.tasks if task.school_id]
    return {
        "срок": when(tasks[0]),
        "номер": row.reference,
        "мероприятие": row.title,
        "раздел": section,
        "кто": whose(tasks, of_schools if all(task.school_id for task in tasks) else tasks, words),
        "состояние": _state(tasks, record.now, words),
    }


def _scheduled(one: Consultation, words: OfficialWords, now: datetime) -> Facts:
    """An hour that the method office offers or has held."""
    start = one.local_start
    return {
        "срок": f"{day(start.date())}, {start:%H:%M}",
        "номер": "",
        "мероприятие": words.factors[one.factor],
        "раздел": one.place,
        "кто": one.host,
        "состояние": f"{'записались' if now < one.starts_at else 'участвовали'}: {one.taken} из {one.seats}",
    }
