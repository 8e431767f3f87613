"""Digests in words: parts of the message of the day, worded from what was stored when it was composed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.screen import Row, Text, Texts, button, lines, text
from handlers.tasks.wording import day_month, task_name

TITLE = 60

Json = Mapping[str, Any]


def district_words(digest: Json) -> Texts:
    """A coordinator's digest, with whom to call first."""
    return lines(
        text("digest"),
        _calls(digest["calls"]),
        _ranking("digest-due-today", "digest-tasks", digest["due_today"]),
        _ranking("digest-overdue", "digest-tasks", digest["overdue"]),
        text("digest-long-overdue", n=digest["long_overdue"]) if digest["long_overdue"] else None,
        _ranking("digest-unconfirmed", "digest-days", digest["unconfirmed"]),
        _to_accept(digest),
        text("digest-undated", n=digest["undated"]) if digest["undated"] else None,
        _undelivered(digest["undelivered"], digest["undelivered_more"]),
        separator="\n\n",
    )


def digest_rows(digest: Json) -> tuple[Row, ...]:
    """What can be done about it at once; each opens below, so that the digest stays in sight."""
    rows: list[Row] = []
    if digest["to_accept"]:
        rows.append((button(text("button-accepting-counted", n=digest["to_accept"]), "due-accepting"),))
    if digest["to_accept"] > 1:
        rows.append((button("button-accept-each", "each", "accept"),))
    if digest["rising"]:
        rows.append((button(text("button-rising", n=digest["rising"]), "due-rising"),))
    if digest["undated"]:
        rows.append((button(text("button-undated", n=digest["undated"]), "due-undated"),))
    return tuple(rows)


def weeks_words(weeks: Json) -> Texts:
    """The week of the schools that a person leads or watches."""
    rest = text("digest-more", n=weeks["more"]) if weeks["more"] else None
    return lines(text("week"), *map(week_words, weeks["schools"]), rest, separator="\n\n")


def week_words(week: Json) -> Texts:
    late = {"n": week["overdue"], "days": text("digest-days", n=week["days_late"])}
    waiting = {"n": week["to_confirm"], "days": text("digest-days", n=week["days_waiting"])}
    return lines(
        text("week-school", name=week["school"]),
        text("week-overdue", **late) if week["overdue"] else None,
        text("week-returned", n=week["returned"]) if week["returned"] else None,
        text("week-to-confirm", **waiting) if week["to_confirm"] else None,
        text("week-due", n=week["due"]) if week["due"] else None,
        *(_next(number, title, date.fromisoformat(day)) for number, title, day in week["next"]),
        text("week-filed", n=week["filed"]) if week["filed"] else None,
    )


def place_line(name: str, value: Text | Texts) -> Text:
    """«• School: value»; a task of no school and no body is the coordinator's."""
    place = text("literal", words=name) if name else text("role-coordinator")
    return text("digest-line", name=place, value=value)


def person_line(name: str, place: str) -> Text:
    return (
        text("digest-person-in-place", name=name, place=place) if place else text("digest-person", name=name)
    )


def _next(number: str, title: str, day: date) -> Text:
    return text("week-next", task=task_name(number, title, TITLE), day=day_month(day))


def _calls(calls: Sequence[Json]) -> Texts | None:
    if not calls:
        return None
    return lines(text("digest-calls"), *(place_line(call["place"], _reasons(call)) for call in calls))


def _reasons(call: Json) -> Texts:
    late = {"n": call["overdue"], "days": text("digest-days", n=call["days_late"])}
    waits = call["days_unconfirmed"]
    found = (
        text("call-overdue", **late) if call["overdue"] else None,
        text("call-unconfirmed", days=text("digest-days", n=waits)) if waits else None,
        *(text("call-unreached", name=name) for name in call["unreached"]),
    )
    return lines(*found, separator="; ")


def _ranking(title: str, unit: str, ranking: Json) -> Texts | None:
    if not ranking["top"]:
        return None
    names = (place_line(name, text(unit, n=number)) for name, number in ranking["top"])
    rest = text("digest-more", n=ranking["more"]) if ranking["more"] else None
    return lines(text(title, n=ranking["total"]), *names, rest)


def _to_accept(digest: Json) -> Texts | None:
    if not digest["new_reports"]:
        return None
    waits = digest["accept_waits"]
    oldest = text("digest-accept-waits", days=text("digest-days", n=waits)) if waits else None
    return lines(text("digest-new-reports", n=digest["new_reports"]), oldest)


def _undelivered(people: Sequence[Sequence[str]], more: int) -> Texts | None:
    if not people:
        return None
    rest = text("digest-more", n=more) if more else None
    return lines(text("digest-undelivered"), *(person_line(name, place) for name, place in people), rest)
