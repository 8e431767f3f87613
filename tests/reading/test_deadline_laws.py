"""Laws of deadlines, tried on phrases made at random: spellings, lists, nonsense, no silent mistakes."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.deadlines import DeadlineKind, Window
from bot.domain.plan import Period
from bot.domain.recurrence import occurrences
from bot.domain.school_year import SchoolYear, parse_year
from bot.reading.deadlines import DeadlineContext, read_deadline

SCHOOL = DeadlineContext(year=SchoolYear(2021))

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"


@given(st.dates(date(2001, 1, 1), date(2059, 12, 31)), st.data())
def test_every_spelling_of_a_limit_is_the_same_day(day: date, data: st.DataObject) -> None:
    month = MONTHS.split()[day.month - 1]
    spellings = [
        f"до {day:%d.%m.%Y}",
        f"До{day:%d.%m.%Y}г.",
        f"до {day.day}.{day.month}.{day:%Y} года",
        f"не позднее {day:%d. %m. %Y}",
        f"К {day.day} {month} {day.year} г.",
        f"до {day.day} {month.upper()} {day.year}",
        f"до\u00a0{day.day:02}\u00a0{month}\n{day.year}г",
        f"до «{day.day}» {month} {day.year} года",
        f"до {day.day} {month}{day.year}",
        f"до {day.day}-го {month} {day.year}г.г",
        f"не позже {day:%d/%m/%Y}",
        f"до {day:%Y-%m-%d}",
    ]
    deadline = read_deadline(data.draw(st.sampled_from(spellings)))
    assert (deadline.kind, deadline.windows) == (DeadlineKind.BY, (Window(None, day),))
    assert deadline.doubts == ()


@st.composite
def occasions(draw: st.DrawFn) -> list[tuple[str, Window]]:
    """A list of limits, or of days and stretches: each in words of its own, and the days that it means."""
    limits = draw(st.booleans())
    found = []
    for day in draw(st.lists(st.dates(date(2001, 1, 1), date(2059, 1, 1)), min_size=2, max_size=4)):
        month = MONTHS.split()[day.month - 1]
        first, last = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        later = day + timedelta(draw(st.integers(1, 300)))
        spellings = {
            f"до {day:%d.%m.%Y}г.": Window(None, day),
            f"не позднее {day.day} {month} {day.year} года": Window(None, day),
            f"до конца {month} {day.year} г": Window(None, last),
        }
        if not limits:
            spellings = {
                f"{day.day} {month} {day.year} г.": Window(day, day),
                f"{day:%d.%m.%Y}": Window(day, day),
                f"в {month} {day.year} года": Window(first, last),
                f"{day:%d.%m.%Y} – {later:%d.%m.%Y}": Window(day, later),
                f"с {day.day} {month} {day.year} до {later:%d.%m.%Y}": Window(day, later),
                f"1 полугодие {day.year} г.": Window(date(day.year, 1, 1), date(day.year, 6, 30)),
                f"IV кв. {day.year}": Window(date(day.year, 10, 1), date(day.year, 12, 31)),
                f"1 неделя {month} {day.year}": Window(first, first.replace(day=7)),
            }
        found.append(draw(st.sampled_from(sorted(spellings.items(), key=lambda pair: pair[0]))))
    return found


@given(occasions(), st.sampled_from([", ", "; ", ";\n", " и ", ",\n"]))
def test_a_list_of_occasions_keeps_each_of_them(listed: list[tuple[str, Window]], sign: str) -> None:
    deadline = read_deadline(sign.join(words for words, _ in listed))
    windows = [window for _, window in listed]
    assert deadline.windows == tuple(dict.fromkeys(windows))
    nested = any(one != other and _within(other, one) for one, other in pairwise(windows))
    if len(windows) == 2:
        nested = nested or (windows[0] != windows[1] and _named_again(*windows))
    assert deadline.doubts == (("one_within_another",) if nested else ())


def _named_again(first: Window, last: Window) -> bool:
    """Whether the last of two may but tell where the first lies."""
    if isinstance(first.end, date) and isinstance(last.end, date) and first.start is last.start is None:
        return first.end - last.end == timedelta(1)
    return _within(first, last)


def _within(inner: Window, outer: Window) -> bool:
    sides = [str(side) for side in (outer.start, inner.start, inner.end, outer.end) if side]
    return len(sides) == 4 and sides == sorted(sides)


WORDS = """
до с по к в и , - – . ( ) 1 2 5 15 31 45 2021 2022 2021-2022 15.09 31.09.2021 г. года год учебного
сентябрь мая августе март квартал четверти полугодие неделя месяца конца начале последняя пятница раз
ежемесячно ежегодно каждого постоянно графику течение весь период далее после не позднее числа дней зима
каникулы I II этап 15:00 № вторник половина
"""


@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)),
    st.sampled_from(
        [
            DeadlineContext(),
            SCHOOL,
            DeadlineContext(year=parse_year("2024"), period=Period(date(2024, 1, 1), None)),
            DeadlineContext(section_month=(2024, 2)),
            DeadlineContext(column_year=2023),
        ]
    ),
)
@example("до 0 конца", SCHOOL)
@example("с 2000/0: до сен", DeadlineContext())
@example("ежемесячно 10 пятница", DeadlineContext())
@example("ежегодно до 31 сентября", SCHOOL)
@example("до 15 ежегодно", DeadlineContext(column_year=2023))
@example("ежемесячно мая сентября", DeadlineContext(column_year=2023))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_without_an_error_or_an_impossible_window(
    phrase: str, context: DeadlineContext
) -> None:
    deadline = read_deadline(phrase, context)
    assert (deadline.kind is DeadlineKind.RECURRING) == (deadline.rule is not None)
    assert deadline.doubts or deadline.kind is not DeadlineKind.UNKNOWN
    for window in deadline.windows:
        assert window.start or window.end
        if isinstance(window.start, date) and isinstance(window.end, date) and window.end < window.start:
            assert "end_before_start" in deadline.doubts
    if deadline.rule:
        occurrences(deadline.rule, date(2024, 1, 1), date(2024, 12, 31))


def _spelt(day: date) -> list[str]:
    month = MONTHS.split()[day.month - 1]
    return [
        f"{day:%d.%m.%Y}",
        f"{day.day} {month} {day.year} г.",
        f"{day.day}.{day:%m.%Y} года",
        f"{day:%d.%m.%y}",
        f"«{day.day}» {month} {day.year}",
    ]


PLAN = (date(2021, 9, 1), date(2022, 8, 31))
BEFORE = """до с не_позднее к по в_период_с после в_срок_до не_ранее от в_течение в_начале до_конца по_графику
постоянно, за"""
BETWEEN = "- – , и по до ; с / или ,_далее не_позднее ( ) : за от в . к после"
OTHER_WORDS = """Иванов мероприятие корпус отдел зал семинар кабинет кл. этап год г. 15.00 (12) 21 5 числа
неделя каждый весь месяц половина первый понедельник течение к на I VI – также кроме начало окончание срок №_5
дней"""

LOOSE = {5: "5 ", 21: "21 "}  # numbers among the words that are days where they fit: «21 – 23 сентября»


def words(of: str) -> st.SearchStrategy[str]:
    """One of them, or just as often none."""
    return st.one_of(st.just(""), st.sampled_from(of.split()).map(lambda word: word.replace("_", " ")))


@st.composite
def dates_and_words(draw: st.DrawFn) -> tuple[str, list[date]]:
    """Full dates with signs, prepositions and other words around them, sensible or not; and these dates."""
    days = draw(st.lists(st.dates(*PLAN), min_size=1, max_size=3))
    parts = [draw(words(OTHER_WORDS)), draw(words(BEFORE))]
    for i, day in enumerate(days):
        parts.append(draw(words(BETWEEN)) if i else "")
        parts += [draw(st.sampled_from(_spelt(day))), draw(words(OTHER_WORDS))]
    return " ".join(filter(None, parts)), days


@given(dates_and_words())
@settings(max_examples=400, deadline=None)
def test_no_date_is_lost_or_invented_in_silence(made: tuple[str, list[date]]) -> None:
    phrase, days = made
    deadline = read_deadline(phrase, SCHOOL)
    if deadline.doubts or deadline.kind is DeadlineKind.RECURRING:
        return
    sides = {side for window in deadline.windows for side in (window.start, window.end) if side}
    loose = {day.replace(day=number) for number, word in LOOSE.items() if word in phrase for day in days}
    near = {day + timedelta(step) for day in {*days, *loose} for step in (-1, 0, 1)}  # «после», «до начала»
    assert sides <= near
    assert all(sides & {day + timedelta(step) for step in (-1, 0, 1)} for day in days)


@given(dates_and_words(), st.dates(*PLAN), st.dates(*PLAN))
@settings(max_examples=200, deadline=None)
def test_a_day_outside_the_plan_is_doubted(made: tuple[str, list[date]], one: date, other: date) -> None:
    bounds = Period(min(one, other), max(one, other))
    deadline = read_deadline(made[0], DeadlineContext(period=bounds))
    for window in deadline.windows:
        for side in (window.start, window.end):
            inside = not isinstance(side, date) or (bounds.start or side) <= side <= (bounds.end or side)
            assert inside or deadline.doubts


@given(st.dates(*PLAN), st.text("бвгджзклмнпрстфхцчшщ", min_size=5, max_size=12), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_word_of_no_language_beside_a_date_is_doubted(day: date, word: str, first: bool) -> None:
    phrase = f"{word} {day:%d.%m.%Y}" if first else f"{day:%d.%m.%Y} {word}"
    deadline = read_deadline(phrase, SCHOOL)
    assert deadline.doubts
