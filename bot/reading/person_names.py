"""Which words may be parts of a person's name, by the dictionary of Russian forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from bot.domain.pupil_names import NamePart
from bot.reading.morphology import parses

_TAGS: Mapping[str, NamePart] = {
    "Name": NamePart.FIRST,
    "Surn": NamePart.LAST,
    "Patr": NamePart.PATRONYMIC,
}
# A reading as rare as this does not count; a word without a capital must be little else than a name.
_LEAST, _LEAST_SMALL = 0.05, 0.4
_ABBREVIATION = 4  # letters
# Surnames that the dictionary does not have, or takes for places («Орехова») or for many pests («Пестов»).
_LIKE_SURNAME = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[оеё]в|[иы]н)(?:[ауе]|ым|ой)?", re.IGNORECASE)
_NO_WORD = ("plur", "Geox", "Poss", "ADJS")
# Of whom lessons and their papers speak: writers, commanders, scholars, heroes of books.
_FAMOUS = """
Александр Пушкин, Михаил Лермонтов, Николай Гоголь, Иван Тургенев, Фёдор Достоевский, Лев Толстой, Алексей
Толстой, Антон Чехов, Максим Горький, Александр Островский, Николай Островский, Николай Некрасов, Иван
Крылов, Иван Гончаров, Михаил Салтыков, Афанасий Фет, Фёдор Тютчев, Александр Блок, Сергей Есенин, Владимир
Маяковский, Анна Ахматова, Марина Цветаева, Борис Пастернак, Михаил Булгаков, Михаил Шолохов, Александр
Твардовский, Константин Симонов, Константин Паустовский, Михаил Пришвин, Виталий Бианки, Агния Барто, Самуил
Маршак, Корней Чуковский, Сергей Михалков, Аркадий Гайдар, Иван Бунин, Александр Куприн, Андрей Платонов,
Валентин Распутин, Виктор Астафьев, Василий Шукшин, Александр Солженицын, Муса Джалиль, Габдулла Тукай,
Расул Гамзатов, Александр Грибоедов, Денис Фонвизин, Николай Карамзин, Николай Лесков, Василий Жуковский,
Константин Ушинский, Антон Макаренко, Василий Сухомлинский, Лев Выготский, Михаил Ломоносов, Дмитрий
Менделеев, Константин Циолковский, Юрий Гагарин, Валентина Терешкова, Александр Невский, Дмитрий Донской,
Александр Суворов, Михаил Кутузов, Фёдор Ушаков, Константин Рокоссовский, Кузьма Минин, Дмитрий Пожарский,
Иван Сусанин, Ермак Тимофеевич, Зоя Космодемьянская, Александр Матросов, Олег Кошевой, Лёня Голиков, Валя
Котик, Марат Казей, Зина Портнова, Пётр Чайковский, Михаил Глинка, Сергей Рахманинов, Дмитрий Шостакович,
Илья Репин, Исаак Левитан, Иван Шишкин, Виктор Васнецов, Иван Айвазовский, Илья Муромец, Евгений Онегин,
Татьяна Ларина, Владимир Ленский, Григорий Печорин, Пётр Гринёв, Андрей Болконский, Пьер Безухов, Наташа
Ростова, Родион Раскольников, Соня Мармеладова, Павел Чичиков, Евгений Базаров, Илья Обломов, Тарас Бульба,
Василий Тёркин, Анна Каренина, Катерина Кабанова, Чарльз Дарвин, Исаак Ньютон, Пётр Столыпин, Иван Грозный
"""


@lru_cache(maxsize=4096)
def name_parts(word: str) -> frozenset[NamePart]:
    """The parts of a name that ``word`` may be; none for a common word."""
    if len(word) < 2:
        return frozenset()
    short = word.isupper() and len(word) <= _ABBREVIATION
    least = _LEAST if word[0].isupper() else _LEAST_SMALL
    found = {
        part
        for parse in parses(word.lower())
        for tag, part in _TAGS.items()
        if tag in parse.tag and parse.score >= least and (parse.is_known or not short)
    }
    if word[0].isupper() and _LIKE_SURNAME.fullmatch(word) and not _is_common(word):
        found.add(NamePart.LIKE_LAST)
    return frozenset(found)


def _is_common(word: str) -> bool:
    known = (parse.tag for parse in parses(word.lower()) if parse.is_known)
    return any(not any(grammeme in tag for grammeme in (*_NO_WORD, *_TAGS)) for tag in known)


def is_famous(first: str, last: str) -> bool:
    """Somebody of whom lessons speak, in any case; ``first`` may be an initial."""
    firsts = {name for form in _lemmas(last) for name in _famous().get(form, ())}
    if len(first) == 1:
        return any(name.startswith(first.lower()) for name in firsts)
    return not firsts.isdisjoint(_lemmas(first))


@cache
def _famous() -> Mapping[str, frozenset[str]]:
    """Surname → first names, both in every dictionary form that they may have."""
    found: dict[str, frozenset[str]] = {}
    for pair in _FAMOUS.split(","):
        first, last = pair.split()
        for form in _lemmas(last):
            found[form] = found.get(form, frozenset()) | _lemmas(first)
    return found


def _lemmas(word: str) -> frozenset[str]:
    return frozenset(str(parse.normal_form) for parse in parses(word.lower()))
