"""What an agenda proposes, and what a typed decision means."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.errors import DomainError
from bot.domain.meetings import Decision, Question, propose_agenda, read_decision
from bot.domain.tasks import TaskState
from tests.domain.some_task import some_task

NOW = datetime(2026, 10, 1, tzinfo=UTC)


def test_the_rows_with_most_to_speak_of_come_first() -> None:
    fine, late = some_task(), some_task(end=date(2026, 9, 10))
    one = replace(late, position=1, number="1", title="Раз")
    two = replace(late, position=2, number="2", title="Два")
    returned = replace(two, state=TaskState.RETURNED, due_at=None)
    agenda = propose_agenda([fine, one, returned, two], NOW)
    assert agenda == (Question("2", "Два", 1, 1), Question("1", "Раз", 1, 0))


@pytest.mark.parametrize("raw", ["Сверка; до 15 декабря; РМК", "Сверка\n\n до 15 декабря \nРМК"])
def test_three_parts_are_a_decision(raw: str) -> None:
    assert read_decision(raw) == Decision("Сверка", "до 15 декабря", "РМК")


@pytest.mark.parametrize("raw", ["", "Сверка", "Сверка; РМК", "а; б; в; г", f"{'а' * 401}; б; в"])
def test_anything_else_is_none(raw: str) -> None:
    with pytest.raises(DomainError):
        read_decision(raw)
