"""Rows found again in a corrected document, and what is said of the differences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.corrections import Aspect, Change, ChangeKind, change_from_json, change_to_json, diff
from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.domain.matching import Row, match

TITLES = (
    "Диагностика профессиональных дефицитов учителей",
    "Семинар для заместителей директоров по управлению качеством",
    "Мониторинг результатов обучающихся 9 классов",
    "Консультации для родителей обучающихся с рисками",
    "Подготовка аналитической справки по итогам года",
)


def by(day: int, month: int = 10) -> Deadline:
    return Deadline(f"до {day:02}.{month:02}.2026", DeadlineKind.BY, (Window(None, date(2026, month, day)),))


def plan(*titles: str) -> list[Row]:
    return [
        Row(i, f"1.{i}", title, "Раздел", "", "Справка", "ОО", by(1 + (8 + i) % 28), "memo")
        for i, title in enumerate(titles, start=1)
    ]


def renamed(rows: list[Row]) -> list[Row]:
    """The same rows as of another document: ids of their own."""
    return [replace(row, id=row.id + 100) for row in rows]


OLD = plan(*TITLES)


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("renumbered", lambda rows: [replace(row, number=f"2.{9 - row.id % 100}") for row in rows]),
        ("moved", lambda rows: [rows[3], rows[0], rows[4], rows[1], rows[2]]),
        ("dates", lambda rows: [replace(row, deadline=by(1, 12)) for row in rows]),
        ("section", lambda rows: [replace(row, section="Новый раздел", number="") for row in rows]),
        ("endings", lambda rows: [replace(row, title=row.title.upper() + ".") for row in rows]),
        (
            "retitled",
            lambda rows: [replace(row, title="Районная " + row.title.lower() + " (онлайн)") for row in rows],
        ),
        (
            "numbers swapped",
            lambda rows: [
                replace(rows[0], number="1.2"),
                replace(rows[1], number="1.1"),
                *rows[2:],
            ],
        ),
    ],
)
def test_a_row_is_found_again(words: str, changed: object) -> None:
    assert callable(changed)
    new = changed(renamed(OLD))
    assert match(OLD, new) == {row.id: row.id - 100 for row in new}, words


def test_another_thing_under_an_old_number_is_a_new_row() -> None:
    new = renamed(OLD)
    new[1] = replace(new[1], title="Закупка учебников")
    assert match(OLD, new) == {row.id: row.id - 100 for row in new if row is not new[1]}


def test_rows_of_one_title_are_told_apart_by_what_stands_beside_it() -> None:
    twins = [replace(row, title="Совещание") for row in plan("", "", "")]
    new = renamed(twins)
    moved = [new[2], new[0], new[1]]
    assert match(twins, moved) == {103: 3, 101: 1, 102: 2}
    bare = [replace(row, number="", deadline=by(1)) for row in twins]
    assert match(bare, renamed(bare)) == {101: 1, 102: 2, 103: 3}  # the nearest, where nothing else tells


def continued(rows: list[Row]) -> list[Row]:
    return [replace(row, id=row.id + 100, origin_id=row.id) for row in rows]


def test_nothing_is_different_about_a_copy() -> None:
    assert diff(OLD, continued(OLD)) == ()
    broken = [replace(row, title=row.title.replace(" ", "\n ")) for row in continued(OLD)]
    assert diff(OLD, broken) == ()  # a document's line breaks say nothing


def test_every_kind_of_change_is_told() -> None:
    new = continued(OLD)
    later = replace(new[0], deadline=by(30), number="1.0")
    fresh = Row(200, "1.9", "Новое дело", "Раздел", "", "", "ОО", by(1), "none")
    found = diff(OLD, [later, fresh, new[4], new[1], new[3]])
    assert found == (
        Change(
            ChangeKind.CHANGED,
            1,
            101,
            "1.0",
            TITLES[0],
            (
                *(d for d in found[0].differences if d.aspect is Aspect.NUMBER),
                *(d for d in found[0].differences if d.aspect is Aspect.DEADLINE),
            ),
        ),
        Change(ChangeKind.NEW, None, 200, "1.9", "Новое дело"),
        Change(ChangeKind.MOVED, 5, 105, "1.5", TITLES[4], found[2].differences),
        Change(ChangeKind.REMOVED, 3, None, "1.3", TITLES[2]),
    )
    sides = [(d.aspect, d.before, d.after) for d in found[0].differences]
    assert sides == [(Aspect.NUMBER, "1.1", "1.0"), (Aspect.DEADLINE, by(10), by(30))]
    assert [(d.aspect, d.before, d.after) for d in found[2].differences] == [
        (Aspect.PLACE, TITLES[3], "Новое дело")
    ]
    assert [change_from_json(change_to_json(change)) for change in found] == list(found)


def test_of_two_rows_with_one_origin_the_second_is_new() -> None:
    new = continued(OLD)
    half = replace(new[0], id=300, title="Вторая половина")
    assert [(c.kind, c.key) for c in diff(OLD, [new[0], half, *new[1:]])] == [(ChangeKind.NEW, "n300")]


def test_a_plan_of_thousands_of_rows_is_matched_by_its_titles() -> None:
    many = plan(*(f"Мероприятие номер {i} школы" for i in range(3000)))
    assert match(many, renamed(many)) == {row.id + 100: row.id for row in many}
