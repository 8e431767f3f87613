"""How many Bot API calls the sandbox answers in a second of one core: ``make bench-sandbox``. Not a test.

The sandbox has a process to itself and is asked for its CPU time, so that neither the client nor whoever
else uses the machine counts. The mix is a bot's day: each press brings a getUpdates that confirms the last
one, an answerCallbackQuery, an editMessageText and two sendMessage with HTML and buttons, as forms over
keep-alive connections, the way aiogram writes them.
"""
# ruff: noqa: T201

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any
from urllib.parse import urlencode

from bot.sandbox.clock import SandboxClock
from bot.sandbox.commands import spare_the_collector
from bot.sandbox.server import Sandbox

CONNECTIONS = 8
PRESSES = 3000
ROUNDS = 3  # each in a fresh sandbox
CALLS_A_PRESS = 5
KEYBOARD = json.dumps(
    {
        "inline_keyboard": [
            [
                {"text": "Отчитаться", "callback_data": "report:17"},
                {"text": "Ещё", "callback_data": "more:17"},
            ],
            [{"text": "⌂ Меню", "callback_data": "home"}],
        ]
    }
)
TEXT = (
    "<b>№ 17. Диагностика профессиональных дефицитов</b>\nСрок: до 18 сентября 2026 г.\n"
    "Ответственный: <i>МБОУ «Лесная СОШ»</i>\nОсталось дней: "
)


def serve(client: Connection) -> None:
    """The sandbox's process. Tells where it is; then answers each word with its CPU seconds."""
    asyncio.run(_serve(client))


async def _serve(client: Connection) -> None:
    spare_the_collector()
    sandbox = Sandbox(seed=1, clock=SandboxClock(datetime(2026, 9, 7, 6, tzinfo=UTC)))
    await sandbox.start()
    people = [sandbox.persona(f"Житель {number}") for number in range(CONNECTIONS)]
    for person in people:
        await person.say("/start", wait=False)
    first = [person.screen[0] for person in people]
    for number in range(PRESSES):
        who = number % len(people)
        await people[who].press(data="report:17", message=first[who], wait=False)
    client.send((sandbox.url, sandbox.token))
    while await asyncio.to_thread(client.recv):
        client.send(os.times()[:2])
    await sandbox.stop()


class Api:
    """One keep-alive connection; just enough HTTP to cost the client little."""

    def __init__(self, token: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._token = token
        self._reader = reader
        self.writer = writer

    async def __call__(self, method: str, **params: Any) -> Any:
        body = urlencode(params).encode()
        self.writer.write(
            f"POST /bot{self._token}/{method} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
            "Accept-Encoding: gzip, deflate\r\nUser-Agent: Python/3.11 aiohttp/3.14\r\n"
            f"Content-Length: {len(body)}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n".encode()
            + body
        )
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        answer = json.loads(await self._reader.readexactly(length))
        assert answer["ok"], answer
        return answer["result"]


async def one_after_another(api: Api, polls: asyncio.Lock, state: dict[str, int]) -> int:
    """Answers presses as long as there are some; how many calls that took."""
    calls = 0
    while True:
        async with polls:  # a bot asks for updates once at a time
            updates = await api("getUpdates", offset=state["offset"], limit=1, timeout=0)
            calls += 1
            if not updates:
                return calls
            state["offset"] = updates[0]["update_id"] + 1
        if press := updates[0].get("callback_query"):
            calls += await answer(api, press["id"], press["from"]["id"], calls)


async def answer(api: Api, press_id: str, chat_id: int, number: int) -> int:
    await api("answerCallbackQuery", callback_query_id=press_id, text="Принято")
    options = {"chat_id": chat_id, "parse_mode": "HTML", "reply_markup": KEYBOARD}
    sent = await api("sendMessage", text=f"{TEXT}{number}", **options)
    await api("editMessageText", message_id=sent["message_id"], text=f"{TEXT}{number + 1}", **options)
    await api("sendMessage", text=f"{TEXT}{number + 2}", **options)
    return CALLS_A_PRESS - 1


async def measure() -> str:
    mine, its = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(its,), daemon=True)
    process.start()
    its.close()  # so that a process that has died is noticed
    url, token = mine.recv()
    host, port = url.removeprefix("http://").split(":")
    apis = [Api(token, *await asyncio.open_connection(host, int(port))) for _ in range(CONNECTIONS)]
    polls, state = asyncio.Lock(), {"offset": 0}
    began, before = time.perf_counter(), _cpu(mine)
    calls = sum(await asyncio.gather(*(one_after_another(api, polls, state) for api in apis)))
    after, took = _cpu(mine), time.perf_counter() - began
    for api in apis:
        api.writer.close()
    mine.send(False)
    process.join()
    kernel = after[1] - before[1]
    used = after[0] - before[0] + kernel
    return (
        f"{calls} calls: {calls / used:.0f} a CPU-second, {1e6 * used / calls:.0f} µs a call, "
        f"{kernel / used:.0%} of it the kernel's; "
        f"{calls / took:.0f} a second by the clock with {used / took:.0%} of a core"
    )


def _cpu(sandbox: Connection) -> tuple[float, float]:
    sandbox.send(True)
    own, kernel = sandbox.recv()
    return own, kernel


if __name__ == "__main__":
    for _ in range(ROUNDS):
        print(asyncio.run(measure()))
