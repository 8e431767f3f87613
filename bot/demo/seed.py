"""Half a year of the district, played through the real bot as in the tour, but without an audience."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.demo.cast import CURATORS, MORE_TEACHERS, notes
from bot.domain.plan import DraftPlan
from bot.tour import closing, opening
from bot.tour.cast import Cast
from bot.tour.stage import Stage
from bot.tour.story import bounds
from bot.tour.transcript import Transcript
from bot.tour.year import Year

_MIDDLE = timedelta(days=138)  # from the first day of the plan on
_BETWEEN = timedelta(days=19)  # two mornings that are played; not always the same day of the week
_ANSWERED = 5  # teachers who have filled the questionnaire in before the visitor comes


class Silent(Transcript):
    """Nothing is printed or kept: the page shows the chats."""

    def show_new(self) -> None:
        pass

    def heading(self, words: str) -> None:
        pass

    def remark(self, words: str) -> None:
        pass

    def pressed(self, persona: object, label: str) -> None:
        pass


async def seed(stage: Stage, document: bytes, name: str, draft: DraftPlan) -> dict[str, str]:
    """Play until the middle of the plan's year; who is who, the main people first."""
    first, last = bounds(draft, 2 * _MIDDLE)
    cast = await opening.first_start(stage)
    await opening.district(stage, cast)
    await opening.plan(stage, cast, document, name, last.year)
    schools = await opening.schools(stage, cast, draft)
    await opening.people(stage, cast, schools)
    curators, teachers = await _more_people(stage, cast)
    await Year(stage, cast).play_until(min(first + _MIDDLE, last), every=_BETWEEN)
    stage.sandbox.page.mark_read()  # from here on it is news to the visitor
    await closing.open_wave(stage, cast)
    answering = [stage.player(teacher, followed=False) for teacher in list(teachers)[:_ANSWERED]]
    await closing.answer(stage, replace(cast, teachers=answering))
    return dict(notes(cast, curators, teachers))


async def _more_people(stage: Stage, cast: Cast) -> tuple[list[str], dict[str, str]]:
    """Curators of the first school, and teachers (name → school) of the others."""
    for name in CURATORS:
        await _join(stage, cast, name, cast.schools[0].name, "+ Куратор")
    teachers = {}
    for school, names in zip(cast.schools[1:], MORE_TEACHERS, strict=False):
        for name in names:
            await _join(stage, cast, name, school.name, "+ Учителя")
            teachers[name] = school.name
    return list(CURATORS), teachers


async def _join(stage: Stage, cast: Cast, name: str, school: str, label: str) -> None:
    link = await opening.invitation(cast.coordinator, school, label)
    await opening.join(stage.player(name, followed=False), link)
