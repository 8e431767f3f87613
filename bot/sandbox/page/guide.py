"""A guided tour: what to try next, ticked off by what the bot really did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.chats import Message, Person
from bot.sandbox.state import State


@dataclass(frozen=True, slots=True)
class Event:
    """Something the bot showed to ``person``: a message as it looks now, or a toast (``text`` alone)."""

    person: str
    text: str
    presses: frozenset[str] = frozenset()  # what its buttons carry, up to the first colon
    photo: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """``title`` and ``words``: language → what to try, in two words and in one sentence.

    ``person``: the name of who does it. ``lights``: what to point at, the first that is there:
    "control:<name>", "sample", or "press:<what a button carries, up to the first colon>".
    """

    id: str
    person: str
    title: Mapping[str, str]
    words: Mapping[str, str]
    lights: Sequence[str]
    happened: Callable[[Event], bool]


class Guide:
    """``sample``: name and bytes of a file that the page offers to send, so that nobody must look for one."""

    def __init__(self, state: State, steps: Sequence[Step], sample: tuple[str, bytes]) -> None:
        self._state = state
        self._steps = steps
        self._done: set[str] = set()
        self._skipped: set[str] = set()
        self._revision = 0
        self._toasts: dict[int, int] = {}
        self.sample = sample

    def begin(self) -> None:
        """From now on, with every step open again."""
        for _ in self._events():
            pass
        self._done.clear()
        self._skipped.clear()
        self._state.changes.announce()

    def skip(self, step_id: str) -> None:
        """KeyError when there is no such step."""
        if step_id not in {step.id for step in self._steps}:
            raise KeyError(step_id)
        self._skipped.add(step_id)
        self._state.changes.announce()

    def to_json(self) -> dict[str, Any]:
        """The steps with their state by now: "done", "skipped" or "open"."""
        self._look()
        ids = {person.name: person.id for person in self._state.people.values()}
        return {
            "sample": self.sample[0],
            "steps": [
                {
                    "id": step.id,
                    "person": ids.get(step.person, 0),
                    "title": step.title,
                    "words": step.words,
                    "lights": step.lights,
                    "state": self._state_of(step),
                }
                for step in self._steps
            ],
        }

    def _state_of(self, step: Step) -> str:
        if step.id in self._done:
            return "done"
        return "skipped" if step.id in self._skipped else "open"

    def _look(self) -> None:
        for event in self._events():
            self._done.update(step.id for step in self._steps if step.happened(event))

    def _events(self) -> Iterator[Event]:
        """All that is new since the last call."""
        newest = self._revision
        for person in self._state.people.values():
            for message in self._state.chats[person.id].messages.values():
                if message.revision > self._revision and message.sender.is_bot:
                    newest = max(newest, message.revision)
                    yield _event(person, message)
            for toast in person.toasts[self._toasts.get(person.id, 0) :]:
                yield Event(person.name, toast.text)
            self._toasts[person.id] = len(person.toasts)
        self._revision = newest


def _event(person: Person, message: Message) -> Event:
    rows = (message.markup or {}).get("inline_keyboard", [])
    carried = (str(button.get("callback_data", "")) for row in rows for button in row)
    kind = message.media.kind if message.media else ""
    return Event(
        person.name,
        message.content.text,
        frozenset(data.partition(":")[0] for data in carried),
        photo=kind == "photo",
        document=kind == "document",
    )
