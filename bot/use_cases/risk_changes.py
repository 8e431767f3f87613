"""What changed of a school's profile between two waves, and whether it is more than chance."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.errors import DomainError, Outdated
from bot.domain.people import Person
from bot.domain.risk_change import ProfileChange, profile_change
from bot.use_cases.profiles import get_own_school
from bot.use_cases.sources import (
    Source,
    WaveResult,
    latest_of_each,
    list_wave_results,
    sources_of,
    told_in_words,
)
from storage import Transaction, waves
from storage.districts import Body
from storage.waves import Wave


@dataclass(frozen=True, slots=True)
class ChangeReport:
    school: Body
    wave: Wave
    then: tuple[Source, ...]
    now: tuple[Source, ...]
    change: ProfileChange
    first: bool  # the comparison is with the very first wave, not with the last one
    several: bool  # the first wave and the last one are not the same

    @property
    def in_words(self) -> bool:
        return told_in_words(self.then) or told_in_words(self.now)


async def see_change(
    tx: Transaction, actor: Person, *, wave_id: int, school_id: int, first: bool
) -> ChangeReport:
    """Between the latest waves until ``wave_id`` and those before them, or the first ones.

    Raises DomainError where the school was shown in one wave only: there is nothing to compare with.
    """
    school = await get_own_school(tx, actor, school_id)
    results = await list_wave_results(tx, await waves.list_waves(tx, school.district_id))
    shown = [result for result in results if result.source(school_id)]
    if all(result.wave.id != wave_id for result in results):
        raise Outdated
    latest = latest_of_each(shown, wave_id)
    earlier = _earlier(shown, latest, first=first)
    if not earlier:
        raise DomainError("error-change-one-wave")
    now, then = sources_of(latest, school_id), sources_of(earlier, school_id)
    return ChangeReport(
        school=school,
        wave=next(result.wave for result in results if result.wave.id == wave_id),
        then=then,
        now=now,
        change=profile_change([source.result for source in then], [source.result for source in now]),
        first=first,
        several=_earlier(shown, latest, first=not first) != earlier,
    )


def _earlier(shown: list[WaveResult], latest: list[WaveResult], *, first: bool) -> list[WaveResult]:
    """Of each questionnaire that was asked before its latest wave: the wave to compare with."""
    found = []
    for result in latest:
        code = result.questionnaire.code
        before = [r for r in shown if r.questionnaire.code == code and r.wave.id < result.wave.id]
        if before:
            found.append((min if first else max)(before, key=lambda r: r.wave.id))
    return found
