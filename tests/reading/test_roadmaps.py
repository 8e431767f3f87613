"""The five first customers, held against a hand count. Nothing of them is copied here, only facts."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bot.domain.plan import DraftActivity, DraftPlan, PartyKind
from bot.reading.documents import read_document
from bot.reading.plan_reader import read_plan
from bot.reading.tables import read_tables
from tests.reading.words import read_words, table_words

ROADMAPS = Path(__file__).parents[2] / "../shared/roadmaps"
FILES = {path.name[:3]: path for path in sorted(ROADMAPS.glob("*.txt"))}
pytestmark = pytest.mark.skipif(
    not FILES, reason=f"NO REAL ROAD MAPS: {ROADMAPS} is missing, nothing is proved"
)

# By hand: activities in each section in turn; "" is what stands before the first section's title.
SECTIONS = {
    "000": [12, 19, 22],
    "001": [3, 8, 3, 6, 6, 5],
    "002": [4, 4, 3, 6, 6, 3, 5, 7, 7, 7],
    "003": [23, 18, 9, 1],
    "004": [3, 12, 5, 6, 3],
}
# Which rows were cut in two by a page: index of the activity -> rows it stands in.
CUT = {"000": {14: 2, 32: 2, 49: 2}, "001": {18: 2}, "002": {}, "003": {}, "004": {16: 2, 26: 2}}
# Activities without a field, by index: what the documents leave out.
WITHOUT_RESULT = {"001": {12, 16}, "002": set(), "003": {7, 23, 30, 50}, "004": {17, 18, 21}}
WITHOUT_DEADLINE = {"000": set(), "001": set(), "002": {25}, "003": set(), "004": set()}
DOUBTED: dict[str, set[tuple[str, int | None]]] = {
    "000": {("text_cut", 6), ("duplicate_number", 20), ("duplicate_number", 21), ("rows_joined", 49)},
    "001": {("text_cut", 18), *(("duplicate_number", i) for i in range(26, 31))},
    "002": set(),
    "003": {
        ("missing_number", 0),
        ("missing_number", 1),
        ("no_title", 1),
        ("header_lost", None),
        ("torn_row", None),
        ("text_cut", 45),
    },
    "004": {
        ("false_number", 16),
        ("false_number", 26),
        ("cell_slid", 8),
        ("cell_slid", 12),
        ("cell_slid", 14),
        ("text_cut", 5),
        ("no_title", 19),
        *(("duplicate_number", i) for i in (26, 27, 28)),
        *(("wrong_word", i) for i in (6, 7, 8, 9, 11, 16, 20, 21, 22, 23)),
    },
}  # fmt: skip
ROW_CODES = {"duplicate_number", "missing_number", "no_title", "header_lost", "torn_row", "false_number",
             "cell_slid", "text_cut", "wrong_word", "rows_joined"}  # fmt: skip
KINDS = {
    "000": {"organisation": 49, "schools": 26, "role": 3},
    "001": {"organisation": 33, "schools": 8},
    "002": {"organisation": 52, "schools": 27},
    "003": {"organisation": 35, "role": 28, "schools": 13, "school": 11},
    "004": {"organisation": 31, "schools": 4, "role": 6, "unknown": 8},
}


def _words(phrase: str) -> str:
    """A phrase made of year columns names the years itself: «2021: -; 2022: -»."""
    return re.sub(r"20\d\d: ", "", phrase)


@cache
def plan_of(name: str) -> DraftPlan:
    return read_plan(FILES[name].read_bytes(), FILES[name].name)


@pytest.mark.parametrize("name", FILES)
def test_every_activity_stands_in_its_section(name: str) -> None:
    plan = plan_of(name)
    counted = Counter((item.source.table, item.section) for item in plan.activities)
    by_section = Counter(item.section for item in plan.activities)
    order = list(dict.fromkeys(item.section for item in plan.activities))
    assert [by_section[section] for section in order] == SECTIONS[name]
    assert order == (list(plan.sections) if name not in ("000", "003") else ["", *plan.sections])
    assert sum(counted.values()) == sum(SECTIONS[name])


@pytest.mark.parametrize("name", FILES)
def test_rows_cut_by_a_page_are_whole_again(name: str) -> None:
    items = plan_of(name).activities
    assert {i: len(a.source.rows) for i, a in enumerate(items) if len(a.source.rows) > 1} == CUT[name]


@pytest.mark.parametrize("name", FILES)
def test_fields_are_empty_only_where_the_document_is(name: str) -> None:
    items = plan_of(name).activities
    assert {
        i for i, a in enumerate(items) if not any(c.isalnum() for c in _words(a.deadline.phrase))
    } == WITHOUT_DEADLINE[name]
    if name != "000":  # it has no column of results
        assert {i for i, a in enumerate(items) if not a.result} == WITHOUT_RESULT[name]
    assert [a for a in items if not a.responsible_text] == []
    assert {i for i, a in enumerate(items) if not a.number} == {"002": set(range(52)), "003": {0, 1}}.get(
        name, set()
    )


@pytest.mark.parametrize("name", FILES)
def test_each_field_holds_its_own_cell(name: str) -> None:
    def odd(item: DraftActivity) -> bool:
        return (
            len(item.deadline.phrase) > 200
            or len(item.responsible_text) > 220
            or any(len(party.text) > 90 for party in item.parties)
            or (len(item.title) < 15 and item.number not in ("", "3.8"))
        )

    assert [item.source for item in plan_of(name).activities if odd(item)] == []


@pytest.mark.parametrize("name", FILES)
def test_defects_are_doubted(name: str) -> None:
    doubts = {(d.code, d.activity) for d in plan_of(name).doubts if d.code in ROW_CODES}
    assert doubts == DOUBTED[name]


@pytest.mark.parametrize("name", FILES)
def test_parties_have_their_kinds(name: str) -> None:
    kinds = Counter(party.kind.value for item in plan_of(name).activities for party in item.parties)
    assert dict(kinds) == KINDS[name]
    unknown = {p.text for i in plan_of(name).activities for p in i.parties if p.kind is PartyKind.UNKNOWN}
    assert unknown <= {"Общественные организации"}


@pytest.mark.parametrize("name", FILES)
def test_every_word_of_every_table_is_kept(name: str) -> None:
    blocks = read_document(FILES[name].read_bytes())
    assert table_words(blocks) - read_words(read_tables(blocks)) == Counter()


@pytest.mark.parametrize("name", FILES)
def test_only_known_scraps_are_unread(name: str) -> None:
    assert [len(text.split()) for text in plan_of(name).unread] == {"003": [5, 2], "004": [1, 3, 1]}.get(
        name, []
    )


def test_titles_and_periods() -> None:
    facts = {name: (plan_of(name).title.split()[0].lower(), plan_of(name).period) for name in FILES}
    years = {name: (p.start and p.start.year, p.end and p.end.year) for name, (_, p) in facts.items()}
    assert years == {
        "000": (None, None),
        "001": (None, None),
        "002": (2021, 2023),
        "003": (2021, 2022),
        "004": (2024, 2024),
    }
    assert {name: word for name, (word, _) in facts.items()} == {
        "000": "план", "001": "план", "002": "структура", "003": "план", "004": "план",
    }  # fmt: skip


def test_what_was_read_stays_as_it_was_checked_by_hand() -> None:
    """A digest of all fields of all rows, compared by eye with the documents when it was recorded."""
    fields = [
        (a.number, a.title, a.section, a.problem, a.responsible_text, a.result)
        for name in FILES
        for a in plan_of(name).activities
    ]
    assert hashlib.sha256(repr(fields).encode()).hexdigest()[:16] == "c414b04bbb309707"
