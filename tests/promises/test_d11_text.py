"""D11: text is only text: shown as it was written, refused by nothing, no formula, no word of it in a log."""

from __future__ import annotations

import io
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import openpyxl
import pytest

from bot import words as catalogue
from bot.logs import set_up_logs
from bot.sandbox.persona import Persona
from bot.tour.stage import Stage
from tests.journeys.conftest import failed_updates, refused_notices, stage, wrong_calls
from tests.journeys.town import Town, answer_report, link_in, open_queue, open_task
from tests.promises.options import LONG, SABOTAGE, SEED, report

__all__ = ["stage"]

# What has broken somebody's markup, template, spreadsheet or terminal before.
_PIECES = (
    *("<b>жирный", "</b>", "<a href='tg://user?id=1'>имя</a>", "<script>alert(1)</script>", "&lt;", "&#60;"),
    *("{ $name }", "{-term}", "{{ 7*7 }}", "{% raw %}", "%s%d", "{0}", "${x}", "`код`", "_курсив_", "*"),
    *("=1+1", '=HYPERLINK("http://x")', "@SUM(A1)", "+7", "-5", "'; DROP TABLE people; --", "\\u0000", "'"),
    *("\u202eналево\u202c", "\u2066изолят\u2069", "👩‍👩‍👧‍👦", "Ё̂жик", "ﷺ", "I'm", "İ", "ß"),
)
_LOGGERS = ("", "bot", "handlers", "storage", "apscheduler", "alembic")  # whose levels set_up_logs sets
ROUNDS = 25 if LONG else 2


@dataclass
class Figures:
    fields: int = 0  # of free text, each with its own words
    literal: int = 0  # of them shown as they were written
    calls: int = 0
    refused: int = 0  # calls, notices and acts
    formulas: int = 0
    leaks: int = 0  # names, words or tokens in the log
    log_lines: int = 0


@dataclass
class Speaker:
    """Hostile words, never the same twice, each found again by its own mark."""

    chance: random.Random
    said: list[str] = field(default_factory=list)

    def words(self) -> str:
        pieces = self.chance.sample(_PIECES, 4)
        self.said.append(
            " ".join([pieces[0], f"знак{len(self.said)}я{self.chance.randrange(10**6)}", *pieces[1:]])
        )
        return self.said[-1]

    def in_document(self) -> str:
        """Of a text document tags are the formatting, and a line is a cell."""
        words = self.words()
        self.said[-1] = words.replace("<", "‹").replace("&", "+").replace(">", "›").replace("\\", "/")
        return self.said[-1]


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """Everything that any logger says, as the product writes it at its most talkative."""
    lines, root = io.StringIO(), logging.getLogger()
    handlers, levels = root.handlers[:], {name: logging.getLogger(name).level for name in _LOGGERS}
    root.handlers.clear()  # set_up_logs would close them
    set_up_logs("DEBUG", lines)
    try:
        yield lines
    finally:
        root.handlers[:] = handlers
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


async def _play(stage: Stage, speaker: Speaker) -> Figures:
    people: list[Persona] = []
    town = await Town.found(stage, name=speaker.words())
    people += [town.admin, town.coordinator]
    await town.add_schools(school := speaker.words())
    title, row, result = (speaker.in_document() for _ in range(3))
    rows = [
        f"Дорожная карта {title} на 2026-2027 учебный год\n",
        "№\tМероприятие\tСрок\tОтветственный\tОжидаемый результат",
        f"1\t{row}\tдо 18 сентября 2026\tОО\t{result}",
        "2\tСеминар\tдо 25 сентября 2026\tРМК\tПротокол",
    ]
    await town.send_plan("\n".join(rows).encode())
    await town.approve()
    await town.launch()
    await town.coordinator.say("/plan")
    await town.coordinator.press("Выгрузить план (XLSX)")
    head = await _join(town, stage, school, "+ Директор", speaker.words())
    deputy = await _join(town, stage, school, "+ Заместитель", speaker.words())
    people += [head, deputy]
    await open_task(deputy)
    await answer_report(deputy, speaker.words())
    await deputy.press("Отправить отчёт")
    await open_queue(head)
    await head.press("Вернуть")
    await head.say(speaker.words())
    await town.news()
    await deputy.press("К задаче")
    await deputy.press("История")
    await town.morning(15)
    return await _count(stage, speaker, people)


async def _join(town: Town, stage: Stage, school: str, label: str, name: str) -> Persona:
    await town.coordinator.say("/start")
    await town.coordinator.press("Люди и ссылки")
    await town.coordinator.press(school[:8])
    await town.coordinator.press(label)
    person = stage.sandbox.persona(f"Гость {label}")
    await person.open_link(link_in(town.coordinator.last))
    await person.press("Согласен")
    await person.press("Изменить имя")
    await person.say(name)
    await person.say("/start")
    return person


async def _count(stage: Stage, speaker: Speaker, people: list[Persona]) -> Figures:
    shown = "\n".join(seen.text for p in people for seen in p.screen if seen.author == "bot")
    sheets = [seen.document[1] for p in people for seen in p.screen if seen.document and seen.author == "bot"]
    refused = [*wrong_calls(stage), *await refused_notices(stage), *await failed_updates(stage)]
    return Figures(
        fields=len(speaker.said),
        literal=sum(" ".join(words.split()) in shown for words in speaker.said),
        calls=len(stage.sandbox.journal.entries),
        refused=len(refused),
        formulas=sum(map(_formulas, sheets)),
    )


def _formulas(workbook: bytes) -> int:
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    return sum(cell.data_type == "f" for sheet in sheets for row in sheet.iter_rows() for cell in row)


def _leaks(log: str, speaker: Speaker, token: str) -> int:
    marks = [words.split("знак")[1].split()[0] for words in speaker.said]
    return sum(f"знак{mark}" in log for mark in marks) + (token in log)


@pytest.mark.parametrize("turn", range(ROUNDS))
async def test_text_is_only_text(
    stage: Stage, turn: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if SABOTAGE:  # what a person typed reaches Telegram as markup
        monkeypatch.setattr(catalogue, "escape", lambda words, quote: words)
    speaker = Speaker(random.Random(SEED * 1000 + turn))
    with logged() as log:
        figures = await _play(stage, speaker)
    figures.leaks = _leaks(log.getvalue(), speaker, stage.sandbox.token)
    figures.log_lines = log.getvalue().count("\n")
    report(capsys, f"D11, round {turn + 1}", figures)
    assert figures.literal == figures.fields, f"SEED={SEED}"
    assert (figures.refused, figures.formulas, figures.leaks) == (0, 0, 0), f"SEED={SEED}"
