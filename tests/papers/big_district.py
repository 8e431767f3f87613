"""A record as large as a district's: schools × rows, every state and kind of report among them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import cycle

from bot.domain.evidence import EvidenceKind
from bot.domain.plan import Period
from bot.domain.record import PlanRecord, RecordRow, RecordSection, SentReport, TaskDone
from bot.domain.reports import Outcome
from bot.domain.tasks import TaskState
from tests.papers.records import NOW

_STATES = [state for state in TaskState if state is not TaskState.WITHDRAWN]
_REPORTED = (TaskState.REPORTED, TaskState.CONFIRMED, TaskState.ACCEPTED)
_ROWS_OF_SECTION = 10
_PLAN = "План мероприятий («дорожная карта») по повышению качества образования на 2026-2027 учебный год"


def big_record(schools: int = 20, rows: int = 60) -> PlanRecord:
    states, outcomes = cycle(_STATES), cycle(Outcome)
    sections, tasks = [], []
    for first in range(0, rows, _ROWS_OF_SECTION):
        title = f"{first // _ROWS_OF_SECTION + 1}. Методическая помощь"
        of_section = tuple(_row(number) for number in range(first + 1, first + 1 + _ROWS_OF_SECTION))
        sections.append(RecordSection(title, of_section))
        for row in of_section:
            for school in range(1, schools + 1):
                state = next(states)
                report = _report(next(outcomes)) if state in _REPORTED else None
                tasks.append(_task(row, title, school, state, report))
    period = Period(date(2026, 9, 1), date(2027, 8, 31))
    return PlanRecord(
        "Берёзовский район", "Europe/Moscow", "", _PLAN, period, tuple(sections), tuple(tasks), NOW
    )


def _row(number: int) -> RecordRow:
    return RecordRow(
        activity_id=number,
        position=number,
        number=f"{number}.",
        title=f"Семинар-практикум «Формирующее оценивание на каждом уроке», занятие {number}",
        problem="",
        result="Лист регистрации, не менее 3 педагогов от каждой ОО",
        responsible="РМК, ОО",
        deadline="до 15 октября 2026",
        evidence_kind=EvidenceKind.ATTENDANCE,
    )


def _report(outcome: Outcome) -> SentReport:
    words = "Провели занятие, разобрали работы учеников и договорились о взаимопосещении уроков."
    sent = datetime(2026, 10, 5, 8, tzinfo=UTC)
    return SentReport(outcome, words, 12 if outcome is Outcome.DONE else None, sent, "Пётр Седов", ())


def _task(row: RecordRow, section: str, school: int, state: TaskState, report: SentReport | None) -> TaskDone:
    month = 9 + row.position % 4
    return TaskDone(
        id=row.activity_id * 1000 + school,
        activity_id=row.activity_id,
        number=row.number,
        title=row.title,
        section=section,
        label="",
        school_id=school,
        window_start=date(2026, 9, 1),
        window_end=date(2026, month, 15),
        responsible=f"МБОУ «Берёзовская СОШ № {school}»",
        state=state,
        due_at=datetime(2026, month, 15, 21, tzinfo=UTC),
        report=report,
    )
