"""A hyphen at the end of a line or a page: is it the word's own?"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.reading.morphology import is_known

_RUSSIAN = re.compile(r"\W*[а-яё]+-?", re.IGNORECASE)
_COMPOUND = re.compile(r"(?:льно|нно|чно|бно|ско|тно|вно|ико|лого|ого)-?$")  # «учебно-», «психолого-»


def keeps_hyphen(head: str, rest: str, known: Collection[str] = ()) -> bool | None:
    """Does the hyphen between two parts of a word belong to it («учебно-методический»)?

    ``known``: the document's other words, in small letters. None where nothing tells.
    """
    if f"{head}{rest}".lower() in known:
        return False
    if _is_compound(head, rest) or f"{head}-{rest}".lower() in known:
        return True
    if is_known(head + rest):
        return False
    return True if is_known(head) and is_known(rest) else None


def _is_compound(head: str, rest: str) -> bool:
    if _RUSSIAN.fullmatch(head) is None or not rest[:1].islower():
        return True
    return _COMPOUND.search(head.lower()) is not None and len(rest.split(maxsplit=1)[0]) > 4
