"""The district's map of factors: the words first, the same as a picture with them."""

from __future__ import annotations

from bot.charts.heat_map import ROWS, HeatChart, HeatRow, heat_pages
from bot.domain.risk import FACTORS, Level, newest_rule
from bot.screen import Chart, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.heat import Heat, SchoolLevels
from handlers.profile.levels import number_rows
from handlers.profile.wording import Say, thresholds
from handlers.shared import HOME_ROW, pager, shortened

_NAME = 60  # characters
_LISTED = 45  # … where all the schools stand in one message
_NAMED = 60  # schools of one level: more would not fit


def heat(found: Heat, page: int, say: Say) -> Screen:
    district = found.district
    back: Row = (button("button-waves-back", "waves", district.id),)
    title = text("heat-title", district=district.name)
    if found.empty:
        return Screen(lines(title, text("heat-none"), separator="\n\n"), (back, HOME_ROW))
    charts = heat_pages(_chart(found, say))
    page = min(max(page, 0), len(charts) - 1)
    first = sum(len(chart.rows) for chart in charts[:page])
    shown = found.schools[first : first + len(charts[page].rows)]
    words = lines(
        lines(title, text("heat-lead")), lines(*map(_school, shown)), text("heat-how"), separator="\n\n"
    )
    turn = pager("heat", district.id, page=page, total=len(found.schools), size=ROWS)
    back = (button("button-gaps", "gaps", district.id, 0), *back)
    return Screen(
        words, (*number_rows("heat-factor", district.id), *turn, back, HOME_ROW), chart=Chart(charts[page])
    )


def factor(found: Heat, number: int) -> Screen:
    """The schools of each level; from here to what the plan does about it."""
    words = lines(
        text(
            "heat-factor-title",
            district=found.district.name,
            number=number,
            factor=text(f"factor-{number}"),
        ),
        *(_level(found, number, level) for level in Level if found.of(number, level)),
        text("profile-label"),
        separator="\n\n",
    )
    rows = (
        (button("button-heat-plan", "gap", found.district.id, 0, number, 0),),
        (button("button-heat-consult", "consultation-factor", found.district.id, number),),
        (button("button-heat-back", "heat", found.district.id, 0),),
        HOME_ROW,
    )
    return Screen(words, rows)


def _level(found: Heat, number: int, level: Level) -> Text:
    names = [shortened(school.name, _LISTED) for school in found.of(number, level)]
    more = ["…"] if len(names) > _NAMED else []
    named = ", ".join([*names[:_NAMED], *more])
    return text("heat-factor-level", level=text(f"level-{level.value}"), schools=named)


def _school(one: SchoolLevels) -> Text | Texts:
    name = shortened(one.school.name, _NAME)
    if not one.levels:
        return text("heat-hidden", school=name)
    people = text("heat-answered", n=one.people) if one.people else None
    told = lines(people, *_levels(one), separator="; ")
    return lines(text("heat-school", school=name), told, separator=": ")


def _levels(one: SchoolLevels) -> list[Text]:
    told = []
    for level in Level:
        if numbers := [str(factor) for factor in FACTORS if one.levels[factor] is level]:
            named = ", ".join(numbers)
            told.append(text("heat-level", level=text(f"level-{level.value}"), factors=named))
    return told


def _chart(found: Heat, say: Say) -> HeatChart:
    return HeatChart(
        title=say(text("heat-chart", district=found.district.name)),
        summary=say(text("heat-chart-note")),
        legend=tuple((level, _letter(level, say), _legend(level, say)) for level in Level),
        columns=tuple(say(text(f"factor-{factor}")) for factor in FACTORS),
        rows=tuple(
            HeatRow(
                one.school.name,
                say(text("heat-answered", n=one.people)) if one.people else "",
                tuple(one.levels.get(factor, Level.INSUFFICIENT) for factor in FACTORS),
            )
            for one in found.schools
        ),
        footnote=say(text("profile-footnote", rule=str(newest_rule().version))),
    )


def _letter(level: Level, say: Say) -> str:
    return "" if level is Level.INSUFFICIENT else say(text(f"heat-letter-{level.value}"))


def _legend(level: Level, say: Say) -> str:
    return say(text(f"legend-{level.value}", **thresholds(newest_rule())))
