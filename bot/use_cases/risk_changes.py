"""What changed of a school's profile between two waves, and whether it is more than chance."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.errors import DomainError, Outdated
from bot.domain.people import Person
from bot.domain.risk_change import ProfileChange, profile_change
from bot.domain.wave_stages import is_entry_of
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
    entry: bool  # the comparison is with the school year's entry wave, not with the last one
    several: bool  # the two are not the same
    alone: tuple[Source, ...] = ()  # of groups of people who have told once only: nothing to compare

    @property
    def in_words(self) -> bool:
        return told_in_words(self.then) or told_in_words(self.now)


async def see_change(
    tx: Transaction, actor: Person, *, wave_id: int, school_id: int, entry: bool
) -> ChangeReport:
    """Between the latest waves until ``wave_id`` and those before them.

    ``entry``: the entry waves of the same school year, where there were any.

    Raises DomainError where the school was shown in one wave only: there is nothing to compare with.
    """
    school = await get_own_school(tx, actor, school_id)
    results = await list_wave_results(tx, await waves.list_waves(tx, school.district_id))
    shown = [result for result in results if result.source(school_id)]
    if all(result.wave.id != wave_id for result in results):
        raise Outdated
    latest = latest_of_each(shown, wave_id)
    earlier = _earlier(shown, latest, entry=entry)
    if not earlier:
        raise DomainError("error-change-one-wave")
    every, then = sources_of(latest, school_id), sources_of(earlier, school_id)
    twice = {source.questionnaire.audience for source in then}
    now = tuple(source for source in every if source.questionnaire.audience in twice)
    return ChangeReport(
        school=school,
        wave=next(result.wave for result in results if result.wave.id == wave_id),
        then=then,
        now=now,
        change=profile_change([source.result for source in then], [source.result for source in now]),
        entry=entry,
        alone=tuple(source for source in every if source not in now),
        several=_earlier(shown, latest, entry=not entry) != earlier,
    )


def _earlier(shown: list[WaveResult], latest: list[WaveResult], *, entry: bool) -> list[WaveResult]:
    """Of each questionnaire that was asked before its latest wave: the wave to compare with."""
    found = []
    for result in latest:
        code = result.questionnaire.code
        before = [r for r in shown if r.questionnaire.code == code and r.wave.id < result.wave.id]
        day = result.wave.first_day
        entries = [r for r in before if entry and is_entry_of(r.wave.stage, r.wave.first_day, day)]
        if before:
            found.append(max(entries or before, key=lambda r: r.wave.id))
    return found
