"""What was done about a plan for other programs: CSV for spreadsheets, JSON for machines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.local_time import local_day
from bot.domain.record import PlanRecord, RecordRow, SentReport, TaskDone
from bot.domain.tasks import TaskState
from bot.papers.official import day, window

FORMAT = "vekhi-plan/1"  # docs/plan-json.md; a change that breaks a reader is another number
# A cell that begins so is a formula to a spreadsheet, or becomes one after its first character is dropped.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_file(
    record: PlanRecord, headers: Sequence[str], states: Mapping[TaskState, str], coordinator: str
) -> bytes:
    """A task a line, as Excel opens it in Russia: a mark of UTF-8, semicolons, no cell a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_harmless(header) for header in headers])
    for task in record.tasks:
        writer.writerow([_harmless(cell) for cell in _cells(task, record, states, coordinator)])
    return out.getvalue().encode("utf-8-sig")


def _cells(
    task: TaskDone, record: PlanRecord, states: Mapping[TaskState, str], coordinator: str
) -> list[str]:
    done = task.report
    report = (
        [
            done.author,
            day(local_day(done.sent_at, record.zone)),
            done.words,
            "" if done.people_count is None else str(done.people_count),
            ", ".join(done.documents),
        ]
        if done
        else [""] * 5
    )
    place = task.responsible or coordinator
    number = task.number and f"№ {task.number}"  # «1.2» alone would become the first of February
    return [number, task.title, task.label, window(task), place, states[task.state], *report]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def json_file(record: PlanRecord) -> bytes:
    """UTF-8; what each name means stands in docs/plan-json.md."""
    document = {
        "format": FORMAT,
        "district": record.district,
        "school": record.school or None,
        "title": record.title,
        "period": _period(record.period.start, record.period.end),
        "made_at": record.now.isoformat(),
        "sections": [
            {"title": section.title, "rows": [_row(row, record) for row in section.rows]}
            for section in record.sections
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _row(row: RecordRow, record: PlanRecord) -> dict[str, Any]:
    return {
        "position": row.position,
        "number": row.number,
        "title": row.title,
        "problem": row.problem,
        "result": row.result,
        "responsible": row.responsible,
        "deadline": row.deadline,
        "evidence": row.evidence_kind.value,
        "tasks": [_task(task, record) for task in record.tasks_of.get(row.activity_id, ())],
    }


def _task(task: TaskDone, record: PlanRecord) -> dict[str, Any]:
    return {
        "id": task.id,
        "label": task.label,
        "school_id": task.school_id,
        "responsible": task.responsible or None,
        "window": _period(task.window_start, task.window_end),
        "state": task.state.value,
        "status": task.status(record.now).value,
        "report": _report(task.report) if task.report else None,
    }


def _report(report: SentReport) -> dict[str, Any]:
    return {
        "outcome": report.outcome.value,
        "words": report.words,
        "people": report.people_count,
        "sent_at": report.sent_at.isoformat(),
        "author": report.author,
        "evidence": [
            {"name": file.name, "kind": str(file.kind), "size": file.size, "sha256": file.content_hash}
            for file in report.evidence
        ],
    }


def _period(start: date | None, end: date | None) -> dict[str, str | None]:
    return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
