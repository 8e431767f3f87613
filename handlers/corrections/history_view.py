"""The versions of a plan: when, who, why, and what was changed."""

from __future__ import annotations

from bot.domain.corrections import Change
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.history import History, VersionCard
from bot.use_cases.tasks import local
from handlers.corrections.view import difference_words
from handlers.shared import HOME_ROW, page_of, pager, shortened
from storage.versions import Version

_TITLE, _REASON = 120, 300  # characters shown
_CHANGES, _SIDE = 2, 60  # a page: each may hold nine differences, and so many characters of their sides


def versions(found: History, page: int) -> Screen:
    shown, page = page_of(found.versions, page)
    listed = [_line(version, found.zone) for version in shown]
    rows: list[Row] = [
        (button(text("button-version", number=str(version.number)), "version", version.id, 0),)
        for version in shown
        if version.changes
    ]
    rows += pager("versions", found.plan.id, page=page, total=len(found.versions))
    back = (button("button-plan-back", "plan", found.plan.id),)
    head = text("versions", title=shortened(found.plan.title, _TITLE))
    return Screen(lines(head, *listed, separator="\n\n"), (*rows, back, HOME_ROW))


def version(card: VersionCard, page: int) -> Screen:
    pages = [card.changes[i : i + _CHANGES] for i in range(0, len(card.changes), _CHANGES)] or [()]
    page = min(page, len(pages) - 1)
    rows = pager("version", card.version.id, page=page, total=len(card.changes), size=_CHANGES)
    back = (button("button-versions", "versions", card.plan.id, 0),)
    words = lines(_line(card.version, card.zone), *map(_change, pages[page]), separator="\n\n")
    return Screen(words, (*rows, back, HOME_ROW))


def _line(version: Version, zone: str) -> Texts:
    when = text("version", number=str(version.number), at=local(version.at, zone), who=version.who)
    what = text("version-changes", n=len(version.changes)) if version.changes else text("version-launch")
    why = text("version-reason", words=shortened(version.reason, _REASON)) if version.reason else None
    return lines(when, why, what)


def _change(change: Change) -> Text | Texts:
    row = (
        text("change-of-plan")
        if change.is_of_plan
        else text("activity-title", number=change.number, title=shortened(change.title, _TITLE))
    )
    kind = text(f"change-{change.kind.value}")
    return lines(lines(kind, row, separator=": "), *(difference_words(d, _SIDE) for d in change.differences))
