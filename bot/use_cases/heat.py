"""Schools × factors for the coordinator, by the alphabet; what is hidden of a school stays hidden here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden
from bot.domain.people import Person
from bot.domain.progress import alphabetical
from bot.domain.risk import Level, newest_rule
from bot.use_cases.sources import latest_of_each, list_wave_results, profile_of, sources_of
from storage import Transaction, waves
from storage.districts import Body, District, get_district, list_schools


@dataclass(frozen=True, slots=True)
class SchoolLevels:
    school: Body
    levels: Mapping[int, Level]  # of all ten factors; empty where nothing of the school is shown
    people: int  # teachers who answered in the group that shows it; 0: none


@dataclass(frozen=True, slots=True)
class Heat:
    district: District
    schools: tuple[SchoolLevels, ...]

    @property
    def empty(self) -> bool:
        return not any(school.levels for school in self.schools)

    def of(self, factor: int, level: Level) -> tuple[Body, ...]:
        return tuple(one.school for one in self.schools if one.levels.get(factor) is level)


async def see_heat(tx: Transaction, actor: Person, district_id: int) -> Heat:
    require(actor, Action.RUN_WAVE, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    results = await list_wave_results(tx, await waves.list_waves(tx, district_id))
    until = max((result.wave.id for result in results), default=0)
    latest = latest_of_each(results, until)
    found = []
    for school in sorted(await list_schools(tx, district_id), key=lambda school: alphabetical(school.name)):
        sources = sources_of(latest, school.id)
        factors = profile_of(sources, newest_rule()).factors if sources else ()
        people = next((source.group.people for source in sources if source.questionnaire.anonymous), 0)
        found.append(SchoolLevels(school, {risk.factor: risk.level for risk in factors}, people))
    return Heat(district, tuple(found))
