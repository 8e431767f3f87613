"""What a responsible party's words mean, as a key: however it is inflected, shortened or introduced.

A district remembers answers by this key, so two parties of one key are one and the same for good. It
therefore leaves out only what never tells two parties of a district apart: legal forms, the head of a
body that answers for the body, the district's own «муниципальный», grammar. Words in another order,
number or case, and the field's standard abbreviations, come to the same key; nothing else does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.domain.plan import PartyKind
from bot.reading.morphology import lemma
from bot.reading.parties import party_kind
from bot.reading.party_words import IN_BRACKETS, PERSON_NAME
from bot.reading.school_names import normalise_party, read_school_name

_Words = tuple[str, ...]


def _table(text: str) -> dict[str, _Words]:
    lines = (line.split(":") for line in text.strip().splitlines())
    return {key: tuple(words.split()) for names, words in lines for key in names.split()}


_ABBREVIATIONS = _table("""
оо оу моу шко соо:школа
шнор шнро нор:школа низкий результат
шнсу:школа неблагоприятный социальный условие
уо моуо руо гуо:управление образование
рмк:районный методический кабинет
имк:информационный методический кабинет
имц римц мимц гимц:информационный методический центр
ммц рмц:методический центр
ммс рмс:методический служба
рмо ммо гмо мо:методический объединение
шмо:школьный методический объединение
мс рэмс:методический совет
иро:институт развитие образование
ипк:институт повышение квалификация
цнппм цнппмпр:центр непрерывный повышение профессиональный мастерство
ппмс ццпмс цппмс цппмсп:центр психологический педагогический медицинский социальный помощь
пмпк тпмпк:психологический медицинский педагогический комиссия
рцоко цоко:центр оценка качество образование
рцои:центр обработка информация
цдо цдод:центр дополнительный образование
ддт:дом детский творчество
дюсш:детский юношеский спортивный школа
здувр зувр:заместитель учебный воспитательный работа
здвр звр:заместитель воспитательный работа
здумр зумр:заместитель учебный методический работа
здунмр знмр зднмр:заместитель научный методический работа
рук рук-ль рук-ли рук-лям:руководитель
увр:учебный воспитательный работа
вр:воспитательный работа
ур:учебный работа
умр:учебный методический работа
нмр:научный методический работа
""")
"""The field's standard short words, each as the lemmas of what it stands for."""

_SYNONYMS = _table("""
зам завуч:заместитель
дир зав нач:руководитель
методкабинет:методический кабинет
методобъединение:методический объединение
методсовет:методический совет
методслужба:методический служба
педколлектив:коллектив
учебно-воспитательный:учебный воспитательный
учебно-методический:учебный методический
научно-методический:научный методический
информационно-методический:информационный методический
психолого-педагогический:психологический педагогический
психолого-медико-педагогический:психологический медицинский педагогический
детско-юношеский:детский юношеский
участница:участник
""")

LEADERS = frozenset(
    ("руководитель", "директор", "начальник", "заведующий", "заведовать", "глава", "председатель")
)
_SCHOOL = frozenset(
    ("школа", "школьный", "образовательный", "общеобразовательный", "организация", "учреждение")
)
_COLLECTIVE = frozenset(("коллектив", "педагогический", "рабочий"))
STAFF = frozenset(
    ("заместитель", "учитель", "педагог", "классный", "библиотекарь", "психолог", "логопед", "советник")
)
"""Who works in a school, whether or not the plan says so."""
# «функционирующие», «показавшие»: participles between a school and what it is known by.
_LINKING = frozenset(
    ("функционировать", "показать", "иметь", "находиться", "демонстрировать", "вошедший", "войти")
)
_SMALL_WORDS = frozenset(
    (
        "и",
        "в",
        "во",
        "на",
        "по",
        "с",
        "со",
        "для",
        "при",
        "от",
        "из",
        "к",
        "о",
        "об",
        "за",
        "г",
        "каждый",
        "весь",
        "все",
    )
)
# What every body of a district may have before its name.
_OF_DISTRICT = frozenset(
    ("муниципальный", "районный", "городской", "район", "округ", "город", "администрация")
)
_STOP = _SMALL_WORDS | _OF_DISTRICT | {"соответствующий", "ответственный", "подведомственный"}
_WHOLE = (
    (re.compile(r"\b(оо|оу|школ[а-я]*)-(?=[а-я])"), r"\1 "),
    (
        re.compile(
            r"\b(?:(?:м|г|ог|фг|кг|рг|обл)[бка]?(?:оу|у)|ано|нко|чоу)(?:\s+(?:дпо|до|спо|во))*\b(?!-)"
        ),
        " ",
    ),
    (re.compile(r"\bоо(?=\s+администрац)"), "отдел образования"),
    (re.compile(r"\bко(?=\s|$)"), "комитет образования"),
    (re.compile(r"\bмуниципальн\w+\s+(?:образовани\w+|район\w*|округ\w*)"), " "),
    (re.compile(r"\bорган(?:ы|ов|ам|ами|ах|а|у|ом)?(?=\s+управлени)"), " "),
    (re.compile(r"\bобразованием\b"), "образования"),
    (re.compile(r"\bнизк\w+(?:\s+образовательн\w+)?(?:\s+результат\w*)?"), "низкие результаты"),
)


@lru_cache(maxsize=4096)
def party_key(text: str) -> str:
    """The key under which a district remembers these words; not empty where they have a letter."""
    kind = party_kind(text)
    if kind is PartyKind.SCHOOL:
        return read_school_name(text).key
    if kind in (PartyKind.SCHOOLS, PartyKind.ORGANISATION):
        text = IN_BRACKETS.sub(" ", text)  # «РМК (Иванова И. И.)» is the office, whoever works there
    persons = [normalise_party(m[0]).replace(" ", "") for m in PERSON_NAME.finditer(text)]
    words = set(_lemmas(normalise_party(PERSON_NAME.sub(" ", text))))
    words = _without(words, _STOP)
    match kind:
        case PartyKind.SCHOOLS:
            words = words - _SCHOOL - LEADERS - _LINKING - _COLLECTIVE | {"школа"}
        case PartyKind.ROLE:
            words = _without(_of_role(words) - _LINKING, LEADERS)
        case PartyKind.ORGANISATION:
            words = _without(words, LEADERS)
    return " ".join([*sorted(words), *persons]) or normalise_party(text)


def _of_role(words: set[str]) -> set[str]:
    """Staff is a school's anyway; of others it matters: «школьный координатор», «эксперты ОО»."""
    if "объединение" not in words and any(map(is_staff, words)):
        return words - _SCHOOL
    if words & {"образовательный", "общеобразовательный"}:
        return words - (_SCHOOL - {"школьный"}) | {"школа"}
    return words


def is_staff(word: str) -> bool:
    """«учитель», «учитель-предметник»."""
    return word.split("-", maxsplit=1)[0] in STAFF


def _without(words: set[str], left_out: frozenset[str]) -> set[str]:
    """The words but those, unless none would stay."""
    return words - left_out or words


def _lemmas(text: str) -> list[str]:
    for pattern, plain in _WHOLE:
        text = pattern.sub(plain, text)
    found: list[str] = []
    for word in re.findall(r"[\w-]+", text):
        if word in _ABBREVIATIONS:
            found += _ABBREVIATIONS[word]
        else:
            base = lemma(word).replace("ё", "е")
            found += _SYNONYMS.get(base, (base,))
    return found
