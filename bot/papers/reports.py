"""Facts of the reports that go upwards: counts with the rows behind them, what was done, what is late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.local_time import local_day
from bot.domain.progress import Status
from bot.domain.record import PlanRecord, RecordRow, TaskDone
from bot.papers.official import (
    NO_DATA,
    Facts,
    OfficialWords,
    day,
    head,
    or_no_data,
    row_words,
    when,
    who,
    whose,
)

_COUNTS = {
    Status.DONE: "выполнено",
    Status.PARTLY: "частично",
    Status.REPORTED: "на_проверке",
    Status.OPEN: "в_работе",
    Status.OVERDUE: "просрочено",
    Status.PLANNED: "впереди",
    Status.WAITING: "ждёт_даты",
}


def report_facts(record: PlanRecord, words: OfficialWords) -> Facts:
    """Of a district or a school: totals, each row of the plan, each report, what is late."""
    done = sum(task.is_done for task in record.tasks)
    total = len(record.tasks)
    return head(record) | {
        "всего": total,
        "выполнено": done,
        "процент": done * 100 // total if total else NO_DATA,
        "участников": _people(record.tasks),
        "документов": _documents(record.tasks),
        "итоги": [_total(status, record, words) for status in Status],
        "разделы": [
            {
                "название": section.title,
                "строки": [_row(row, record, words) for row in section.rows],
            }
            for section in record.sections
        ],
        "отчёты": [facts for row in record.rows if (facts := _reports(row, record, words))["исполнения"]],
        "просроченные": late_rows(record, words),
    }


def late_rows(record: PlanRecord, words: OfficialWords) -> list[Facts]:
    """Rows whose last day is over for somebody who has not reported."""
    found = []
    for row in record.rows:
        tasks = record.tasks_of.get(row.activity_id, ())
        late = [task for task in tasks if task.status(record.now) is Status.OVERDUE]
        if late:
            since = min(task.window_end for task in late if task.window_end)
            found.append(
                {
                    "номер": row.reference,
                    "мероприятие": row.title,
                    "срок": day(since),
                    "кто": whose(late, tasks, words),
                }
            )
    return found


def _total(status: Status, record: PlanRecord, words: OfficialWords) -> Facts:
    behind = [
        (row.reference, number)
        for row in record.rows
        if (number := _count(record.tasks_of.get(row.activity_id, ()), status, record))
    ]
    return {
        "состояние": words.statuses[status],
        "число": sum(number for _, number in behind),
        "строки": ", ".join(reference for reference, _ in behind),
    }


def _row(row: RecordRow, record: PlanRecord, words: OfficialWords) -> Facts:
    tasks = record.tasks_of.get(row.activity_id, ())
    counts = {name: _count(tasks, status, record) for status, name in _COUNTS.items()}
    stands = [(words.statuses[status], counts[name]) for status, name in _COUNTS.items() if counts[name]]
    return row_words(row) | {
        "всего": len(tasks),
        "состояние": ", ".join(f"{state}: {n}" if len(tasks) > 1 else state for state, n in stands),
        "участников": _people(tasks),
        "документов": _documents(tasks),
        **counts,
    }


def _reports(row: RecordRow, record: PlanRecord, words: OfficialWords) -> Facts:
    tasks = record.tasks_of.get(row.activity_id, ())
    return {
        "номер": row.reference,
        "мероприятие": row.title,
        "исполнения": [_report(task, record, words) for task in tasks if task.report],
    }


def _report(task: TaskDone, record: PlanRecord, words: OfficialWords) -> Facts:
    report, status = task.report, task.status(record.now)
    assert report is not None
    return {
        "кто": who(task, words),
        "срок": when(task),
        "состояние": words.statuses[status],
        "проверен": status in (Status.DONE, Status.PARTLY),
        "итог": words.outcomes[report.outcome],
        "сделано": or_no_data(report.words),
        "участников": or_no_data(report.people_count),
        "документы": or_no_data("\n".join(report.documents)),
        "дата": day(local_day(report.sent_at, record.zone)),
    }


def _count(tasks: Sequence[TaskDone], status: Status, record: PlanRecord) -> int:
    return sum(task.status(record.now) is status for task in tasks)


def _people(tasks: Iterable[TaskDone]) -> int | str:
    """The sum of those who said a number; nobody may have."""
    known = [t.report.people_count for t in tasks if t.report and t.report.people_count is not None]
    return sum(known) if known else NO_DATA


def _documents(tasks: Iterable[TaskDone]) -> int:
    return sum(len(task.report.evidence) for task in tasks if task.report)
