"""What people of a district do with their tasks."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.people import Person
from storage import tables
from tests.architecture.rights.documents import DOCUMENTS
from tests.architecture.rights.world import District


async def report_tasks(district: District) -> None:
    """The first school's deputy is at one report and has sent two, the method office one."""
    deputy, head = district.who("deputy", "1"), district.who("head", "1")
    district.add("report.draft", await _answer(district, deputy, district.of("task.drafted", "1")), "1")
    district.add("report.sent", await _send(district, deputy, district.of("task.reported", "1")), "1")
    confirmed = district.of("task.confirmed", "1")
    await _send(district, deputy, confirmed)
    await district.chat.press(head, f"confirm:{confirmed}:1")
    await _send(district, district.who("methodist"), district.of("task.confirmed", " body"))


async def offer_practices(district: District) -> None:
    """Three reports are accepted; two are offered to the bank, and the author of one agrees."""
    deputy, head = district.who("deputy", "1"), district.who("head", "1")
    coordinator = district.who("coordinator")
    for kind in ("task.accepted", "practice.asked", "practice.published"):
        task = district.of(kind, "1")
        report = await _send(district, deputy, task)
        await district.chat.press(head, f"confirm:{task}:1")
        await district.chat.press(coordinator, f"accept:{task}:1")
        if kind != "task.accepted":
            await district.chat.press(coordinator, f"practice-factor:{task}:3")
            await district.chat.type(coordinator, "Уроки стали интереснее")
            of_report = select(tables.practices.c.id).where(tables.practices.c.report_id == report)
            async with district.storage.read() as tx:
                district.add(kind, (await tx.execute(of_report)).scalar_one(), "1")
    await district.chat.press(deputy, f"practice-agree:{district.of('practice.published', '1')}:1")


async def refuse_task(district: District) -> None:
    """The first school's deputy says that a task is not theirs."""
    deputy, head = district.who("deputy", "1"), district.who("head", "1")
    task = district.of("task.waiting", "1")
    await district.chat.press(deputy, f"not-mine-why:{task}:other")
    for kind, found in (("task.refused", task), ("refuser", deputy.id), ("heir", head.id)):
        district.add(kind, found, "1")


async def _send(district: District, person: Person, task: int) -> int:
    report = await _answer(district, person, task)
    await district.chat.press(person, f"report-send:{report}:0")
    return report


async def _answer(district: District, person: Person, task: int) -> int:
    chat = district.chat
    shown = await chat.press(person, f"report:{task}")
    report = int(next(iter(shown.presses.values())).split(":")[1])
    await chat.press(person, f"report-outcome:{report}:done")
    await chat.type(person, "Провели")
    await chat.type(person, "12")
    await chat.send(person, "справка.txt", DOCUMENTS["справка.txt"])
    await chat.press(person, f"report-files:{report}")
    return report
