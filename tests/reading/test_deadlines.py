"""What deadline phrases mean: a table of language, its laws as properties, and the real documents."""

from __future__ import annotations

import tracemalloc
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.deadlines import Deadline, DeadlineKind, Window, deadline_from_json, deadline_to_json
from bot.domain.plan import Period
from bot.domain.recurrence import occurrences
from bot.domain.school_year import SchoolYear, parse_year
from bot.reading.deadlines import DeadlineContext, merge_deadlines, read_deadline
from bot.reading.plan_reader import read_plan

TABLE = Path(__file__).with_name("deadline_phrases.txt")
ROADMAPS = sorted((Path(__file__).parents[2] / "../shared/roadmaps").glob("*.txt"))
SCHOOL = DeadlineContext(year=SchoolYear(2021))


def summary(deadline: Deadline) -> str:
    """Kind, windows, rule and doubts in a line."""

    def span(window: Window) -> str:
        days = (
            str(window.start) if window.start == window.end else f"{window.start or ''}..{window.end or ''}"
        )
        return days + (f" «{window.label}»" if window.label else "")

    rule = [deadline.rule] if deadline.rule else []
    doubts = [f"!{code}" for code in deadline.doubts]
    return " ".join([deadline.kind.value, *map(span, deadline.windows), *rule, *doubts])


def context_of(header: str) -> DeadlineContext:
    match header.split():
        case ["-"]:
            return DeadlineContext()
        case ["month", month]:
            return DeadlineContext(section_month=(int(month[:4]), int(month[5:])))
        case ["column", year]:
            return DeadlineContext(column_year=int(year))
        case _:
            return DeadlineContext(year=parse_year(header))


def table() -> list[tuple[DeadlineContext, str, str]]:
    rows, context = [], DeadlineContext()
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            context = context_of(line[1:-1])
        elif line and not line.startswith("#"):
            phrase, _, meaning = line.rpartition(" = ")
            rows.append((context, phrase.replace("\\n", "\n"), meaning))
    return rows


@pytest.mark.parametrize(("context", "phrase", "meaning"), table())
def test_a_phrase_means_this(context: DeadlineContext, phrase: str, meaning: str) -> None:
    deadline = read_deadline(phrase, context)
    assert summary(deadline) == meaning
    assert deadline_from_json(deadline_to_json(deadline)) == deadline


def test_every_rule_of_the_table_has_occurrences() -> None:
    rules = {deadline.rule for c, phrase, _ in table() if (deadline := read_deadline(phrase, c)).rule}
    assert all(occurrences(rule, date(2021, 9, 1), date(2024, 8, 31)) for rule in rules if rule)


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
    nested = any(before != after and _within(after, before) for before, after in pairwise(windows))
    assert deadline.doubts == (("one_within_another",) if nested else ())


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


MERGED = [
    (["август"] * 3, "periods 2021-08-01..2021-08-31 2022-08-01..2022-08-31 2023-08-01..2023-08-31"),
    (["октябрь", "-", ""], "period 2021-10-01..2021-10-31"),
    (["ежемесячно"] * 3, "recurring FREQ=MONTHLY"),
    (
        ["ежемесячно", "ежемесячно", "-"],
        "recurring 2021-01-01..2021-12-31 2022-01-01..2022-12-31 FREQ=MONTHLY",
    ),
    (["постоянно"] * 3, "continuous"),
    (["по заявке"] * 3, "unscheduled"),
    (
        ["2021", "2022", "2023"],
        "periods 2021-01-01..2021-12-31 2022-01-01..2022-12-31 2023-01-01..2023-12-31",
    ),
    (
        ["август", "постоянно", "-"],
        "periods 2021-08-01..2021-08-31 2022-01-01..2022-12-31 «постоянно» !mixed_years",
    ),
    (["до 15.09", "", "март"], "periods ..2021-09-15 2023-03-01..2023-03-31 !mixed_years"),
    (["-", "", "–"], "unknown !no_deadline"),
]


@pytest.mark.parametrize(("cells", "meaning"), MERGED)
def test_year_columns_become_one_deadline(cells: list[str], meaning: str) -> None:
    assert summary(merge_deadlines(list(zip((2021, 2022, 2023), cells, strict=True)))) == meaning


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("весь период", "continuous 2021-06-01..2023-05-31"),
        ("постоянно", "continuous"),
        ("июнь 2021", "period 2021-06-01..2021-06-30"),
        ("март 2021 – май 2021", "period 2021-03-01..2021-05-31 !outside_plan"),
        ("до 1 июня 2023", "by ..2023-06-01 !outside_plan"),
    ],
)
def test_the_plan_has_bounds(phrase: str, meaning: str) -> None:
    context = DeadlineContext(period=Period(date(2021, 6, 1), date(2023, 5, 31)))
    assert summary(read_deadline(phrase, context)) == meaning


def test_a_word_as_long_as_a_message_costs_nothing() -> None:
    """Slips of the pen are looked for only in what is about as long as a word."""
    tracemalloc.start()
    assert read_deadline("я" * 4096, SCHOOL).kind is DeadlineKind.UNKNOWN
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


# By hand: how many different phrases of each kind a real road map holds.
REAL = {
    "000": {"period": 15, "periods": 7, "unscheduled": 1},
    "001": {"by": 1, "recurring": 3, "period": 7, "continuous": 2},
    "002": {"periods": 10, "unscheduled": 9, "recurring": 1, "continuous": 3, "period": 13, "unknown": 1},
    "003": {"by": 4, "period": 24, "periods": 6, "date": 5, "recurring": 1, "unscheduled": 2},
    "004": {"period": 9, "unscheduled": 2, "date": 1, "by": 3, "periods": 2, "recurring": 1},
}


@pytest.mark.skipif(not ROADMAPS, reason="NO REAL ROAD MAPS beside the checkout: nothing is proved")
@pytest.mark.parametrize("path", ROADMAPS, ids=lambda path: path.name[:3])
def test_real_deadlines_are_of_these_kinds(path: Path) -> None:
    activities = read_plan(path.read_bytes(), path.name).activities
    kinds = {" ".join(a.deadline.phrase.lower().split()): a.deadline.kind.value for a in activities}
    assert Counter(kinds.values()) == REAL[path.name[:3]]
