"""Deadlines that are doubted for the plan, the title, the section and the rows around them."""

from __future__ import annotations

import pytest

from tests.reading.doubted import doubts


def test_one_event_on_two_days_is_two_rows() -> None:
    rows = [f"{n}\tЭкскурсия в музей\t{day} мая 2027 г.\tОО\tАкт" for n, day in ((1, 12), (2, 13))]
    again = rows[1].replace("13 мая", "май")
    assert (doubts(*rows), doubts(rows[0], again)) == ([], [("same_title", 1)])


def _days(*days: str) -> list[str]:
    return [f"{n}\tБеседа {n} части\t{day}.2027\tОО\tАкт" for n, day in enumerate(days, 1)]


@pytest.mark.parametrize(
    ("days", "odd"),
    [
        (("19.05", "19.05", "20.04", "21.05", "21.05", "21.05", "19.05"), 2),  # another month than all others
        (("01.02", "15.02", "10.06", "12.03", "19.03", "14.04", "12.05"), 2),  # the rest is sorted
        (("01.02", "15.02", "12.03", "10.03", "19.03", "14.04", "12.05"), None),  # not far
        (("12.05", "14.04", "01.02", "10.06", "19.03", "15.02", "12.03"), None),  # nothing is sorted
        (("19.05", "20.04", "21.05"), None),  # too few
    ],
)
def test_a_day_far_from_its_place_is_doubted(days: tuple[str, ...], odd: int | None) -> None:
    assert doubts(*_days(*days)) == ([] if odd is None else [("out_of_order", odd)])


def test_a_day_of_another_month_than_its_section_names_is_doubted() -> None:
    rows = ("МАЙ 2027\t\t\t\t", *_days("12.05", "04.06"), "3\tСовет\tмай - июнь\tОО\tАкт")
    assert doubts(*rows) == [("other_month", 1)]


def test_a_year_taken_from_other_rows_is_doubted() -> None:
    row = "2\tСовет\tянварь-март\tОО\tПротокол"
    named = "1\tСеминар\tВ течение 2026-2027 учебного года\tРМК\tПриказ"
    assert doubts(named, row, title="План") == [("no_period", None), ("year_assumed", 1)]


@pytest.mark.parametrize("phrase", ["июнь, январь", "в течение учебного года", "до 15 марта"])
def test_a_year_that_nothing_tells_is_asked_for(phrase: str) -> None:
    found = doubts(f"1\tСовет\t{phrase}\tОО\tПротокол", title="План")
    assert found == [("no_period", None), ("year_unknown", 0)]


def test_a_forgotten_turn_of_the_year_is_doubted_in_a_plan_without_a_year() -> None:
    months = ("сентябрь 2026 г.", "октябрь 2026 г.", "февраль 2026 г.", "март 2027 г.")
    rows = [f"{n}\tСовет {n} уровня\t{month}\tОО\tПриказ" for n, month in enumerate(months, 1)]
    assert doubts(*rows, title="План") == [("year_slip", 2)]
