"""What a teacher, or a school's leader for the school, does with a survey: answer item by item, send once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.access import Action, Place, may_somewhere, require
from bot.domain.answers import checked_choice, checked_line, with_choice
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.surveys import (
    SKIPPED,
    Form,
    ItemKind,
    Questionnaire,
    reachable,
    same_screen,
)
from bot.use_cases.questionnaires import get_questionnaire
from storage import Transaction, responses, tokens, waves
from storage.traces import Trace, list_traces
from storage.waves import Wave


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey that waits for a person."""

    wave: Wave
    questionnaire: Questionnaire


@dataclass(frozen=True, slots=True)
class Sheet(Form):
    """One person's survey under way; what was passed over is among its answers."""

    wave: Wave
    school_id: int  # for, or in, which the person speaks


@dataclass(frozen=True, slots=True)
class Held:
    """What is stored about one person and one wave."""

    wave: Wave
    asked_and_sent: bool | None  # None: it is not known who was asked, or no more
    answers: int  # of the draft under way
    rows: tuple[Trace, ...]  # all that names both, as it is


async def list_surveys(tx: Transaction, actor: Person, *, now: datetime) -> list[Asked]:
    """The surveys in which this person is asked, those already answered too."""
    if not may_somewhere(actor, Action.ANSWER_SURVEY):
        raise Forbidden
    found = await waves.list_open_waves(tx, actor.districts(), now)
    return [Asked(wave, await get_questionnaire(tx, wave.pack)) for wave in found if _school_of(actor, wave)]


async def open_survey(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> Sheet:
    """The sheet as far as it was filled. Raises DomainError for a closed wave and for a sent sheet."""
    wave = await waves.get_wave(tx, wave_id)
    school_id = _school_of(actor, wave) if wave else None
    if wave is None or school_id is None:
        raise Forbidden
    require(actor, Action.ANSWER_SURVEY, Place(wave.district_id, school_id))
    if not wave.accepts_answers(now):
        raise DomainError("error-survey-closed")
    token = await tokens.ensure_token(tx, wave_id, actor.id, school_id)
    if token.spent or (not wave.anonymous and await tokens.has_stated(tx, wave_id, token.school_id)):
        raise _sent(wave)
    questionnaire = await get_questionnaire(tx, wave.pack)
    draft = await responses.get_draft(tx, wave_id, actor.id)
    return Sheet(questionnaire, reachable(questionnaire, draft), wave, token.school_id)


async def answer_item(
    tx: Transaction, actor: Person, *, wave_id: int, item_id: str, value: str, now: datetime
) -> Sheet:
    """Save the one option of an item at once; an earlier answer to it is replaced."""
    sheet = await open_survey(tx, actor, wave_id, now=now)
    item = sheet.find(item_id)
    if item.kind is ItemKind.MANY:
        raise Outdated
    return await _save(tx, actor, sheet, {item.id: checked_choice(item, value)})


async def pick(
    tx: Transaction, actor: Person, *, wave_id: int, item_id: str, option: str, picked: bool, now: datetime
) -> Sheet:
    """Pick one of an item's several options, or drop it; without any the item is unanswered again."""
    sheet = await open_survey(tx, actor, wave_id, now=now)
    item = sheet.find(item_id)
    if item.kind is not ItemKind.MANY:
        raise Outdated
    value = with_choice(item, sheet.answers.get(item.id, SKIPPED), option, picked=picked)
    return await _save(tx, actor, sheet, {item.id: value or None})


async def write_line(
    tx: Transaction, actor: Person, *, wave_id: int, item_id: str, line: str, now: datetime
) -> Sheet:
    """Save what was typed; raises DomainError, whose sentence says what to write instead."""
    sheet = await open_survey(tx, actor, wave_id, now=now)
    item = sheet.find(item_id)
    value = checked_line(sheet.questionnaire, item, line, sheet.answers)
    return await _save(tx, actor, sheet, {item.id: value})


async def skip(tx: Transaction, actor: Person, *, wave_id: int, item_id: str, now: datetime) -> Sheet:
    """Answering is voluntary: pass an item over, or what is not answered yet of those beside it."""
    sheet = await open_survey(tx, actor, wave_id, now=now)
    item = sheet.find(item_id)
    if item.id == sheet.questionnaire.respondents:
        raise DomainError("error-answer-sheets-first")
    together = same_screen(sheet.shown, item)
    passed = [one.id for one in together if len(together) == 1 or one.id not in sheet.answers]
    return await _save(tx, actor, sheet, dict.fromkeys(passed, SKIPPED))


async def send_survey(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> Wave:
    """Part the answers from their author for good: the token is spent, the draft is erased.

    A school's own statement is sent once, by whoever of its leaders comes first.
    """
    sheet = await open_survey(tx, actor, wave_id, now=now)
    if sheet.gap:
        raise Outdated
    if not await tokens.spend_token(tx, wave_id, actor.id):
        raise _sent(sheet.wave)
    await responses.add_response(tx, wave_id, sheet.school_id, sheet.given)
    await responses.erase_draft(tx, wave_id, actor.id)
    return sheet.wave


async def check_anonymity(tx: Transaction, actor: Person, wave_id: int) -> Held:
    """At any time, also after sending and after the end: what is stored about this person and this wave."""
    wave = await waves.get_wave(tx, wave_id)
    school_id = _school_of(actor, wave) if wave else None
    if wave is None or school_id is None:
        raise Forbidden
    require(actor, Action.ANSWER_SURVEY, Place(wave.district_id, school_id))
    draft = await responses.get_draft(tx, wave_id, actor.id)
    return Held(
        wave=wave,
        asked_and_sent=await tokens.find_token(tx, wave_id, actor.id),
        answers=len(draft),
        rows=tuple(await list_traces(tx, wave_id, actor.id)),
    )


async def _save(tx: Transaction, actor: Person, sheet: Sheet, changed: Mapping[str, str | None]) -> Sheet:
    """Keep what changed (None: unanswered again); answers to items that it hides are erased."""
    answers = {**sheet.answers, **changed}
    kept = reachable(sheet.questionnaire, {key: value for key, value in answers.items() if value is not None})
    for item_id, value in changed.items():
        if value is not None:
            await responses.save_draft(tx, sheet.wave.id, actor.id, item_id, value)
    if dropped := answers.keys() - kept.keys():
        await responses.drop_answers(tx, sheet.wave.id, actor.id, dropped)
    return replace(sheet, answers=kept)


def _sent(wave: Wave) -> DomainError:
    key = "error-survey-sent" if wave.anonymous else "error-survey-sent-school"
    return DomainError(key, day=wave.last_day)


def _school_of(actor: Person, wave: Wave) -> int | None:
    """The first school in the wave's district where the actor is one of those asked."""
    return next(
        (
            m.school_id
            for m in actor.memberships
            if m.role in wave.roles and m.district_id == wave.district_id
        ),
        None,
    )
