"""parse_mode=HTML: the Bot API's own small dialect, read byte by byte with its error texts.

The rules (which tags, when a name token ends, what an unknown reference becomes) follow the behaviour
documented at core.telegram.org/bots/api#html-style and the texts TDLib answers with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.links import checked_link

_STYLE_OF = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_TAGS = {*_STYLE_OF, "a", "code", "pre", "blockquote", "tg-emoji"}
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_SPACE = b" \t\r\n\0\v"  # the terminating zero counts, so that an unclosed tag is noticed as such
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_MARKUP = re.compile(rb"[<&\0]")
_BLANKS = re.compile(rb"[ \t\r\n\v]*")
_TAG_NAME = re.compile(rb"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME = re.compile(rb"[^ \t\r\n\0\v=>/\"']*")
_TOKEN = re.compile(rb"[a-zA-Z0-9.-]*")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    begin: int  # in bytes of the output, for <a> without href


def _cannot(what: str) -> ApiError:
    return bad_request(f"can't parse entities: {what}")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and raw entities in closing order. ApiError 400 names the byte offset in ``source``."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source.replace("\0", "").encode() + b"\0"
        self._at = 0
        self._out = bytearray()
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        end = len(self._source) - 1
        while self._at < end:
            byte = self._source[self._at]
            if byte == ord("<"):
                if self._source[self._at + 1] == ord("/"):
                    self._end_tag()
                else:
                    self._start_tag()
            elif byte == ord("&"):
                self._text(self._reference() or self._take(1).decode())
            else:
                markup = _MARKUP.search(self._source, self._at)
                assert markup is not None  # the terminating zero is always found
                self._text(self._take(markup.start() - self._at).decode())
        if self._open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        # A <code class="language-…"> that was not inside <pre> is plain code.
        cleaned = [Entity(e.type, e.offset, e.length) if e.type == "code" else e for e in self._entities]
        return self._out.decode(), cleaned

    def _take(self, count: int) -> bytes:
        taken = self._source[self._at : self._at + count]
        self._at += count
        return taken

    def _text(self, text: str) -> None:
        self._out += text.encode()
        self._offset += utf16_length(text)

    def _reference(self) -> str:
        """The character of a reference at the cursor, moving past it; "" when it is literal text."""
        found = _REFERENCE.match(self._source, self._at)
        if not found:
            return ""
        sixteen, ten, name = found.groups()
        if name:
            char = _NAMED.get(name, "")
        else:
            code = int(sixteen, 16) if sixteen else int(ten)
            digits = found.end() - self._at - found.group().endswith(b";")
            char = chr(code) if 0 < code < 0x10FFFF and digits < 10 else ""
            if "\ud800" <= char <= "\udfff":
                raise _cannot(
                    "Text contains invalid Unicode characters after decoding HTML entities, "
                    "check for unmatched surrogate code units"
                )
        if char:
            self._at = found.end()
        return char

    def _skip(self, run: re.Pattern[bytes]) -> bytes:
        """Moves over a possibly empty run of bytes, which never holds the terminating zero."""
        found = run.match(self._source, self._at)
        assert found is not None
        self._at = found.end()
        return found.group()

    def _peek(self) -> int:
        return self._source[self._at]

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        tag = self._skip(_TAG_NAME).decode().lower()
        if self._peek() == 0:
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        if tag not in _TAGS:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = ""
        while True:
            self._skip(_BLANKS)
            if self._peek() == ord(">"):
                break
            argument = self._attribute(tag, begin, argument)
        self._at += 1
        if tag == "span" and argument != "spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(_Open(tag, argument, self._offset, len(self._out)))

    def _attribute(self, tag: str, begin: int, argument: str) -> str:
        """Reads one attribute; the tag's argument afterwards."""
        name = self._skip(_ATTRIBUTE_NAME).decode()
        if not name:
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip(_BLANKS)
        value = ""
        if self._peek() == ord("="):
            self._at += 1
            self._skip(_BLANKS)
            if self._peek() == 0:
                raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
            value = self._value()
            if self._peek() == 0:
                raise _cannot(f"Unclosed start tag at byte offset {begin}")
        elif self._peek() == 0:
            raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
        match tag, name:
            case ("a", "href") | ("tg-emoji", "emoji-id"):
                return value
            case ("code", "class") if value.startswith("language-"):
                return value.removeprefix("language-")
            case ("span", "class") if value.startswith("tg-"):
                return value.removeprefix("tg-")
            case ("blockquote", "expandable"):
                return "1"
        return argument

    def _value(self) -> str:
        quote = self._peek()
        begin = self._at
        if quote not in b"\"'":
            token = _TOKEN.match(self._source, begin)
            assert token is not None  # may be empty
            self._at = token.end()
            if self._peek() not in _SPACE + b">":
                raise _cannot(f"Unexpected end of name token at byte offset {begin}")
            return token.group().decode().lower()
        self._at += 1
        value = bytearray()
        while self._peek() not in (quote, 0):
            char = self._reference() if self._peek() == ord("&") else ""
            value += char.encode() or self._take(1)
        if self._peek() == quote:
            self._at += 1
        return value.decode()

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise _cannot(f"Unexpected end tag at byte offset {begin}")
        self._at += 2
        found = self._skip(_TAG_NAME).decode().lower()
        self._skip(_BLANKS)
        if self._peek() != ord(">"):
            raise _cannot(f"Unclosed end tag at byte offset {begin}")
        self._at += 1
        expected = self._open[-1].tag
        if found and found != expected:
            raise _cannot(
                f'Unmatched end tag at byte offset {begin}, expected "</{expected}>", found "</{found}>"'
            )
        self._close(self._open.pop())

    def _close(self, opened: _Open) -> None:
        if self._offset == opened.offset:
            return
        entity = self._entity(opened, self._offset - opened.offset)
        if entity is None:
            return
        last = self._entities[-1] if self._entities else None
        if last and (last.offset, last.length) == (entity.offset, entity.length):
            # <pre><code class="language-x"> in either order is one block with a language.
            kinds, language = {last.type, entity.type}, last.detail or entity.detail
            if kinds == {"pre", "code"} and language:
                self._entities[-1] = Entity("pre", entity.offset, entity.length, language)
                return
        self._entities.append(entity)

    def _entity(self, opened: _Open, length: int) -> Entity | None:
        tag, argument, offset = opened.tag, opened.argument, opened.offset
        if tag == "a":
            url = argument or self._out[opened.begin :].decode()
            user = _USER_LINK.match(url)
            if user:
                return Entity("text_mention", offset, length, user.group(1))
            link = checked_link(url)
            return Entity("text_link", offset, length, link) if link else None
        if tag == "tg-emoji":
            if not argument.isdecimal() or not 0 < int(argument) < 2**63:
                raise _cannot("Invalid custom emoji identifier specified")
            return Entity("custom_emoji", offset, length, argument)
        if tag == "blockquote":
            return Entity("expandable_blockquote" if argument else "blockquote", offset, length)
        if tag in {"pre", "code"}:
            return Entity(tag, offset, length, argument)
        return Entity(_STYLE_OF[tag], offset, length)
