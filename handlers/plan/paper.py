"""The plan's facts in the reader's words, as the workbook takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from bot.domain.local_time import local_day
from bot.domain.record import PlanRecord, RecordRow, SentReport, TaskDone
from bot.papers.official import EACH_NAMED
from bot.papers.plan_xlsx import ActivityRow, PaperSection, PlanHeaders, PlanPaper, TaskRow, plan_workbook
from bot.screen import File, Text, Texts, lines, text
from handlers.plan.deadline_view import window_words
from handlers.plan.view import section_title
from handlers.shared import shortened

_TASK_TITLE = 100  # characters; the whole title stands on the first sheet

Plain = Callable[[Text | Texts], str]

_HEADERS = {
    "plan_sheet": "paper-plan-sheet",
    "number": "paper-number",
    "title": "paper-title",
    "deadline": "paper-deadline",
    "responsible": "paper-responsible",
    "result": "paper-result",
    "marks": "paper-marks",
    "state": "paper-state",
    "task_sheet": "paper-task-sheet",
    "occurrence": "paper-occurrence",
    "window": "paper-window",
    "executor": "paper-executor",
    "reported_by": "paper-reported-by",
    "reported_on": "paper-reported-on",
    "words": "paper-words",
    "people": "paper-people",
    "documents": "paper-documents",
}


class _Phrases:
    """Words that thousands of rows share are looked up once."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.state = cache(lambda state: plain(text(f"state-{state.value}")))
        self.window = cache(lambda start, end: plain(window_words(start, end)))
        self.coordinator = plain(text("place-coordinator"))

    def responsible(self, task: TaskDone) -> str:
        return task.responsible or self.coordinator


def workbook(record: PlanRecord, plain: Plain) -> File:
    """The file to be sent, worded by ``plain``. Thousands of rows take a second, so it is made later."""
    name = plain(text("paper-file-name", day=f"{record.today:%Y-%m-%d}"))
    return File(f"{name}.xlsx", lambda: plan_workbook(_paper(record, plain)))


def _paper(record: PlanRecord, plain: Plain) -> PlanPaper:
    finished = sum(task.is_done for task in record.tasks)
    place = record.school or record.district
    phrases = _Phrases(plain)
    return PlanPaper(
        title=record.title,
        summary=plain(
            text("paper-summary", day=record.today, place=place, done=finished, total=len(record.tasks))
        ),
        made_at=record.now,
        headers=PlanHeaders(**{field: plain(Text(key)) for field, key in _HEADERS.items()}),
        sections=_sections(record, phrases),
        tasks=tuple(_task(task, phrases, record.zone) for task in record.tasks),
    )


def _sections(record: PlanRecord, phrases: _Phrases) -> tuple[PaperSection, ...]:
    done = record.tasks_of
    return tuple(
        PaperSection(
            phrases.plain(section_title(section.title, limit=1000)),
            tuple(
                _activity(row, done.get(row.activity_id, ()), phrases, record.zone) for row in section.rows
            ),
        )
        for section in record.sections
    )


def _activity(row: RecordRow, tasks: Sequence[TaskDone], phrases: _Phrases, zone: str) -> ActivityRow:
    finished = sum(task.is_done for task in tasks)
    state = text("paper-activity-state", done=finished, total=len(tasks)) if tasks else text("paper-no-tasks")
    return ActivityRow(
        number=row.number,
        title=row.title,
        deadline=row.deadline,
        responsible=row.responsible,
        result=row.result,
        marks=_marks([task for task in tasks if task.report], phrases, zone),
        state=phrases.plain(state),
    )


def _marks(tasks: Sequence[TaskDone], phrases: _Phrases, zone: str) -> tuple[str, ...]:
    """Each report; of many, their numbers: the other sheet tells each of them."""
    if len(tasks) <= EACH_NAMED:
        return tuple(_mark(task, task.report, phrases, zone) for task in tasks if task.report)
    reports = [task.report for task in tasks if task.report]
    known = [report.people_count for report in reports if report.people_count is not None]
    found = (
        text("paper-reports-count", n=len(reports)),
        text("paper-people-count", n=sum(known)) if known else None,
        text("paper-documents-count", n=sum(len(report.evidence) for report in reports)),
        text("paper-last-report", day=max(local_day(report.sent_at, zone) for report in reports)),
        text("paper-reports-where", sheet=text("paper-task-sheet")),
    )
    return (phrases.plain(lines(*found)),)


def _mark(task: TaskDone, report: SentReport, phrases: _Phrases, zone: str) -> str:
    """What one school or body did: who, when and how it ended, then the words, people and documents."""
    head = text(
        "paper-mark",
        who=phrases.responsible(task),
        label=task.label or phrases.window(task.window_start, task.window_end),
        day=local_day(report.sent_at, zone),
        outcome=text(f"paper-outcome-{report.outcome.value}"),
        state=phrases.state(task.state),
    )
    return phrases.plain(lines(head, *_details(report)))


def _details(report: SentReport) -> Iterable[Text]:
    if report.words:
        yield text("literal", words=report.words)
    if report.people_count is not None:
        yield text("paper-people-count", n=report.people_count)
    if report.documents:
        yield text("paper-documents-list", names=", ".join(report.documents))


def _task(task: TaskDone, phrases: _Phrases, zone: str) -> TaskRow:
    report = task.report
    return TaskRow(
        number=task.number,
        title=shortened(task.title, _TASK_TITLE),
        occurrence=task.label,
        window=phrases.window(task.window_start, task.window_end),
        responsible=phrases.responsible(task),
        state=phrases.state(task.state),
        reported_by=report.author if report else "",
        reported_on=local_day(report.sent_at, zone) if report else None,
        words=report.words if report else "",
        people=report.people_count if report else None,
        documents=", ".join(report.documents) if report else "",
    )
