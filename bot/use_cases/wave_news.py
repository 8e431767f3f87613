"""What people are told of a wave: that they are asked, that it is over, what a school sees of its release."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.pace import minutes_left
from bot.domain.people import Person, Role
from bot.domain.releases import Released
from bot.domain.surveys import Questionnaire, wording
from bot.use_cases.news import tell
from storage import Transaction
from storage.news import News, withdraw_news
from storage.people import list_people
from storage.waves import Wave


def asking(
    person: Person, questionnaire: Questionnaire, wave_id: int, last_day: date, *, again: bool = False
) -> News:
    """``again``: whatever was answered before is lost."""
    args = {
        "wave": wave_id,
        "title": wording(questionnaire.title, person.language),
        "minutes": minutes_left(questionnaire),
        "last_day": last_day.isoformat(),
        "audience": questionnaire.audience.value,
        **({"again": True} if again else {}),
    }
    return News(person.id, "wave-open", args, f"wave{'-again' * again}:{wave_id}:{person.id}")


async def unask(tx: Transaction, wave: Wave) -> None:
    """Nobody is asked any more: a wave begun by mistake is closed before its invitations leave."""
    asked = await list_people(tx, wave.district_id, roles=wave.roles)
    await withdraw_news(tx, [person.id for person in asked], "wave-open", {"wave": wave.id})


async def tell_closed(tx: Transaction, wave: Wave, *, now: datetime) -> None:
    """The coordinators, of a wave that the calendar has closed."""
    news = [
        News(coordinator.id, "wave-closed", {"wave": wave.id}, f"wave-closed:{wave.id}:{coordinator.id}")
        for coordinator in await list_people(tx, wave.district_id, roles=(Role.COORDINATOR,))
    ]
    await tell(tx, news, now=now)


async def tell_released(
    tx: Transaction, wave: Wave, questionnaire: Questionnaire, released: Released, *, now: datetime
) -> None:
    """The heads: of what waits for them, or that their school's answers are too few to be shown."""
    news = [
        piece
        for head in await list_people(tx, wave.district_id, roles=(Role.HEAD,))
        for school_id in head.schools(Role.HEAD)
        if (piece := _results(head, wave, school_id, questionnaire, released))
    ]
    await tell(tx, news, now=now)


def _results(
    head: Person, wave: Wave, school_id: int, questionnaire: Questionnaire, released: Released
) -> News | None:
    """None for a school that was not asked, or that knows best itself why it has stated nothing."""
    key = f"{wave.id}:{school_id}:{head.id}"
    args = {"wave": wave.id, "school": school_id}
    title = wording(questionnaire.title, head.language)
    if released.group_of(school_id):
        if questionnaire.feeds_profile:
            return News(head.id, "profile-ready", args, f"profile:{key}")
        return News(head.id, "results-ready", {**args, "title": title}, f"results:{key}")
    turnout = released.turnout.get(school_id)
    if turnout is None or not wave.anonymous:
        return None
    told = {"title": title, "missing": turnout.missing, "profile": questionnaire.feeds_profile}
    return News(head.id, "results-hidden", {**args, **told}, f"hidden:{key}")
