"""The gap map: which rows answer which factor, in words; the mark never stands alone."""

from __future__ import annotations

from bot.domain.gaps import MappedRow
from bot.domain.risk import FACTORS, Level
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.gaps import GapReport, RowReport
from handlers.profile.levels import number_rows
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.plans import Plan

_TITLE = 200  # characters shown of a row among seven
_WHOLE = 1500  # … and of one by itself


def gaps(report: GapReport) -> Screen:
    found, place = report.map, _args(report)
    title = text("gaps-title", place=report.place)
    if not found.rows:
        return Screen(lines(title, text("gaps-no-plan"), separator="\n\n"), (*_back(report), HOME_ROW))
    words = lines(
        title,
        text("gaps-summary", gaps=len(found.gaps), rows=len(found.rows)),
        lines(*(_factor(report, factor) for factor in FACTORS)),
        text("gaps-how"),
        separator="\n\n",
    )
    rows = number_rows("gap", *place, after=(0,))
    nothing = len(found.nothing)
    idle: tuple[Row, ...] = (
        ((button(text("button-gap-nothing", n=nothing), "gap-nothing", *place, 0),),) if nothing else ()
    )
    return Screen(words, (*rows, *idle, *_back(report), HOME_ROW))


def gap(report: GapReport, factor: int, page: int) -> Screen:
    answering = report.map.answering(factor)
    level = report.map.levels.get(factor)
    shown, page = page_of(answering, page)
    words = lines(
        text("gap-title", place=report.place, number=factor, factor=text(f"factor-{factor}")),
        text(f"level-{level.value}") if level else None,
        text("gap-rows", n=len(answering)) if answering else text("gap-none-long"),
        *(_row(row, factor) for row in shown),
        separator="\n\n",
    )
    add: tuple[Row, ...] = ()
    if report.fillable and report.school:
        add = ((button("button-gap-add", "gap-add", report.school.id, factor),),)
    turn = pager("gap", *_args(report), factor, page=page, total=len(answering))
    return Screen(words, (*map(_row_button, shown), *turn, *add, _to_map(report), HOME_ROW))


def nothing(report: GapReport, page: int) -> Screen:
    idle = report.map.nothing
    shown, page = page_of(idle, page)
    words = lines(
        text("gap-nothing-title", place=report.place, n=len(idle)),
        *(_title(row) for row in shown),
        separator="\n\n",
    )
    turn = pager("gap-nothing", *_args(report), page=page, total=len(idle))
    return Screen(words, (*map(_row_button, shown), *turn, _to_map(report), HOME_ROW))


def row(report: RowReport, school: int) -> Screen:
    """Each factor as a button that says how it stands; ``school``: whose map is behind, 0 the district's."""
    found = report.row
    named = (text("gap-row-factor", number=f, factor=text(f"factor-{f}")) for f in found.factors)
    words = lines(
        text("gap-row-title", number=found.number, title=shortened(found.title, _WHOLE)),
        lines(text("gap-row-answers"), *named) if found.factors else text("gap-row-nothing"),
        text("gap-row-how"),
        separator="\n\n",
    )
    buttons = [_turn(found, factor) for factor in FACTORS]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    back = (button("button-gaps", "gaps", report.plan.district_id, school),)
    return Screen(words, (*rows, back, HOME_ROW))


def ask(step: str, school: int, district: int, factor: int) -> Screen:
    back = (button("button-gap-back", "gap", district, school, factor, 0),)
    return Screen(text(f"gap-ask-{step}", factor=text(f"factor-{factor}")), (back,))


def added(plan: Plan, factor: int) -> Screen:
    rows = (
        (button("button-gap-plan", "plan", plan.id),),
        (button("button-gaps", "gaps", plan.district_id, plan.school_id or 0),),
        HOME_ROW,
    )
    return Screen(
        text("gap-added", factor=text(f"factor-{factor}"), plan=shortened(plan.title, _TITLE)), rows
    )


def _args(report: GapReport) -> tuple[int, int]:
    return report.district.id, report.school.id if report.school else 0


def _factor(report: GapReport, factor: int) -> Texts:
    level = report.map.levels.get(factor)
    answering = len(report.map.answering(factor))
    return lines(
        text("gap-factor", number=factor, factor=text(f"factor-{factor}")),
        text("gap-level", level=text(f"level-{level.value}"))
        if level and level is not Level.INSUFFICIENT
        else None,
        text("gap-count", n=answering) if answering else text("gap-none"),
        separator="; ",
    )


def _row(row: MappedRow, factor: int) -> Texts:
    return lines(_title(row), text(f"gap-ground-{row.factors[factor].value}"))


def _title(row: MappedRow) -> Text:
    key = "gap-row-own" if row.own else "gap-row"
    return text(key, number=row.number, title=shortened(row.title, _TITLE))


def _row_button(row: MappedRow) -> Row:
    label = shortened(f"{row.number} {row.title}".strip(), LABEL)
    return (button(text("literal", words=label), "gap-row", row.activity_id),)


def _turn(row: MappedRow, factor: int) -> Button:
    stands = factor in row.factors
    label = text(f"button-gap-{'relates' if stands else 'unrelated'}", number=factor)
    return button(label, "gap-say", row.activity_id, factor, int(not stands))


def _to_map(report: GapReport) -> Row:
    return (button("button-gaps", "gaps", *_args(report)),)


def _back(report: GapReport) -> tuple[Row, ...]:
    if report.school and report.fillable:
        return ((button("button-profile-latest", "profile", report.school.id),),)
    return ()
