"""Chats as a reader would see them: who wrote, the text, the buttons as rows, files by name."""

from __future__ import annotations

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen

_WIDTH = 96
_BOT = "Вехи"


class Transcript:
    """Prints what is new in the followed chats; keeps every chat, picture and file in a folder."""

    def __init__(self, folder: Path, zone: str) -> None:
        self._folder = folder
        self._zone = ZoneInfo(zone)
        self._followed: list[Persona] = []
        self._files = 0
        self._chat = ""  # whose was printed last
        self._scenes: Counter[str] = Counter()
        self._quiet = False

    def follow(self, persona: Persona) -> None:
        if persona not in self._followed:
            self._followed.append(persona)

    def heading(self, words: str) -> None:
        self._chat = ""
        self._print(f"\n{'═' * _WIDTH}\n  {words}\n{'═' * _WIDTH}")

    def remark(self, words: str) -> None:
        self._chat = ""
        self._print(f"\n  · {words}")

    @contextmanager
    def scene(self, kind: str, *, shown: int) -> Iterator[None]:
        """Prints what happens in the block for the first ``shown`` scenes of a kind; keeps all."""
        self.show_new()
        self._scenes[kind] += 1
        before, self._quiet = self._quiet, self._quiet or self._scenes[kind] > shown
        yield
        self.show_new()
        self._quiet = before

    def pressed(self, persona: Persona, label: str) -> None:
        self._write(persona, [f"│ {persona.name} нажимает [ {label} ]", "│"])

    def show_new(self) -> None:
        """Everything written or edited since the last call."""
        for persona in self._followed:
            for seen in persona.new():
                self._write(persona, list(self._lines(persona, seen)))

    def _write(self, persona: Persona, lines: list[str]) -> None:
        chats = self._folder / "chats"
        chats.mkdir(parents=True, exist_ok=True)
        with (chats / f"{persona.name}.txt").open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        if self._quiet:
            return
        if persona.name != self._chat:
            self._chat = persona.name
            self._print(f"\n┌─ Чат: {persona.name} {'─' * max(0, _WIDTH - 10 - len(persona.name))}")
        self._print("\n".join(lines))

    def _lines(self, persona: Persona, seen: Seen) -> Iterator[str]:
        when = format_datetime(seen.date.astimezone(self._zone), "d MMM y, HH:mm", locale="ru")
        who = _BOT if seen.author == "bot" else seen.author
        yield f"│ {who} · {when}{' · то же сообщение теперь' if seen.edited else ''}"
        for paragraph in seen.text.splitlines():
            for line in textwrap.wrap(paragraph, _WIDTH - 6) or [""]:
                yield f"│    {line}".rstrip()
        for row in seen.buttons:
            yield "│    " + " ".join(f"[ {button.text} ]" for button in row)
        for name, data in self._attachments(seen):
            yield f"│    Файл: {self._save(persona, name, data)}"
        yield "│"

    def _attachments(self, seen: Seen) -> Iterator[tuple[str, bytes]]:
        if seen.photo:
            yield "picture.png" if seen.photo.startswith(b"\x89PNG") else "picture.jpg", seen.photo
        if seen.document:
            yield seen.document

    def _save(self, persona: Persona, name: str, data: bytes) -> Path:
        self._files += 1
        safe = re.sub(r"[^\w.-]+", "-", f"{self._files:02}-{persona.name}-{name}")
        path = self._folder / "files" / safe
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def _print(self, words: str) -> None:
        sys.stdout.write(words + "\n")
