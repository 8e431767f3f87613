"""Files for other programs: Excel opens the CSV, a machine the JSON, a calendar program the ICS."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

from bot.domain.calendar import Calendar, CalendarEntry
from bot.domain.tasks import TaskState
from bot.papers.calendar import calendar_file
from bot.papers.data import csv_file, json_file
from tests.papers.big_district import big_record

RECORD = big_record(schools=2, rows=10)
HEADERS = [f"столбец {n}" for n in range(11)]
STATES = {state: state.value for state in TaskState}
DOCUMENTED = Path(__file__).parents[2] / "docs/plan-json.md"


def rows_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")  # without it Excel takes the letters for others
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_has_a_line_a_task() -> None:
    header, *lines = rows_of(csv_file(RECORD, HEADERS, STATES, "координатор"))
    assert header == HEADERS
    assert len(lines) == len(RECORD.tasks)
    first, task = lines[0], RECORD.tasks[0]
    assert first[:6] == ["№ 1.", task.title, "", "01.09.2026–15.10.2026", task.responsible, task.state.value]
    assert {len(line) for line in lines} == {11}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_of_the_csv_is_a_formula(start: str) -> None:
    words = f'{start}HYPERLINK("http://x";"y")\nвторая "строка"'
    hostile = replace(RECORD, tasks=(replace(RECORD.tasks[0], title=words, label=words, responsible=words),))
    _, line = rows_of(csv_file(hostile, HEADERS, STATES, ""))
    assert [line[place] for place in (1, 2, 4)] == [f"'{words}"] * 3


def test_json_says_what_its_description_promises() -> None:
    document = json.loads(json_file(RECORD))
    assert document["format"] == "vekhi-plan/1"
    named: set[str] = set(re.findall(r"`(\w+)`", DOCUMENTED.read_text(encoding="utf-8")))
    assert _keys(document) - named - {"start", "end", "rows", "tasks", "sections"} == set()
    rows = [row for section in document["sections"] for row in section["rows"]]
    assert [row["position"] for row in rows] == list(range(1, 11))
    assert sum(len(row["tasks"]) for row in rows) == len(RECORD.tasks)


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in _keys(inner)}
    return {key for inner in value for key in _keys(inner)} if isinstance(value, list) else set()


ENTRY = CalendarEntry(
    task_id=17,
    sequence=2,
    changed_at=datetime(2026, 9, 5, 8, tzinfo=UTC),
    number="1.2",
    title="Семинар; «запятые, и \\ черта»\nBEGIN:VEVENT",
    label="1 мониторинг",
    result="Справка",
    responsible="МБОУ «Лесная СОШ»",
    window_start=date(2026, 9, 1),
    last_day=date(2026, 10, 15),
    done=False,
    withdrawn=False,
)


def test_a_calendar_has_whole_days_under_names_that_stay() -> None:
    gone = replace(ENTRY, task_id=18, done=True, withdrawn=True)
    data = calendar_file(Calendar("Пётр Седов", (ENTRY, gone)), "vekhi_bot")
    first, second = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert first.decoded("dtstart") == date(2026, 10, 15)
    assert first.decoded("dtend") == date(2026, 10, 16)
    assert (str(first["uid"]), first["sequence"]) == ("task-17@vekhi_bot", 2)
    assert str(first["summary"]) == f"1.2 {ENTRY.title}"
    assert str(second["summary"]).startswith("Сделано: 1.2 ")
    assert [str(event["status"]) for event in (first, second)] == ["CONFIRMED", "CANCELLED"]
    assert data == calendar_file(Calendar("Пётр Седов", (ENTRY, gone)), "vekhi_bot")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
