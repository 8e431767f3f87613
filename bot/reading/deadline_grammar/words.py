"""The vocabulary: every word form the grammar knows, with its class and value, and the mending of typos."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.reading.deadline_grammar.cascade import kinds


class Word(NamedTuple):
    kind: str  # a class of the grammar, see ``cascade.KINDS``
    value: int | str
    mended: bool = False  # read in spite of a typo


# KIND value: forms; «stem-a,b» stands for «stema stemb», «*» for the endings of an adjective.
_VOCABULARY = """
MONTH 1: янв январ-ь,я,е,ю,ем
MONTH 2: фев февр феврал-ь,я,е,ю,ем
MONTH 3: мар март марта марте марту мартом
MONTH 4: апр апрел-ь,я,е,ю,ем
MONTH 5: май мая мае маю маем
MONTH 6: июн июн-ь,я,е,ю,ем
MONTH 7: июл июл-ь,я,е,ю,ем
MONTH 8: авг август августа августе августу августом
MONTH 9: сен сент сентябр-ь,я,е,ю,ем
MONTH 10: окт октябр-ь,я,е,ю,ем
MONTH 11: ноя нояб ноябр-ь,я,е,ю,ем
MONTH 12: дек декабр-ь,я,е,ю,ем
YEARWORD year: г гг год года году годом годе годы годов годам годах лет
EDU edu: уч учеб учебн учебн-* учебно школьн-*
QUARTER quarter: кв квл квла кварт квартал квартал-а,е,у,ы,ов,ам,ах,ом
TERM term: четв четверть четверт-и,ей,ям,ях,ью
HALF half: пол полгода полуг полугод полугоди-е,я,ю,и,ем,ям,ях полугодий семестр семестр-а,е,ы,у
WEEK week: нед недел недел-я,е,ю,ей,ям,ях
WEEK weeks: недел-и недель
DECADE decade: декад-а,е,у,ой,ам,ах
DECADE decades: декад-ы декад
HALVES halves: половин-а,ы,е,у,ой
MONTHWORD month: мес месяц месяц-а,е,у,ем,ы,ев,ам,ах
DAYWORD day: дн день дн-я,и,ей,ю,ям,ях,ем сут-ки,ок
DATEWORD date: числ-о,а,у,е,ах чисел
PART start: нач начал-о,а,е,у,ом
PART middle: сер середин-а,ы,е,у,ой
PART end: кон кон-ец,ца,це,цу,цом
PLURAL 1: первые первых
ORD 1: перв
ORD 2: втор
ORD 3: трет
ORD -1: посл
PLURAL -1: последние последних
ORD 1: перв-* перво
ORD 2: втор-ой,ого,ому,ом,ая,ую,ое,ые,ых
ORD 3: трет-ий,ьего,ьему,ьем,ья,ьей,ью,ье,ьи,ьих
ORD 4: четверт-*
ORD 5: пят-*
ORD 6: шест-*
ORD 7: седьм-*
ORD 8: восьм-*
ORD 9: девят-*
ORD 10: десят-*
ORD 11: одиннадцат-*
ORD 12: двенадцат-*
ORD 13: тринадцат-*
ORD 14: четырнадцат-*
ORD 15: пятнадцат-*
ORD 16: шестнадцат-*
ORD 17: семнадцат-*
ORD 18: восемнадцат-*
ORD 19: девятнадцат-*
ORD 20: двадцат-*
ORD 30: тридцат-*
ORD -1: последн-ий,его,ему,ем,яя,ей,юю,ее,ие,их
NUM 1: один одного одна одной одно
NUM 2: два две двух
NUM 3: три трех
NUM 4: четыре четырех
NUM 5: пять пяти
NUM 6: шесть шести
NUM 7: семь семи
NUM 10: десять десяти
TENS 20: двадцать
TENS 30: тридцать
WEEKDAY MO: пн пон понед понедельник понедельник-а,у,и,ам,ов
WEEKDAY TU: вт вторник вторник-а,у,и,ам,ов
WEEKDAY WE: ср сред-а,ы,е,у,ам
WEEKDAY TH: чт четверг четверг-а,у,и,ам,ов
WEEKDAY FR: пт пятн пятниц-а,ы,е,у,ам
WEEKDAY SA: сб субб суббот-а,ы,е,у,ам
WEEKDAY SU: вс воскр воскресень-е,я,ю,ям
WORKING working: рабоч-ий,его,ему,ем,ая,ей,ую
WORKINGS working: рабоч-ие,их,им,ими
EVERY every: кажд кажд-*
EXCEPT except: кроме исключая исключением
TIMES 2: дважды
TIMES 3: трижды
TIMES times: р раз раза разу разов
FREQ day: ежедневно
FREQ week: еженедельно понедельно
FREQ month: ежемес ежемесячно помесячно
FREQ quarter: ежекварт ежеквартально поквартально
FREQ term: ежечетвертно
FREQ half: ежеполугодно
FREQ year: ежегод ежегодно
ALWAYS always: постоянно систематически систематично регулярно непрерывно периодически круглогодично
ALWAYS always: перманентно непрерывный бессрочно круглосуточно
ONGOING ongoing: пост постоян постоянн-* регулярн-* систематическ-ой,ий,ая системн-ой
WHOLE whole: кругл-ый,ого весь всего всем вся всей всю всех
PERIOD period: период период-а,е,у,ы,ов,ом срок срок-а,е,и,ов,ам,ах врем-я,ени
ONWARD onward: затем впоследствии последующ-ий,его,ем,ие,их,ее далее дальнейш-ем,ие,ий
SEASON 9: осенне осен-ь,и,ью,ний,ние,него,нем,них,ней,нее
SEASON 12: зимне зим-а,ы,е,у,ой,ний,ние,него,нем,них,ней,нее
SEASON 3: весенне весн-а,ы,е,у,ой весен-ний,ние,него,нем,них,ней,нее
SEASON 6: летне лет-о,а,ом,е,ний,ние,него,нем,них,ней,нее
BREAK break: каникул-ы,ам,ах,ами,ярный,ярное,ярные,ярного,ярном каникул
UNTIL until: до
TOWARDS towards: к ко перед
THROUGH through: по
FROM from: с со
OF of: от
IN in: в во
ON on: на
OVER over: за
WITHIN within: течение течении течени теч течен протяжении протяжение
NOT not: не
LATER later: позднее поздн позже
EARLIER earlier: ранее раньше
RARER rarer: реже чаще менее более
AFTER after: после итог-и,ам,ов результат-ы,ам,ов накануне
FINISH finish: окончани-е,я,ю,и,ем завершени-е,я,ю,и,ем истечени-ю,и
COURSE course: реализации действия исполнения выполнения
EVENT event: через спустя при ходе рамках случае наличии момента дню
SCHEDULE schedule: план график пл план-а,у,е,ы,ов,ом,ам,ами,ах граф график-а,у,е,и,ов,ом,ам,ами,ах
SCHEDULE schedule: расписани-е,я,ю,и,ем,ям согласно согл соответствии соответствие соответственно соотв
SCHEDULE schedule: согласовани-е,ю,я,и заявк-а,и,е,у,ам,ами,ах заявок заявлени-ю,ям,и
SCHEDULE schedule: запрос запрос-а,у,ам,ы,ов
SCHEDULE schedule: необходимост-ь,и необходимо потребност-ь,и,ям востребованност-и возможност-ь,и мере факту
SCHEDULE schedule: договор договор-а,у,е,ом,ам договоренност-ь,и приглашени-ю,ям поступлени-я,и,ю
SCHEDULE schedule: обращени-ю,я,и,ям приказ приказ-а,у,ом,ам распоряжени-е,я,ю,ем,ям положени-е,я,ю,ем,ям
SCHEDULE schedule: требовани-ю,ям дорожн-ой,ым готовност-и назначени-ю,ям вызов-у,ам
SCHEDULE schedule: циклограмм-а,ы,е,у,ой порядк-е,ом регламент регламент-а,у,ом индивидуально отдельно
SCHEDULE schedule: уточняется уточняются уточнен-ию,ия определяется определяются
SCHEDULE schedule: устанавливается устанавливаются
SCHEDULE schedule: установленные установленными назначается указани-ю,ям решени-ю,ем письм-о,у,ам,ом
NUMSIGN number: п пп пункт пункт-а,у,ом,е,ы,ов
HOUR hour: ч час часа часов мин минут
AND and: и или либо также
INCLUSIVE inclusive: включительно включ
CALENDAR calendar: календарн-* финансов-*
QUIET quiet: но как минимум начиная дата чем настоящ-его,ем,ий текущ-ий,его,ем отч отчетн-ым,ого,ый
NEXT next: след следующ-ий,его,ему,ем нов-ый,ого,ому,ом очередн-ой,ого,ому,ом
VAGUE vague: ориентировочно примерно предварительно приблизительно около
"""
_ADJECTIVE = "ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых,ыми"
_PREPOSITIONS = ("в", "во", "с", "со", "до", "по", "к", "ко", "на", "и", "не", "от")
_LOOKALIKES = str.maketrans("aceopxykmthb", "асеорхукмтнв")  # Latin letters inside a Cyrillic word
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_SHORTEST_CLIPPED = 4
_SHORTEST_MENDED = (
    5  # «март», «июнь», «июль» stand one letter from other words; «мрат» has just their letters
)
_MENDED_KINDS = kinds("MONTH FREQ ALWAYS WITHIN EDU QUARTER TERM HALF SCHEDULE")


def _spelled(entry: str) -> list[str]:
    stem, _, endings = entry.partition("-")
    return [stem + ending for ending in endings.replace("*", _ADJECTIVE).split(",")]


def _forms() -> dict[str, Word]:
    forms: dict[str, Word] = {}
    for line in _VOCABULARY.strip().splitlines():
        head, _, entries = line.partition(":")
        kind, value = head.split()
        number = int(value) if value.lstrip("-").isdigit() else value
        for entry in entries.split():
            for form in _spelled(entry):
                forms.setdefault(form, Word(kind, number))
    return forms


FORMS = _forms()
BEGINNINGS = frozenset(form[:cut] for form in FORMS for cut in range(1, len(form) + 1))
_LONGEST = max(map(len, FORMS))


def _one_letter_off(text: str) -> set[str]:
    cuts = [(text[:i], text[i:]) for i in range(len(text) + 1)]
    deleted = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    added = {a + c + b for a, b in cuts for c in _LETTERS}
    return deleted | swapped | changed | added


def _mended(text: str) -> Word | None:
    """The one word that ``text`` is a letter away from; none when two are as near.

    The first letter must be right, so that «уроков» is not taken for «сроков».
    """
    if not _SHORTEST_MENDED - 1 <= len(text) <= _LONGEST + 1:
        return None
    near = {
        FORMS[form]
        for form in _one_letter_off(text) & FORMS.keys()
        if (len(form) >= _SHORTEST_MENDED or sorted(form) == sorted(text))
        and form[0] == text[0]
        and FORMS[form].kind in _MENDED_KINDS
    }
    return near.pop()._replace(mended=True) if len(near) == 1 else None


@lru_cache(maxsize=8192)
def _unglued(text: str) -> tuple[Word, ...]:
    """Two known words written as one: «втечение», «учебногогода», «досентября»."""
    if len(text) > 2 * _LONGEST:
        return ()
    for cut in range(1, len(text) - 2):
        left, right = text[:cut], text[cut:]
        if (left in _PREPOSITIONS or len(left) > 2) and left in FORMS and right in FORMS:
            return (FORMS[left], FORMS[right])
    return ()


def known(text: str) -> tuple[Word, ...]:
    """A known word, or two that are glued; none otherwise."""
    return (FORMS[text],) if text in FORMS else _unglued(text)


@lru_cache(maxsize=1024)
def clipped(text: str) -> tuple[Word, ...]:
    """«сентяб.», «ежекв.»: the one word of which this is the beginning; none when several begin so."""
    if len(text) < _SHORTEST_CLIPPED:
        return ()
    begun = {word for form, word in FORMS.items() if form.startswith(text)}
    return tuple(begun) if len(begun) == 1 else ()


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[Word, ...]:
    """What a lower-case run of letters («ё» already «е») means: usually one word, none when it is unknown."""
    if re.search("[а-я]", text) or not re.search("[^aceopxykmthb]", text):
        text = text.translate(_LOOKALIKES)
    if words := known(text):
        return words
    mended = _mended(text)
    return (mended,) if mended else ()
