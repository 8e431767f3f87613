"""The real bot as a process that is there to be killed, and its sabotaged twin."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from bot import app
from bot.__main__ import main
from bot.delivery import intake
from bot.delivery.intake import Intake
from bot.delivery.limits import Limits
from bot.words import Words

WORDS = Words()  # read before the fork, once for all the processes


class ConfirmFirst(Intake):
    """Confirms what it has only begun, as polling usually does: the mistake that the kill test must see."""

    def _offset(self) -> int:
        return max(self._seen, default=-1) + 1


def run_bot(environ: Mapping[str, str], log: Path, *, confirm_first: bool) -> None:
    """``python -m bot run`` in this fresh process, without Telegram's pace, which would only cost time."""
    os.environ.update(environ)
    with log.open("a", encoding="utf-8") as sys.stderr, open(os.devnull, "w") as sys.stdout:
        setattr(app, "Limits", lambda: Limits(1000, 1000))  # noqa: B010 - replaced on purpose
        setattr(app, "Words", lambda: WORDS)  # noqa: B010
        if confirm_first:
            setattr(app, "Intake", ConfirmFirst)  # noqa: B010
            intake.SHORT_PAUSE = 0.001
        sys.exit(main(["run"]))
