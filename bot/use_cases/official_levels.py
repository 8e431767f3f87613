"""The official risk profile beside ours: its levels are typed in and compared, never computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.people import Person
from bot.domain.risk import FACTORS, Level
from bot.use_cases.profiles import SchoolProfile, get_own_school, see_profile_history
from storage import Transaction
from storage.districts import Body
from storage.official_levels import list_official_levels, set_official_level


@dataclass(frozen=True, slots=True)
class OfficialSheet:
    school: Body
    levels: dict[int, Level]  # by factor
    ours: dict[int, Level]  # by factor, what is known of it

    @property
    def comparable(self) -> tuple[int, ...]:
        """The factors that both name."""
        return tuple(factor for factor in FACTORS if factor in self.levels and factor in self.ours)

    @property
    def same(self) -> int:
        return sum(self.levels[factor] is self.ours[factor] for factor in self.comparable)


async def see_official_levels(tx: Transaction, actor: Person, school_id: int) -> OfficialSheet:
    history = await see_profile_history(tx, actor, school_id)
    levels = await list_official_levels(tx, school_id)
    return OfficialSheet(history.school, levels, _known(history.latest))


async def type_official_level(
    tx: Transaction, actor: Person, *, school_id: int, factor: int, level: Level | None, now: datetime
) -> OfficialSheet:
    """None: the official profile does not name the factor."""
    await get_own_school(tx, actor, school_id, Action.KEEP_PROFILE)
    if factor not in FACTORS or level is Level.INSUFFICIENT:
        raise Outdated
    await set_official_level(tx, school_id, factor, level, person_id=actor.id, now=now)
    return await see_official_levels(tx, actor, school_id)


def _known(latest: SchoolProfile | None) -> dict[int, Level]:
    if latest is None or latest.profile is None:
        return {}
    return {f.factor: f.level for f in latest.profile.factors if f.level is not Level.INSUFFICIENT}
