"""The gap map: which rows of the live plans answer which risk factor, and which factor none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import Forbidden, Outdated
from bot.domain.gaps import GapMap, Lexicon, MappedRow, Words, lexicon
from bot.domain.people import Person
from bot.domain.risk import FACTORS, Level
from bot.reading.morphology import lemma
from bot.use_cases.profiles import see_profile_history
from storage import Transaction, plans
from storage.districts import Body, District, get_district, get_school
from storage.factor_answers import list_corrections, remember_correction
from storage.plans import Activity, Plan

_WORD = re.compile(r"\w+")
_SHORT = 2  # letters of words that say nothing: «на», «по»


@dataclass(frozen=True, slots=True)
class GapReport:
    """Of a school: the district's live plans and its own; of a district: its own plans."""

    district: District
    school: Body | None
    map: GapMap
    fillable: bool  # the person may add to the school's own plan

    @property
    def place(self) -> str:
        return self.school.name if self.school else self.district.name


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row with the factors that it answers."""

    plan: Plan
    activity: Activity
    row: MappedRow


async def see_gaps(tx: Transaction, actor: Person, district_id: int, school_id: int) -> GapReport:
    """``school_id`` 0: of the district as a whole."""
    district = await get_district(tx, district_id)
    school = await get_school(tx, school_id) if school_id else None
    if district is None or (school_id and (school is None or school.district_id != district_id)):
        raise Forbidden
    place = Place(district_id, school_id or None)
    require(actor, Action.SEE_GAPS, place)
    words = lexicon(lemmas, await list_corrections(tx, district_id))
    rows: list[MappedRow] = []
    for plan in await plans.list_live_plans(tx, district_id):
        if plan.school_id in (None, school_id or None):
            found = await plans.list_activities(tx, plan.id)
            rows += [_mapped(row, words, own=plan.school_id is not None) for row in found]
    return GapReport(
        district,
        school,
        GapMap(tuple(rows), await _levels(tx, actor, school)),
        fillable=school is not None and may(actor, Action.KEEP_PROFILE, place),
    )


async def see_row(tx: Transaction, actor: Person, activity_id: int) -> RowReport:
    plan, activity = await _get_row(tx, actor, activity_id)
    words = lexicon(lemmas, await list_corrections(tx, plan.district_id))
    return RowReport(plan, activity, _mapped(activity, words, own=plan.school_id is not None))


async def correct_row(
    tx: Transaction, actor: Person, *, activity_id: int, factor: int, relates: bool, now: datetime
) -> RowReport:
    """Say that a row answers a factor, or does not: of this and of every row of the district in its words."""
    plan, activity = await _get_row(tx, actor, activity_id)
    known(factor)
    await remember_correction(
        tx, plan.district_id, lemmas(activity.title), factor, relates=relates, person_id=actor.id, now=now
    )
    return await see_row(tx, actor, activity_id)


def known(factor: int) -> int:
    """The factor; raises Outdated for what is none."""
    if factor not in FACTORS:
        raise Outdated
    return factor


@lru_cache(maxsize=4096)
def lemmas(text: str) -> Words:
    """The dictionary forms of the words that say something."""
    found = (word for word in _WORD.findall(text.casefold().replace("ё", "е")) if len(word) > _SHORT)
    return frozenset(lemma(word).replace("ё", "е") for word in found if not word.isdigit())


async def _get_row(tx: Transaction, actor: Person, activity_id: int) -> tuple[Plan, Activity]:
    """A row of a live plan; the district's rows may be judged by whoever sees a gap map there."""
    activity = await plans.get_activity(tx, activity_id)
    plan = await plans.get_plan(tx, activity.plan_id) if activity else None
    if activity is None or plan is None:
        raise Forbidden
    own = {school for m in actor.memberships if (school := m.school_id) and m.district_id == plan.district_id}
    places = [plan.place] if plan.school_id else [Place(plan.district_id, s) for s in (None, *own)]
    if not any(may(actor, Action.SEE_GAPS, place) for place in places):
        raise Forbidden
    return plan, activity


def _mapped(row: Activity, speech: Lexicon, *, own: bool) -> MappedRow:
    title, words = lemmas(row.title), lemmas(f"{row.title} {row.problem}")
    found = {factor: speech.ground(title, words, factor) for factor in FACTORS}
    return MappedRow(
        row.id, row.number, row.title, own, {factor: why for factor, why in found.items() if why}
    )


async def _levels(tx: Transaction, actor: Person, school: Body | None) -> Mapping[int, Level]:
    """Of the school's latest profile, for those who may see it."""
    if school is None or not may(actor, Action.SEE_PROFILE, Place(school.district_id, school.id)):
        return {}
    latest = (await see_profile_history(tx, actor, school.id)).latest
    profile = latest.profile if latest else None
    return {risk.factor: risk.level for risk in profile.factors} if profile else {}
