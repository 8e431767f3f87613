"""A survey under way: a teacher's own sheet, or the statement that a school's leaders write together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.surveys import Form, Questionnaire, reachable
from storage import Transaction, responses, statements, waves
from storage.districts import get_school
from storage.waves import Wave

_KEY = re.compile(r"[0-9]{1,9}(-[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class SheetKey:
    """Which sheet a button is about: «12», or «12-7» where one may speak for several schools."""

    wave_id: int
    school_id: int | None = None

    def __str__(self) -> str:
        return str(self.wave_id) if self.school_id is None else f"{self.wave_id}-{self.school_id}"

    @classmethod
    def read(cls, raw: str) -> SheetKey:
        """Raises Outdated for what no button of ours carries."""
        if not _KEY.fullmatch(raw):
            raise Outdated
        wave, _, school = raw.partition("-")
        return cls(int(wave), int(school) if school else None)


@dataclass(frozen=True, slots=True)
class Shared:
    """How far a school's own statement, which all its leaders write together, has come."""

    school: str  # its name
    begun_by: str  # names; "" where nothing was answered yet
    changed_by: str
    sent: bool
    as_sent: bool  # nothing was changed since


@dataclass(frozen=True, slots=True)
class Sheet(Form):
    """A survey under way; what was passed over is among its answers."""

    wave: Wave
    school_id: int  # for, or in, which the person speaks
    shared: Shared | None  # None: a teacher's own
    counted_in: str = ""  # the school's name, of a teacher of several

    @property
    def key(self) -> SheetKey:
        return SheetKey(self.wave.id, self.school_id if self.shared else None)


async def open_statement(
    tx: Transaction, wave: Wave, questionnaire: Questionnaire, school_id: int, *, sent: bool
) -> Sheet:
    """One sheet for all who lead the school, corrected by any of them until the wave is closed."""
    statement = await statements.get_statement(tx, wave.id, school_id)
    school = await get_school(tx, school_id)
    sheet = Sheet(questionnaire, reachable(questionnaire, statement.answers), wave, school_id, None)
    as_sent = sent and await statements.is_as_sent(tx, wave.id, school_id, sheet.given)
    name = school.name if school else ""
    return replace(sheet, shared=Shared(name, statement.begun_by, statement.changed_by, sent, as_sent))


async def asked_in(tx: Transaction, actor: Person, wave_id: int, school_id: int | None) -> tuple[Wave, int]:
    """The wave, and the school in, or for, which the actor is asked."""
    wave = await waves.get_wave(tx, wave_id)
    schools = schools_of(actor, wave) if wave else ()
    if wave is None or not schools or school_id not in (None, *schools):
        raise Forbidden
    if school_id is None and len(schools) > 1 and not wave.anonymous:
        raise Outdated
    school_id = school_id or schools[0]
    require(actor, Action.ANSWER_SURVEY, Place(wave.district_id, school_id))
    return wave, school_id


def schools_of(actor: Person, wave: Wave) -> tuple[int, ...]:
    """Of the wave's district, those where the actor has a role that is asked."""
    asked = [m for m in actor.memberships if m.role in wave.roles and m.district_id == wave.district_id]
    return tuple(dict.fromkeys(m.school_id for m in asked if m.school_id))


async def save(tx: Transaction, actor: Person, sheet: Sheet, changed: Mapping[str, str | None]) -> Sheet:
    """Keep what changed (None: unanswered again); answers to items that it hides are erased."""
    answers = {**sheet.answers, **changed}
    kept = reachable(sheet.questionnaire, {key: value for key, value in answers.items() if value is not None})
    for item_id, value in changed.items():
        if value is not None and sheet.shared:
            await statements.save_answer(
                tx, sheet.wave.id, sheet.school_id, item_id, value, changed_by=actor.id
            )
        elif value is not None:
            await responses.save_draft(tx, sheet.wave.id, actor.id, item_id, value)
    dropped = answers.keys() - kept.keys()
    if dropped and sheet.shared:
        await statements.drop_answers(tx, sheet.wave.id, sheet.school_id, dropped)
    elif dropped:
        await responses.drop_answers(tx, sheet.wave.id, actor.id, dropped)
    if sheet.shared:
        return await open_statement(
            tx, sheet.wave, sheet.questionnaire, sheet.school_id, sent=sheet.shared.sent
        )
    return replace(sheet, answers=kept)
