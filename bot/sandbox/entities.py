"""Formatted text: plain text and entities whose offsets count UTF-16 code units."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

# Outer first where two entities cover the same text, as TDLib orders them.
PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "mention": 50,
    "hashtag": 50,
    "bot_command": 50,
    "url": 50,
    "email": 50,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
CODE = frozenset({"code", "pre"})
QUOTES = frozenset({"blockquote", "expandable_blockquote"})


class Entity(NamedTuple):
    """``detail`` is the URL of a text_link, the language of a pre, the id of a text_mention or emoji."""

    type: str
    offset: int
    length: int
    detail: str = ""

    @property
    def end(self) -> int:
        return self.offset + self.length

    def to_json(self) -> dict[str, Any]:
        result: dict[str, Any] = {"type": self.type, "offset": self.offset, "length": self.length}
        if self.type == "text_link":
            result["url"] = self.detail
        elif self.type == "pre" and self.detail:
            result["language"] = self.detail
        elif self.type == "custom_emoji":
            result["custom_emoji_id"] = self.detail
        elif self.type == "text_mention":
            result["user"] = {"id": int(self.detail), "is_bot": False, "first_name": self.detail}
        return result


def in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """By position, the outer one first where two begin together."""
    listed = tuple(entities)
    if len(listed) < 2:
        return listed
    return tuple(sorted(listed, key=lambda e: (e.offset, -e.length, PRIORITY[e.type])))


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def utf16_slice(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le", "replace")


@dataclass(frozen=True)
class FormattedText:
    text: str = ""
    entities: tuple[Entity, ...] = ()

    def to_html(self) -> str:
        """The text as HTML of the same dialect; crossing entities are closed and opened again.

        Links, commands and the like that Telegram finds by itself need no tag.
        """
        tagged = [entity for entity in self.entities if entity.type in _TAGS]
        edges = {edge for entity in tagged for edge in (entity.offset, entity.end)}
        cuts = sorted({0, utf16_length(self.text)} | edges)
        parts: list[str] = []
        opened: list[Entity] = []
        for here, after in zip(cuts, [*cuts[1:], None], strict=True):
            while any(e.end <= here for e in opened):
                parts.append(_closing(opened.pop()))
            for entity in tagged:
                if entity.offset <= here < entity.end and entity not in opened:
                    opened.append(entity)
                    parts.append(_opening(entity))
            if after is not None:
                parts.append(html.escape(utf16_slice(self.text, here, after), quote=False))
        return "".join(parts)


_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
    "text_mention": "a",
    "custom_emoji": "tg-emoji",
}


def _opening(entity: Entity) -> str:
    detail = html.escape(entity.detail)
    match entity.type:
        case "text_link":
            return f'<a href="{detail}">'
        case "text_mention":
            return f'<a href="tg://user?id={detail}">'
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{detail}">'
        case "expandable_blockquote":
            return "<blockquote expandable>"
        case "pre" if detail:
            return f'<pre><code class="language-{detail}">'
    return f"<{_TAGS[entity.type]}>"


def _closing(entity: Entity) -> str:
    if entity.type == "pre" and entity.detail:
        return "</code></pre>"
    return f"</{_TAGS[entity.type]}>"
