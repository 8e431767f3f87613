"""What a plan says of itself outside its tables: its title, its year and its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.blocks import Block, Paragraph, one_line
from bot.reading.deadlines import read_deadline
from bot.reading.looks import is_cut
from bot.reading.section_times import Level, level_of, section_month, year_alone

_KINDS = (  # the first that any line begins with; a list of activities may stand below a plan's title
    r"(?:(?!настоящ|данн)[\w-]+(?:ый|ий|ой|ая|ое)\s+){0,3}план\b|дорожная\s+карта|комплекс\s+мер|структура\s+задач"
    r"|антирисков\w+\s+программа|программа\s+(?:меропр|поддерж|повыш|развит|антириск|наставн|переход)",
    r"(?:основные\s+)?мероприятия\s+(?:по|для|к|на)\s|перечень\s+(?:основных\s+)?(?:меропр|мер\b|дел)|циклограмма\b"
    r"|соглашение\s+по\s|программа\s|модель\s|[\w-]+ый\s+график\s|график\s+(?:меропр|провед|контр|работ)",
)
_TITLES = tuple(re.compile(rf"[«\"(]?(?:{kind})", re.IGNORECASE) for kind in _KINDS)
_GOES_ON = re.compile(r"[(«\"“]*[а-яё]|\(\s*\d")
_OTHER_LINE = re.compile(
    r"утв|соглас|рассмотр|директор|прилож|цел[ьи]|задач|раздел|\d|[IVX]+[.)]", re.IGNORECASE
)
_LONGEST_TITLE = 600
_LONGEST_LINE = 120  # of prose that states the plan's year and little else
_DASH = r"\s*[-–—/]\s*"
_SCHOOL_YEAR = re.compile(
    rf"(20\d\d){_DASH}(?:20)?(\d\d)\s*(?:гг?\.?\s*)?уч|уч\w*\.?\s*г\w*\.?\s*(20\d\d){_DASH}(?:20)?(\d\d)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"(20\d\d){_DASH}(20\d\d)\s*(?:гг?\b|год)", re.IGNORECASE)
_ONE_YEAR = re.compile(r"на\s+(20\d\d)\s*(?:(?!уч)\w+ый\s+)?(?:г\b|год)", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:в|на\s+\d{1,2}\s+[а-я]+)\s+(20\d\d)\s*(?:г\b|год)", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?<![\d.])\s(20\d\d)\s*(?:г\.?|года?)\s*[)»\".]*$", re.IGNORECASE)
_TWO_YEARS = re.compile(rf"\b(20\d\d){_DASH}(?:20)?(\d\d)\b(?!\s*гг?\b|\s*год)", re.IGNORECASE)
_EXAM = re.compile(r"\b(?:ГИА|ЕГЭ|ОГЭ|ГВЭ|ВПР|экзамен|итогов\w+\s+аттестац|сочинени)", re.IGNORECASE)
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
_LOOKS_BACK = re.compile(rf"\b(?:итог(?:и|ам|ов)?\b|результат|анализ)|\d\s+{_MONTH}\s+20\d\d", re.IGNORECASE)
_ON_MONTH = re.compile(rf"\bна\s+({_MONTH}\s+20\d\d)(?!\s*[-–—/])", re.IGNORECASE)
_YEAR_SIGN = r"\.?\s*(?:г\.|года?|г\b)?"
_DAY = rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}(?:\s*20\d\d)?|\d{{1,2}}\.\d{{1,2}}(?:\.(?:20)?\d\d)?){_YEAR_SIGN}"
_STRETCH = re.compile(rf"(?:\bс\s+)?{_DAY}\s*(?:[-–—]|по|до)\s*{_DAY}", re.IGNORECASE)
_SAYS_WHEN = re.compile(r"срок|период|реализ", re.IGNORECASE)


def find_title(blocks: Sequence[Block], before: int | None) -> str:
    """The plan's title above block ``before``, else the first such words anywhere; empty if none.

    A title may be cut into several lines: those that go on with a small letter, after a dash or in the
    same capitals belong to it.
    """
    paragraphs = [(i, b.text) for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.text]
    first = _first_line(paragraphs, before)
    if first is None:
        return ""
    lines = [paragraphs[first][1]]
    for place, text in paragraphs[first + 1 :]:
        joined = sum(map(len, lines)) + len(text)
        if (before is not None and place > before > paragraphs[first][0]) or joined > _LONGEST_TITLE:
            break
        if not _goes_on(lines[-1], text):
            break
        lines.append(text)
    return one_line(" ".join(lines))


def _first_line(paragraphs: Sequence[tuple[int, str]], before: int | None) -> int | None:
    found = [
        [i for i, (_, text) in enumerate(paragraphs) if kind.match(text) and len(text) < _LONGEST_TITLE]
        for kind in _TITLES
    ]
    above = [[i for i in places if before is None or paragraphs[i][0] < before] for places in found]
    return next((places[0] for places in (*above, *found) if places), None)


def _goes_on(line: str, below: str) -> bool:
    if is_cut(line) or _GOES_ON.match(below):
        return True
    capitals = line.isupper() and below.isupper() and _OTHER_LINE.match(below) is None
    return capitals and level_of(below) is Level.OTHER


def stated_year(text: str) -> PlanYear | None:
    """«на 2021-2022 учебный год», «на 2024 год»; None where the text names no single year."""
    if match := _SCHOOL_YEAR.search(text):
        first, second = int(match[1] or match[3]), int(match[2] or match[4])
        return SchoolYear(first) if second == (first + 1) % 100 else None
    if _YEARS.search(text):
        return None
    match = _ONE_YEAR.search(text)
    return CalendarYear(int(match[1])) if match else None


def titled_year(title: str) -> PlanYear | None:
    """The year that a title states; there «в 2024 году» and «2024 года» are of the plan itself too.

    Those of an exam are not: its plan begins in the autumn before.
    """
    if (year := stated_year(title)) is not None or _YEARS.search(title):
        return year
    if stretch := stated_stretch(title):
        return year_within(stretch)
    if _EXAM.search(title):
        return None
    match = _IN_YEAR.search(title) or (None if _LOOKS_BACK.search(title) else _OF_YEAR.search(title))
    return CalendarYear(int(match[1])) if match and _TWO_YEARS.search(title) is None else None


def titled_month(title: str) -> tuple[int, int] | None:
    """The (year, month) of «План работы на сентябрь 2026 года»: its days are those of that month."""
    match = _ON_MONTH.search(title)
    return section_month(match[1], None) if match else None


def stated_stretch(text: str) -> Period | None:
    """«(сентябрь 2022 г. – май 2024 г.)», «с 23.04.2012 по 28.04.2012»: the plan's own days."""
    for match in _STRETCH.finditer(text):
        read = read_deadline(one_line(match[0]))
        for start, end, _ in read.windows[:1]:
            if (
                len(read.windows) == 1
                and not read.doubts
                and isinstance(start, date)
                and isinstance(end, date)
            ):
                return Period(start, end)
    return None


def year_within(period: Period) -> PlanYear | None:
    """The one year that holds the period: a calendar year, else a school year."""
    if period.start is None or period.end is None:
        return None
    years: tuple[PlanYear, ...] = (CalendarYear(period.start.year), SchoolYear.of(period.start))
    return next((year for year in years if year.start <= period.start and period.end <= year.end), None)


def stated_period(text: str, columns: set[int]) -> Period:
    """The plan's own bounds: its year, its days, its years («на 2021-2023 годы»), or its year columns."""
    if stated_year(text) is None and (stretch := stated_stretch(text)):
        return stretch
    year = titled_year(text) or title_guess(text)
    if year is not None:
        return Period(year.start, year.end)
    years = {int(match[i]) for match in _YEARS.finditer(text) for i in (1, 2)} or columns
    if not years:
        return Period(None, None)
    return Period(date(min(years), 1, 1), date(max(years), 12, 31))


def year_in_prose(lines: Sequence[str]) -> PlanYear | None:
    """The year of the nearest line above the table that states one and little else."""
    texts = [text for text in lines if len(text) <= _LONGEST_LINE]
    return next((year for text in reversed(texts) if (year := stated_year(text) or year_alone(text))), None)


def stretch_in_prose(lines: Sequence[str]) -> Period | None:
    """Of the nearest line above the table that says when the plan is carried out."""
    texts = [text for text in lines if len(text) <= _LONGEST_LINE and _SAYS_WHEN.search(text)]
    return next((period for text in reversed(texts) if (period := stated_stretch(text))), None)


def title_guess(title: str) -> PlanYear | None:
    """The school year of the exam that is prepared, or the two years that stand there without a word."""
    if _LOOKS_BACK.search(title):
        return None
    exam = _EXAM.search(title) and (_IN_YEAR.search(title) or _OF_YEAR.search(title))
    if exam:
        return SchoolYear(int(exam[1]) - 1)
    match = _TWO_YEARS.search(title)
    return SchoolYear(int(match[1])) if match and int(match[2]) == (int(match[1]) + 1) % 100 else None


def guessed_year(title: str, phrases: Sequence[str]) -> PlanYear | None:
    """For a plan that states no year: what its title lets think, or the one that its deadlines name."""
    if (year := title_guess(title)) is not None:
        return year
    named = {year for phrase in phrases if isinstance(year := stated_year(phrase), SchoolYear)}
    return named.pop() if len(named) == 1 else None
