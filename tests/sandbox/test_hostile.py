"""Whatever a bot sends is answered: with a result or with a Bot API error, never with a crash."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.calls import Call
from bot.sandbox.entities import FormattedText
from bot.sandbox.errors import ApiError
from bot.sandbox.formatting import formatted
from bot.sandbox.methods import METHODS
from bot.sandbox.server import Sandbox

TAGS = ["b", "i", "u", "code", "pre", "blockquote", "tg-spoiler"]
PIECES = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    *("<a href='https://a.ru/'>", "</a>", "</>", "<blockquote expandable>", '<code class="language-py">'),
    *("<", ">", "&", "&lt;", "&#1071;", '"', "'", "/", "=", "слово", "👍", " ", "\n"),
]
BROKEN = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
BALANCED = st.recursive(
    st.sampled_from([*("слово", "👍", " ", "\n", "&lt;", "https://b.ru/x", "@vekhi_bot", "/plan")]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(
            [*TAGS, "a href='https://a.ru/'", "blockquote expandable", "code class='language-py'"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=8,
)


def parse(source: str) -> FormattedText | None:
    try:
        return formatted(source, parse_mode="HTML")
    except ApiError:
        return None


@settings(max_examples=200, deadline=None)
@given(BROKEN | BALANCED)
def test_markup_is_refused_or_reads_the_same_again(source: str) -> None:
    read = parse(source)
    if read is not None and read.text:
        again = parse(read.to_html())
        assert again == read
        assert all(0 <= e.offset < e.end <= len(read.text.encode("utf-16-le")) // 2 for e in read.entities)


NAMES = [
    *("text", "caption", "parse_mode", "entities", "caption_entities", "reply_markup", "reply_parameters"),
    *("message_id", "message_ids", "media", "photo", "document", "action", "file_id", "commands", "scope"),
    *("language_code", "callback_query_id", "allowed_updates", "url", "offset", "limit"),
]
KEYS = [
    *("type", "text", "callback_data", "inline_keyboard", "keyboard", "media", "offset", "length"),
    *("message_id", "chat_id", "url", "user", "command"),
]
SCALARS = st.none() | st.booleans() | st.sampled_from([0, 1, 2, -5, 10**20, 1.5]) | st.sampled_from(
    ["", "x", "{", "[]", "[1]", "{}", "null", "HTML", "<b>x</b>", "attach://f", "@x", "photo", "bold", "chat"]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("name", sorted(METHODS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(params=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5))
def test_every_method_stands_nonsense(name: str, params: dict[str, Any]) -> None:
    async def attempt() -> None:
        sandbox = Sandbox()
        anna = sandbox.persona("Анна")
        await anna.say("/start", wait=False)
        try:
            await sandbox.api.execute(Call(name, {"chat_id": anna.id, **params}))
        except ApiError as error:
            assert error.code in {400, 403, 409}  # noqa: PT017 — any other exception is the failure

    asyncio.run(attempt())
