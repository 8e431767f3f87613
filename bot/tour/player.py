"""A persona of the story: whatever it does is written into the transcript together with what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile

from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen
from bot.tour.transcript import Transcript


class Player:
    """``followed`` players' chats are printed and kept; the others only act."""

    def __init__(self, persona: Persona, transcript: Transcript, *, followed: bool) -> None:
        self._persona = persona
        self._transcript = transcript
        self.followed = followed
        if followed:
            transcript.follow(persona)

    @property
    def name(self) -> str:
        return self._persona.name

    @property
    def last(self) -> Seen:
        return self._persona.last

    def arrived_at(self, moment: datetime) -> Iterator[Seen]:
        """The bot's messages of this very moment, the newest first."""
        recent = takewhile(lambda seen: seen.date == moment, self._persona.newest_first())
        return (seen for seen in recent if seen.author == "bot")

    def offers(self, label: str) -> bool:
        """Whether the bot's newest message has a button that begins with ``label``."""
        return any(shown.startswith(label) for shown in self.last.labels)

    async def say(self, words: str) -> None:
        await self._persona.say(words)
        self._written()

    async def open_link(self, link: str) -> None:
        await self._persona.open_link(link)
        self._written()

    async def press(self, label: str, *, message: Seen | None = None) -> None:
        if self.followed:
            self._transcript.pressed(self._persona, label)
        await self._persona.press(label, message=message)
        self._written()

    async def press_stale(self, data: str) -> None:
        """A button of a message that this person never got: a forwarded or forged one."""
        await self._persona.press(data=data)
        self._written()

    async def send_file(self, name: str, data: bytes) -> None:
        await self._persona.send_file(name, data)
        self._written()

    async def send_photo(self, data: bytes, caption: str) -> None:
        await self._persona.send_photo(data, caption)
        self._written()

    def _written(self) -> None:
        if self.followed:
            self._transcript.show_new()
