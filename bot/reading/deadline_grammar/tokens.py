"""The lexer: a phrase as written → tokens; mends what hands do to spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.deadline_grammar.cascade import Token, kinds
from bot.reading.deadline_grammar.rejoining import rejoined
from bot.reading.deadline_grammar.words import clipped, words_of

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "п": 2, "ш": 3}
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_LETTERS = str.maketrans("1lу", "iiv")

_ROMAN_MONTH = "|".join(_ROMAN_MONTHS).replace("x", "[xх]")
_DAY = r"0?[1-9]|[12]\d|3[01]"
_MON = r"0?[1-9]|1[0-2]"
_YEAR = r"(?:199\d|20[0-6]\d)"  # others are slips of the pen
_SHORT_YEAR = r"(?:1[5-9]|[23]\d|4[0-5])(?![\d.])"
_MONTH_BEGINS = "(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)"
_NOMINATIVE = "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь"
_LEXER = re.compile(
    rf"""(?=[\S\n]) (?:
      (?P<WORD> [а-я]{{3}}[а-яa-hj-uw-z]* )
    | (?P<SHORT> (?![пш](?![а-я]))[а-я]{{1,2}}(?![а-яa-z./-]) )
    | (?P<MARK> [-,;:()/№+&?~≈±≤≥→⇒=] | \n\s* | (?<!\.)\.(?=\s*[а-я]) | _+ )
    | (?=\d) (?:
      (?P<PLAINYEAR> {_YEAR}(?=\s*(?:[г,;)\n]|$)) )
    | (?P<SPACED> (?<![\d.])(?=[\d ]+\.[\d. ]*\d[ ]\d)
        [0-3]?[ ]?\d[ ]?\.[ ]?[01]?[ ]?\d[ ]?\.[ ]?(?:2[ ]?0[ ]?[0-6][ ]?\d|\d[ ]?\d)
        (?![ ]?\d|\.\d|\s*{_MONTH_BEGINS}) )
    | (?=\d{{1,4}}\s*[-.,/:)]) (?:
      (?P<BULLET> (?:^|(?<=[\s;,]))\d{{1,2}}(?: \)(?=\s*[а-я])
        | (?:(?<=^\d)|(?<=[\n;]\d))\)(?=\s*\d) | \.(?=\s*(?:{_NOMINATIVE}|до|с|в|не)\b) ) )
    | (?P<TIME> (?<![\d.])(?:[01]?\d|2[0-3])
        (?: :[0-5]\d | ,00(?=\s*ч) | -00(?!\s*\.)
          | \.(?:00|1[3-9]|[2-5]\d)(?!\d|\s*\.\s*\d|\s+{_MONTH_BEGINS}) ) )
    | (?P<ISO> {_YEAR}(?P<isosign>[-.])\d\d(?P=isosign)\d\d(?!\d) )
    | (?P<DATE> (?<!\d)(?:{_DAY})(?:\.{{1,2}}|(?P<gap>\s*\.{{1,2}}\s*))(?:{_MON})
        (?: \s*[.,]{{1,2}}\s*{_YEAR} | \.\d\d )?(?!\d) (?!\.\d)
        (?(gap)(?!\s+{_MONTH_BEGINS})) )
    | (?P<COMMA> (?<![\d,])(?:0[1-9]|[12]\d|3[01]),
        (?:0[1-9]|1[0-2](?=\.?\s*(?:-|по|до)\s*\d\d\.\d\d))(?!\d|,\d) )
    | (?P<SLASHED> (?<!\d)(?:{_DAY})/(?:{_MON})/(?:{_YEAR}|\d\d)(?!\d) )
    | (?P<DASHED> (?<!\d)(?:{_DAY})(?P<sign>[-,])(?:{_MON})(?P=sign){_YEAR}(?!\d) )
    | (?P<MIXED> (?<!\d)(?:{_DAY})[.,/](?:{_MON})[.,/]{_YEAR}(?!\d) )
    | (?P<GLUED> (?<!\d)(?:0[1-9]|[12]\d|3[01])\.?(?:0[1-9]|1[0-2])\.?{_YEAR}(?!\d) )
    | (?P<ROMANDATE> (?<!\d)(?:{_DAY}) (?:
        \s*[./-]\s*(?:{_ROMAN_MONTH})\s*[./-]\s*(?:{_YEAR}|\d\d)(?!\d) | [./](?:{_ROMAN_MONTH})\b ) )
    | (?P<BADDATE> (?<!\d)(?:\d{{1,2}}\.\d{{1,3}}\.\d{{2,4}}|[0-3]\d[01]\d\.\d\d
        |\d{{1,2}}\.(?:0[1-9]|1[0-2])\d\d)(?!\d) )
    | (?P<MONTHYEAR> (?<!\d)(?:(?:{_MON})-)?(?:{_MON})\s*[./]\s*{_YEAR}(?!\d) ) )
    | (?P<ISOMONTH> (?<!\d){_YEAR}[-./](?:0[1-9]|1[0-2])(?![-./\d]|\s*{_MONTH_BEGINS}) )
    | (?P<YEAR> (?<!\d){_YEAR}(?!\d) ) (?:-(?:го|й|м|ом|ый)\b)? )
    | (?P<BLOB> (?<![\d.№])(?<!№\s)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?![\d.]) )
    | (?P<ROMANMONTH> \b(?:{_ROMAN_MONTH})(?:
        (?=(?:\s*-\s*[ivxх]+)?[.\s]\s*{_YEAR}|\s*-\s*[ivxх]+\.{_SHORT_YEAR}) | \.{_SHORT_YEAR} ) )
    | (?P<ROMAN> (?:\b|(?<=[а-я]{{3}}))(?:iii|ii|iv|i|v)\b
        | (?:\b(?!1+\b)[il1]{{1,3}}|[il1][vу]|\b[пш])
          (?=[\s.-]*(?:[,и-]\s*(?:i{{1,3}}|i?v|[пш])\b[\s.-]*)?(?:й\s|я\s)?(?:кв|четв|полуг|п/г)) )
      (?:-(?:й|я|ый|ой|ая|го|м|ом|е|ое)\b)?
    | (?P<JUBILEE> \d+\s?-\s?лет[ин][а-я]+ )
    | (?P<NUM> \d+ ) (?:-(?:(?={_MONTH_BEGINS})|(?:ти|и|ми|мя)\b))?
      (?P<suffix> (?:\s?-\s?)?(?:ый|ой|ий|го|ого|му|ая|ое|ую|ей|ом|ых|х|й|я|ю|е|м)\b )?
    | (?P<PG> \bп/г\b )
    | (?P<THIS> \b[тс]\.\s?г(?:\.|\b) )
    | (?P<SCHOOLYEAR> \bу\.\s?г(?:\.|\b) )
    | (?P<INITIAL> \b(?: [вкоу]\. | [а-я]\.\s?[абвд-я]\.(?=\s*[а-я]{{4}}) ) )
    | (?P<LETTERS> [а-яa-z]+ ) )
    """,
    re.VERBOSE,
)
_RENAMED = {"PG": "HALF", "BULLET": "SEP", "INITIAL": "WORD", "JUBILEE": "WORD", "BLOB": "BADDATE"}
_LETTERS_KINDS = frozenset(("WORD", "SHORT", "LETTERS"))
_MARKS = (
    dict.fromkeys(",;\n.+&", "SEP")
    | dict.fromkeys("?~≈±≤≥→⇒=", "VAGUE")
    | {
        "-": "DASH",
        "/": "SLASH",
        ":": "COLON",
        "(": "LP",
        ")": "RP",
        "№": "NUMSIGN",
        "_": "BLANK",
    }
)
# A full stop is a sign after a month in full, not after a clipped one.
_CLIPPED = frozenset(
    ("янв", "фев", "февр", "мар", "апр", "июн", "июл", "авг", "сен", "сент", "окт", "ноя", "нояб", "дек")
)
# A line break is a sign after a whole date, not inside one («октябрь↵2021») or between bare months.
_MAY_END = kinds("YEAR YEARWORD DATE FREQ ALWAYS QUARTER TERM HALF WORD RP")
_MAY_BEGIN = kinds("MONTH DATE UNTIL FROM FREQ ALWAYS PART WITHIN IN ORD NUM SCHEDULE EVERY NOT")


def _whole_year(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def _date(kind: str, text: str) -> tuple[int, int, int | None]:
    """(day, month, year) of a date in any of its written forms."""
    if kind == "ROMANDATE":
        day_text, roman, *written = re.split(r"\s*[./-]\s*", text.replace("х", "x"))
        return int(day_text), _ROMAN_MONTHS.index(roman) + 1, _whole_year(written[0]) if written else None
    if kind == "GLUED":
        text = re.sub(r"^(..)\.?(..)\.?", r"\1.\2.", text)
    numbers = re.findall(r"\d+", text)
    if kind == "SPACED":  # «1 5.1 1 .2022»
        numbers = text.replace(" ", "").split(".")
    if kind == "ISO":
        numbers.reverse()
    day, month, *written = numbers
    return int(day), int(month), _whole_year(written[0]) if written else None


def _plain(kind: str, text: str) -> tuple[str, object]:
    """Kind and value of what is no word."""
    if kind == "MARK":
        return _MARKS[text[0]], text[0]
    if kind in ("DATE", "COMMA", "ISO", "SLASHED", "DASHED", "MIXED", "GLUED", "SPACED", "ROMANDATE"):
        numbered = kind == "DATE" and len(text) == 3 and text[1] == "."
        return ("WORD", text) if numbered else ("DATE", _date(kind, text))  # «2.1» is a row's number
    if kind in ("YEAR", "PLAINYEAR"):
        return "YEAR", int(text[:4])
    if kind == "ROMAN":
        return kind, _ROMAN[text.partition("-")[0].translate(_ROMAN_LETTERS)]
    if kind in ("NUM", "suffix"):
        number = int(re.findall(r"\d+", text)[0])
        if kind == "NUM":  # «2-022» is a year cut up
            return ("WORD", text) if re.match(r"0\d\d", text) else (kind, number)
        plural = text.endswith("х") or (number in (10, 20) and text.endswith("е"))  # «20-е числа»
        return ("PLURAL" if plural else "ORD"), number
    return _RENAMED.get(kind, kind), text


@lru_cache(maxsize=8192)
def _meant(kind: str | None, text: str) -> Sequence[tuple[str, object, bool]]:
    """Kinds, values and whether they were mended, of what a group of the lexer matched."""
    if kind in _LETTERS_KINDS:
        return words_of(text) or [("WORD", text, False)]
    if kind == "THIS":  # «т.г.», «с.г.»: the document's year anyway
        return []
    if kind == "MONTHYEAR":
        *first, month, year = map(int, re.findall(r"\d+", text))
        months = [("MONTH", first[0], True), ("DASH", "-", False)] if first else []  # «03-04.2024»
        return [*months, ("MONTH", month, False), ("YEAR", year, False)]
    if kind == "ROMANMONTH":
        roman, _, digits = text.replace("х", "x").partition(".")
        written = [("YEAR", _whole_year(digits), False)] if digits else []
        return [("MONTH", _ROMAN_MONTHS.index(roman) + 1, True), *written]
    if kind == "ISOMONTH":
        year, month = map(int, re.findall(r"\d+", text))
        if month == (year + 1) % 100:  # «2009-10» is a school year
            return [("YEAR", year, False), ("DASH", "-", False), ("NUM", month, False)]
        return [("MONTH", month, True), ("YEAR", year, False)]
    if kind == "SCHOOLYEAR":
        return words_of("уч") + words_of("г")
    return [(*_plain(str(kind), text), kind in ("COMMA", "MIXED", "GLUED", "SPACED"))]


def _raw(flat: str) -> tuple[list[Token], bool]:
    """The tokens, and whether any is a word not known."""
    tokens: list[Token] = []
    unknown = False
    for match in _LEXER.finditer(flat):
        meant = _meant(match.lastgroup, match[0])
        start, end = match.span()
        if meant and meant[0][0] == "WORD":
            meant = (clipped(match[0]) if flat.startswith(".", end) else ()) or meant
            unknown = unknown or meant[0][0] == "WORD"
        for kind, value, mended in meant:
            tokens.append(Token(kind, value, start, end, mended))
    return tokens, unknown


def _without_bullets(tokens: list[Token]) -> list[Token]:
    """Where the first line begins with a dash, dashes that begin lines are no ranges."""
    return [
        token.of("SEP", token.value) if token.kind == "DASH" and _begins_line(tokens, i) else token
        for i, token in enumerate(tokens)
    ]


def _begins_line(tokens: list[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].value == "\n"


def _is_sign(tokens: list[Token], i: int, flat: str) -> bool:
    sign = flat[tokens[i].start]
    if sign not in "\n.":
        return True
    if not 0 < i < len(tokens) - 1:
        return False
    if sign == ".":
        return tokens[i - 1].kind == "MONTH" and flat[tokens[i - 1].start : tokens[i - 1].end] not in _CLIPPED
    return tokens[i - 1].kind in _MAY_END and tokens[i + 1].kind in _MAY_BEGIN


def _first_closed(tokens: list[Token]) -> int:
    """Where the first bracket closes; the length where none does."""
    return next((i for i, token in enumerate(tokens) if token.kind == "RP"), len(tokens))


def tokens_of(flat: str) -> list[Token]:
    """The tokens of a flattened phrase; a line break stays only where it separates."""
    tokens, unknown = _raw(flat)
    if len(tokens) > 1 and tokens[0].kind == "DASH":
        tokens = _without_bullets(tokens)[1:]
    if tokens and tokens[0].kind == "LP" and _first_closed(tokens) == len(tokens) - 1:
        tokens = tokens[1:-1]  # all of it in brackets
    if unknown:
        tokens = list(rejoined(tokens, flat))
    if "." not in flat and "\n" not in flat:
        return tokens
    return [token for i, token in enumerate(tokens) if token.kind != "SEP" or _is_sign(tokens, i, flat)]
