"""The proofs of reports that count, and what a school's proofs weigh."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import insert

from bot.clock import SimulatedClock
from bot.domain.people import Role
from bot.domain.reports import Evidence, Form
from storage import Storage, tables
from storage.evidence import add_evidence, list_plan_evidence, list_task_evidence, sum_school_bytes
from storage.named_files import list_named_files
from storage.tasks import get_task
from tests.school_life import District

NOW = datetime(2026, 9, 7, 6, tzinfo=UTC)


async def test_only_the_last_version_proves_and_equal_bytes_weigh_once(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(NOW)).found()
    deputy = await district.add(Role.DEPUTY)
    task = await district.task(date(2026, 9, 20))
    old, new = Evidence("a" * 64, "old.pdf", Form.DOCUMENT, 10), Evidence("b" * 64, "new.jpg", Form.PHOTO, 5)
    link = Evidence.link("https://rmk.ru")
    async with storage.begin() as tx:
        for version, files in ((1, (old,)), (2, (old, new, link)), (None, (new,))):
            report = await tx.execute(
                insert(tables.reports)
                .values(
                    task_id=task,
                    person_id=deputy.id,
                    version=version,
                    step="review",
                    outcome="done",
                    words="",
                    touched_at=NOW,
                    sent_at=NOW if version else None,
                )
                .returning(tables.reports.c.id)
            )
            report_id = report.scalar_one()
            for file in files:
                await add_evidence(tx, report_id, file)
    async with storage.read() as tx:
        found = await list_task_evidence(tx, task)
        card = await get_task(tx, task)
        assert card is not None
        assert [(f.file, f.number, f.responsible, f.task_id) for f in found] == [
            (file, "1.2.", "Школа № 1", task) for file in (old, new, link)
        ]
        assert await list_plan_evidence(tx, card.plan_id) == found
        assert await sum_school_bytes(tx, district.school) == 15
        assert await list_named_files(tx) == {file.content_hash for file in (old, new, link)}
