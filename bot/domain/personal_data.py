"""What in a report looks like a pupil's own data: a name, a phone, a birth date, a number of a document.

It only warns: the words stay as they are, and their author decides. Adults at work, whom reports name
with their role or with a patronymic, and those after whom schools and streets are named, are let pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from bot.domain.latin_names import to_russian
from bot.domain.pupil_names import NameBook, find_pupils


class Sign(StrEnum):
    """What a person is warned of."""

    NAME = "name"
    PHONE = "phone"
    BIRTH = "birth"
    INSURANCE = "insurance"  # СНИЛС
    DOCUMENT = "document"  # a passport or a certificate of birth


@dataclass(frozen=True, slots=True)
class Finding:
    sign: Sign
    words: str  # as they stand in the text; of a file's name in Latin letters, in Russian ones


_FAR = r"\W+(?:\w+\W+){0,2}?"  # two words between at most
_LOCAL = r"\d{3}[\s-]?\d{2}[\s-]?\d{2}"
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})"
    r"|\d{1,2} (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\w* \d{4})"
)
_PATTERNS = (
    (Sign.PHONE, rf"(?<![\w№-])(?P<said>(?:(?:\+?7|8)[\s(-]{{0,2}}9\d{{2}}[\s)-]{{0,2}}|9\d{{2}}-){_LOCAL})"),
    (Sign.PHONE, rf"\b(?:тел|моб|сот|контакт|звон|мам|пап|родител)\w*{_FAR}(?P<said>9\d{{9}})"),
    # A school's own phone is no secret: those that are not mobile count beside a family alone.
    (
        Sign.PHONE,
        rf"\b(?:дом\b|мам|пап|мат[ье]|отец|отца|родител|бабушк|учени[кцч]|реб[её]н|обучающ)\w*{_FAR}"
        r"(?P<said>(?:(?:\+?7|8)\W{0,2})?\(?\d{3,5}\)?[\s-]?\d{1,3}-\d{2}-\d{2})",
    ),
    (Sign.BIRTH, rf"(?P<said>(?:{_DATE}|\b(?:19|20)\d\d)\s*(?:г[./]?\s?р\b|года рожд\w*))"),
    # A school and a class have birthdays too, so that only a pupil may stand before the date.
    (
        Sign.BIRTH,
        r"(?P<said>(?:\bд[./]?\s?р\b|(?<!\w)р\.(?=\s*\d)|\bрожд\.|\b(?:дат[аыу]|день) рожд\w*"
        r"|\bро(?:дил(?:ся|ась)|жд[её]н[аы]?\b))"
        rf"\W*(?:(?:учени|реб[её]н|обучающ|учащ|воспитанн|[вг]\b)\w*\W+){{0,2}}?{_DATE})",
    ),
    (Sign.INSURANCE, r"(?<![\w-])(?P<said>\d{3}-\d{3}-\d{3}[ -]\d{2})"),
    (Sign.INSURANCE, rf"\bснилс{_FAR}(?P<said>\d{{3}}[ -]?\d{{3}}[ -]?\d{{3}}[ -]?\d{{2}})"),
    (Sign.DOCUMENT, rf"\bпаспорт\w*{_FAR}(?P<said>\d{{2}} ?\d{{2}} ?\d{{6}})"),
    (Sign.DOCUMENT, r"(?<!\w)(?P<said>[IVX]{1,5}-[А-ЯЁ]{2}(?: №)? ?\d{6})"),
)
_NUMBERS = tuple((sign, re.compile(rf"{pattern}(?![\w-])", re.IGNORECASE)) for sign, pattern in _PATTERNS)


def find_personal_data(text: str, names: NameBook) -> tuple[Finding, ...]:
    """What a person should look at once more before the text is sent; empty for most texts."""
    numbers = (
        Finding(sign, match["said"].strip()) for sign, pattern in _NUMBERS for match in pattern.finditer(text)
    )
    pupils = (Finding(Sign.NAME, name) for name in find_pupils(text, names))
    return tuple(dict.fromkeys((*numbers, *pupils)))


def file_words(name: str) -> str:
    """A file's name as words: «Иванов_Петя_7А.pdf» and «ivanov-petya-7a.pdf» → «Иванов Петя 7А»."""
    stem = PurePath(name).stem if len(PurePath(name).suffix) <= 5 else name
    return to_russian(re.sub(r"[_+]+", " ", stem))
