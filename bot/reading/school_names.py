"""Are two ways of writing a school's name about one school? And the plain form of any party's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_LOOKALIKES = str.maketrans("ABCEHKMOPTXaceopxyk", "АВСЕНКМОРТХасеорхук")
_MIXED = re.compile(r"\b(?=\w*[А-Яа-я])(?=\w*[A-Za-z])\w+")

_SCHOOL = r"(?:общеобразовательн\w+\s+)?школ\w*"
_TYPES = (
    (r"школ\w*-интернат\w*|интернат\w*|(?:ш|сош|оош)-?и\b", "интернат"),
    (rf"(?:средн[яею]\w|средние)\s+{_SCHOOL}|сош|сш", "средняя"),
    (rf"основн(?:ая|ой|ую|ые)\s+{_SCHOOL}|оош|ош", "основная"),
    (rf"начальн(?:ая|ой|ую|ые)\s+{_SCHOOL}|нош|нш", "начальная"),
    (r"гимнази\w*", "гимназия"),
    (r"лице\w*", "лицей"),
)
_TYPE = tuple((re.compile(rf"\b(?:{words})\b"), name) for words, name in _TYPES)
_REGION = re.compile(
    r"\b(?:[\w-]+(?:ого|ой|ий|ый|ая)\s+(?:муниципальн\w+\s+|городск\w+\s+)?"
    r"(?:район\w*|округ\w*|област\w+|кра[йяю]|г\s?о|м\s?[ор])\b|республик\w+\s+\w+)"
)
_FORM = re.compile(
    r"\b(?:[мгч][бка]?о?у|фг[ба]?оу|ог[абк]?оу|муниципальн\w+|государственн\w+|бюджетн\w+|казенн\w+|автономн\w+"
    r"|общеобразовательн\w+|образовательн\w+|учреждени\w+|организаци\w+|директор\w*|руководител\w*|заведующ\w+"
    r"|администраци\w*|коллектив\w*|школ\w*|им|имени|г|с|п|д|х|ст|пос|дер|рп|пгт|сел[оае]|посел\w+|город\w?|деревн\w+"
    r"|станиц\w+|ст-ц\w+|хутор\w?|аул\w?)\b"
)
_GLUED = re.compile(r"(?<=[а-я])-?(?=\d)")
_NUMBER = re.compile(r"(?:№|\bn[oо]?\b|#)\s*(\d+)|\b(\d+)(?:-?(?:я|й|ая|ой|ую))?\b")
_BRANCH = re.compile(r"\bфилиал\w*")
_ADJECTIVE = re.compile(r"(?:ая|яя|ой|ей|ую|юю|ого|его|ому|ий|ый|ое|ее)$")
_PLACE_ENDING = re.compile(r"(?:[ое]вк|ск|[ое]|ь[её]|[аяыий]|к[аиуе])[аоеиуы]?$")
_SUFFIX = re.compile(r"(?:[ое]в|[иеая]н|н)$")
_SOFTENED = str.maketrans("гкх", "жчш")


def normalise_party(text: str) -> str:
    """The words alone, without case, quotes, «ё», spare spaces, trailing signs and abbreviations' dots."""
    text = unmixed(text).casefold().replace("ё", "е")
    text = re.sub(r"[«»\"'“”„‘’`]", "", text)
    text = re.sub(r"[‐‑–—−]", "-", text)
    text = re.sub(r"\s*-\s*", "-", text)
    text = re.sub(r"\.(?=\S)", ". ", text).replace(".", "")
    text = re.sub(r"№\s*", "№ ", text)
    return " ".join(text.split()).strip(" ,;:-")


@dataclass(frozen=True, slots=True)
class SchoolName:
    """What a school's name says; a part that it does not say is empty."""

    number: str
    kind: str  # средняя, гимназия …
    branch: bool
    names: frozenset[str]  # of its place or its patron, without their endings

    @property
    def key(self) -> str:
        """The same for any spelling that says as much."""
        branch = "филиал" if self.branch else ""
        return " ".join(filter(None, ("школа", self.number, self.kind, branch, *sorted(self.names))))


def unmixed(text: str) -> str:
    """Latin letters among Cyrillic ones, as scans leave them, become those they look like."""
    return _MIXED.sub(lambda match: match[0].translate(_LOOKALIKES), text)


def school_names_match(a: str, b: str) -> bool:
    """One school by both names: numbers and types must agree, and all names that both give.

    A name may say more than the other («… им. А. С. Пушкина»), never something else. A place may stand as
    a noun or as its adjective («с. Ивановка», «Ивановская»).
    """
    left, right = read_school_name(a), read_school_name(b)
    if left.number != right.number or left.branch != right.branch:
        return False
    if left.kind and right.kind and left.kind != right.kind:
        return False
    if not left.names or not right.names:
        return bool(left.number)
    few, many = sorted((left.names, right.names), key=len)
    return all(any(_one_place(name, other) for other in many) for name in few)


@lru_cache(maxsize=4096)
def read_school_name(text: str) -> SchoolName:
    text = _GLUED.sub(" ", normalise_party(text)).replace(",", " ")
    text = _REGION.sub(" ", text)
    kind = ""
    for pattern, name in _TYPE:
        text, found = pattern.subn(" ", text)
        if found and not kind:
            kind = name
    numbered = _NUMBER.search(text)
    number = next(filter(None, numbered.groups())) if numbered else ""
    branch = _BRANCH.search(text) is not None
    text = _FORM.sub(" ", _BRANCH.sub(" ", _NUMBER.sub(" ", text)))
    names = frozenset(_ADJECTIVE.sub("", word) for word in re.findall(r"[\w-]{2,}", text))
    return SchoolName(number, kind, branch, names)


def _one_place(a: str, b: str) -> bool:
    """Equal, or the one the adjective of the other: «ивановск» of «ивановка», «лужск» of «луга»."""
    if a == b:
        return True
    if a.endswith("ск") == b.endswith("ск"):
        return False
    adjective, noun = (a, b) if a.endswith("ск") else (b, a)
    stems = (_PLACE_ENDING.sub("", noun), noun.rstrip("аоеиуыяьй"))
    return bool(_roots(adjective.removesuffix("ск")) & _roots(*stems))


def _roots(*stems: str) -> set[str]:
    """What may be left of a place's name where a suffix was added: «зареч» of «заречен»."""
    roots = {root for stem in stems for root in (stem, _SUFFIX.sub("", stem))}
    return {s for s in roots | {s[:-1] + s[-1:].translate(_SOFTENED) for s in roots} if len(s) >= 3}
