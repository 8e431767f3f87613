"""How the schools of a district are helped, and where its people meet."""

from __future__ import annotations

from datetime import timedelta

from bot.use_cases import attendance, consultations, meetings, partners
from storage.districts import add_schools, list_schools
from tests.architecture.rights.world import NOW, District


async def hold_consultations(district: District) -> None:
    """Two hours of the method office; the first school's head comes to one of them."""
    host, head = district.who("methodist"), district.who("head", "1")
    async with district.storage.begin() as tx:
        for days, kind in enumerate(("consultation", "consultation.booked"), start=30):
            card = await consultations.hold_consultation(
                tx,
                host,
                district_id=district.id,
                factor=3,
                starts_at=NOW + timedelta(days=days),
                place="РМК",
                seats=3,
                now=NOW,
            )
            district.add(kind, card.consultation.id)
        await consultations.book(tx, head, card.consultation.id, now=NOW)


async def call_meeting(district: District) -> None:
    """A meeting that has decided something."""
    coordinator = district.who("coordinator")
    async with district.storage.begin() as tx:
        card = await meetings.call_meeting(tx, coordinator, district.id, when="15 октября 2026", now=NOW)
        decided = "Сверка; до 1 мая 2027; РМК"
        await meetings.take_decision(tx, coordinator, card.meeting.id, words=decided)
    district.add("meeting", card.meeting.id)


async def pair_schools(district: District) -> None:
    """A third school helps the first, so that of the second nobody is concerned."""
    coordinator, school = district.who("coordinator"), district.of("school", "1")
    async with district.storage.begin() as tx:
        await add_schools(tx, district.id, [f"Школа {district.letter}3"])
        host = next(s.id for s in await list_schools(tx, district.id) if s.name.endswith("3"))
        card = await partners.pair_schools(
            tx, coordinator, host_id=host, school_id=school, until="до 31 мая 2027", now=NOW
        )
    district.add("pair", card.pair.id, "1")


async def open_event(district: District) -> None:
    """A meeting that no row of the plan asks for."""
    async with district.storage.begin() as tx:
        event = await attendance.open_event(
            tx,
            district.who("coordinator"),
            district_id=district.id,
            activity_id=0,
            title="Семинар",
            day="",
            now=NOW,
        )
    district.add("event", event.id)
    district.add("event.token", event.token)
