"""Facts of the papers that people work with: a checklist, a list to sign, a letter, a schedule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.consultations import Consultation
from bot.domain.record import PlanRecord, RecordRow, TaskDone
from bot.domain.tasks import UNFINISHED
from bot.papers.official import Facts, OfficialWords, day, head, row_words, who, window
from bot.papers.reports import late_rows

EMPTY_LINES = 25  # of a list to sign where nobody is known: a page
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
    done = sum(task.is_done for task in tasks)
    state = words.statuses[tasks[0].status(record.now)] if len(tasks) == 1 else f"{done} из {len(tasks)}"
    return row_words(row) | {
        "отметка": "☑" if tasks and done == len(tasks) else "☐",
        "состояние": state if tasks else "нет поручений",
    }


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
                "кому": _addressees(tasks, of_schools, words),
            }
            for activity, tasks in due.items()
        ],
        "просроченные": late_rows(record.only(of_schools), words),
    }


def _addressees(tasks: Sequence[TaskDone], of_schools: Sequence[TaskDone], words: OfficialWords) -> str:
    """The schools by name, or that all of them are meant."""
    named = dict.fromkeys(who(task, words) for task in tasks)
    every = {task.school_id for task in of_schools}
    if len(every) > 1 and {task.school_id for task in tasks} == every:
        return "все школы"
    return ", ".join(named)


def consultation_facts(record: PlanRecord, words: OfficialWords) -> Facts:
    """The rows that are consultations and the hours offered in the bot, by day; what has none stands last."""
    of_row = {row.activity_id: (row, section.title) for section in record.sections for row in section.rows}
    found = [
        (task, *of_row[task.activity_id])
        for task in record.tasks
        if _CONSULTATION.search(f"{task.title} {of_row[task.activity_id][0].result}")
    ]
    dated = [
        (
            (task.window_end or date.max, task.window_start or date.min),
            {
                "срок": task.label or window(task),
                "номер": row.reference,
                "мероприятие": row.title,
                "раздел": section,
                "кто": who(task, words),
                "состояние": words.statuses[task.status(record.now)],
            },
        )
        for task, row, section in found
    ]
    dated += [
        ((one.local_start.date(),) * 2, _scheduled(one, words, record.now)) for one in record.consultations
    ]
    return head(record) | {"строки": [facts for _, facts in sorted(dated, key=lambda pair: pair[0])]}


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
