"""The same plan from a child process, and a child that may not run away."""

from __future__ import annotations

import pytest

from bot.reading import child
from bot.reading.child import read_plan_in_child
from bot.reading.documents import MAX_BYTES, UnreadableDocument
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import SAMPLE, SAMPLE_DOCX


async def why(data: bytes, **limits: float) -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        await read_plan_in_child(data, "план.docx", **limits)
    return refusal.value.key


async def test_a_child_reads_the_same_plan() -> None:
    for path in (SAMPLE, SAMPLE_DOCX):
        data = path.read_bytes()
        assert await read_plan_in_child(data, path.name) == read_plan(data, path.name)


async def test_a_name_is_only_a_name() -> None:
    data = "№\tМероприятие\tСрок\n1\tСеминар\tмай 2027\n".encode()
    plan = await read_plan_in_child(data, "--help \n$(id) \ud800.txt")
    assert plan.title == "--help \n$(id) \ud800"


async def test_a_reason_comes_back_from_the_child() -> None:
    assert await why(b"\x89PNG") == "error-document-type"
    assert await why(b"x" * (MAX_BYTES + 1)) == "error-document-too-large"


async def test_a_child_out_of_time_is_killed() -> None:
    assert await why(SAMPLE.read_bytes(), wall_seconds=0.001) == "error-document-too-heavy"


async def test_a_child_out_of_memory_answers_that_it_is_too_heavy() -> None:
    heavy = "№\tМероприятие\tСрок\n" + "1\tа\tмай\n" * 700_000
    assert await why(heavy.encode()) == "error-document-too-heavy"


def test_an_answer_cut_short_is_too_heavy() -> None:
    for code, answer in ((0, b'{"title": "'), (0, b"{}"), (-9, b""), (3, b"["), (1, b"Traceback")):
        with pytest.raises(UnreadableDocument) as refusal:
            child._plan(code, answer)
        assert refusal.value.key == "error-document-too-heavy"
