"""The pace: so much in all, once a second a chat, answers before notices, silence for everybody."""

from __future__ import annotations

import asyncio
import selectors

import pytest
from aiogram.methods import SendMessage

from bot.delivery.failures import CallFailed, Failure
from bot.delivery.limits import BURST, PER_SECOND, Limits
from bot.sandbox.server import Sandbox
from tests.delivery.conftest import World

_TICK = 1e-6  # seconds that pass by themselves: a fraction too small to add would never pass


class _Skipping(selectors.DefaultSelector):
    """Passes over the time for which a loop would wait."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.skipped += max(timeout or 0.0, _TICK)
        return super().select(0)


class _TimelessLoop(asyncio.SelectorEventLoop):
    """Its seconds pass only while nobody can go on: the pace is exact on however slow a machine."""

    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.skipped


def _times(chats: list[int], *, per_second: float, per_chat: float, urgent: bool = True) -> list[float]:
    """When each in turn was let through, in seconds."""

    async def turns() -> list[float]:
        limits, loop = Limits(per_second, per_chat), asyncio.get_running_loop()

        async def turn(chat: int) -> float:
            await limits.turn(chat, urgent=urgent)
            return loop.time()

        return await asyncio.gather(*map(turn, chats))

    with asyncio.Runner(loop_factory=_TimelessLoop) as runner:
        return runner.run(turns())


def test_notices_to_different_chats_leave_evenly() -> None:
    times = _times(list(range(11)), per_second=100, per_chat=100, urgent=False)
    assert times == pytest.approx([number / 100 for number in range(11)], abs=0.001)


def test_a_few_answers_leave_at_once_and_no_second_sees_more_than_telegram_allows() -> None:
    times = _times(list(range(100)), per_second=PER_SECOND, per_chat=1)
    assert times[:BURST] == pytest.approx([0] * BURST, abs=0.001)
    assert max(sum(begin <= at <= begin + 1 for at in times) for begin in times) <= 30
    assert times[-1] == pytest.approx((100 - BURST) / PER_SECOND, abs=0.01)


def test_one_chat_has_its_own_pace() -> None:
    times = _times([1, 1, 1, 2], per_second=1000, per_chat=20)
    assert times == pytest.approx([0, 0.05, 0.1, 0], abs=0.0005)


async def test_answers_go_before_notices() -> None:
    limits = Limits(per_second=100, per_chat=1000)
    order: list[str] = []

    async def turn(name: str, *, urgent: bool, chat: int) -> None:
        await limits.turn(chat, urgent=urgent)
        order.append(name)

    notices = [asyncio.create_task(turn("notice", urgent=False, chat=chat)) for chat in range(5)]
    await notices[0]
    await asyncio.gather(*(turn("answer", urgent=True, chat=chat) for chat in range(10, 14)))
    await asyncio.gather(*notices)
    # One notice may already stand in the common queue.
    assert order[:6].count("answer") == 4
    assert sorted(order) == ["answer"] * 4 + ["notice"] * 5


async def test_a_429_silences_every_sender(world: World, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    for person in (anna, boris):
        await person.say("раз", wait=False)
    sandbox.faults.add("sendMessage", retry_after=1)
    with pytest.raises(CallFailed):
        await world.telegram.call(SendMessage(chat_id=anna.id, text="да"), urgent=False)
    with pytest.raises(CallFailed) as silenced:
        await world.telegram.call(SendMessage(chat_id=boris.id, text="да"), urgent=False)
    assert (silenced.value.failure, 0 < silenced.value.wait <= 1) == (Failure.RETRY_AFTER, True)
    await asyncio.gather(*(world.telegram.call(SendMessage(chat_id=p.id, text="да")) for p in (anna, boris)))
    refused, *sent = sandbox.journal.of("sendMessage")
    assert [entry.outcome for entry in sent] == ["ok", "ok"]
    assert min((entry.at - refused.at).total_seconds() for entry in sent) >= 0.95
