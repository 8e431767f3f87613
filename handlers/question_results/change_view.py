"""What changed between two waves of one questionnaire, question by question, in words and as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from bot.charts.change import ChangeChart, ChangeRow
from bot.domain.question_change import QuestionChange
from bot.domain.risk_change import Verdict
from bot.domain.surveys import full_wording, wording
from bot.screen import Chart, Screen, Text, Texts, button, lines, text
from bot.use_cases.question_results import ResultsChange, WaveResults
from handlers.question_results import figures
from handlers.question_results.view import Say, whose
from handlers.shared import HOME_ROW, page_of, pager


def change(found: ResultsChange, page: int, language: str, say: Say) -> Screen:
    """Seven questions with both shares and whether chance alone could have made the difference."""
    changes, now = found.changes, found.now
    shown, page = page_of(changes.questions, page)
    words = lines(
        lines(_title(now, language), whose(now), *_sides(found)),
        *(_question(one, language, in_words=changes.in_words) for one in shown),
        text("by-question-left", n=changes.left_out) if changes.left_out else None,
        text("by-question-margin") if shown else text("by-question-incomparable"),
        separator="\n\n",
    )
    of = (now.wave.id, now.school_id)
    rows = (
        *pager("by-question-change", *of, page=page, total=len(changes.questions)),
        (button("button-by-question-list", "by-question", *of, 0),),
        HOME_ROW,
    )
    if changes.in_words or not shown:
        return Screen(words, rows)
    return Screen(words, rows, chart=Chart(_chart(found, shown, language, say)))


def _title(now: WaveResults, language: str) -> Text:
    return text("by-question-change-title", title=wording(now.questionnaire.title, language))


def _sides(found: ResultsChange) -> tuple[Text, Text]:
    """When each wave was, and how many took part."""
    return (_side("before", found.before), _side("now", found.now))


def _side(name: str, side: WaveResults) -> Text:
    wave = side.wave
    return text(
        f"by-question-side-{name}",
        stage=text(f"stage-{wave.stage.value}"),
        first=wave.first_day,
        last=wave.last_day,
        n=side.people,
    )


def _question(one: QuestionChange, language: str, *, in_words: bool) -> Texts:
    return lines(
        text("by-question-item", number=one.number, question=full_wording(one.now.item, language)),
        text(
            "by-question-changed",
            options=figures.worse_names(one.now.item, language),
            before=figures.worse_words(one.before, in_words=in_words),
            now=figures.worse_words(one.now, in_words=in_words),
            verdict=_verdict(one.span.verdict),
        ),
    )


def _chart(found: ResultsChange, shown: Sequence[QuestionChange], language: str, say: Say) -> ChangeChart:
    return ChangeChart(
        title=say(_title(found.now, language)),
        summary=" ".join(say(part) for part in _sides(found)),
        legend=tuple((verdict, say(_verdict(verdict))) for verdict in Verdict),
        less=say(text("by-question-less")),
        more=say(text("by-question-more")),
        rows=tuple(_row(one, language, say) for one in shown),
        footnote=say(text("by-question-margin")),
    )


def _row(one: QuestionChange, language: str, say: Say) -> ChangeRow:
    span = one.span
    name = f"{one.number}. {full_wording(one.now.item, language)}"
    verdict = say(_verdict(span.verdict))
    return ChangeRow(name, verdict, span.verdict, span.change, span.low, span.high)


def _verdict(verdict: Verdict) -> Text:
    return text(f"by-question-change-{verdict.value}")
