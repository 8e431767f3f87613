"""``check-pack``: what is wrong in a questionnaire's file, all of it at once."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.domain.pace import minutes_left
from bot.domain.surveys import wording
from bot.questionnaires.nodes import PackError
from bot.questionnaires.packs import decode_pack
from bot.screen import Text, text
from bot.words import Words

WRONG, UNREADABLE = 1, 2


def check_pack(path: str, language: str = "ru") -> int:
    """0 and one line about the questionnaire; 1 and a line for each mistake; 2 for no file."""
    words = Words()
    try:
        pack = decode_pack(Path(path).read_bytes()).questionnaire
    except OSError as error:
        sys.stderr.write(f"{path}: {error.strerror}\n")
        return UNREADABLE
    except PackError as error:
        for complaint in error.complaints:
            sentence = words.plain(Text(complaint.key, complaint.args), language)
            sys.stdout.write(f"{path}:{complaint.line}: {sentence}\n")
        return WRONG
    about = text(
        "pack-fine",
        title=wording(pack.title, language),
        code=pack.code,
        version=str(pack.version),
        n=len(pack.items),
        minutes=minutes_left(pack, language=language),
    )
    sys.stdout.write(f"{words.plain(about, language)}\n")
    return 0
