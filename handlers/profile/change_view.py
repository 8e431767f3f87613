"""What changed between two waves: each difference with its interval, in words and as a picture."""

from __future__ import annotations

from bot.charts.change import ChangeChart, ChangeRow
from bot.domain.risk_change import FactorChange, Span, Verdict
from bot.screen import Chart, Screen, Text, button, lines, text
from bot.use_cases.risk_changes import ChangeReport
from bot.use_cases.sources import stage_of
from handlers.profile.wording import Say, audience_name, dates_brief, source_brief, source_words
from handlers.shared import HOME_ROW, signed


def change(report: ChangeReport, say: Say) -> Screen:
    breaks = report.change.breaks
    words = lines(
        lines(text("change-title", school=report.school.name), _stages(report)),
        lines(text("change-then"), *map(source_words, report.then)),
        lines(text("change-now"), *map(source_words, report.now)),
        lines(*(_factor(one, in_words=report.in_words) for one in report.change.factors)),
        _alone(report),
        text("change-rule"),
        text("change-breaks", n=len(breaks)) if breaks else None,
        text("profile-label"),
        separator="\n\n",
    )
    wave, school = report.wave.id, report.school.id
    key = "button-change-last" if report.entry else "button-change-entry"
    other = (button(key, "profile-change", wave, school, int(not report.entry)),) if report.several else ()
    back = (button("button-profile-back", "profile-of", wave, school),)
    rows = (other, back, HOME_ROW) if other else (back, HOME_ROW)
    return Screen(words, rows, chart=None if report.in_words else Chart(_chart(report, say)))


def _alone(report: ChangeReport) -> Text | None:
    groups = [audience_name(source.questionnaire.audience) for source in report.alone]
    return text("change-alone", groups=lines(*groups, separator=", ")) if groups else None


def _stages(report: ChangeReport) -> Text | None:
    """«Final against entry», where each side is of one stage; otherwise each group's line tells its own."""
    then, now = stage_of(report.then), stage_of(report.now)
    if then is None or now is None:
        return None
    words = {"now": text(f"stage-wave-{now.value}"), "then": text(f"stage-against-{then.value}")}
    return text("change-stages", **words)


def _factor(one: FactorChange, *, in_words: bool) -> Text:
    note = _note(one, in_words=in_words)
    return text("change-factor", number=one.factor, factor=text(f"factor-{one.factor}"), note=note)


def _note(one: FactorChange, *, in_words: bool) -> Text:
    if one.span is None:
        return text("change-none", known=one.known, total=one.total)
    verdict = text(f"change-{one.span.verdict.value}")
    then, now = one.people
    if in_words:
        return text("change-words", verdict=verdict, then=then, now=now)
    return text("change-span", verdict=verdict, then=then, now=now, **_figures(one.span))


def _figures(span: Span) -> dict[str, str]:
    return {"change": signed(span.change), "low": signed(span.low), "high": signed(span.high)}


def _chart(report: ChangeReport, say: Say) -> ChangeChart:
    then = (text("change-chart-then"), *map(source_brief, report.then))
    now = (text("change-chart-now"), *map(source_brief, report.now))
    return ChangeChart(
        title=say(_chart_title(report)),
        summary=" ".join(map(say, (*then, *now))),
        legend=tuple((verdict, say(text(f"change-{verdict.value}"))) for verdict in Verdict),
        less=say(text("change-less")),
        more=say(text("change-more")),
        rows=tuple(_row(one, say) for one in report.change.factors),
        footnote=say(text("change-footnote")),
    )


def _chart_title(report: ChangeReport) -> Text:
    then, now = stage_of(report.then), stage_of(report.now)
    if then is None or now is None:
        return text("change-chart-title", school=report.school.name)
    return text(
        "change-chart-title-stages",
        now=text(f"stage-wave-{now.value}"),
        now_dates=dates_brief(report.now),
        then=text(f"stage-against-{then.value}"),
        then_dates=dates_brief(report.then),
        school=report.school.name,
    )


def _row(one: FactorChange, say: Say) -> ChangeRow:
    name = f"{one.factor}. {say(text(f'factor-{one.factor}'))}"
    if one.span is None:
        return ChangeRow(name, say(text("change-none-short")))
    note = say(text("change-note", **_figures(one.span)))
    span = one.span
    return ChangeRow(name, note, span.verdict, span.change, span.low, span.high)
