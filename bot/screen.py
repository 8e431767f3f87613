"""What a person is shown, in no messenger's terms: words by key, rows of buttons, a picture, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Text:
    """A catalogue key with its arguments. Strings among them are people's own words and are escaped."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Texts:
    """Several texts shown one under another."""

    parts: tuple[Text | Texts, ...]
    separator: str = "\n"


def text(key: str, **args: Any) -> Text:
    return Text(key, args)


def lines(*parts: Text | Texts | None, separator: str = "\n") -> Texts:
    """The given texts one under another; ``None`` is left out."""
    return Texts(tuple(p for p in parts if p is not None), separator)


@dataclass(frozen=True, slots=True)
class Button:
    """``press`` is the route's prefix and its arguments: «task:17». Or ``url`` opens a link."""

    label: Text
    press: str = ""
    url: str = ""


Row = tuple[Button, ...]


def button(label: Text | str, route: str, *args: object) -> Button:
    """A button that carries what it acts on: ``button("task-open", "task", 17)`` sends «task:17»."""
    label = Text(label) if isinstance(label, str) else label
    return Button(label, ":".join([route, *map(str, args)]))


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture drawn on showing: ``data`` is what the chart worker understands."""

    data: Any
    dark: bool | None = None  # on dark paper; None: as the person likes it


@dataclass(frozen=True, slots=True)
class Work:
    """What makes a file in a process of its own: ``make`` is picklable, and nobody waits for it."""

    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class File:
    """Bytes, or what fetches them after the commit and beside the loop, or what it takes to make them."""

    name: str
    data: bytes | Callable[[], bytes] | Work
    kind: Literal["document", "photo"] = "document"
    preview: Callable[[bytes], bytes | None] = lambda _: None  # a small picture of a document's bytes

    def content(self) -> bytes:
        """The bytes, fetched or made here and now."""
        match self.data:
            case bytes():
                return self.data
            case Work():
                return self.data.make()
            case _:
                return self.data()


@dataclass(frozen=True, slots=True)
class Screen:
    """One answer. ``fresh`` sends a new message even where a press could edit the old one."""

    text: Text | Texts
    rows: tuple[Row, ...] = ()
    chart: Chart | None = None
    files: tuple[File, ...] = ()
    toast: Text | None = None
    fresh: bool = False
    language: str = ""  # where it was just changed; otherwise the person's
    commands: tuple[str, ...] = ()  # the person's command menu from now on; empty: as it was

    @property
    def ordered(self) -> tuple[File, ...]:
        """Its files where some are still to be made: nothing else waits for them."""
        return self.files if any(isinstance(file.data, Work) for file in self.files) else ()
