"""What every conversation shows the same way: the way home, errors, pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.errors import DomainError
from bot.domain.people import Role
from bot.screen import Button, Row, Screen, Text, button, text

HOME_ROW: Row = (button("button-home", "home"),)

PAGE = 7  # rows of a keyboard that a phone shows without scrolling
T = TypeVar("T")


def error_screen(error: DomainError) -> Screen:
    """One sentence below what is there: the menu that was pressed, or the text under way, stays."""
    return Screen(text(error.key, **error.args_for_words), (HOME_ROW,), fresh=True)


def stranger_screen() -> Screen:
    return Screen(text("stranger"))


def page_of(items: Sequence[T], page: int, size: int = PAGE) -> tuple[Sequence[T], int]:
    """The items of a page and the page's true number: a list may have shrunk since the press."""
    last = max(0, (len(items) - 1) // size)
    page = min(max(page, 0), last)
    return items[page * size : (page + 1) * size], page


def pager(route: str, *args: object, page: int, total: int, size: int = PAGE) -> tuple[Row, ...]:
    """Back and next for ``total`` items, ``size`` a page; the page's number is the route's last argument."""
    last = max(0, (total - 1) // size)
    row: list[Button] = []
    if page > 0:
        row.append(button("button-page-back", route, *args, page - 1))
    if page < last:
        row.append(button("button-page-next", route, *args, page + 1))
    return (tuple(row),) if row else ()


def role_in_place(role: Role, place: str) -> Text:
    """«завуч, МБОУ …»: a role's name, with its place where it has one."""
    name = text(f"role-{role.value}")
    return text("role-in-place", role=name, place=place) if place else name


LABEL = 30  # characters of a button that a phone shows whole


def shortened(words: str, limit: int = LABEL) -> str:
    """``words`` cut to ``limit`` characters, the cut shown by an ellipsis."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def signed(points: float) -> str:
    """«+7», «−12»: whole points, with the minus of print."""
    whole = round(points)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole < 0 else "0"


def zone_key(zone: str) -> str:
    """The name of a Russian time zone in the catalogue."""
    return "zone-" + zone.rpartition("/")[2].lower()
