"""Papers over HTTP: asked for by a press, made beside the bot, sent as files whose words stay words."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl

from bot.sandbox.persona import Persona
from tests.journeys.test_hostile_text import DIRECTIONS, MARKUP
from tests.journeys.town import Town, answer_report, open_task

_HOSTILE = f"{MARKUP} {{{{ 7 * 7 }}}} {{_{{ {{%p if x %}} =1+1 {DIRECTIONS}"


async def paper(persona: Persona, *labels: str) -> tuple[str, bytes]:
    """What is sent after these presses from the menu on."""
    await persona.say("/start")
    await persona.press("Документы")
    for label in labels:
        await persona.press(label)
    return newest_file(persona)


def newest_file(persona: Persona) -> tuple[str, bytes]:
    found = next(seen.document for seen in reversed(persona.screen) if seen.document)
    assert found is not None
    return found


def words(data: bytes) -> str:
    """Of every paragraph, tables included; a break of a line is one."""
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(
            node.text or "" if node.tag.endswith("}t") else "\n" for node in p.iter() if _counts(node.tag)
        )
        for p in body.iter(docx.oxml.ns.qn("w:p"))
    )


def _counts(tag: str) -> bool:
    return tag.endswith(("}t", "}br"))


async def test_papers_of_a_district_and_of_a_school(town: Town) -> None:
    head, deputy = await town.at_work()
    await town.morning(11)
    await open_task(deputy)
    await answer_report(deputy, _HOSTILE)
    await deputy.press("Отправить отчёт")
    await town.stage.calm()
    name, data = await paper(town.coordinator, "План с отметками")
    assert name == "План с отметками 2026-09-11.docx"
    assert "Диагностика дефицитов" in words(data)
    # While a report is made, other people are answered.
    await town.coordinator.press("← К документам")
    await town.coordinator.press("Отчёт района")
    await town.coordinator.press("Первое полугодие", wait=False)
    await head.say("/start")
    assert head.last.text.startswith("Меню")
    await town.stage.calm()
    assert _HOSTILE in words(newest_file(town.coordinator)[1])
    _, data = await paper(head, "Отчёт школы", "Первое полугодие")
    assert _HOSTILE in words(data)
    name, data = await paper(head, "Пакет подтверждений")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("1 МБОУ «Лесная СОШ» Справка.txt") == b"done"
    _, data = await paper(head, "Таблицы и календарь", "XLSX: план и поручения")
    plan, tasks = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert plan["A2"].value.startswith("МБОУ «Лесная СОШ», 11 сентября")
    assert {row[4] for row in tasks.iter_rows(min_row=2, values_only=True)} == {"МБОУ «Лесная СОШ»"}
    name, data = await paper(head, "Таблицы и календарь", "CSV: поручения")
    assert data.startswith(b"\xef\xbb\xbf")
    name, data = await paper(head, "Таблицы и календарь", "Календарь школы", "Файл для календаря")
    assert name.endswith(".ics")
    assert b"BEGIN:VEVENT" in data
