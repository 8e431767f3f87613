from __future__ import annotations

from datetime import date

from bot.domain.progress import Status
from bot.domain.terms import ActivityTerms, MonthCount, TaskTerm, Term, activity_terms, month_counts, period

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
YEAR = (date(2026, 12, 10), date(2027, 1, 31))


def task(
    activity: int, window: tuple[date, date] | None, status: Status, done: date | None = None
) -> TaskTerm:
    return TaskTerm(activity, f"{activity}", "Семинар", window, status, done)


TASKS = [
    task(1, YEAR, Status.PLANNED),
    task(1, SEPTEMBER, Status.DONE, date(2026, 10, 2)),
    task(1, SEPTEMBER, Status.OVERDUE),
    task(2, None, Status.WAITING),
    task(3, SEPTEMBER, Status.PARTLY, date(2026, 9, 3)),
]


def test_an_activity_has_a_term_for_each_window_and_the_most_urgent_status() -> None:
    found = activity_terms(TASKS)
    assert found == (
        ActivityTerms(
            "1", "Семинар", (Term(*SEPTEMBER, Status.OVERDUE, 1, 2), Term(*YEAR, Status.PLANNED, 0, 1))
        ),
        ActivityTerms("2", "Семинар", ()),
        ActivityTerms("3", "Семинар", (Term(*SEPTEMBER, Status.PARTLY, 0, 1),)),
    )
    assert period(found) == (date(2026, 9, 1), date(2027, 1, 31))
    assert period(found[1:2]) is None


def test_months_sum_up_what_ended_and_what_was_done_until_today() -> None:
    assert month_counts(TASKS, date(2026, 11, 1)) == (
        MonthCount(date(2026, 9, 1), 3, 0),
        MonthCount(date(2026, 10, 1), 3, 1),
        MonthCount(date(2026, 11, 1), 3, 1),
        MonthCount(date(2026, 12, 1), 3, None),
        MonthCount(date(2027, 1, 1), 4, None),
    )
    assert month_counts(TASKS[3:4], date(2026, 11, 1)) == ()
