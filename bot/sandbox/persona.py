"""A person with a phone: types, presses, sends files, blocks the bot, and reads the screen."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator

from bot.sandbox.chats import Chat, Message, Person
from bot.sandbox.entities import utf16_length
from bot.sandbox.files import StoredFile
from bot.sandbox.formatting import TEXT_LIMIT, plain
from bot.sandbox.methods_media import ALBUM_LIMIT
from bot.sandbox.screen import Seen, SeenButton, see
from bot.sandbox.state import State

_START_LINK = re.compile(r"(?:https?://)?t\.me/(\w+)\?start=([\w-]{1,64})")


class Persona:
    """Every action waits until the bot has dealt with it, unless ``wait=False`` (enqueue only).

    A persona acts in one chat: the private one with the bot, or a group (see ``Group.member``).
    """

    def __init__(
        self, state: State, person: Person, chat: Chat, settled: Callable[[], Awaitable[None]]
    ) -> None:
        self._state = state
        self._person = person
        self._chat = chat
        self._settled = settled
        self._read = 0
        self.opened: list[str] = []  # links to elsewhere that were pressed

    @property
    def id(self) -> int:
        return self._person.id

    @property
    def name(self) -> str:
        return self._person.name

    @property
    def person(self) -> Person:
        return self._person

    # -- acting -------------------------------------------------------------------------------------

    async def say(self, text: str, *, wait: bool = True) -> None:
        """Sends a text. Writing /start to a blocked bot unblocks it, as the «Restart» button does."""
        assert text.strip(), "a client does not send an empty message"
        assert utf16_length(text) <= TEXT_LIMIT, "a client splits longer texts"
        if self._person.blocked and text.startswith("/start"):
            await self.unblock(wait=False)
        self._write(plain(text).text)
        await self._done(wait)

    async def open_link(self, url_or_payload: str, *, wait: bool = True) -> None:
        """Opens https://t.me/<bot>?start=<payload> (or takes the bare payload) and presses «Start»."""
        payload = url_or_payload
        if "/" in url_or_payload:
            link = _START_LINK.fullmatch(url_or_payload)
            assert link, f"not a link to start a bot: {url_or_payload}"
            username, payload = link.groups()
            assert username.lower() == (self._state.bot.username or "").lower(), f"a link to @{username}"
        await self.say(f"/start {payload}", wait=wait)

    async def press(
        self,
        label: str = "",
        *,
        message: Seen | None = None,
        data: str | None = None,
        double: bool = False,
        wait: bool = True,
    ) -> None:
        """Presses the newest button whose text equals, or alone begins with, ``label``.

        ``data`` presses a button that is no longer there (a stale menu, a race). AssertionError tells
        what is visible when there is no such button.
        """
        message_id = message.message_id if message else self.last.message_id if data is not None else 0
        if data is None:
            found = self._find(label, message)
            if found is None:
                assert label in self.keyboard, f"no button «{label}»; {self._visible()}"
                await self.say(label, wait=wait)
                return
            message_id, button = found
            if button.url:
                await self._follow(button.url, wait=wait)
                return
            data = button.data
        for _ in range(2 if double else 1):
            self._press(message_id, data)
        await self._done(wait)

    async def send_file(
        self, name: str, data: bytes, *, mime: str | None = None, caption: str = "", wait: bool = True
    ) -> None:
        self._write(caption, self._state.files.add("document", data, name, mime or ""))
        await self._done(wait)

    async def send_photo(self, data: bytes, caption: str = "", *, wait: bool = True) -> None:
        self._write(caption, self._state.files.add("photo", data, "photo.jpg"))
        await self._done(wait)

    async def send_album(self, *photos: bytes, caption: str = "", wait: bool = True) -> None:
        """Several photos at once: as many messages of one album, the caption with the first."""
        assert 2 <= len(photos) <= ALBUM_LIMIT, "a client makes albums of two to ten"
        album = self._state.next_album()
        for data in photos:
            self._write(caption, self._state.files.add("photo", data, "photo.jpg"), album)
            caption = ""
        await self._done(wait)

    async def send_voice(self, data: bytes, *, seconds: int = 5, wait: bool = True) -> None:
        assert data.startswith(b"OggS"), "a client records OGG"
        self._write("", self._state.files.add("voice", data, "voice.oga", duration=seconds))
        await self._done(wait)

    async def block_bot(self, *, wait: bool = True) -> None:
        self._membership("member", "kicked")
        self._person.blocked = True
        await self._done(wait)

    async def unblock(self, *, wait: bool = True) -> None:
        self._membership("kicked", "member")
        self._person.blocked = False
        await self._done(wait)

    def deactivate(self) -> None:
        """The account is gone; the bot learns of it by a 403."""
        self._person.deactivated = True

    # -- reading ------------------------------------------------------------------------------------

    @property
    def screen(self) -> list[Seen]:
        """Every message of the chat as it looks now, newest last."""
        return [see(message) for message in self._chat.messages.values()]

    def newest_first(self) -> Iterator[Seen]:
        """The messages of ``screen`` from the newest on, each looked at only when asked for."""
        return (see(message) for message in reversed(self._chat.messages.values()))

    @property
    def last(self) -> Seen:
        """The bot's newest message."""
        for message in reversed(self._chat.messages.values()):
            if message.sender.is_bot:
                return see(message)
        raise AssertionError(f"{self.name} has no message from the bot")

    @property
    def toasts(self) -> list[str]:
        return [toast.text for toast in self._person.toasts]

    @property
    def keyboard(self) -> list[str]:
        """The labels of the reply keyboard under the input field."""
        return [button["text"] for row in self._chat.keyboard for button in row]

    @property
    def typing(self) -> str:
        return self._chat.typing

    @property
    def commands(self) -> list[dict[str, str]]:
        """The command menu this person sees: the narrowest scope and the person's language win."""
        for scope in (f"chat {self.id}", "all_private_chats", "default"):
            for language in (self._person.language, ""):
                commands = self._state.commands.get((scope, language))
                if commands:
                    return commands
        return []

    def new(self) -> list[Seen]:
        """Messages written or edited since the last call, in the order in which that happened."""
        fresh = [m for m in self._chat.messages.values() if m.revision > self._read]
        fresh.sort(key=lambda message: message.revision)
        self._read = max((m.revision for m in fresh), default=self._read)
        return [see(message) for message in fresh]

    async def sees(self, text: str, *, within: float = 60.0) -> Seen:
        """Waits (real seconds) for a bot's message with ``text``; for bots that confirm before they act."""

        def found() -> Message | None:
            shown = (m for m in reversed(self._chat.messages.values()) if m.sender.is_bot)
            return next((m for m in shown if text in m.content.text), None)

        await self._state.changes.until(lambda: found() is not None, within=within)
        message = found()
        assert message, f"no message with «{text}»; {self._visible()}"
        return see(message)

    # -- inside -------------------------------------------------------------------------------------

    async def _done(self, wait: bool) -> None:
        if wait:
            await self._settled()

    def _write(self, text: str, media: StoredFile | None = None, album: str = "") -> None:
        assert not self._person.blocked, f"{self.name} has blocked the bot"
        assert not self._person.deactivated, f"{self.name} has no account any more"
        message = self._state.post(self._chat, self._person, plain(text), media=media, album=album)
        if self._chat.kind == "private":
            self._person.started = True
        elif self._chat.bot_left or not text.startswith("/"):
            return  # privacy mode: in a group the bot hears its commands only
        self._state.updates.put("message", message.to_json(), self._chat.id)

    def _press(self, message_id: int, data: str) -> None:
        message = self._chat.messages.get(message_id)
        gone = {"chat": self._chat.to_json(), "message_id": message_id, "date": 0}
        press = self._state.press(self._person, message_id, data)
        payload = {
            "id": press.id,
            "from": self._person.to_json(),
            "message": message.to_json() if message else gone,
            "chat_instance": str(self._chat.id * 7919),
            "data": data,
        }
        self._state.updates.put("callback_query", payload, self._chat.id)

    def _find(self, label: str, message: Seen | None) -> tuple[int, SeenButton] | None:
        for shown in [message] if message else self.newest_first():
            buttons = [button for row in shown.buttons for button in row]
            found = [b for b in buttons if b.text == label] or [
                b for b in buttons if b.text.startswith(label)
            ]
            several = f"«{label}» begins several buttons; {self._visible()}" if len(found) > 1 else ""
            assert len({b.text for b in found}) < 2, several
            if found:
                return shown.message_id, found[0]
        return None

    async def _follow(self, url: str, *, wait: bool) -> None:
        link = _START_LINK.fullmatch(url)
        if link and link.group(1).lower() == (self._state.bot.username or "").lower():
            await self.open_link(url, wait=wait)
        else:
            self.opened.append(url)

    def _visible(self) -> str:
        rows = [f"#{m.message_id} {m.text[:40]!r}: {m.labels}" for m in self.screen if m.buttons]
        return f"{self.name} sees {'; '.join(rows[-5:]) or 'no buttons'}, keyboard {self.keyboard}"

    def _membership(self, before: str, after: str) -> None:
        self._state.tell_membership(self._chat, self._person, before, after)
