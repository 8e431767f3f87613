"""Proofs as archives: named by rows, divided by sections, none larger than Telegram takes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl

from bot.domain.reports import Evidence, Form
from bot.papers.package import CONTENTS, divide, file_names, pack
from tests.papers.big_district import big_record
from tests.papers.records import WORDS

RECORD = big_record(schools=2, rows=30)
BYTES = {"a": b"minutes", "b": b"photo"}


def with_proofs(*files: Evidence):  # type: ignore[no-untyped-def]
    tasks = (
        replace(task, report=replace(task.report, evidence=files)) if task.report else task
        for task in RECORD.tasks
    )
    return replace(RECORD, tasks=tuple(tasks))


def test_one_archive_has_every_file_and_says_what_it_proves() -> None:
    link = Evidence("c", "https://rmk.ru/news", Form.LINK, 0)
    record = with_proofs(
        Evidence("a", "../про:токол.pdf", Form.DOCUMENT, 7),
        Evidence("b", "фото.jpg", Form.PHOTO, 5),
        Evidence("gone", "пропал.pdf", Form.DOCUMENT, 5),
        link,
    )
    (part,) = divide(record, WORDS)
    reported = [task for task in RECORD.tasks if task.report]
    with zipfile.ZipFile(io.BytesIO(pack(part, _read))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        book = openpyxl.load_workbook(io.BytesIO(archive.read(CONTENTS)))
        first = names[0]
        assert archive.read(first) == b"minutes"
    assert len(names) == 2 * len(reported) + 1
    task = reported[0]
    assert first == f"{task.number} {task.responsible} .. про токол.pdf"
    rows = [row for row in book.active.iter_rows(min_row=4, values_only=True) if row[4]]  # type: ignore[union-attr]
    assert [row[4] for row in rows[:4]] == [
        first,
        f"{task.number} {task.responsible} фото.jpg",
        f"нет файла: {task.number} {task.responsible} пропал.pdf",
        link.name,
    ]
    assert len(rows) == 4 * len(reported)


def _read(content_hash: str) -> bytes:
    if content_hash not in BYTES:
        raise FileNotFoundError(content_hash)
    return BYTES[content_hash]


def test_what_is_too_much_for_one_is_divided_by_sections() -> None:
    record = with_proofs(Evidence("a", "скан.pdf", Form.DOCUMENT, 10))
    sizes = [sum(10 for p in part.proofs) for part in divide(record, WORDS, most=150)]
    assert max(sizes) <= 150
    parts = divide(record, WORDS, most=100)
    of_sections = [{proof.section for proof in part.proofs} for part in parts]
    assert [len(sections) for sections in of_sections] == [1] * len(parts)
    assert [(part.number, part.parts) for part in parts] == [
        (n, len(parts)) for n in range(1, len(parts) + 1)
    ]
    alone = divide(record, WORDS, most=10)
    assert sum(len(part.proofs) for part in alone) == len(alone)
    assert divide(with_proofs(), WORDS) == ()


def test_names_are_never_the_same_and_can_be_written_anywhere() -> None:
    record = with_proofs(
        *(Evidence(str(n), name, Form.DOCUMENT, 1) for n, name in enumerate(("а.pdf", "А.PDF", "a" * 300)))
    )
    (part,) = divide(record, WORDS)
    names = file_names(part.proofs)
    assert len({name.casefold() for name in names}) == len(names)
    assert max(len(name) for name in names) <= 130
    assert not [name for name in names if set(name) & set('\\/:*?"<>|')]
