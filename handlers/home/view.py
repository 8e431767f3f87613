"""The menu: what each membership of a person opens, with how much waits behind it."""

from __future__ import annotations

from bot.domain.access import Action, may_somewhere
from bot.domain.names import brief
from bot.domain.people import Membership, Person, Role
from bot.screen import Button, Row, Screen, Text, button, lines, text
from bot.use_cases.home import FOLLOWERS, Waiting
from handlers.shared import HOME_ROW

_PLACE = 18  # characters of a place on a button


def home(person: Person, waiting: Waiting) -> Screen:
    rows: list[Row] = []
    for membership in person.memberships:
        # Two memberships may open the same screen.
        rows += [row for row in _rows(membership, waiting) if row not in rows]
    if waiting.surveys and Role.TEACHER not in person.roles:
        rows.append((_counted("button-survey", waiting.surveys, "survey"),))
    habits = (button("button-habits", "habits"),) if may_somewhere(person, Action.SET_HABITS) else ()
    last = (button("button-checkup", "checkup"), *habits)
    return Screen(text("home", name=person.name), (*rows, *_together(person, waiting), last))


def welcome(person: Person, commands: tuple[str, ...]) -> Screen:
    return Screen(text("welcome", name=person.name), (HOME_ROW,), fresh=True, commands=commands)


def help_for(person: Person) -> Screen:
    parts = [text(f"help-{role.value}") for role in Role if role in person.roles]
    return Screen(lines(text("help"), *parts, text("help-commands"), separator="\n\n"), (HOME_ROW,))


def languages() -> Screen:
    choices = (button("language-ru", "lang", "ru"), button("language-en", "lang", "en"))
    return Screen(text("choose-language"), (choices, HOME_ROW))


def language_changed(language: str, commands: tuple[str, ...]) -> Screen:
    return Screen(text("language-changed"), (HOME_ROW,), language=language, commands=commands)


def unexpected(key: str) -> Screen:
    return Screen(text(key), (HOME_ROW,))


def _rows(membership: Membership, waiting: Waiting) -> tuple[Row, ...]:
    district, digest = membership.district_id, button("button-digest", "digest")
    mine = _counted("button-my-tasks", waiting.my_tasks, "tasks", 0)
    course = (button("button-plan", "plans", district), button("button-progress", "progress", district))
    exams = button("button-exams", "exams", district, 0)
    results = button("button-results", "results", district, membership.school_id or 0)
    match membership.role:
        case Role.ADMIN:
            return ((button("button-districts", "districts"), button("button-upkeep", "upkeep")),)
        case Role.COORDINATOR:
            return (
                (*course, digest),
                (_counted("button-accepting", waiting.to_accept, "accepting", 0), mine),
                (button("button-schools", "schools", district), button("button-people", "people", district)),
                (_papers(district), results, exams),
                (button("button-waves", "waves", district), _days_off(district)),
            )
        case Role.HEAD:
            school = membership.school_id
            return (
                (_counted("button-confirming", waiting.to_confirm, "confirming", 0), digest),
                (mine, _papers(district, school)),
                course,
                (button("button-profile", "profile", school), button("button-people", "staff", school)),
                (exams, results),
            )
        case Role.DEPUTY:
            school = membership.school_id
            gaps = button("button-gaps", "gaps", district, school)
            return ((mine, _papers(district, school)), course, (exams, results), (gaps,))
        case Role.METHODIST:
            return ((mine, _calendar()), (course[0], button("button-events", "events", district, 0)))
        case Role.TEACHER:
            return ((_counted("button-survey", waiting.surveys, "survey"),),)
        case Role.CURATOR | Role.EXPERT:
            last = digest if membership.role is Role.CURATOR else _papers(district)
            looked = (button("button-reported", "reported", 0), exams)
            return (course, looked, (last, results))


def _papers(district: int | None, school: int | None = None) -> Button:
    return button("button-papers", "papers", district, school or 0, 0)


def _together(person: Person, waiting: Waiting) -> tuple[Row, ...]:
    """The schools that the person answers for, and the method work of each district, once."""
    cards = [
        button(_named("button-school", waiting.schools.get(school)), "school", school)
        for school in person.schools(*FOLLOWERS)
    ]
    works = [
        button(_named("button-method-work", waiting.districts.get(district)), "method-work", district)
        for district in person.districts()
    ]
    buttons, width = [*cards, *works], 1 if waiting.schools or waiting.districts else 2
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def _named(key: str, place: str | None) -> Text:
    """Of several places each says its own name."""
    return text(f"{key}-of", place=brief(place, _PLACE)) if place else text(key)


def _days_off(district: int | None) -> Button:
    return button("button-days-off", "days-off", district, 0)


def _calendar() -> Button:
    return button("button-calendar", "calendar", 0)


def _counted(key: str, count: int, route: str, *args: object) -> Button:
    return button(text(f"{key}-counted", n=count) if count else text(key), route, *args)
