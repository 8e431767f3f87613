"""From what a bot sent (text, parse_mode, entities) to the text that is stored and shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from bot.sandbox.entities import (
    CODE,
    PRIORITY,
    QUOTES,
    STYLES,
    Entity,
    FormattedText,
    in_order,
    utf16_length,
)
from bot.sandbox.errors import bad_request
from bot.sandbox.html_text import parse_html
from bot.sandbox.links import checked_link

TEXT_LIMIT = 4096  # characters after parsing; core.telegram.org/bots/api#sendmessage
CAPTION_LIMIT = 1024  # core.telegram.org/bots/api#sendphoto

# Kind, what the text must hold for it to be worth a search, and how it looks.
_AUTOMATIC = (
    ("url", "://", r"(?:https?|ftp)://[^\s<>\"«»]+[^\s<>\"«».,:;!?)\]]"),
    ("email", "@", r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    ("mention", "@", r"(?<![\w@])@[a-zA-Z]\w{3,31}\b"),
    ("hashtag", "#", r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}"),
    ("bot_command", "/", r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z]\w{3,31})?(?![\w/<>])"),
)
_PATTERNS = [(kind, sign, re.compile(pattern)) for kind, sign, pattern in _AUTOMATIC]
_CONTROL = re.compile(r"[\x01-\x09\x0b-\x1f\x7f]")


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
    text = _CONTROL.sub(" ", text)
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
    units = text.encode("utf-16-le")
    size = len(units) // 2
    if entities:
        entities = [
            entity
            for entity in _normalised(e for e in entities if 0 <= e.offset < e.end <= size)
            if units[entity.offset * 2 : entity.end * 2].decode("utf-16-le", "replace").strip()
        ]
    first = min((e.offset for e in entities), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    kept = text[lead:].rstrip(" \n")
    if kept != text:
        text, size = kept, utf16_length(kept)
        entities = [
            Entity(e.type, e.offset - lead, min(e.end - lead, size) - (e.offset - lead), e.detail)
            for e in entities
        ]
    return FormattedText(text, in_order([*entities, *_automatic(text, entities)]))


def _normalised(entities: Iterable[Entity]) -> Sequence[Entity]:
    """As sent when every entity lies wholly inside or outside the others; else as TDLib mends it:

    links, code, mentions and quotes keep the outer of two, styles of one kind are united, and styles are cut
    at the edges of everything else and left out of code.
    """
    entities = in_order(entities)
    if _well_nested(entities):
        return entities
    quotes = _without_overlaps(e for e in entities if e.type in QUOTES)
    solid = _without_overlaps(
        e for e in entities if e.type not in STYLES | QUOTES and not any(_cross(e, quote) for quote in quotes)
    )
    styles = [
        Entity(kind, begin, end - begin)
        for kind in {e.type for e in entities} & STYLES
        for begin, end in _united((e.offset, e.end) for e in entities if e.type == kind)
    ]
    edges = {edge for e in [*solid, *quotes] for edge in (e.offset, e.end)}
    code = [e for e in solid if e.type in CODE]
    pieces = []
    for style in styles:
        crossing = {other.end for other in styles if other.offset < style.offset and _cross(style, other)}
        inner = sorted(edge for edge in edges | crossing if style.offset < edge < style.end)
        for begin, end in pairwise([style.offset, *inner, style.end]):
            if not any(c.offset <= begin < c.end for c in code):
                pieces.append(Entity(style.type, begin, end - begin))
    return [*quotes, *solid, *pieces]


def _cross(one: Entity, other: Entity) -> bool:
    first, second = sorted((one, other), key=lambda e: (e.offset, -e.length))
    return first.offset < second.offset < first.end < second.end


def _well_nested(entities: Iterable[Entity]) -> bool:
    around: list[Entity] = []
    ends: dict[str, int] = {}  # where the last entity of a type ended: neighbours of one style are one
    for entity in entities:
        around = [e for e in around if e.end > entity.offset]
        if entity.type in CODE and any(e.type not in QUOTES for e in around):
            return False
        if any(entity.end > e.end or e.type in CODE or _alike(e.type, entity.type) for e in around):
            return False
        if entity.type in STYLES and ends.get(entity.type) == entity.offset:
            return False
        ends[entity.type] = entity.end
        around.append(entity)
    return True


def _alike(one: str, other: str) -> bool:
    """Two of these may not lie inside each other."""
    if one in STYLES or other in STYLES:
        return one == other
    return (one in QUOTES) == (other in QUOTES)


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


def _automatic(text: str, taken: Sequence[Entity]) -> list[Entity]:
    """Links, mentions, tags and commands that Telegram finds by itself."""
    found: list[Entity] = []
    promising = [(kind, pattern) for kind, sign, pattern in _PATTERNS if sign in text]
    if not promising:
        return found
    quotes = [e for e in taken if e.type in QUOTES]
    solid = [e for e in taken if e.type not in STYLES | QUOTES]
    for kind, pattern in promising:
        for hit in pattern.finditer(text):
            entity = Entity(kind, utf16_length(text[: hit.start()]), utf16_length(hit.group()))
            apart = all(entity.end <= e.offset or entity.offset >= e.end for e in [*solid, *found])
            if apart and not any(_cross(entity, quote) for quote in quotes):
                found.append(entity)
    return found
