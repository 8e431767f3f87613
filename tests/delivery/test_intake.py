"""Updates in: in order for a person, at once for different people, confirmed after the commit, once each."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.incoming import ALLOWED_UPDATES, read_update
from bot.delivery.intake import GetUpdates, Intake
from bot.domain.people import Membership, Role
from bot.sandbox.server import Sandbox
from storage.people import add_membership, add_person
from storage.tables import failed_updates, outbox, people
from tests.delivery.conftest import World

LINES = [str(number) for number in range(30)]


async def test_a_persons_lines_are_answered_in_order(world: World, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    for line in LINES:
        await anna.say(line, wait=False)
        await boris.say(line, wait=False)
    async with world.serving():
        await sandbox.settled()
    for person in (anna, boris):
        assert await world.said(person.id) == LINES
        answers = [seen.text for seen in person.screen if seen.author == "bot"]
        assert answers == [f"{number + 1}: {line}" for number, line in enumerate(LINES)]


async def test_a_slow_act_holds_up_nobody_else_and_is_not_confirmed(world: World, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    async with world.serving():
        await anna.send_file("план.txt", b"1\t2", wait=False)
        await world.gate.reached.wait()
        await anna.say("after", wait=False)
        for line in LINES[:3]:
            await boris.say(line, wait=False)
            await boris.sees(line)
        assert [seen.author for seen in anna.screen] == ["Анна", "Анна"]
        assert [entry.chat_id for entry in sandbox.journal.of("sendChatAction")] == [str(anna.id)]
        waiting = sandbox.state.updates.waiting()
        assert (waiting[0].id, len(waiting)) == (min(u.id for u in waiting), 5)
        world.gate.opened.set()
        await sandbox.settled()
    assert [seen.text for seen in anna.screen][2:] == ["document план.txt 3 = 3", "1: after"]


@pytest.mark.parametrize("steps", range(6))
async def test_a_stop_in_the_moment_of_the_last_answer_is_heard(
    world: World, sandbox: Sandbox, steps: int
) -> None:
    intake = Intake(world.telegram, world.reception)
    serving = asyncio.create_task(intake.run())
    await sandbox.persona("Анна").send_file("план.txt", b"1\t2", wait=False)
    await world.gate.reached.wait()
    world.gate.opened.set()
    await intake._inbox.idle.wait()
    for _ in range(steps):  # of the loop, between the last answer and the stop
        await asyncio.sleep(0)
    serving.cancel()
    assert await asyncio.wait([serving], timeout=60) == ({serving}, set())
    assert not sandbox.state.updates.waiting()


async def test_a_redelivered_act_is_done_once_and_still_answered(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("я", wait=False)
    # A run that is killed between the commit and the answer: Telegram keeps the update.
    (raw,) = await world.telegram.call(
        GetUpdates(offset=0, limit=100, timeout=0, allowed_updates=ALLOWED_UPDATES)
    )
    received = read_update(raw)
    assert received is not None
    await world.reception.act(*received)
    async with world.serving():
        await sandbox.settled()
    assert await world.said(anna.id) == ["я"]
    assert world.gate.tries == {"я": 1}
    assert [seen.text.partition(",")[0] for seen in anna.screen][1:] == ["Это действие уже записано"]


async def test_a_double_press_is_two_acts_and_two_answers_on_one_message(
    world: World, sandbox: Sandbox
) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("раз")
        await anna.press("+", double=True)
        assert [seen.text for seen in anna.screen] == ["раз", "3: +"]
        await anna.press(data="same")
        await anna.press("=", double=True)
    assert [seen.text for seen in anna.screen] == ["раз", "то же"]
    assert anna.toasts == ["я" * 200] * 2
    assert [entry.outcome for entry in sandbox.journal.of("answerCallbackQuery")] == ["ok"] * 5


async def test_a_failure_of_ours_is_tried_again(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("fail twice")
    assert world.gate.tries == {"fail twice": 3}
    assert [seen.text for seen in anna.screen][1:] == ["1: fail twice"]


async def test_an_act_that_always_fails_is_set_aside_without_its_words(
    world: World, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    anna = sandbox.persona("Анна")
    async with world.storage.begin() as tx:
        admin = await add_person(tx, account_id=1, name="Админ", language="ru", now=world.sandbox.clock())
        await add_membership(tx, admin, Membership(Role.ADMIN), now=world.sandbox.clock())
    async with world.serving():
        await anna.say("fail", wait=False)
        await anna.say("дальше")
    assert [seen.text.partition(".")[0] for seen in anna.screen][2:] == [
        "Не получилось из-за ошибки у нас",
        "1: дальше",
    ]
    async with world.storage.read() as tx:
        f = failed_updates.c
        failed = (await tx.execute(select(f.tries, f.error, f.set_aside_at.is_not(None)))).all()
        told = (await tx.execute(select(outbox.c.person_id, outbox.c.notice, outbox.c.args))).all()
    assert failed == [(3, "KeyError", True)]
    assert told == [(admin, "update-failed", {"error": "KeyError"})]
    assert await world.said(anna.id) == ["дальше"]


async def test_who_blocks_the_bot_is_out_of_reach_until_coming_back(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")

    async def reachable() -> bool:
        async with world.storage.read() as tx:
            return bool((await tx.execute(select(people.c.reachable))).scalar_one())

    async with world.storage.begin() as tx:
        await add_person(tx, account_id=anna.id, name="Анна", language="ru", now=world.sandbox.clock())
    async with world.serving():
        await anna.say("раз")
        await anna.block_bot()
        assert not await reachable()
        await anna.unblock()
        assert await reachable()
        # Blocked while her act is under way: the answer finds out.
        await anna.send_file("план.txt", b"1\t2", wait=False)
        await world.gate.reached.wait()
        anna._person.blocked = True
        world.gate.opened.set()
        await sandbox.settled()
        assert not await reachable()


async def test_stopping_finishes_what_is_under_way_and_confirms_it(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.send_file("план.txt", b"1\t2", wait=False)
        await world.gate.reached.wait()
        asyncio.get_running_loop().call_later(0.05, world.gate.opened.set)
    assert [seen.text for seen in anna.screen][1:] == ["document план.txt 3 = 3"]
    assert len(sandbox.state.updates) == 0


async def test_an_update_of_unknown_shape_hides_no_other(
    world: World, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("раз")
        updates = sandbox.state.updates
        updates.put("message", {"message_id": "много", "chat": {"id": 1}, "text": "тайна"}, anna.id)
        await anna.say("два")
    assert await world.said(anna.id) == ["раз", "два"]
    (record,) = [r for r in caplog.records if r.message == "unreadable update"]
    assert "тайна" not in str(vars(record))


async def test_groups_are_not_answered(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with world.serving():
        await anna.say("раз")
        message: dict[str, Any] = {
            "message_id": 9,
            "date": 1,
            "chat": {"id": -5, "type": "group", "title": "Школа"},
            "from": {"id": anna.id, "is_bot": False, "first_name": "Анна"},
            "text": "/help",
        }
        sandbox.state.updates.put("message", message, -5)
        await sandbox.settled()
    assert await world.said(anna.id) == ["раз"]
    assert len(sandbox.journal.of("sendMessage")) == 1


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_poll_that_breaks_loses_nothing(world: World, sandbox: Sandbox, when: Any) -> None:
    anna = sandbox.persona("Анна")
    for line in LINES[:3]:
        await anna.say(line, wait=False)
    sandbox.faults.add("getUpdates", drop=True, when=when)
    sandbox.faults.add("getUpdates", status=502, description="Bad Gateway")
    async with world.serving():
        await sandbox.settled()
    assert await world.said(anna.id) == LINES[:3]


async def test_another_copy_is_named_once(
    world: World, sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    conflict = "Conflict: terminated by other getUpdates request"
    sandbox.faults.add("getUpdates", times=2, status=409, description=conflict)
    async with world.serving():
        await sandbox.persona("Анна").say("раз")
    assert [record.__dict__["advice"] for record in caplog.records if record.message == "no updates"] == [
        "another copy of the bot is running with this token, or a webhook is set: stop it"
    ]
