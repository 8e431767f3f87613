"""From what a bot sent (text, parse_mode, entities) to the text that is stored and shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bot.sandbox.entities import (
    PRIORITY,
    QUOTES,
    STYLES,
    Entity,
    FormattedText,
    in_order,
    utf16_length,
    utf16_slice,
)
from bot.sandbox.errors import bad_request
from bot.sandbox.html_text import parse_html
from bot.sandbox.links import checked_link

TEXT_LIMIT = 4096  # characters after parsing; core.telegram.org/bots/api#sendmessage
CAPTION_LIMIT = 1024  # core.telegram.org/bots/api#sendphoto

_AUTOMATIC = (
    ("url", r"(?:https?|ftp)://[^\s<>\"«»]+[^\s<>\"«».,:;!?)\]]"),
    ("email", r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    ("mention", r"(?<![\w@])@[a-zA-Z]\w{3,31}\b"),
    ("hashtag", r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}"),
    ("bot_command", r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z]\w{3,31})?(?![\w/<>])"),
)
_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in _AUTOMATIC]


def formatted(text: str, *, parse_mode: str = "", entities: Sequence[Any] = ()) -> FormattedText:
    """Parses, trims and normalises. ApiError 400 on broken markup; may return an empty text."""
    text = text.replace("\r", "").replace("\0", "")
    found: list[Entity] = []
    match parse_mode.lower():
        case "":
            found = [_given(entity) for entity in entities]
        case "html":
            text, found = parse_html(text)
        case "markdown" | "markdownv2":
            raise bad_request(
                f"parse_mode {parse_mode} is not supported by the sandbox; use HTML or entities"
            )
        case _:
            raise bad_request("unsupported parse_mode")
    text = re.sub(r"[\x01-\x09\x0b-\x1f\x7f]", " ", text)
    return _trimmed(text, found)


def plain(text: str) -> FormattedText:
    """What a person types: no markup, but commands, links and mentions are recognised."""
    return formatted(text)


def _given(source: Any) -> Entity:
    if not isinstance(source, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind = source.get("type", "")
    if kind not in PRIORITY:
        raise bad_request("can't parse entities: unsupported entity type")
    detail = source.get("url") or source.get("language") or source.get("custom_emoji_id") or ""
    if kind == "text_mention":
        detail = str(source.get("user", {}).get("id", ""))
    elif kind == "text_link":
        detail = checked_link(str(detail))
    try:
        return Entity(kind, int(source["offset"]), int(source["length"]), str(detail))
    except (KeyError, TypeError, ValueError):
        raise bad_request("can't parse MessageEntity: offset and length must be numbers") from None


def _trimmed(text: str, entities: list[Entity]) -> FormattedText:
    """Spaces at the ends go; at the beginning only up to the first entity, as the real server does."""
    size = utf16_length(text)
    entities = [
        e for e in entities if 0 <= e.offset < e.end <= size and utf16_slice(text, e.offset, e.end).strip()
    ]
    first = min((e.offset for e in entities), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[lead:].rstrip(" \n")
    size = utf16_length(text)
    kept = []
    for entity in (e.moved(-lead) for e in entities):
        length = min(entity.end, size) - entity.offset
        if length > 0:
            kept.append(Entity(entity.type, entity.offset, length, entity.detail))
    return FormattedText(text, _normalised(text, kept))


def _normalised(text: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Styles of one kind are united and never lie inside code; links, code and mentions do not overlap."""
    entities = list(entities)
    solid = _without_overlaps(e for e in entities if e.type not in STYLES and e.type not in QUOTES)
    solid += _automatic(text, solid)
    quotes = _without_overlaps(e for e in entities if e.type in QUOTES)
    code = [e for e in solid if e.type in {"code", "pre"}]
    styles = []
    for kind in {e.type for e in entities} & STYLES:
        for begin, end in _united((e.offset, e.end) for e in entities if e.type == kind):
            styles += [Entity(kind, b, e - b) for b, e in _minus((begin, end), code)]
    return in_order([*quotes, *solid, *styles])


def _without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in in_order(entities):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for begin, end in sorted(ranges):
        if united and begin <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((begin, end))
    return united


def _minus(whole: tuple[int, int], holes: Iterable[Entity]) -> list[tuple[int, int]]:
    begin, end = whole
    left = []
    for hole in holes:
        if hole.offset < end and hole.end > begin:
            left.append((begin, hole.offset))
            begin = hole.end
    return [(b, e) for b, e in [*left, (begin, end)] if b < e]


def _automatic(text: str, taken: list[Entity]) -> list[Entity]:
    """Links, mentions, tags and commands that Telegram finds by itself."""
    found: list[Entity] = []
    for kind, pattern in _PATTERNS:
        for hit in pattern.finditer(text):
            entity = Entity(kind, utf16_length(text[: hit.start()]), utf16_length(hit.group()))
            if all(entity.end <= e.offset or entity.offset >= e.end for e in [*taken, *found]):
                found.append(entity)
    return found
