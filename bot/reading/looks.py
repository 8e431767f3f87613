"""What a cell's text looks like, told without understanding it: a number, a deadline, a party, a tail.

These are the marks by which a table that lost its header, or a row that lost its cells, is put right.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?:№\s*)?(?:\d{1,3}|[IVXLІ]{1,6})(?:\s?\.\s?\d{1,3}){0,4}\s?[.)]?")
_MONTHS = (
    r"(?:январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|(?:янв|фев|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)(?:\.|\b(?=\s*[-–—,]|$)))"
)
_DAYS = r"\d{1,2}(?:\s*(?:[-–—,]|и|по)\s*\d{1,2})*"  # «5», «1-15», «5, 12 и 19»
_DEADLINE = re.compile(
    rf"""\s*(?:(?:пн|вт|ср|чт|пт|сб|вс)\b\.?,?\s*)?(?:
      (?:до|с|к|по|в|во|на|не\s+позднее|начиная\s+с|начало|середина|конец)?\s*(?:{_DAYS}\s+)?{_MONTHS}
      | (?:до|с|к|по|не\s+позднее)?\s*{_DAYS}\s?[./]\s?\d{{1,2}}(?:\s?[./]\s?\d{{2,4}}|\b)
      | (?:до|с|к|не\s+позднее)\s*\d
      | (?:в\s+)?течени[еи] | весь\s+(?:период|год) | постоянно | регулярно | систематически | немедленно
      | еже(?:год|месяч|квартал|недел|дневн) | (?:не\s+реже\s+)?(?:\d|один|одного|два|три)?\s*раза?\s+в\s
      | по\s+(?:мере|плану|графику|заявк|договор|согласован|отдельн|запрос|необходим|факту|итогам|окончани)
      | в\s+(?:соответствии|период|срок|установленн|ходе|начале|конце) | согласно | при\s+необходимости
      | (?:[1-4]|I{{1,3}}|IV|первый|второй|третий|четв[её]ртый)\s*-?(?:й|я|ая|ое|ый)?\s*
        (?:кв(?:артал|\b)|четверт|полугоди|триместр)
      | (?:19|20)\d\d\s*(?:[-–—]\s*20\d\d)?\s*(?:г\b|гг\b|год|уч|$)
      | (?:осень|зима|весна|лето|учебный\s+год|[-–—]\s*$)
      | (?:[1-5]|I{{1,3}}|IV|V|последн|кажд)\w*\s*-?\s?(?:я|ая|ый|ой)?\s*
        (?:недел|декад|понедельник|вторник|четверг|пятниц)
      | (?:начало|середина|конец)\s+(?:\w+\s+)?(?:год|месяц|четверт|полугоди|квартал)
      | (?:осенн|зимн|весенн|летн)\w+\s+каникул
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTY = re.compile(
    r"""\b(?:руководител|директор|заместител|заведующ|координатор|куратор|эксперт|методист|администраци
      |отдел|управлени|комитет|министерств|департамент|институт|центр|рабочая\s+группа|педагог
      |(?:обще)?образовательные\s+(?:организаци|учреждени)|учител|специалист|ответственн|тьютор)
    |\b(?:ОО|ОУ|РМК|ИМЦ|ММС|РМО|ШМО|МКУ|МБУ|МБОУ|МОУ|МКОУ|МАОУ|ГБУ|ОГАУ|ГАУ|КО|УО|\w{0,4}ИРО|СОШ|ООШ|школы?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE_TIME = re.compile(rf"\d|[IVX]+\b|{_MONTHS}", re.IGNORECASE)
_FINISHED = re.compile(r"[.;:!?…][»\")\]]*$")
_HANGING = re.compile(
    r"(?:\s(?:и|или|а|но|в|во|на|по|с|со|к|ко|о|об|от|до|за|из|для|при|без|под|над|через|между)|[-–—(«,])$"
)


def is_number(text: str) -> bool:
    """A row's number as documents write it: «3», «1.8.1.», «2)», «IV.»."""
    return _NUMBER.fullmatch(text.strip()) is not None


def looks_like_deadline(text: str) -> bool:
    return len(text) <= 160 and _DEADLINE.match(text) is not None


def is_bare_time(text: str) -> bool:
    """It begins with a figure or a month, so «с» or «до» may stand before it."""
    return _BARE_TIME.match(text) is not None


def is_blank(text: str) -> bool:
    """Neither a letter nor a figure: a dash for «nothing»."""
    return not any(map(str.isalnum, text))


def looks_like_party(text: str) -> bool:
    return len(text) <= 300 and not looks_like_deadline(text) and _PARTY.search(text[:60]) is not None


def starts_as_tail(text: str) -> bool:
    """It begins in mid-sentence: with a small letter or in brackets."""
    return text[:1].islower() or text[:1] == "("


def is_finished(text: str) -> bool:
    """Its last sentence ends as sentences do."""
    return _FINISHED.search(text[-9:]) is not None


def is_cut(text: str) -> bool:
    """It ends on a word or sign that cannot end a phrase: a preposition, a hyphen, an open bracket."""
    return _HANGING.search(text) is not None or text.count("(") > text.count(")")
