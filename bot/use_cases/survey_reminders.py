"""Surveys that wait for whoever hears of the day; part of the message of the day, nothing of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.local_time import local_day
from bot.domain.mornings import Listener
from bot.domain.reminders import Days
from bot.domain.survey_reminders import is_reminded
from bot.domain.surveys import wording
from bot.use_cases.questionnaires import get_questionnaire
from storage import Transaction, tokens


async def due_reminders(
    tx: Transaction, listeners: Sequence[Listener], now: datetime
) -> Mapping[int, list[Mapping[str, Any]]]:
    """By person, as JSON. One query for everybody and one for each questionnaire that is asked."""
    told_before = {person.id: person for person in listeners}
    unsent = await tokens.list_unsent(tx, list(told_before), now=now)
    packs = {pack: await get_questionnaire(tx, pack) for pack in {one.pack for one in unsent}}
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for one in unsent:
        person = told_before[one.person_id]
        today = local_day(now, person.zone)
        if is_reminded(one.first_day, one.last_day, Days.since(person.last_on, today)):
            found[one.person_id].append(
                {
                    "wave": one.wave_id,
                    "title": wording(packs[one.pack].title, one.language),
                    "last_day": one.last_day.isoformat(),
                    "days_left": (one.last_day - today).days,
                }
            )
    return found
