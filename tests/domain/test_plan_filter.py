"""A filter goes into a button and comes back as it was."""

from __future__ import annotations

import re

import pytest

from bot.domain.plan_filter import Condition, Facet, PlanFilter

FULL = PlanFilter(12, (2026, 10), 3, 4, Condition.OVERDUE)


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (PlanFilter(), "-"),
        (PlanFilter(month=(2027, 1)), "m202701"),
        (PlanFilter(school=3, condition=Condition.WAITING), "h3cwaiting"),
        (FULL, "s12m202610h3p4coverdue"),
    ],
)
def test_a_filter_and_its_code(chosen: PlanFilter, code: str) -> None:
    assert (chosen.code(), PlanFilter.read(code)) == (code, chosen)


@pytest.mark.parametrize("code", ["", "s", "m202613", "cwithdrawn", "h3s12", "s1;DROP", "-s1"])
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(code)}$|is not a valid"):
        PlanFilter.read(code)


def test_choices_are_added_changed_and_dropped() -> None:
    assert FULL.without(Facet.MONTH).having(Facet.SCHOOL, "7").code() == "s12h7p4coverdue"
    assert [FULL.without(Facet.PARTY).has(facet) for facet in Facet] == [True, True, True, False, True]


def test_the_longest_filter_fits_a_button() -> None:
    longest = PlanFilter(99_999, (2026, 12), 99_999, 99_999, Condition.CONFIRMED)
    assert len(f"filter-by:99999:c:{longest.code()}:999") <= 64
