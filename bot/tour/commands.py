"""The command line of the tour."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

from bot.domain.errors import DomainError
from bot.screen import Text
from bot.tour.story import SAMPLE, play
from bot.words import Words

FOLDER = Path("var") / "tour"


def tour(plan: str | None) -> int:
    """Play the sample plan, or the one in a file; exit code 2 and one line where it cannot be read."""
    logging.basicConfig(level=logging.WARNING)
    file = Path(plan) if plan else SAMPLE
    try:
        asyncio.run(play(file, FOLDER))
    except OSError as error:
        sys.stderr.write(f"{file}: {error.strerror}\n")
        return 2
    except DomainError as error:
        sys.stderr.write(f"{file}: {Words().plain(Text(error.key, error.args_for_words), 'ru')}\n")
        return 2
    return 0
