"""What changed between two waves of one questionnaire, question by question, in words and as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from bot.charts.change import ChangeChart, ChangeRow
from bot.domain.question_change import QuestionChange, QuestionChanges
from bot.domain.risk_change import Span, Verdict
from bot.domain.surveys import full_wording, wording
from bot.screen import Chart, Screen, Text, Texts, button, lines, text
from bot.use_cases.question_results import ResultsChange, WaveResults
from handlers.question_results import figures
from handlers.question_results.view import Say, against, whose
from handlers.shared import HOME_ROW, page_of, pager, signed

_OTHERS = 3  # waves that may be compared with instead: those of a school year


def change(found: ResultsChange, page: int, language: str, say: Say) -> Screen:
    """Seven questions with both shares and whether chance alone could have made the difference."""
    changes, now = found.changes, found.now
    shown, page = page_of(changes.questions, page)
    words = lines(
        lines(_title(now, language), whose(now), *_sides(found)),
        *(_question(one, language, in_words=changes.in_words) for one in shown),
        _left_out(changes),
        text("by-question-margin") if shown else text("by-question-incomparable"),
        text("by-question-by-chance") if any(one.worse is None for one in shown) else None,
        separator="\n\n",
    )
    of = (now.wave.id, now.school_id)
    others = [wave for wave in now.earlier if wave.id != found.before.wave.id]
    rows = (
        *pager("by-question-change", *of, found.before.wave.id, page=page, total=len(changes.questions)),
        *(against(now, wave) for wave in others[:_OTHERS]),
        (button("button-by-question-list", "by-question", *of, 0),),
        HOME_ROW,
    )
    drawn = [] if changes.in_words else [(one, span) for one in shown if (span := one.worse)]
    return Screen(words, rows, chart=Chart(_chart(found, drawn, language, say)) if drawn else None)


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


def _left_out(changes: QuestionChanges) -> Texts | None:
    left = changes.left_out.items()
    return lines(*(text(f"by-question-left-{why.value}", n=n) for why, n in left)) if left else None


def _question(one: QuestionChange, language: str, *, in_words: bool) -> Texts:
    name = text("by-question-item", number=one.number, question=full_wording(one.now.item, language))
    if one.worse is None:
        return lines(name, *_options(one, language))
    changed = text(
        "by-question-changed",
        options=figures.worse_names(one.now.item, language),
        before=figures.worse_words(one.before, in_words=in_words),
        now=figures.worse_words(one.now, in_words=in_words),
        verdict=_verdict(one.worse.verdict),
    )
    return lines(name, lines(changed, None if in_words else _points(one.worse), separator=""))


def _points(span: Span) -> Text:
    ends = {"low": signed(span.low), "high": signed(span.high)}
    return text("by-question-points", change=signed(span.change), **ends)


def _options(one: QuestionChange, language: str) -> list[Text]:
    """Which options are chosen more or less often than chance would have it."""
    told = [
        text(
            f"by-question-option-{'more' if span.change > 0 else 'less'}",
            option=figures.option_name(one.now.item, option, language),
            before=figures.percent_words((one.before.cells or {})[option], one.before.people),
            now=figures.percent_words((one.now.cells or {})[option], one.now.people),
            low=signed(span.low),
            high=signed(span.high),
        )
        for option, span in one.spans.items()
        if span.verdict is not Verdict.ALIKE
    ]
    return told or [text("by-question-options-alike", n=len(one.spans))]


def _chart(
    found: ResultsChange, drawn: Sequence[tuple[QuestionChange, Span]], language: str, say: Say
) -> ChangeChart:
    then, now = found.before.wave.stage, found.now.wave.stage
    stages = text(
        "change-stages", now=text(f"stage-wave-{now.value}"), then=text(f"stage-against-{then.value}")
    )
    return ChangeChart(
        title=say(lines(_title(found.now, language), stages, separator=". ")),
        summary=" ".join(say(part) for part in _sides(found)),
        legend=tuple((verdict, say(_verdict(verdict))) for verdict in Verdict),
        less=say(text("by-question-less")),
        more=say(text("by-question-more")),
        rows=tuple(_row(one, span, language, say) for one, span in drawn),
        footnote=say(text("by-question-margin")),
    )


def _row(one: QuestionChange, span: Span, language: str, say: Say) -> ChangeRow:
    name = f"{one.number}. {full_wording(one.now.item, language)}"
    verdict = say(_verdict(span.verdict))
    return ChangeRow(name, verdict, span.verdict, span.change, span.low, span.high)


def _verdict(verdict: Verdict) -> Text:
    return text(f"by-question-change-{verdict.value}")
