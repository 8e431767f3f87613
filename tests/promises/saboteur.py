"""The real bot as a process that is there to be killed, and its sabotaged twin."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    EditMessageText,
    GetMe,
    Response,
    SendMessage,
    SetMyCommands,
)
from aiogram.types import Update
from pydantic import BaseModel
from sqlalchemy import Engine, event

from bot import app
from bot.__main__ import main
from bot.delivery import inbox, intake
from bot.delivery.inbox import UnderWay
from bot.delivery.intake import Intake
from bot.delivery.limits import Limits
from bot.delivery.reception import Reception
from bot.delivery.telegram import Telegram
from bot.words import Words

# Made before the fork, once for all the processes: pydantic builds a model at its first use.
WORDS = Words()
_CALLS = (GetMe, SetMyCommands, DeleteWebhook, AnswerCallbackQuery, EditMessageText, SendMessage)
MODELS: list[type[BaseModel]] = [Update]
MODELS += [Response[call.__returning__] for call in _CALLS]  # type: ignore[name-defined]
for model in MODELS:
    model.model_rebuild(force=True)


class ConfirmFirst(Intake):
    """Confirms what it has only begun, as polling usually does: the mistake that the promise must see."""

    def _offset(self) -> int:
        return max(self._seen, default=-1) + 1


def confirmed_first() -> UnderWay:
    """The same mistake of a webhook: 200 for what has only begun."""
    under_way = UnderWay()
    under_way.committed.set()
    under_way.shown.set()
    return under_way


class Failpoint:
    """Kills this process before or after the ``number``-th of its SQL statements, commits and calls.

    They are counted from the beginning of the act of update ``since``.
    """

    def __init__(self, number: int, since: int) -> None:
        self._number = number
        self._since = since
        self._armed = False

    def set_up(self) -> None:
        event.listen(Engine, "before_cursor_execute", self._pass)
        event.listen(Engine, "commit", self._pass)
        act, call = Reception.act, Telegram.call

        async def armed_act(*args: Any, **options: Any) -> Any:
            self._armed = self._armed or args[1].update_id >= self._since
            return await act(*args, **options)

        async def passed_call(*args: Any, **options: Any) -> Any:
            if isinstance(args[1], intake.GetUpdates):  # it comes at any time
                return await call(*args, **options)
            self._pass()
            try:
                return await call(*args, **options)
            finally:
                self._pass()

        setattr(Reception, "act", armed_act)  # noqa: B010 - replaced on purpose
        setattr(Telegram, "call", passed_call)  # noqa: B010

    def _pass(self, *_args: object) -> None:
        if self._armed:
            self._number -= 1
            if not self._number:
                os.kill(os.getpid(), signal.SIGKILL)


def run_bot(environ: Mapping[str, str], log: Path, *, sabotage: bool, failpoint: Failpoint | None) -> None:
    """``python -m bot run`` in this fresh process, without Telegram's pace, which would only cost time."""
    os.environ.update(environ)
    with log.open("a", encoding="utf-8") as lines, open(os.devnull, "w") as sys.stdout:
        os.dup2(lines.fileno(), sys.stderr.fileno())
        setattr(app, "Limits", lambda: Limits(1000, 1000))  # noqa: B010
        setattr(app, "Words", lambda: WORDS)  # noqa: B010
        if sabotage:
            setattr(app, "Intake", ConfirmFirst)  # noqa: B010
            setattr(inbox, "UnderWay", confirmed_first)  # noqa: B010
            intake.SHORT_PAUSE = 0.001
        if failpoint:
            failpoint.set_up()
        sys.exit(main(["run"]))
