"""Waves of self-diagnosis as the coordinator sees them."""

from __future__ import annotations

from bot.domain.anonymity import MIN_GROUP, MIN_GROUP_NUMBERS, Breakdown, may_show, steps_of
from bot.domain.names import brief
from bot.domain.pace import minutes_left
from bot.domain.progress import alphabetical
from bot.domain.surveys import wording
from bot.domain.wave_stages import Stage
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.profiles import SchoolResult
from bot.use_cases.question_results import ALL
from bot.use_cases.waves import WAVE_DAYS, WaveCard, WaveList, WaveReport
from handlers.shared import HOME_ROW, page_of, pager
from storage.waves import Wave

_SCHOOL = 21  # characters of a name on a button that may say «(скрыт)» after it
_SCHOOLS_SHOWN = 20  # names; a longer list would not fit one message


def waves(found: WaveList, page: int, language: str) -> Screen:
    shown, page = page_of(found.waves, page)
    new: Row = (button("button-wave-new", "wave-new", found.district_id),) if found.startable else ()
    rows: list[Row] = [(_wave_button(wave),) for wave in shown]
    turn = pager("waves-page", found.district_id, page=page, total=len(found.waves))
    packs: Row = (
        button("button-packs", "packs", found.district_id),
        button("button-heat", "heat", found.district_id, 0),
    )
    listed = lines(*(_in_list(wave, found, language) for wave in shown))
    words = lines(text("waves", n=len(found.waves)), listed if shown else None, separator="\n\n")
    return Screen(words, (*filter(None, [new]), *rows, *turn, packs, HOME_ROW))


def questionnaires(found: WaveList, language: str) -> Screen:
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=wording(q.title, language)), "wave-card", found.district_id, q.code),)
        for q in found.startable
    )
    return Screen(text("wave-choose", n=len(rows)), (*rows, HOME_ROW))


def card(facts: WaveCard, language: str) -> Screen:
    """What will be asked of whom, and who will see what."""
    questionnaire = facts.questionnaire
    words = lines(
        text(
            "wave-card",
            title=wording(questionnaire.title, language),
            n=len(questionnaire.items),
            minutes=minutes_left(questionnaire),
            days=WAVE_DAYS,
            day=facts.last_day,
        ),
        _asked(facts),
        text(f"wave-stage-{facts.stage.value}"),
        text("wave-promise" if questionnaire.anonymous else "wave-promise-schools", group=MIN_GROUP),
        text(f"wave-breakdown-{facts.breakdown.value}", group=MIN_GROUP) if questionnaire.anonymous else None,
        _too_small(facts) if questionnaire.anonymous else None,
        separator="\n\n",
    )
    district = facts.district.id
    rows: list[Row] = []
    if any(facts.asked.values()):
        rows += [(_breakdown(facts, choice),) for choice in Breakdown if questionnaire.anonymous]
        stages = [_stage(facts, choice) for choice in Stage]
        chosen = (facts.breakdown, facts.stage)
        start = button("button-wave-start", "wave-start", district, questionnaire.code, *chosen)
        rows += [tuple(stages[:2]), tuple(stages[2:]), (start,)]
    return Screen(words, (*rows, (button("button-waves-back", "waves", district),), HOME_ROW))


def wave(report: WaveReport, page: int, language: str) -> Screen:
    return _closed(report, page, language) if report.wave.is_closed else _open(report, language)


def closed_by_calendar(wave: int) -> Screen:
    return Screen(text("wave-closed-by-calendar"), ((button("button-wave-see", "wave", wave),), HOME_ROW))


def confirm_release(report: WaveReport) -> Screen:
    wave_id = report.wave.id
    words = lines(text("wave-release-confirm"), _shown(report), separator="\n\n")
    yes = (button("button-wave-release-yes", "wave-release-yes", wave_id),)
    return Screen(words, (yes, (button("button-wave-back", "wave", wave_id),), HOME_ROW))


def confirm_closing(report: WaveReport) -> Screen:
    wave_id = report.wave.id
    words = lines(text("wave-close-confirm"), _participation(report), separator="\n\n")
    yes = (button("button-wave-close-yes", "wave-close-yes", wave_id),)
    return Screen(words, (yes, (button("button-wave-back", "wave", wave_id),), HOME_ROW))


def _open(report: WaveReport, language: str) -> Screen:
    words = lines(
        text(
            "wave-open",
            title=wording(report.questionnaire.title, language),
            stage=text(f"stage-wave-{report.wave.stage.value}"),
            day=report.wave.last_day,
        ),
        _participation(report),
        text(f"wave-breakdown-{report.wave.breakdown.value}", group=MIN_GROUP)
        if report.wave.anonymous
        else None,
        text("wave-open-silence"),
        separator="\n\n",
    )
    close = (button("button-wave-close", "wave-close", report.wave.id),)
    return Screen(words, (close, _back(report.wave), HOME_ROW))


def _closed(report: WaveReport, page: int, language: str) -> Screen:
    wave = report.wave
    shown, page = page_of(report.schools, page)
    words = lines(
        text(
            "wave-closed",
            title=wording(report.questionnaire.title, language),
            stage=text(f"stage-wave-{wave.stage.value}"),
            first=wave.first_day,
            last=wave.last_day,
        ),
        text("wave-participation", sent=report.participation.sent, asked=report.participation.asked),
        _shown(report),
        text(_next_step(report), few=MIN_GROUP_NUMBERS),
        separator="\n\n",
    )
    turnout = (button("button-wave-turnout", "wave-turnout", wave.id, 0),)
    if not wave.is_released:
        release = (button("button-wave-release", "wave-release", wave.id),)
        return Screen(words, (release, turnout, _back(wave), HOME_ROW))
    rows: list[Row] = [(_school_button(report, result),) for result in shown]
    turn = pager("wave-page", wave.id, page=page, total=len(report.schools))
    answers = (button("button-by-question", "by-question", wave.id, ALL, 0),)
    return Screen(words, (*rows, *turn, answers, turnout, _back(wave), HOME_ROW))


def _next_step(report: WaveReport) -> str:
    if not report.wave.is_released:
        return "wave-not-released"
    return "wave-schools" if report.questionnaire.feeds_profile else "wave-schools-answers"


def _shown(report: WaveReport) -> Text:
    """How much of the district can be shown; a school's name comes with its answers."""
    shown = sum(not result.hidden for result in report.schools)
    return text(f"wave-shown-{report.wave.breakdown.value}", shown=shown, n=len(report.schools))


def _too_small(facts: WaveCard) -> Text | None:
    """Of schools that stay hidden by themselves even if every teacher answers."""
    small = sum(0 < count < MIN_GROUP for count in facts.asked.values())
    if not small or facts.breakdown is not Breakdown.SCHOOLS:
        return None
    return text("wave-too-small", n=small, group=MIN_GROUP)


def _breakdown(facts: WaveCard, choice: Breakdown) -> Button:
    state = "on" if choice is facts.breakdown else "off"
    label = f"button-wave-breakdown-{choice.value}-{state}"
    return _chosen(label, facts, choice, facts.stage)


def _stage(facts: WaveCard, choice: Stage) -> Button:
    state = "on" if choice is facts.stage else "off"
    return _chosen(f"button-wave-stage-{choice.value}-{state}", facts, facts.breakdown, choice)


def _chosen(label: str, facts: WaveCard, breakdown: Breakdown, stage: Stage) -> Button:
    return button(label, "wave-chosen", facts.district.id, facts.questionnaire.code, breakdown, stage)


def _asked(facts: WaveCard) -> Texts:
    schools = sorted(facts.asked.items(), key=lambda pair: alphabetical(pair[0]))
    parts = [text("wave-school-teachers", school=name, n=count) for name, count in schools]
    more = len(parts) - _SCHOOLS_SHOWN
    key = "wave-teachers" if facts.questionnaire.anonymous else "wave-leaders"
    total = text(key, n=sum(facts.asked.values()))
    return lines(total, *parts[:_SCHOOLS_SHOWN], text("wave-more-schools", n=more) if more > 0 else None)


def _participation(report: WaveReport) -> Text:
    """Of an open anonymous wave only the total, in steps: nobody is to be seen as they send."""
    participation = report.participation
    if not report.wave.anonymous:
        return text("wave-statements", sent=participation.sent, asked=participation.asked)
    if may_show(participation.sent):
        return text("wave-participation-steps", sent=steps_of(participation.sent), asked=participation.asked)
    return text("wave-participation-few", group=MIN_GROUP, asked=participation.asked)


def _in_list(wave: Wave, found: WaveList, language: str) -> Text:
    title = wording(found.questionnaires[wave.pack].title, language)
    return text("wave-in-list", title=title, stage=text(f"stage-{wave.stage.value}"), day=wave.first_day)


def _wave_button(wave: Wave) -> Button:
    return button(text(f"button-wave-{wave.state}", day=wave.first_day), "wave", wave.id)


def _school_button(report: WaveReport, result: SchoolResult) -> Button:
    """To the school's profile, or to its answers where the questionnaire makes no profile."""
    label = text(
        "button-wave-school-hidden" if result.hidden else "literal", words=brief(result.school.name, _SCHOOL)
    )
    of = (report.wave.id, result.school.id)
    if report.questionnaire.feeds_profile:
        return button(label, "profile-of", *of)
    return button(label, "by-question", *of, 0)


def _back(wave: Wave) -> Row:
    return (button("button-waves-back", "waves", wave.district_id),)
