"""Checks of Telegram: the token, the webhook, and the clock by the date of its answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.doctor.findings import Finding, broken, ok, warning
from bot.settings import Settings

PATIENCE = 15  # seconds for an answer
NOTICEABLE = 5.0  # seconds of skew
HARMFUL = 60.0  # a reminder in the wrong minute, a certificate that is not valid yet
RECENT = timedelta(days=1)
MANY = 100  # updates that wait

Clock = Callable[[], datetime]


async def telegram_answers(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Token, clock and webhook; only the first one where Telegram is not to be reached."""
    address = f"{settings.api_url}/bot{settings.token}"
    host = urlsplit(settings.api_url).netloc.rpartition("@")[2]
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(PATIENCE)) as http:
            me, date = await _ask(http, f"{address}/getMe")
            now = clock()
            hook, _ = await _ask(http, f"{address}/getWebhookInfo")
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        # Only its class: the words of such an error hold the address, and the address the token.
        yield broken("doctor-telegram-silent", host=host, reason=type(error).__name__, variable="BOT_API_URL")
        return
    yield _token(me)
    yield _clock(date, now)
    if me.get("ok") and hook.get("ok"):
        yield _webhook(settings, hook["result"], now)


async def _ask(http: aiohttp.ClientSession, url: str) -> tuple[dict[str, Any], str]:
    """The answer's envelope and its date; ValueError for what is no answer of a Bot API."""
    async with http.get(url) as answer:
        body = await answer.json(content_type=None)
        if not isinstance(body, dict) or "ok" not in body:
            raise ValueError
        return body, answer.headers.get("Date", "")


def _token(me: dict[str, Any]) -> Finding:
    if me["ok"]:
        return ok("doctor-token", username=str(me["result"].get("username", "")))
    if me.get("error_code") in (401, 404):
        return broken("doctor-token-refused", source="@BotFather", variable="BOT_TOKEN")
    return broken("doctor-telegram-refuses", reason=str(me.get("description", "")))


def _clock(date: str, now: datetime) -> Finding:
    try:
        there = parsedate_to_datetime(date)
    except ValueError:
        return warning("doctor-clock-unknown")
    seconds = round((now - there.astimezone(UTC)).total_seconds())
    if abs(seconds) >= HARMFUL:
        return broken("doctor-clock-wrong", seconds=seconds)
    return warning("doctor-clock-off", seconds=seconds) if abs(seconds) >= NOTICEABLE else ok("doctor-clock")


def _webhook(settings: Settings, info: dict[str, Any], now: datetime) -> Finding:
    """What Telegram has been told against the settings, and how its last deliveries went."""
    there, ours = info.get("url", ""), settings.webhook.url if settings.webhook else ""
    waiting = int(info.get("pending_update_count", 0))
    if there != ours:
        key = "doctor-webhook-differs" if ours else "doctor-webhook-foreign"
        return warning(key, host=urlsplit(there).hostname or "—", run="python -m bot run")
    if not ours:
        return ok("doctor-polling", waiting=waiting)
    failed = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    if now - failed < RECENT:
        return warning(
            "doctor-webhook-fails", reason=str(info.get("last_error_message", "")), waiting=waiting
        )
    return (warning if waiting > MANY else ok)("doctor-webhook", waiting=waiting)
