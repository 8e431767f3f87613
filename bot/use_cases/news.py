"""What is told at once, yet not in the night: several pieces within minutes are one message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.use_cases.holidays import holidays_of
from storage import Transaction
from storage.news import News, add_news
from storage.rhythms import list_rhythms

JOINED = timedelta(minutes=3)  # so long a message waits for more


async def tell(tx: Transaction, news: Sequence[News], *, now: datetime) -> None:
    """Queue the news. What comes in a person's quiet hours waits for their next morning and goes into it."""
    if not news:
        return
    people = {piece.person_id for piece in news}
    rhythms = await list_rhythms(tx, people, today=now.date(), transfers=holidays_of)
    # Some minutes behind the hour, so that the message of the day comes first and takes the news along.
    due = {p: (rhythms[p].soonest(now) if p in rhythms else now) + JOINED for p in people}
    await add_news(tx, news, due=due, now=now)
