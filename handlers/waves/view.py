"""Waves of self-diagnosis as the coordinator sees them."""

from __future__ import annotations

from bot.domain.anonymity import MIN_GROUP, may_show
from bot.domain.names import brief
from bot.domain.pace import minutes_left
from bot.domain.progress import alphabetical
from bot.domain.surveys import wording
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.profiles import SchoolResult
from bot.use_cases.waves import WAVE_DAYS, WaveCard, WaveList, WaveReport
from handlers.shared import HOME_ROW, page_of, pager
from storage.waves import Participation, Wave

_SCHOOL = 21  # characters of a name on a button that may say «(скрыт)» after it
_SCHOOLS_SHOWN = 20  # names; a longer list would not fit one message


def waves(found: WaveList, page: int) -> Screen:
    shown, page = page_of(found.waves, page)
    new: Row = (button("button-wave-new", "wave-new", found.district_id),) if found.startable else ()
    rows: list[Row] = [(_wave_button(wave),) for wave in shown]
    turn = pager("waves-page", found.district_id, page=page, total=len(found.waves))
    return Screen(text("waves", n=len(found.waves)), (*filter(None, [new]), *rows, *turn, HOME_ROW))


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
        _teachers(facts),
        text("wave-promise", group=MIN_GROUP),
        separator="\n\n",
    )
    district = facts.district.id
    start = (button("button-wave-start", "wave-start", district, questionnaire.code),)
    rows = (start,) if any(facts.teachers.values()) else ()
    return Screen(words, (*rows, (button("button-waves-back", "waves", district),), HOME_ROW))


def wave(report: WaveReport, page: int, language: str) -> Screen:
    return _closed(report, page, language) if report.wave.is_closed else _open(report, language)


def confirm_closing(report: WaveReport) -> Screen:
    wave_id = report.wave.id
    words = lines(text("wave-close-confirm"), _participation(report.participation), separator="\n\n")
    yes = (button("button-wave-close-yes", "wave-close-yes", wave_id),)
    return Screen(words, (yes, (button("button-wave-back", "wave", wave_id),), HOME_ROW))


def _open(report: WaveReport, language: str) -> Screen:
    words = lines(
        text("wave-open", title=wording(report.questionnaire.title, language), day=report.wave.last_day),
        _participation(report.participation),
        text("wave-open-silence"),
        separator="\n\n",
    )
    close = (button("button-wave-close", "wave-close", report.wave.id),)
    return Screen(words, (close, _back(report.wave), HOME_ROW))


def _closed(report: WaveReport, page: int, language: str) -> Screen:
    wave_id = report.wave.id
    shown, page = page_of(report.schools, page)
    words = lines(
        text(
            "wave-closed",
            title=wording(report.questionnaire.title, language),
            first=report.wave.first_day,
            last=report.wave.last_day,
        ),
        _participation(report.participation),
        text("wave-schools", shown=sum(s.hidden is None for s in report.schools), n=len(report.schools)),
        separator="\n\n",
    )
    rows: list[Row] = [(_school_button(wave_id, result),) for result in shown]
    turn = pager("wave-page", wave_id, page=page, total=len(report.schools))
    return Screen(words, (*rows, *turn, _back(report.wave), HOME_ROW))


def _teachers(facts: WaveCard) -> Texts:
    schools = sorted(facts.teachers.items(), key=lambda pair: alphabetical(pair[0]))
    parts = [text("wave-school-teachers", school=name, n=count) for name, count in schools]
    more = len(parts) - _SCHOOLS_SHOWN
    total = text("wave-teachers", n=sum(facts.teachers.values()))
    return lines(total, *parts[:_SCHOOLS_SHOWN], text("wave-more-schools", n=more) if more > 0 else None)


def _participation(participation: Participation) -> Text:
    """Only the total, and only when it is a crowd."""
    if may_show(participation.sent):
        return text("wave-participation", sent=participation.sent, asked=participation.asked)
    return text("wave-participation-few", group=MIN_GROUP, asked=participation.asked)


def _wave_button(wave: Wave) -> Button:
    key = "button-wave-closed" if wave.is_closed else "button-wave-open"
    return button(text(key, day=wave.first_day), "wave", wave.id)


def _school_button(wave_id: int, result: SchoolResult) -> Button:
    key = "button-wave-school-hidden" if result.hidden else "literal"
    return button(
        text(key, words=brief(result.school.name, _SCHOOL)), "profile-of", wave_id, result.school.id
    )


def _back(wave: Wave) -> Row:
    return (button("button-waves-back", "waves", wave.district_id),)
