"""The proofs of a plan as ZIP archives with a table of contents, named by the rows that they prove."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from bot.domain.local_time import local_day
from bot.domain.record import PlanRecord, RecordRow, TaskDone
from bot.domain.reports import Evidence, Form
from bot.papers.official import OfficialWords, who
from bot.papers.sheet import Column, Sheet, workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

MOST_BYTES = 45 * 2**20  # of the files of one archive; Telegram takes 50 MB from a bot
CONTENTS = "Оглавление.xlsx"
_LONGEST_NAME = 100  # characters, so that any system can unpack it
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Proof:
    """One file of an archive, or a link, which stands in the table of contents only."""

    number: str  # of the row
    title: str
    section: str
    responsible: str
    reported_on: date
    file: Evidence

    @property
    def is_link(self) -> bool:
        return self.file.kind == Form.LINK


@dataclass(frozen=True, slots=True)
class PackagePart:
    title: str  # the plan's
    made_at: datetime
    number: int  # from 1
    parts: int
    proofs: tuple[Proof, ...]


def divide(record: PlanRecord, words: OfficialWords, most: int = MOST_BYTES) -> tuple[PackagePart, ...]:
    """Archives of whole sections, as few as hold them; a section too large for one is divided itself."""
    shelves: list[list[Proof]] = [[]]
    room = most
    for _, of_section in groupby(_proofs(record, words), key=lambda proof: proof.section):
        section = list(of_section)
        if shelves[-1] and sum(proof.file.size for proof in section) > room:
            shelves.append([])
            room = most
        for proof in section:
            if shelves[-1] and proof.file.size > room:
                shelves.append([])
                room = most
            shelves[-1].append(proof)
            room -= proof.file.size
    filled = [tuple(shelf) for shelf in shelves if shelf]
    return tuple(
        PackagePart(record.title, record.now, number, len(filled), shelf)
        for number, shelf in enumerate(filled, start=1)
    )


def _proofs(record: PlanRecord, words: OfficialWords) -> Iterator[Proof]:
    for section in record.sections:
        for row in section.rows:
            for task in record.tasks_of.get(row.activity_id, ()):
                yield from _of_task(task, row, section.title, record.zone, words)


def _of_task(
    task: TaskDone, row: RecordRow, section: str, zone: str, words: OfficialWords
) -> Iterator[Proof]:
    if task.report:
        day = local_day(task.report.sent_at, zone)
        for file in task.report.evidence:
            yield Proof(row.reference, row.title, section, who(task, words), day, file)


def pack(part: PackagePart, read: Read) -> bytes:
    """The archive; a file whose bytes are gone is named in the table of contents as missing."""
    out = io.BytesIO()
    names = file_names(part.proofs)
    told: list[str] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for proof, name in zip(part.proofs, names, strict=True):
            told.append(_put(archive, proof, name, read, part.made_at))
        archive.writestr(_entry(CONTENTS, part.made_at), _contents(part, told))
    return out.getvalue()


def file_names(proofs: Sequence[Proof]) -> list[str]:
    """«1.2 МБОУ «Лесная СОШ» справка.pdf»: no two alike, and none that a system would not write."""
    taken: set[str] = set()
    names = []
    for proof in proofs:
        stem, dot, suffix = (
            proof.file.name.rpartition(".") if "." in proof.file.name else (proof.file.name, "", "")
        )
        words = _UNSAFE.sub(" ", f"{proof.number} {proof.responsible} {stem}")
        base = " ".join(words.split())[:_LONGEST_NAME].strip(". ") or "файл"
        ending = _UNSAFE.sub(" ", f"{dot}{suffix}")[:20].rstrip(". ")
        name, again = f"{base}{ending}", 2
        while name.casefold() in taken:
            name, again = f"{base} ({again}){ending}", again + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _put(archive: zipfile.ZipFile, proof: Proof, name: str, read: Read, made_at: datetime) -> str:
    """What the table of contents says of the file."""
    if proof.is_link:
        return proof.file.name
    try:
        data = read(proof.file.content_hash)
    except FileNotFoundError:
        return f"нет файла: {name}"
    archive.writestr(_entry(name, made_at), data)
    return name


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _contents(part: PackagePart, told: Sequence[str]) -> bytes:
    columns = (
        Column("№ строки", 10),
        Column("Мероприятие", 44),
        Column("Исполнитель", 30),
        Column("Дата отчёта", 13),
        Column("Файл или ссылка", 56),
    )

    def write(book: Workbook) -> None:
        sheet = Sheet(book, "Оглавление", columns)
        sheet.title(part.title)
        sheet.note(f"Часть {part.number} из {part.parts}. Подтверждений: {len(part.proofs)}.")
        sheet.head()
        section = ""
        for proof, name in zip(part.proofs, told, strict=True):
            if proof.section != section:
                section = proof.section
                sheet.section(section)
            sheet.cells((proof.number, proof.title, proof.responsible, proof.reported_on, name))

    return workbook_bytes(part.title, part.made_at, write)
