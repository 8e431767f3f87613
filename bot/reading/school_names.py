"""Are two ways of writing a school's name about one school? And the key of any party's name."""

from __future__ import annotations

import re

_TYPES = (
    (r"(?:средняя|средней)\s+(?:общеобразовательная\s+|общеобразовательной\s+)?школ\w*|сош|сш", "средняя"),
    (r"(?:основная|основной)\s+(?:общеобразовательная\s+|общеобразовательной\s+)?школ\w*|оош|ош", "основная"),
    (r"(?:начальная|начальной)\s+(?:общеобразовательная\s+)?школ\w*|нош", "начальная"),
    (r"гимнази\w*", "гимназия"),
    (r"лице\w*", "лицей"),
)
_TYPE = tuple((re.compile(rf"\b(?:{words})\b"), name) for words, name in _TYPES)
_FORM = re.compile(
    r"\b(?:[мгч][бка]?о?у|фг[ба]?оу|ог[абк]?оу|муниципальн\w+|государственн\w+|бюджетн\w+|казенн\w+|автономн\w+"
    r"|общеобразовательн\w+|образовательн\w+|учреждени\w+|организаци\w+|директор\w*|руководител\w*"
    r"|администраци\w*|школ\w*|им|имени|г|с|п|д|пос|село|поселок|город)\b"
)
_NUMBER = re.compile(r"(?:№|\bn\b)\s*(\d+)|\b(\d+)\b")
_BRANCH = re.compile(r"\bфилиал\w*")
_ENDING = re.compile(r"(?:ая|яя|ой|ей|ую|юю|ого|его|ий|ый|ое|ее)$")


def normalise_party(text: str) -> str:
    """The key under which a district remembers what a party means.

    Case, quotes, spaces, «ё», trailing signs and the dots of abbreviations make no difference.
    """
    text = text.casefold().replace("ё", "е")
    text = re.sub(r"[«»\"'“”„‘’`]", "", text)
    text = re.sub(r"[‐‑–—−]", "-", text)
    text = re.sub(r"\s*-\s*", "-", text)
    text = re.sub(r"\.(?=\S)", ". ", text).replace(".", "")
    text = re.sub(r"№\s*", "№ ", text)
    return " ".join(text.split()).strip(" ,;:-")


def school_names_match(a: str, b: str) -> bool:
    """One school by both names: numbers and types must agree, and all names that both give.

    A name may say more than the other («… им. А. С. Пушкина»), never something else.
    """
    left, right = _anatomy(a), _anatomy(b)
    if left.number != right.number or left.branch != right.branch:
        return False
    if left.kind and right.kind and left.kind != right.kind:
        return False
    if not left.names or not right.names:
        return left.number is not None
    return left.names <= right.names or right.names <= left.names


class _Anatomy:
    def __init__(self, number: str | None, kind: str, branch: bool, names: frozenset[str]) -> None:
        self.number, self.kind, self.branch, self.names = number, kind, branch, names


def _anatomy(text: str) -> _Anatomy:
    text = normalise_party(text)
    kind = ""
    for pattern, name in _TYPE:
        text, found = pattern.subn(" ", text)
        if found and not kind:
            kind = name
    found_number = _NUMBER.search(text)
    number = next(filter(None, found_number.groups()), None) if found_number else None
    branch = _BRANCH.search(text) is not None
    text = _FORM.sub(" ", _BRANCH.sub(" ", _NUMBER.sub(" ", text)))
    names = frozenset(_ENDING.sub("", word) for word in re.findall(r"[\w-]{2,}", text))
    return _Anatomy(number, kind, branch, names)
