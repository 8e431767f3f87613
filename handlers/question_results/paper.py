"""The workbook's words: the figures of the screen, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from bot.domain.question_results import QuestionResult
from bot.domain.surveys import full_wording, wording
from bot.papers.results_xlsx import ResultRow, ResultsPaper, results_workbook
from bot.screen import File, Text, Work, text
from bot.use_cases.question_results import WaveResults
from handlers.question_results import figures
from handlers.question_results.view import Say, heading

_HEADERS = ("number", "question", "answer", "low", "high", "of")


def results_file(found: WaveResults, say: Say, language: str, *, now: datetime) -> File:
    title = wording(found.questionnaire.title, language)
    paper = ResultsPaper(
        title=title,
        summary=say(heading(found, language)),
        headers=tuple(say(Text(f"by-question-column-{name}")) for name in _HEADERS),
        sheet=say(Text("by-question-sheet")),
        rows=tuple(_rows(found, say, language)),
        made_at=now,
    )
    name = say(text("by-question-file-name", title=title, day=f"{found.wave.first_day:%d.%m.%Y}"))
    return File(f"{name}.xlsx", Work(partial(results_workbook, paper)))


def _rows(found: WaveResults, say: Say, language: str) -> Iterator[ResultRow]:
    form = found.statement
    for number, result in enumerate(found.questions, start=1):
        question = full_wording(result.item, language)
        if form:
            yield ResultRow(number, question, say(figures.stated(form, result.item, language)))
        else:
            yield from _told(found, result, number, question, say, language)


def _told(
    found: WaveResults, result: QuestionResult, number: int, question: str, say: Say, language: str
) -> Iterator[ResultRow]:
    if result.words:
        yield from (ResultRow(number, question, words) for words in result.words)
    elif result.hidden or found.in_words:
        yield ResultRow(number, question, say(figures.headline(result, language, in_words=found.in_words)))
    else:
        for options, told in figures.parts(result, language):
            yield ResultRow(number, question, say(options), told.low, told.high, result.people)
