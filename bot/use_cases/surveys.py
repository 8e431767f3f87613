"""What a teacher does with a survey: open it, answer one item at a time, send once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.access import Action, Place, may_somewhere, require
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person, Role
from bot.domain.surveys import SKIPPED, Item, Questionnaire, find_item, first_gap, validate_answer
from bot.use_cases.questionnaires import get_questionnaire
from storage import Transaction, responses, waves
from storage.waves import Wave


@dataclass(frozen=True, slots=True)
class Sheet:
    """One teacher's survey under way."""

    wave: Wave
    questionnaire: Questionnaire
    school_id: int  # for which the teacher speaks
    answers: Mapping[str, str]  # item id → value, in any order; what was passed over is among them

    @property
    def gap(self) -> Item | None:
        """The item to go on with; None when the sheet is complete."""
        return first_gap(self.questionnaire, self.answers)

    @property
    def given(self) -> Mapping[str, str]:
        """The answers that are answers, without what was passed over."""
        return {item_id: value for item_id, value in self.answers.items() if value != SKIPPED}


async def list_surveys(tx: Transaction, actor: Person, *, now: datetime) -> list[Wave]:
    """The waves in which this teacher is asked, those already answered too."""
    if not may_somewhere(actor, Action.ANSWER_SURVEY):
        raise Forbidden
    return await waves.list_open_waves(tx, actor.districts(Role.TEACHER), now)


async def open_survey(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> Sheet:
    """The sheet as far as it was filled. Raises DomainError for a closed wave and for a sent sheet."""
    wave = await waves.get_wave(tx, wave_id)
    school_id = _school_of(actor, wave) if wave else None
    if wave is None or school_id is None:
        raise Forbidden
    require(actor, Action.ANSWER_SURVEY, Place(wave.district_id, school_id))
    if not wave.accepts_answers(now):
        raise DomainError("error-survey-closed")
    token = await waves.ensure_token(tx, wave_id, actor.id, school_id)
    if token.spent:
        raise DomainError("error-survey-sent", day=wave.last_day)
    questionnaire = get_questionnaire(wave.questionnaire)
    draft = await responses.get_draft(tx, wave_id, actor.id)
    answers = {item.id: draft[item.id] for item in questionnaire.items if item.id in draft}
    return Sheet(wave, questionnaire, token.school_id, answers)


async def answer_item(
    tx: Transaction, actor: Person, *, wave_id: int, item_id: str, value: str, now: datetime
) -> Sheet:
    """Save one answer at once; an earlier answer to the same item is replaced."""
    sheet = await open_survey(tx, actor, wave_id, now=now)
    item = find_item(sheet.questionnaire, item_id)
    value = validate_answer(item, value)
    await responses.save_draft(tx, wave_id, actor.id, item_id, value)
    return replace(sheet, answers={**sheet.answers, item_id: value})


async def send_survey(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> Wave:
    """Part the answers from their author for good: the token is spent, the draft is erased."""
    sheet = await open_survey(tx, actor, wave_id, now=now)
    if sheet.gap:
        raise Outdated
    if not await waves.spend_token(tx, wave_id, actor.id):
        raise DomainError("error-survey-sent", day=sheet.wave.last_day)
    await responses.add_response(tx, wave_id, sheet.school_id, sheet.given)
    await responses.erase_draft(tx, wave_id, actor.id)
    return sheet.wave


def _school_of(actor: Person, wave: Wave) -> int | None:
    """The first school in the wave's district where the actor teaches."""
    return next(
        (
            m.school_id
            for m in actor.memberships
            if m.role is Role.TEACHER and m.district_id == wave.district_id
        ),
        None,
    )
