"""An invented plan and programme with a bit of everything, by which a template is tried."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.evidence import EvidenceKind
from bot.domain.paper_kinds import PaperFormat, PaperKind
from bot.domain.plan import Period
from bot.domain.progress import Status
from bot.domain.record import PlanRecord, RecordRow, RecordSection, SentReport, TaskDone
from bot.domain.reports import Outcome
from bot.domain.tasks import TaskState
from bot.papers.making import PaperOrder, facts_of
from bot.papers.official import Facts, OfficialWords
from bot.papers.risk_programme import (
    ProgrammeActivity,
    ProgrammeFactor,
    ProgrammePaper,
    programme_facts,
)

_NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
_ROWS = (("1.1.", "Консультации для учителей", "до 15 ноября 2026"), ("1.2.", "Семинар", "в течение года"))
_WORDS = OfficialWords(
    {status: status.value for status in Status}, {o: o.value for o in Outcome}, "координатор"
)


def sample_facts(kind: PaperKind, *, empty: bool = False) -> Facts:
    """What a template of this kind may speak of; ``empty``: where nothing is known at all."""
    return (
        programme_facts(_programme(empty)) if kind is PaperKind.PROGRAMME else facts_of(_order(kind, empty))
    )


def _programme(empty: bool) -> ProgrammePaper:
    row = ProgrammeActivity("1.1.", "Семинар", "в течение года", "Справка", "школы")
    factors = (
        ProgrammeFactor("1. Оснащение", "высокий риск", ("По РПШ ФИОКО: высокий риск.",), "", (row,)),
        ProgrammeFactor("2. Кадры", "средний риск", (), "Нет ни одного мероприятия.", ()),
    )
    sources = ("Учителя: входная волна",)
    known = () if empty else factors
    return ProgrammePaper("Заречный район", "Школа", sources, "Самодиагностика", known, _NOW.date())


def _order(kind: PaperKind, empty: bool) -> PaperOrder:
    """A paper of the sample plan."""
    rows = tuple(
        RecordRow(n, n, number, title, "Проблема", "Справка", "ОО", deadline, EvidenceKind.MEMO)
        for n, (number, title, deadline) in enumerate(_ROWS, start=1)
    )
    tasks = tuple(_task(row, state) for row in rows for state in (TaskState.ACCEPTED, TaskState.OPEN))
    record = PlanRecord(
        district="Заречный район",
        zone="Europe/Moscow",
        school="Школа" if kind is PaperKind.SCHOOL else "",
        title="Дорожная карта",
        period=Period(date(2026, 11, 1), date(2026, 11, 30)),
        sections=() if empty else (RecordSection("Раздел", rows),),
        tasks=() if empty else tasks,
        now=_NOW,
    )
    return PaperOrder(kind, PaperFormat.DOCX, None, record, _WORDS)


def _task(row: RecordRow, state: TaskState) -> TaskDone:
    done = SentReport(Outcome.DONE, "Провели", 12, _NOW, "Пётр Седов", ())
    return TaskDone(
        id=row.activity_id * 10,
        activity_id=row.activity_id,
        number=row.number,
        title=row.title,
        section="Раздел",
        label="",
        school_id=1,
        window_start=date(2026, 11, 1),
        window_end=date(2026, 11, 15),
        responsible="Школа",
        state=state,
        due_at=_NOW,
        report=done if state is TaskState.ACCEPTED else None,
    )
