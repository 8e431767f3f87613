"""Self-diagnosis of a district: its waves, its first school's meetings."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Role
from bot.use_cases import consensus, surveys, waves
from storage import responses
from tests.architecture.rights.documents import PACK
from tests.architecture.rights.world import NOW, District

_ENOUGH = 5  # answers that make a profile


async def run_waves(district: District) -> None:
    """One that is released, then one in which every teacher has answered and not sent yet."""
    coordinator, school = district.who("coordinator"), district.of("school", "1")
    answers = {item.id: item.options[0].value for item in PACK.items}
    async with district.storage.begin() as tx:
        for kind in ("wave.closed", "wave.open"):
            wave = await waves.start_wave(
                tx, coordinator, district_id=district.id, questionnaire=PACK.code, now=NOW
            )
            district.add(kind, wave)
            if kind == "wave.closed":
                for _ in range(_ENOUGH):
                    await responses.add_response(tx, wave, school, answers)
                await waves.close_wave(tx, coordinator, wave, now=NOW + timedelta(hours=1))
                await waves.release_wave(tx, coordinator, wave, now=NOW + timedelta(hours=1))
        for teacher in district.people.values():
            if district.id in teacher.districts(Role.TEACHER):
                for item, value in answers.items():
                    await surveys.answer_item(tx, teacher, wave_id=wave, item_id=item, value=value, now=NOW)


async def agree_on_levels(district: District) -> None:
    """Meetings of the first school: one that was closed, then one under way."""
    coordinator, school = district.who("coordinator"), district.of("school", "1")
    async with district.storage.begin() as tx:
        for kind in ("meeting.closed", "meeting.open"):
            report = await consensus.open_meeting(tx, coordinator, school, now=NOW)
            assert report.meeting is not None
            district.add(kind, report.meeting.id, "1")
            if kind == "meeting.closed":
                await consensus.close_meeting(tx, coordinator, report.meeting.id, now=NOW)
