"""What the key of a party lets one suppose: which other party it is, whether it is schools, and which."""

from __future__ import annotations

from bot.reading.morphology import is_known
from bot.reading.party_keys import is_staff

_AUTHORITIES = frozenset(("управление", "отдел", "комитет", "департамент"))
_BODIES = _AUTHORITIES | {"министерство", "центр", "институт", "кабинет", "служба", "совет", "администрация"}
# People of the district, who may be «кураторы школ», and unions of teachers of several schools.
_OF_DISTRICT = frozenset(("куратор", "эксперт", "координатор", "методист", "специалист", "тьютор"))
_UNIONS = frozenset(("команда", "группа", "объединение", "ассоциация"))
_DUTIES = frozenset(("учебный", "воспитательный", "методический", "научный", "социальный", "работа"))
_NO_PLACES = frozenset(("детский", "юношеский", "родительский", "учительский", "сельский"))
_LONG_NAME = 5  # words of which one may be another
_LONG_WORD = 5  # letters of which one may be another


def parties_alike(key: str, other: str) -> bool:
    """Two keys that may mean one party: to be asked, never taken for granted.

    One says a name, too; or they differ by a letter; or, being long, by one word; or both are the
    authority for education, which a district has only one of.
    """
    a, b = frozenset(key.split()), frozenset(other.split())
    return _alike(a, b) or _alike(_as_authority(a), _as_authority(b))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    less, more = sorted((a, b), key=len)
    if less <= more:
        return all(map(_is_name, more - less))
    if len(a - b) != 1 or len(b - a) != 1:
        return False
    (word,), (another,) = a - b, b - a
    both_common = not (_is_name(word) or _is_name(another))
    return is_slip(word, another) or (both_common and len(a) >= _LONG_NAME)


def _as_authority(words: frozenset[str]) -> frozenset[str]:
    """«Отдел образования», «комитет образования»: one and the same body of any district."""
    if "образование" in words and len(head := words & _AUTHORITIES) == 1:
        return words - head | {"орган"}
    return words


def _is_name(word: str) -> bool:
    """An adjective of a place, or a word that no dictionary has."""
    like_place = word.endswith(("ский", "цкий", "ской", "цкой")) and not word.endswith("ческий")
    return (like_place and word not in _NO_PLACES) or not all(map(is_known, word.split("-")))


def is_slip(word: str, other: str) -> bool:
    """One letter lost, added, changed or exchanged in a word long enough to be known by the others."""
    if word == other or not all(w.isalpha() and len(w) >= _LONG_WORD for w in (word, other)):
        return False
    less, lesser = ({w[:i] + w[i + 1 :] for i in range(len(w))} for w in (word, other))
    return other in less or word in lesser or (len(word) == len(other) and bool(less & lesser))


def schools_meant(key: str) -> frozenset[str] | None:
    """What the schools that a key means are known by («низкий результат»); empty: all; None: no schools'.

    A school's staff («заместители директоров», «школьный координатор») stands for the school.
    """
    words = frozenset(key.split())
    if "школьный" in words:
        return frozenset()
    staff = frozenset(filter(is_staff, words))
    if words & (_BODIES | _OF_DISTRICT | _UNIONS) or not (staff or "школа" in words):
        return None
    return words - staff - _DUTIES - {"школа"}
