"""Layouts that road maps have in the wild, each with the rows that a careful reader sees in it."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.reading.blocks import Cell, Row
from bot.reading.columns import Role
from bot.reading.plan_json import plan_to_json
from bot.reading.plan_reader import read_plan
from bot.reading.tables import read_tables
from tests.reading.layouts.columns import COLUMNS
from tests.reading.layouts.rows import ROWS
from tests.reading.layouts.school_forms import SCHOOL_FORMS
from tests.reading.plain_tables import HEADER, table
from tests.reading.words import read_words, table_words

LAYOUTS = {**COLUMNS, **ROWS, **SCHOOL_FORMS}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    blocks, rows = LAYOUTS[name]
    extract = read_tables(blocks)
    read = []
    for item in extract.activities:
        parts = (*item.by_year, *item.by_label)
        deadline = item.text(Role.DEADLINE) or ", ".join(f"{part} {text}" for part, text in parts)
        texts = [item.text(role) for role in (Role.NUMBER, Role.TITLE)]
        texts += [deadline, item.text(Role.RESPONSIBLE), item.text(Role.RESULT), item.section]
        read.append(" | ".join(texts).replace("|  ", "| "))
    assert read == rows
    assert table_words(blocks) - read_words(extract) == Counter()


def test_a_word_cut_by_a_page_is_one_word() -> None:
    tail = Row(tuple(map(Cell, ("", "лей и социально-", "", "", ""))), page_start=True)
    more = Row(tuple(map(Cell, ("", "психологических служб", "", "и школ", ""))), page_start=True)
    head = ["1", "Семинар для учите-", "май", "Руководител", "Акт"]
    (item,) = read_tables([table(HEADER, head, tail, more, ["2", "", "", "", ""])]).activities[:1]
    assert item.text(Role.TITLE) == "Семинар для учителей и социально-психологических служб"
    assert item.text(Role.RESPONSIBLE) == "Руководители школ"


def test_parts_of_an_activity_keep_their_parent() -> None:
    rows = [
        "№\tМероприятие\tСрок\tКто",
        "1. Кадры",
        *(f"{n}\tСовет {n}\tмай\tРМК" for n in ("1.8.", "1.8.1", "1.9")),
    ]
    rows += ["2. Ресурсы", "2.8.1\tЗакупка\tмай\tРМК"]
    plan = plan_to_json(read_plan("\n".join(rows).encode(), "план"))
    assert [(item["number"], item["parent"]) for item in plan["activities"]] == [
        ("1.8.", None), ("1.8.1", 0), ("1.9", None), ("2.8.1", None),
    ]  # fmt: skip
