"""The state of the bot in words, and its dead letters one by one."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.screen import Row, Screen, Texts, button, lines, text
from bot.use_cases.upkeep import Upkeep
from handlers.shared import HOME_ROW, pager, shortened
from storage.letters import DeadLetter

_PAGE = 3  # letters a page: each has a row of buttons and two lines
_ERROR = 150  # characters of what Telegram said


def upkeep(found: Upkeep, now: datetime) -> Screen:
    queue = found.queue
    late = round((now - queue.oldest) / timedelta(minutes=1)) if queue.oldest else 0
    rows: tuple[Row, ...] = ()
    if found.letters:
        rows = ((button(text("button-letters", n=len(found.letters)), "letters", 0),),)
    return Screen(
        lines(
            text("upkeep"),
            text("upkeep-heard", at=found.heard_at) if found.heard_at else text("upkeep-not-heard"),
            text("upkeep-queue", n=queue.waiting, minutes=late)
            if queue.waiting
            else text("upkeep-queue-empty"),
            text("upkeep-set-aside", n=found.set_aside),
            text("upkeep-letters", n=len(found.letters)),
        ),
        (*rows, HOME_ROW),
    )


def letters(found: Upkeep, page: int) -> Screen:
    dead = found.letters
    page = min(page, max(0, (len(dead) - 1) // _PAGE))
    shown = dead[page * _PAGE : (page + 1) * _PAGE]
    rows: list[Row] = []
    for number, letter in enumerate(shown, start=page * _PAGE + 1):
        again = button(text("button-letter-again", n=number), "letter-again", letter.id)
        rows.append((again, button(text("button-letter-drop", n=number), "letter-drop", letter.id)))
    listed = [_letter(number, letter) for number, letter in enumerate(shown, start=page * _PAGE + 1)]
    head = text("letters") if dead else text("letters-none")
    turn = pager("letters", page=page, total=len(dead), size=_PAGE)
    back = (button("button-upkeep", "upkeep"),)
    return Screen(lines(head, *listed, separator="\n\n"), (*rows, *turn, back, HOME_ROW))


def update_failed(error: str) -> Screen:
    return Screen(text("update-failed", error=error), ((button("button-upkeep", "upkeep"),), HOME_ROW))


def outage(since: datetime, hours: int) -> Screen:
    return Screen(text("outage", since=since, hours=hours), ((button("button-upkeep", "upkeep"),), HOME_ROW))


def _letter(number: int, letter: DeadLetter) -> Texts:
    return lines(
        text("letter", n=number, name=letter.name, at=letter.closed_at),
        text("letter-error", notice=letter.notice, error=shortened(letter.error, _ERROR)),
    )
