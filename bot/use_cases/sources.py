"""What a profile is made of: the latest that each group of people told, as it was released."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.releases import Released, ReleasedGroup
from bot.domain.risk import RULES, RiskProfile, Rule, indicator_shares, item_shares, risk_profile
from bot.domain.risk_change import GroupResult
from bot.domain.surveys import Audience, Questionnaire
from bot.domain.wave_stages import Stage
from bot.use_cases.questionnaires import list_questionnaires
from storage import Transaction
from storage.releases import list_releases
from storage.waves import Wave


@dataclass(frozen=True, slots=True)
class WaveResult:
    """A released wave that feeds the profile, with all that was released of it."""

    wave: Wave
    questionnaire: Questionnaire
    released: Released

    def source(self, school_id: int) -> Source | None:
        """None where the school's answers are hidden."""
        group = self.released.group_of(school_id)
        return Source(self.wave, self.questionnaire, group, self.released.rule) if group else None


@dataclass(frozen=True, slots=True)
class Source:
    """What one wave tells of one school, or of the schools that are shown together with it."""

    wave: Wave
    questionnaire: Questionnaire
    group: ReleasedGroup
    rule: int  # the version in force when it was released

    @property
    def result(self) -> GroupResult:
        """A school's own statement is told as it is, the others' answers as shares."""
        if self.questionnaire.anonymous:
            return GroupResult(self.questionnaire, self.group.item_shares())
        return GroupResult(self.questionnaire, item_shares(self.questionnaire, self.group.counts()))

    @property
    def people(self) -> int:
        """Who answered; of counted sheets how many came back; 0 for the school's own data."""
        if self.questionnaire.audience is Audience.ADMINISTRATION:
            return 0
        return self.group.people if self.questionnaire.anonymous else _sheets(self)


def _sheets(source: Source) -> int:
    asked = source.questionnaire.respondents
    told = source.group.items.get(asked) if asked else None
    return max((int(value) for value in told.cells), default=0) if told else 0


async def list_wave_results(tx: Transaction, waves: Collection[Wave]) -> list[WaveResult]:
    """Those of ``waves`` that are released and feed the profile, in the same order."""
    released = await list_releases(tx, [wave.id for wave in waves if wave.is_released])
    questionnaires = await list_questionnaires(tx, {wave.pack for wave in waves})
    return [
        WaveResult(wave, questionnaires[wave.pack], released[wave.id])
        for wave in waves
        if wave.id in released and questionnaires[wave.pack].feeds_profile
    ]


def latest_of_each(results: Sequence[WaveResult], until: int, back: int = 0) -> list[WaveResult]:
    """Of each questionnaire its latest wave up to the wave ``until``, or the one ``back`` waves before it."""
    found: list[WaveResult] = []
    of_code: dict[str, list[WaveResult]] = {}
    for result in sorted(results, key=lambda result: -result.wave.id):
        if result.wave.id <= until:
            of_code.setdefault(result.questionnaire.code, []).append(result)
    for same in of_code.values():
        found += same[back : back + 1]
    return found


def sources_of(results: Sequence[WaveResult], school_id: int) -> tuple[Source, ...]:
    """One a group of people, in the method's order; the latest wave where two questionnaires ask the same."""
    found: dict[Audience, Source] = {}
    for result in sorted(results, key=lambda result: result.wave.id):
        if source := result.source(school_id):
            found[result.questionnaire.audience] = source
    return tuple(found[audience] for audience in Audience if audience in found)


def rule_of(sources: Sequence[Source]) -> Rule:
    """In force when the profile came to be, that is, when the latest of its waves was released."""
    return RULES[max(source.rule for source in sources)]


def profile_of(sources: Sequence[Source], rule: Rule) -> RiskProfile:
    results = [source.result for source in sources]
    shares = (share for r in results for share in indicator_shares(r.questionnaire, r.items))
    return risk_profile(shares, rule)


def told_in_words(sources: Sequence[Source]) -> bool:
    """One group is too small for percentages, so no percentage is told of the whole."""
    return any(source.group.in_words for source in sources)


def stage_of(sources: Sequence[Source]) -> Stage | None:
    """The stage that all of them share; None where they do not, or there are none."""
    stages = {source.wave.stage for source in sources}
    return stages.pop() if len(stages) == 1 else None
