"""What a teacher, or a school's leader for the school, does with a survey: answer item by item, send once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, may_somewhere
from bot.domain.answers import checked_choice, checked_line, with_choice
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.surveys import (
    SKIPPED,
    ItemKind,
    Questionnaire,
    reachable,
    same_screen,
)
from bot.use_cases.questionnaires import get_questionnaire, list_questionnaires
from bot.use_cases.sheets import Sheet, SheetKey, asked_in, open_statement, save, schools_of
from storage import Transaction, responses, statements, tokens, waves
from storage.districts import Body, get_school
from storage.traces import Trace, list_traces
from storage.waves import Wave


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey that waits for a person."""

    wave: Wave
    questionnaire: Questionnaire
    school: Body | None  # for which a leader speaks; None: a teacher, or a leader of one school

    @property
    def key(self) -> SheetKey:
        return SheetKey(self.wave.id, self.school.id if self.school else None)


@dataclass(frozen=True, slots=True)
class Held:
    """What is stored about one person and one wave."""

    wave: Wave
    asked_and_sent: bool | None  # None: it is not known who was asked, or no more
    answers: int  # of the draft under way
    rows: tuple[Trace, ...]  # all that names both, as it is


class AlreadySent(DomainError):
    """A teacher's answers are sent and cannot be changed: nobody knows which they are."""

    def __init__(self, wave: Wave) -> None:
        super().__init__("error-survey-sent", day=wave.last_day)
        self.wave = wave


async def list_surveys(tx: Transaction, actor: Person, *, now: datetime) -> list[Asked]:
    """The surveys in which this person is asked, those already answered too."""
    if not may_somewhere(actor, Action.ANSWER_SURVEY):
        raise Forbidden
    found = await waves.list_open_waves(tx, actor.districts(), now)
    asked: list[Asked] = []
    for wave in found:
        schools = schools_of(actor, wave)
        questionnaire = await get_questionnaire(tx, wave.pack) if schools else None
        if questionnaire and (wave.anonymous or len(schools) == 1):
            asked.append(Asked(wave, questionnaire, None))
        elif questionnaire:
            bodies = [await get_school(tx, school) for school in schools]
            asked += [Asked(wave, questionnaire, body) for body in bodies if body]
    return asked


async def open_survey(
    tx: Transaction, actor: Person, wave_id: int, school_id: int | None = None, *, now: datetime
) -> Sheet:
    """The sheet as far as it was filled. Raises DomainError for a closed wave and for a teacher's sent sheet.

    ``school_id`` is for leaders of several schools; without it they are Outdated.
    """
    wave, school_id = await asked_in(tx, actor, wave_id, school_id)
    if not wave.accepts_answers(now):
        raise DomainError("error-survey-closed")
    token = await tokens.ensure_token(tx, wave_id, actor.id, school_id, anonymous=wave.anonymous)
    questionnaire = await get_questionnaire(tx, wave.pack)
    if not wave.anonymous:
        return await open_statement(tx, wave, questionnaire, school_id, sent=token.spent)
    if token.spent:
        raise AlreadySent(wave)
    draft = await responses.get_draft(tx, wave_id, actor.id)
    counted_in = await _counted_in(tx, actor, wave, token.school_id)
    return Sheet(questionnaire, reachable(questionnaire, draft), wave, token.school_id, None, counted_in)


async def answer_item(
    tx: Transaction,
    actor: Person,
    *,
    wave_id: int,
    school_id: int | None = None,
    item_id: str,
    value: str,
    now: datetime,
) -> Sheet:
    """Save the one option of an item at once; an earlier answer to it is replaced."""
    sheet = await open_survey(tx, actor, wave_id, school_id, now=now)
    item = sheet.find(item_id)
    if item.kind is ItemKind.MANY:
        raise Outdated
    return await save(tx, actor, sheet, {item.id: checked_choice(item, value)})


async def pick(
    tx: Transaction,
    actor: Person,
    *,
    wave_id: int,
    school_id: int | None = None,
    item_id: str,
    option: str,
    picked: bool,
    now: datetime,
) -> Sheet:
    """Pick one of an item's several options, or drop it; without any the item is unanswered again."""
    sheet = await open_survey(tx, actor, wave_id, school_id, now=now)
    item = sheet.find(item_id)
    if item.kind is not ItemKind.MANY:
        raise Outdated
    value = with_choice(item, sheet.answers.get(item.id, SKIPPED), option, picked=picked)
    return await save(tx, actor, sheet, {item.id: value or None})


async def write_line(
    tx: Transaction,
    actor: Person,
    *,
    wave_id: int,
    school_id: int | None = None,
    item_id: str,
    line: str,
    now: datetime,
) -> Sheet:
    """Save what was typed; raises DomainError, whose sentence says what to write instead."""
    sheet = await open_survey(tx, actor, wave_id, school_id, now=now)
    item = sheet.find(item_id)
    value = checked_line(sheet.questionnaire, item, line, sheet.answers)
    return await save(tx, actor, sheet, {item.id: value})


async def skip(
    tx: Transaction, actor: Person, *, wave_id: int, school_id: int | None = None, item_id: str, now: datetime
) -> Sheet:
    """Answering is voluntary: pass an item over, or what is not answered yet of those beside it."""
    sheet = await open_survey(tx, actor, wave_id, school_id, now=now)
    item = sheet.find(item_id)
    if item.id == sheet.questionnaire.respondents:
        raise DomainError("error-answer-sheets-first")
    together = same_screen(sheet.shown, item)
    passed = [one.id for one in together if len(together) == 1 or one.id not in sheet.answers]
    return await save(tx, actor, sheet, dict.fromkeys(passed, SKIPPED))


async def send_survey(
    tx: Transaction, actor: Person, wave_id: int, school_id: int | None = None, *, now: datetime
) -> Wave:
    """Part the answers from their author for good: the token is spent, the draft is erased.

    A school's own statement may be sent again, corrected, by any of its leaders until the wave is closed.
    """
    sheet = await open_survey(tx, actor, wave_id, school_id, now=now)
    if sheet.gap:
        raise Outdated
    if sheet.shared:
        if not await tokens.mark_stated(tx, wave_id, sheet.school_id):
            raise DomainError("error-survey-closed")
        await statements.put_statement(tx, wave_id, sheet.school_id, sheet.given)
        return sheet.wave
    if not await tokens.spend_token(tx, wave_id, actor.id):
        raise AlreadySent(sheet.wave)
    await responses.add_response(tx, wave_id, sheet.school_id, sheet.given)
    await responses.erase_draft(tx, wave_id, actor.id)
    return sheet.wave


async def list_anonymous(tx: Transaction, actor: Person) -> list[tuple[Wave, Questionnaire]]:
    """Every wave in which the actor is, or would have been, asked for themselves; the latest first."""
    if not may_somewhere(actor, Action.ANSWER_SURVEY):
        raise Forbidden
    every = [wave for district in actor.districts() for wave in await waves.list_waves(tx, district)]
    own = sorted((w for w in every if w.anonymous and schools_of(actor, w)), key=lambda wave: -wave.id)
    asked = await list_questionnaires(tx, {wave.pack for wave in own})
    return [(wave, asked[wave.pack]) for wave in own]


async def check_anonymity(tx: Transaction, actor: Person, wave_id: int) -> Held:
    """At any time, also after sending and after the end: what is stored about this person and this wave."""
    wave, _ = await asked_in(tx, actor, wave_id, None)
    draft = await responses.get_draft(tx, wave_id, actor.id)
    return Held(
        wave=wave,
        asked_and_sent=await tokens.find_token(tx, wave_id, actor.id),
        answers=len(draft),
        rows=tuple(await list_traces(tx, wave_id, actor.id)),
    )


async def _counted_in(tx: Transaction, actor: Person, wave: Wave, school_id: int) -> str:
    """With which school's answers a teacher's are added up, where that may be asked; else ""."""
    school = await get_school(tx, school_id) if len(schools_of(actor, wave)) > 1 else None
    return school.name if school else ""
