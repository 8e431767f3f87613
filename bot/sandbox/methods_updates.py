"""Methods about receiving: long polling and the webhook, of which only one may be in use."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.calls import Call
from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.methods import method
from bot.sandbox.state import State
from bot.sandbox.webhook import CONNECTIONS

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method
async def get_updates(state: State, call: Call) -> list[dict[str, Any]]:
    if state.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    return await state.updates.poll(call)


@method
async def set_webhook(state: State, call: Call) -> bool:
    """Only loopback addresses: the sandbox never speaks to the outside (so http is allowed too)."""
    url = call.text("url")
    if not url:
        return await delete_webhook(state, call)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the sandbox delivers to loopback addresses only")
    secret = call.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    state.updates.allow(call)
    state.updates.end_poll("setWebhook request")
    if call.flag("drop_pending_updates"):
        state.updates.confirm(state.updates.waiting())
    connections = min(max(call.integer("max_connections", CONNECTIONS), 1), 100)
    await state.webhook.set(url, secret, connections)
    return True


@method
async def delete_webhook(state: State, call: Call) -> bool:
    await state.webhook.remove()
    if call.flag("drop_pending_updates"):
        state.updates.confirm(state.updates.waiting())
    return True


@method
def get_webhook_info(state: State, call: Call) -> dict[str, Any]:
    return state.webhook.info()
