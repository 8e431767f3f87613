"""A text longer than a Telegram message, cut into several that each parse on their own."""

from __future__ import annotations

import re
from html import unescape

LIMIT = 4096  # UTF-16 units after parsing (core.telegram.org/bots/api#sendmessage)

_TOKEN = re.compile(r"<[^>]+>|&#?\w+;|.", re.DOTALL)  # a tag, an entity or one character
_PAUSES = ("\n\n", "\n", " ")  # the longer the better


def pages(html: str, limit: int = LIMIT) -> list[str]:
    """``html`` as one message, or as several cut between paragraphs, lines or words.

    A tag open at a cut is closed there and opened anew in the next message.
    """
    tokens = _TOKEN.findall(html)
    found: list[str] = []
    still_open: list[str] = []
    while tokens:
        end, start = _cut(tokens, limit)
        page, tokens = tokens[:end], tokens[start:]
        before, still_open = still_open, _open_after(still_open, page)
        if any(_width(token) and not token.isspace() for token in page):
            closing = [f"</{tag[1:-1].split()[0]}>" for tag in reversed(still_open)]
            found.append("".join([*before, *page, *closing]).strip())
    return found


def _cut(tokens: list[str], limit: int) -> tuple[int, int]:
    """Where the next message ends, and where the one after it begins: a pause between them is dropped."""
    length = fit = 0
    for fit, token in enumerate(tokens):  # noqa: B007 - the index is wanted after the loop
        length += _width(token)
        if length > limit:
            break
    else:
        return len(tokens), len(tokens)
    # One character a token, so that places in the text are places in the list.
    seen = "".join(token if len(token) == 1 else "\0" for token in tokens[: fit + 1])
    for pause in _PAUSES:
        if (at := seen.rfind(pause, fit // 2)) != -1:
            return at, at + len(pause)
    return fit, fit


def _width(token: str) -> int:
    if token.startswith("<"):
        return 0
    return len(unescape(token).encode("utf-16-le")) // 2


def _open_after(tags: list[str], tokens: list[str]) -> list[str]:
    tags = list(tags)
    for token in tokens:
        if token.startswith("</"):
            tags.pop()
        elif token.startswith("<"):
            tags.append(token)
    return tags
