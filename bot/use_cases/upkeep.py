"""What whoever runs the bot looks after: its link to Telegram, and messages that did not arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.access import Action, Place, require
from bot.domain.errors import Outdated
from bot.domain.people import Person
from storage import Transaction, letters, updates
from storage.letters import DeadLetter, Queue
from storage.outbox import add_notice_to_admins

# core.telegram.org/bots/api#getting-updates: updates are not kept longer than 24 hours.
TELEGRAM_KEEPS = timedelta(hours=24)
_NOTED_EVERY = timedelta(minutes=5)
_SET_ASIDE_SHOWN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Upkeep:
    heard_at: datetime | None
    queue: Queue
    set_aside: int  # acts given up in the last seven days
    letters: tuple[DeadLetter, ...]


async def see_upkeep(tx: Transaction, actor: Person, *, now: datetime) -> Upkeep:
    require(actor, Action.SEE_UPKEEP, Place())
    return Upkeep(
        await updates.get_heard(tx),
        await letters.look_at_queue(tx, now),
        await updates.count_set_aside(tx, since=now - _SET_ASIDE_SHOWN),
        tuple(await letters.list_dead_letters(tx)),
    )


async def send_letter_again(tx: Transaction, actor: Person, letter_id: int, *, now: datetime) -> None:
    require(actor, Action.SEE_UPKEEP, Place())
    if not await letters.revive_letter(tx, letter_id, now=now):
        raise Outdated


async def let_letter_go(tx: Transaction, actor: Person, letter_id: int) -> None:
    require(actor, Action.SEE_UPKEEP, Place())
    if not await letters.drop_letter(tx, letter_id):
        raise Outdated


async def note_heard(tx: Transaction, now: datetime) -> None:
    """Telegram was heard just now. After a silence longer than it keeps updates the admins are told."""
    before = await updates.get_heard(tx)
    if before and now - before < _NOTED_EVERY:
        return
    await updates.set_heard(tx, now)
    if before and now - before > TELEGRAM_KEEPS:
        await add_notice_to_admins(
            tx,
            notice="outage",
            args={"since": before.isoformat(), "hours": round((now - before) / timedelta(hours=1))},
            dedupe=f"outage:{before:%Y%m%d%H%M}",
            due_at=now,
        )
