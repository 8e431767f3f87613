"""What is stored about a person and a survey: in words, and then the very rows."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.surveys import Questionnaire, wording
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.surveys import Held
from handlers.shared import HOME_ROW, page_of, pager, shortened
from storage.traces import Trace
from storage.waves import Wave

_ROWS = 26  # raw rows shown at once: a draft of the longest questionnaires goes on
_ROW = 110  # characters of each
_TITLE = 22  # characters of a questionnaire's title beside a date


def surveys(found: Sequence[tuple[Wave, Questionnaire]], page: int, language: str) -> Screen:
    """Anonymous surveys, running and past: of each it can be looked up what is stored."""
    shown, page = page_of(found, page)
    rows: tuple[Row, ...] = tuple(
        (
            button(
                text(
                    "button-survey-of",
                    title=shortened(wording(questionnaire.title, language), _TITLE),
                    day=f"{wave.first_day:%m.%Y}",
                ),
                "anonymity",
                wave.id,
            ),
        )
        for wave, questionnaire in shown
    )
    turn = pager("anonymity-waves", page=page, total=len(found))
    return Screen(text("survey-held-list", n=len(found)), (*rows, *turn, HOME_ROW))


def held(found: Held) -> Screen:
    """Whoever doubts the words can read the rows."""
    wave, known = found.wave, {None: "unknown", False: "asked", True: "sent"}[found.asked_and_sent]
    mark = "forgotten" if wave.is_closed and known == "unknown" else known
    rows = [text("survey-held-row", table=row.table, values=_values(row)) for row in found.rows[:_ROWS]]
    more = len(found.rows) - len(rows)
    words = lines(
        text("survey-held"),
        text(f"survey-held-{mark}"),
        text("survey-held-draft", n=found.answers),
        text(f"survey-held-sums-{wave.state}"),
        text("survey-held-rows", n=len(found.rows)),
        lines(*rows, text("survey-held-more", n=more) if more > 0 else None) if rows else None,
        _letters(found.rows),
        separator="\n\n",
    )
    back = ((button("button-survey-back", "survey-open", wave.id),),) if known == "asked" else ()
    others = (button("button-survey-held-others", "anonymity-waves", 0),)
    return Screen(words, (*back, others, HOME_ROW))


def _letters(rows: Sequence[Trace]) -> Text | None:
    return text("survey-held-letters") if any(row.table == "outbox" for row in rows) else None


def _values(row: Trace) -> str:
    return shortened(" ".join(f"{name}={value}" for name, value in row.values.items()), _ROW)
