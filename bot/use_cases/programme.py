"""What an anti-risk programme of a school is made of: its profile, the gaps, and what its plans do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.errors import DomainError
from bot.domain.paper_kinds import PaperKind
from bot.domain.people import Person
from bot.domain.risk import FACTORS, Level
from bot.use_cases.consensus import see_meeting
from bot.use_cases.gaps import see_gaps
from bot.use_cases.profiles import SchoolProfile, get_own_school, see_profile_history
from storage import Transaction, plans
from storage.consensus import Agreed
from storage.districts import Body, get_district
from storage.paper_templates import list_templates
from storage.plans import Activity

_PRESSING = (Level.HIGH, Level.MEDIUM)


@dataclass(frozen=True, slots=True)
class FactorProgramme:
    factor: int
    agreed: Agreed | None
    activities: tuple[tuple[Activity, bool], ...]  # with whether the school's own plan has it


@dataclass(frozen=True, slots=True)
class Programme:
    school: Body
    profile: SchoolProfile
    factors: tuple[FactorProgramme, ...]  # of high risk, then of medium, each by number
    district: str  # its name
    template: str | None  # the file by which the district has programmes made; None: by ours


async def read_programme(tx: Transaction, actor: Person, school_id: int) -> Programme:
    """The factors whose level is high or medium, as measured or as the team agreed, where that differs.

    Raises DomainError where no profile is known yet, or nothing of it is a risk.
    """
    school = await get_own_school(tx, actor, school_id)
    require(actor, Action.SEE_GAPS, Place(school.district_id, school_id))
    latest = (await see_profile_history(tx, actor, school_id)).latest
    if latest is None or latest.profile is None:
        raise DomainError("error-programme-no-profile")
    agreed = (await see_meeting(tx, actor, school_id)).agreed
    levels = {risk.factor: _level(risk.level, agreed.get(risk.factor)) for risk in latest.profile.factors}
    pressing = sorted(
        (factor for factor in FACTORS if levels[factor] in _PRESSING),
        key=lambda factor: _PRESSING.index(levels[factor]),
    )
    if not pressing:
        raise DomainError("error-programme-no-risk")
    district = await get_district(tx, school.district_id)
    assert district is not None
    report = await see_gaps(tx, actor, school.district_id, school_id)
    rows = await _rows(tx, school)
    return Programme(
        school,
        latest,
        tuple(
            FactorProgramme(
                factor,
                agreed.get(factor),
                tuple((rows[row.activity_id], row.own) for row in report.map.answering(factor)),
            )
            for factor in pressing
        ),
        district.name,
        (await list_templates(tx, district.id)).get(PaperKind.PROGRAMME),
    )


def _level(measured: Level, agreed: Agreed | None) -> Level:
    """What the team agreed on outweighs what was measured."""
    return agreed.level if agreed and agreed.level else measured


async def _rows(tx: Transaction, school: Body) -> Mapping[int, Activity]:
    """The rows of the live plans that concern the school, by id."""
    live = [
        p for p in await plans.list_live_plans(tx, school.district_id) if p.school_id in (None, school.id)
    ]
    return {row.id: row for plan in live for row in await plans.list_activities(tx, plan.id)}
