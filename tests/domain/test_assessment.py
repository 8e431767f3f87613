"""Problem subjects, half of the year by half."""

from __future__ import annotations

from datetime import date

from bot.domain.assessment import Half, Mastery, Score, compare, means_by_subject, medians


def test_halves_follow_one_another() -> None:
    days = (date(2026, 9, 1), date(2026, 12, 31), date(2027, 1, 1), date(2027, 8, 31))
    assert [Half.of(day) for day in days] == [Half(2026, 1), Half(2026, 1), Half(2026, 2), Half(2026, 2)]
    assert (Half(2026, 1).before, Half(2026, 2).before) == (Half(2025, 2), Half(2026, 1))
    assert (Half(2026, 1).after, Half(2026, 2).after) == (Half(2026, 2), Half(2027, 1))


def test_classes_are_compared_with_themselves() -> None:
    now = [Score("10А", "Физика", 61), Score("7А", "История", 56), Score("7А", "История", 59)]
    before = [Score("7А", "История", 64), Score("9Б", "Химия", 50)]
    assert compare(now, before, new_year=False) == (
        Mastery("7А", "История", 64, 57),
        Mastery("9Б", "Химия", 50, None),
        Mastery("10А", "Физика", None, 61),
    )


def test_over_the_summer_a_class_becomes_the_next_one() -> None:
    before = [Score("7А", "Алгебра", 55), Score("11А", "Физика", 40)]
    assert compare([Score("8А", "Алгебра", 62)], before, new_year=True) == (Mastery("8А", "Алгебра", 55, 62),)


def test_a_median_needs_three_schools() -> None:
    schools = [{"Алгебра": 50}, {"Алгебра": 70, "Физика": 40}, {"Алгебра": 61, "Физика": 60}]
    assert medians(schools) == {"Алгебра": 61}
    assert means_by_subject([Score("7А", "Алгебра", 59), Score("8А", "Алгебра", 60)]) == {"Алгебра": 59}
