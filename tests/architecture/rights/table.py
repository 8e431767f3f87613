"""Who may do what to whose object, written by hand from the domain's words, not from ``RIGHTS``.

How to read a row: ``row``.
"""

from __future__ import annotations

from tests.architecture.rights.row import Row
from tests.architecture.rights.rows import (
    binding,
    coming_in,
    decisions,
    draft,
    figures,
    hours,
    meetings,
    papers,
    people,
    plan,
    profile,
    reports,
    support,
    surveys,
    tasks,
)

ROWS: tuple[Row, ...] = (
    *coming_in.ROWS,
    *people.ROWS,
    *draft.ROWS,
    *binding.ROWS,
    *plan.ROWS,
    *papers.ROWS,
    *tasks.ROWS,
    *hours.ROWS,
    *reports.ROWS,
    *decisions.ROWS,
    *figures.ROWS,
    *support.ROWS,
    *meetings.ROWS,
    *surveys.ROWS,
    *profile.ROWS,
)
