"""Ten thousand reminders at once against Telegram's limits, one send in a hundred answered by a 429."""

from __future__ import annotations

import asyncio
from collections import deque
from datetime import datetime, timedelta
from pathlib import Path

from bot.delivery.limits import PER_SECOND, Limits
from bot.delivery.outbox import Outbox
from bot.delivery.show import Show
from bot.delivery.telegram import Telegram, open_bot
from bot.jobs.scheduler import BEAT
from bot.sandbox.server import Sandbox
from bot.screen import Screen, text
from bot.words import Words
from storage import Storage, sqlite_url
from storage.letters import count_pending
from storage.migrate import upgrade
from storage.outbox import add_notice
from storage.people import add_person
from tests.promises.virtual_time import run_virtually, virtual_clock

REMINDERS = 10_000
REFUSED = 0.01  # of the sends
SILENCE = 1  # seconds, that a 429 asks for
AT_LEAST = 0.95  # of the ideal rate
TELEGRAMS = 30  # messages a second, its own limit (core.telegram.org/bots/faq)


def fan_out(folder: Path) -> tuple[str, bool]:
    """The figures in a line, and whether they are as promised. The time is virtual, the calls are real."""
    line, kept = run_virtually(_fan_out(folder))
    return line, kept


async def _fan_out(folder: Path) -> tuple[str, bool]:
    storage = Storage(sqlite_url(folder / "vekhi.db"))
    await upgrade(storage)
    sandbox = Sandbox(clock=virtual_clock, limits=True, seed=1)
    sandbox.journal.entries = deque()  # all of it is counted
    await sandbox.start()
    telegram = Telegram(open_bot(sandbox.token, sandbox.url), Limits())
    try:
        await _queue(storage, sandbox)
        sandbox.faults.add("sendMessage", times=None, chance=REFUSED, retry_after=SILENCE)
        outbox = Outbox(storage, Show(telegram, Words(), _draws_nothing), {"word": _word}, virtual_clock)
        await _send_all(outbox, storage)
    finally:
        await telegram.close()
        await sandbox.stop()
        await storage.close()
    sent = [entry.at for entry in sandbox.journal.of("sendMessage") if entry.outcome == "ok"]
    refused = [entry.at for entry in sandbox.journal.of("sendMessage") if entry.outcome.startswith("429")]
    took = (sent[-1] - sent[0]).total_seconds()
    silent = _silence(refused)
    rate, busiest = len(sent) / (took - silent), _busiest_second(sent)
    line = (
        f"fan-out: {len(sent)} reminders in {took:.0f} s of virtual time, {silent:.0f} s of them the silence "
        f"that {len(refused)} refusals asked for; {rate:.1f} a second otherwise, {rate / PER_SECOND:.1%} of "
        f"the ideal {PER_SECOND:g}; busiest second {busiest} of the {TELEGRAMS} that Telegram allows"
    )
    return line, rate >= AT_LEAST * PER_SECOND and busiest <= TELEGRAMS and len(sent) == REMINDERS


async def _queue(storage: Storage, sandbox: Sandbox) -> None:
    now = virtual_clock()
    async with storage.begin() as tx:
        for number in range(REMINDERS):
            persona = sandbox.persona(f"Человек {number}")
            persona.person.started = True
            person = await add_person(tx, account_id=persona.id, name=persona.name, language="ru", now=now)
            await add_notice(
                tx, person_id=person, notice="word", args={}, dedupe=f"word:{number}", due_at=now
            )


async def _send_all(outbox: Outbox, storage: Storage) -> None:
    """As the app has it sent: woken at the start and at each beat, and by itself in between."""
    serving = asyncio.create_task(outbox.run())
    pending = REMINDERS
    while pending:
        outbox.wake()
        await asyncio.sleep(BEAT)
        async with storage.read() as tx:
            pending = await count_pending(tx)
    serving.cancel()
    await asyncio.wait([serving])


def _silence(refused: list[datetime]) -> float:
    """Seconds in which nobody may send: a refusal within a silence does not make it twice as long."""
    total, ends = timedelta(), datetime.min.replace(tzinfo=refused[0].tzinfo) if refused else None
    for at in refused:
        assert ends is not None
        until = at + timedelta(seconds=SILENCE)
        total += max(timedelta(), until - max(at, ends))
        ends = max(ends, until)
    return total.total_seconds()


def _busiest_second(sent: list[datetime]) -> int:
    most, recent = 0, deque[datetime]()
    for at in sent:
        recent.append(at)
        while at - recent[0] >= timedelta(seconds=1):
            recent.popleft()
        most = max(most, len(recent))
    return most


def _word() -> Screen:
    return Screen(text("literal", words="Сегодня срок: справка о мониторинге."))


async def _draws_nothing(data: object) -> bytes:
    raise AssertionError(f"no picture is sent here: {data!r}")
