"""The words of an anti-risk programme, and the screen that it comes with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from bot.papers.risk_programme import (
    ProgrammeActivity,
    ProgrammeFactor,
    ProgrammePaper,
    programme_document,
)
from bot.screen import File, Screen, Text, Work, button, text
from bot.use_cases.programme import FactorProgramme, Programme
from handlers.profile.wording import Say, detail, source_words
from handlers.shared import HOME_ROW
from storage.plans import Activity


def programme(found: Programme, say: Say, read: Callable[[str], bytes], *, today: date) -> Screen:
    """``say`` in Russian; ``read`` gives the bytes of a stored file by the hash of its content."""
    gaps = sum(not one.activities for one in found.factors)
    school = found.school
    rows = (
        (button("button-gaps", "gaps", school.district_id, school.id),),
        (button("button-profile-latest", "profile", school.id),),
        HOME_ROW,
    )
    template = partial(read, found.template) if found.template else None
    paper = _paper(found, say, template, today)
    file = File(f"{say(text('paper-kind-programme'))}.docx", Work(partial(programme_document, paper)))
    return Screen(text("programme", n=len(found.factors), gaps=gaps), rows, files=(file,), fresh=True)


def _paper(found: Programme, say: Say, template: Callable[[], bytes] | None, today: date) -> ProgrammePaper:
    return ProgrammePaper(
        district=found.district,
        school=found.school.name,
        sources=tuple(say(source_words(source)) for source in found.profile.sources),
        label=say(text("profile-footnote", rule=str(found.profile.rule.version))),
        factors=tuple(_factor(one, found, say) for one in found.factors),
        today=today,
        template=template,
    )


def _factor(one: FactorProgramme, found: Programme, say: Say) -> ProgrammeFactor:
    risk = found.profile.factor(one.factor)
    named = {"number": one.factor, "factor": text(f"factor-{one.factor}")}
    level = text(
        "programme-level", level=text(f"level-{risk.level.value}"), detail=detail(risk, found.profile)
    )
    return ProgrammeFactor(
        name=say(text("gap-factor", **named)),
        level=say(level),
        notes=tuple(say(note) for note in _notes(one, found)),
        gap="" if one.activities else say(text("gap-none-long")),
        activities=tuple(_activity(row, say, own=own) for row, own in one.activities),
    )


def _notes(one: FactorProgramme, found: Programme) -> list[Text]:
    notes = []
    if official := found.profile.official.get(one.factor):
        notes.append(text("programme-official", level=text(f"level-{official.value}")))
    if one.agreed and one.agreed.level:
        notes.append(text("programme-agreed", level=text(f"level-{one.agreed.level.value}")))
    if one.agreed and one.agreed.note:
        notes.append(text("literal", words=one.agreed.note))
    return notes


def _activity(row: Activity, say: Say, *, own: bool) -> ProgrammeActivity:
    plan = say(text("programme-own" if own else "programme-district"))
    return ProgrammeActivity(row.number, row.title, row.deadline.phrase, row.result, plan)
