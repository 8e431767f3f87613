"""A draft of a few awkward rows, and everything that is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.domain.deadlines import Deadline, DeadlineKind
from bot.domain.people import Person, Role
from bot.domain.plan import Doubt, DraftActivity, DraftPlan, Fix, FixField, Period, Source
from bot.domain.school_year import SchoolYear
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.reading.parties import split_parties
from bot.use_cases import plans
from storage import Transaction, tables
from tests.factories import NOW, make_district, make_person

YEAR = SchoolYear(2026)
PERIOD = Period(YEAR.start, YEAR.end)
ROWS = (
    ("1.1", "Диагностика дефицитов; разработка планов", "Аналитическая справка", "до 15 октября 2026", "ОО"),
    ("1.2", "Семинар для завучей", "Листы регистрации", "октябрь 2026", "РМК, ОО"),
    ("1.2", "и учителей-предметников", "", "ноябрь 2026", "РМК"),
    ("", "Консультации", "Журнал", "", ""),
    ("2.1", "Итоги года", "Доклад", "Март 2027 - декабрь 2026", "Муниципальный координатор"),
)
DOUBTS = (
    Doubt("duplicate_number", 1, "Номер стоит не один раз: 1.2", Fix(FixField.NUMBER, "1.3")),
    Doubt("duplicate_number", 2, "Номер стоит не один раз: 1.2"),
    Doubt("no_result", 2, "Результат не указан"),
    Doubt("missing_number", 3, "Нет номера"),
    Doubt("no_deadline", 3, "Срок не указан"),
    Doubt("no_party", 3, "Ответственный не указан"),
    Doubt("end_before_start", 4, "Конец срока раньше начала: «Март 2027 - декабрь 2026»"),
    Doubt("misspelt_word", 4, "Похоже на опечатку: «Итоги»"),
    Doubt("header_lost", None, "У таблицы нет шапки"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    plan: int
    coordinator: Person
    rows: tuple[int, ...]  # ids in the document's order


def draft_plan() -> DraftPlan:
    def deadline(phrase: str) -> Deadline:
        if not phrase:
            return Deadline("", DeadlineKind.UNKNOWN, doubts=("no_deadline",))
        return read_deadline(phrase, DeadlineContext(year=YEAR, period=PERIOD))

    rows = tuple(
        DraftActivity(
            number=number,
            title=title,
            section="Раздел 1" if number != "2.1" else "Раздел 2",
            problem="",
            result=result,
            responsible_text=responsible,
            parties=split_parties(responsible),
            deadline=deadline(phrase),
            source=Source(0 if i < 3 else 1, (i, i + 10)),
        )
        for i, (number, title, result, phrase, responsible) in enumerate(ROWS)
    )
    return DraftPlan("План", PERIOD, ("Раздел 1", "Раздел 2"), rows, DOUBTS, ())


async def make_draft(tx: Transaction) -> Draft:
    district = await make_district(tx)
    coordinator = await make_person(tx, Role.COORDINATOR, district)
    plan = await plans.import_plan(
        tx, coordinator, district_id=district, draft=draft_plan(), file_name="plan.docx", now=NOW
    )
    a = tables.activities.c
    ids = await tx.execute(select(a.id).where(a.plan_id == plan).order_by(a.position))
    return Draft(plan, coordinator, tuple(ids.scalars()))


async def everything(tx: Transaction, plan: int) -> dict[str, Any]:
    """All rows of the draft in their order with their parties and doubts."""
    a, link, d = tables.activities.c, tables.activity_parties.c, tables.doubts.c
    rows = (await tx.execute(select(tables.activities).where(a.plan_id == plan).order_by(a.position))).all()
    of_plan = select(a.id).where(a.plan_id == plan)
    parties = select(tables.activity_parties).where(link.activity_id.in_(of_plan))
    doubts = select(tables.doubts).where(d.plan_id == plan)
    return {
        # Positions count as an order only.
        "rows": [{k: v for k, v in row._mapping.items() if k != "position"} for row in rows],
        "parties": [tuple(p) for p in await tx.execute(parties.order_by(link.activity_id, link.position))],
        "doubts": [dict(found._mapping) for found in await tx.execute(doubts.order_by(d.id))],
    }
