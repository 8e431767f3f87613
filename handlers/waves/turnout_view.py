"""Participation by school of a closed wave, in words and as bars."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.shares import ROWS, ShareChart, ShareRow
from bot.domain.releases import Turnout
from bot.domain.surveys import wording
from bot.screen import Chart, Screen, Text, button, lines, text
from bot.use_cases.profiles import SchoolResult
from bot.use_cases.waves import WaveReport
from handlers.shared import HOME_ROW, page_of, pager


def turnout(report: WaveReport, page: int, language: str, say: Callable[[Text], str]) -> Screen:
    """Schools are not ranked: they stand by the alphabet."""
    shown, page = page_of(report.schools, page, ROWS)
    total = report.participation
    title = wording(report.questionnaire.title, language)
    words = lines(
        text("wave-turnout", title=title, sent=total.sent, asked=total.asked),
        lines(*(_line(result) for result in shown)),
        separator="\n\n",
    )
    wave = report.wave
    turn = pager("wave-turnout", wave.id, page=page, total=len(report.schools), size=ROWS)
    back = (button("button-wave-turnout-back", "wave", wave.id),)
    chart = ShareChart(
        title=say(text("wave-turnout-title", title=title)),
        summary=say(
            text(
                "wave-turnout-summary",
                first=wave.first_day,
                last=wave.last_day,
                sent=total.sent,
                asked=total.asked,
            )
        ),
        certain=say(text("wave-turnout-sent")),
        possible="",
        rows=tuple(_row(result, say) for result in shown),
    )
    return Screen(words, (*turn, back, HOME_ROW), chart=Chart(chart))


def _line(result: SchoolResult) -> Text:
    return text("wave-turnout-school", school=result.school.name, share=_share(result.turnout))


def _share(turnout: Turnout) -> Text:
    return text("wave-turnout-share", sent=turnout.sent, asked=turnout.asked)


def _row(result: SchoolResult, say: Callable[[Text], str]) -> ShareRow:
    turnout = result.turnout
    percent = round(100 * turnout.sent / turnout.asked) if turnout.asked else 0
    return ShareRow(result.school.name, say(_share(turnout)), percent, percent)
