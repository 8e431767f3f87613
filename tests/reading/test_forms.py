"""One plan in every format is one plan; the real road maps too, whose other forms are made here and now."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from bot.reading.blocks import Block
from bot.reading.documents import read_document
from bot.reading.plan_reader import read_plan
from tests.reading.forms import FORMS
from tests.reading.pdf_writer import as_pdf
from tests.reading.sample_documents import SAMPLE
from tests.reading.test_roadmaps import FILES

PLANS = {"sample": SAMPLE, **FILES}


def facts(data: bytes) -> dict[str, Any]:
    plan = read_plan(data, "план")
    return {
        "activities": [
            (a.number, a.title, a.section, a.problem, a.result, a.parties, a.deadline)
            for a in plan.activities
        ],
        "sections": plan.sections,
        "title": plan.title,
        "unread": sorted(plan.unread),
    }


@cache
def written(name: str) -> tuple[list[Block], dict[str, Any]]:
    data = PLANS[name].read_bytes()
    return read_document(data), facts(data)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PLANS)
def test_one_plan_in_every_form_is_one_plan(name: str, form: str) -> None:
    blocks, expected = written(name)
    assert facts(FORMS[form](blocks)) == expected


@pytest.mark.parametrize("name", [name for name in PLANS if name in ("sample", "000")])
def test_pages_with_rows_cut_hold_the_same_plan(name: str) -> None:
    blocks, expected = written(name)
    assert facts(as_pdf(blocks, cut_rows=True)) == expected
