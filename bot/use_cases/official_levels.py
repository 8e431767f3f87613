"""The official risk profile beside ours: its levels are typed in and compared, never computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.people import Person
from bot.domain.risk import FACTORS, FactorRisk, Level
from bot.use_cases.profiles import SchoolProfile, get_own_school, see_profile_history
from storage import Transaction
from storage.districts import Body
from storage.official_levels import list_official_levels, set_official_level


@dataclass(frozen=True, slots=True)
class OfficialSheet:
    school: Body
    levels: dict[int, Level]  # by factor
    latest: SchoolProfile | None  # None: no wave has been released yet

    @property
    def ours(self) -> dict[int, FactorRisk]:
        """By factor, what is known of it."""
        profile = self.latest.profile if self.latest else None
        risks = profile.factors if profile else ()
        return {risk.factor: risk for risk in risks if risk.level is not Level.INSUFFICIENT}

    @property
    def comparable(self) -> tuple[int, ...]:
        """The factors that both name."""
        ours = self.ours
        return tuple(factor for factor in FACTORS if factor in self.levels and factor in ours)

    @property
    def same(self) -> int:
        ours = self.ours
        return sum(self.levels[factor] is ours[factor].level for factor in self.comparable)


async def see_official_levels(tx: Transaction, actor: Person, school_id: int) -> OfficialSheet:
    history = await see_profile_history(tx, actor, school_id)
    levels = await list_official_levels(tx, school_id)
    return OfficialSheet(history.school, levels, history.latest)


async def type_official_level(
    tx: Transaction, actor: Person, *, school_id: int, factor: int, level: Level | None, now: datetime
) -> OfficialSheet:
    """None: the official profile does not name the factor."""
    await get_own_school(tx, actor, school_id, Action.KEEP_PROFILE)
    if factor not in FACTORS or level is Level.INSUFFICIENT:
        raise Outdated
    await set_official_level(tx, school_id, factor, level, person_id=actor.id, now=now)
    return await see_official_levels(tx, actor, school_id)
