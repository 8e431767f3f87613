"""Half a year of the district, played through the real bot as in the tour, but without an audience."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from bot.demo.cast import CURATORS, MORE_TEACHERS, NEIGHBOUR, NEIGHBOURING_DISTRICT, notes
from bot.domain.plan import DraftPlan
from bot.tour import closing, opening
from bot.tour.cast import Cast
from bot.tour.stage import Stage
from bot.tour.story import bounds
from bot.tour.transcript import Transcript
from bot.tour.year import Year

_MIDDLE = timedelta(days=132)  # from the first day of the plan on
_BETWEEN = timedelta(days=45)  # two mornings that are played; not always the same day of the week
_WAITING = 2  # teachers of the first school whose questionnaire the visitor may fill in


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
    teachers = await _more_people(stage, cast)
    await Year(stage, cast).play_until(min(first + _MIDDLE, last), every=_BETWEEN)
    stage.sandbox.page.hall.mark_read()  # from here on it is news to the visitor
    await closing.open_wave(stage, cast)
    await closing.answer_at_once(stage, cast.teachers[_WAITING:])
    return dict(notes(cast, teachers))


async def _more_people(stage: Stage, cast: Cast) -> dict[str, str]:
    """Curators of the first school, teachers of the others (name → school), and the neighbour."""
    first, *others = [school.name for school in cast.schools]
    invited = [(name, await opening.invitation(cast.coordinator, first, "+ Куратор")) for name in CURATORS]
    teachers: dict[str, str] = {}
    for school, names in zip(others, MORE_TEACHERS, strict=False):
        link = await opening.invitation(cast.coordinator, school, "+ Учителя")
        invited += [(name, link) for name in names]
        teachers |= dict.fromkeys(names, school)
    players = [(stage.player(name, followed=False), link) for name, link in invited]
    await stage.everybody(*(partial(opening.join, player, link) for player, link in players))
    neighbour = stage.player(NEIGHBOUR, followed=False)
    await opening.found_district(cast.admin, NEIGHBOURING_DISTRICT, neighbour)
    return teachers
