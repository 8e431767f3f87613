"""The versions of a live plan, for whoever sees the plan."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action
from bot.domain.corrections import Change, change_from_json
from bot.domain.errors import Forbidden
from bot.domain.people import Person
from bot.use_cases.plans import get_plan
from storage import Transaction, versions
from storage.districts import get_district
from storage.plans import Plan
from storage.versions import Version


@dataclass(frozen=True, slots=True)
class History:
    plan: Plan
    zone: str  # of its district
    versions: tuple[Version, ...]  # the newest first


@dataclass(frozen=True, slots=True)
class VersionCard:
    plan: Plan
    zone: str
    version: Version
    changes: tuple[Change, ...]


async def list_versions(tx: Transaction, actor: Person, plan_id: int) -> History:
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    return History(plan, await _zone(tx, plan), tuple(await versions.list_versions(tx, plan_id)))


async def see_version(tx: Transaction, actor: Person, version_id: int) -> VersionCard:
    version = await versions.get_version(tx, version_id)
    if version is None:
        raise Forbidden
    plan = await get_plan(tx, actor, version.plan_id, Action.SEE_PLAN)
    return VersionCard(
        plan, await _zone(tx, plan), version, tuple(change_from_json(change) for change in version.changes)
    )


async def _zone(tx: Transaction, plan: Plan) -> str:
    district = await get_district(tx, plan.district_id)
    assert district is not None
    return district.zone
