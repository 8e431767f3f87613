"""The signature below a table: a post and a name, in cells of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.party_words import PERSON_NAME

_POST = re.compile(
    r"(?:(?:врио|и\.?\s?о\.?|зам\w*\.?)\s+)?(?:председател|директор|заведующ|начальник|руководител|глава\b|ректор"
    r"|секретар|составил|исполнител|подготовил|согласовано|утверждаю)",
    re.IGNORECASE,
)
_LONGEST_POST = 120
_MOST_CELLS = 3


def is_signature(texts: Sequence[str]) -> bool:
    """«Директор школы | Иванова И. И.»; a row of the plan has a deadline, a number or other words too."""
    if not 1 < len(texts) <= _MOST_CELLS or len(texts[0]) > _LONGEST_POST:
        return False
    named = PERSON_NAME.fullmatch(texts[-1].strip(" /_")) is not None
    lines = all(set(text) <= set("_ /") for text in texts[1:-1])
    return named and lines and _POST.match(texts[0]) is not None
