"""One conversation with one bot, written twice in two libraries that know nothing of the sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import png
from tests.sandbox.echo_bots import EchoBot, PyTelegramBotApi, PythonTelegramBot

TEXT = "строка\n".encode() * 3


@pytest.fixture(params=[PythonTelegramBot, PyTelegramBotApi])
async def bot(
    request: pytest.FixtureRequest, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[EchoBot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns of its own future
    bot: EchoBot = request.param(sandbox)
    await bot.start()
    yield bot
    await bot.stop()


async def test_a_whole_conversation(sandbox: Sandbox, bot: EchoBot) -> None:
    anna = sandbox.persona("Анна")
    await anna.open_link("https://t.me/vekhi_bot?start=invite-7")
    greeting = await anna.sees("Здравствуйте")
    assert greeting.html == "<b>Здравствуйте</b>, это <i>invite-7</i>"
    await anna.press("Далее")
    turned = await anna.sees("Страница 2")
    assert (anna.toasts, turned.edited, turned.labels) == (["Перевёрнуто"], True, ["Картинка"])
    await anna.press("Картинка")
    picture = await anna.sees("Ход")
    assert (picture.html, picture.photo) == ("<u>Ход</u>", png(9, 8))
    await anna.send_file("план.txt", TEXT)
    await anna.sees("39 байт")
    await sandbox.state.changes.until(lambda: len(anna.screen) == 7, within=60)
    document, first, second = anna.screen[4:]
    assert document.document == ("обратно.txt", TEXT)
    assert (first.text, first.photo, second.photo) == ("раз", png(4, 4), png(5, 5))


async def test_told_to_wait_it_waits_and_sends_again(sandbox: Sandbox, bot: EchoBot) -> None:
    anna = sandbox.persona("Анна")
    sandbox.faults.add("sendMessage", retry_after=1)
    await anna.say("быстро")
    await anna.sees("дошло")
    outcomes = [entry.outcome for entry in sandbox.journal.of("sendMessage")]
    assert outcomes == ["429 Too Many Requests: retry after 1", "ok"]


async def test_by_webhook_too(sandbox: Sandbox, bot: EchoBot) -> None:
    secrets = []

    async def receive(request: web.Request) -> web.Response:
        secrets.append(request.headers["X-Telegram-Bot-Api-Secret-Token"])
        await bot.feed(await request.json())
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert await bot.set_webhook(url, "s-3_cret") == url
    anna = sandbox.persona("Анна")
    await anna.say("привет")
    assert (anna.last.text, secrets) == ("Здравствуйте, это привет", ["s-3_cret"])
    await bot.delete_webhook()
    assert sandbox.state.webhook.url == ""
    await runner.cleanup()
