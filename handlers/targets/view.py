"""What the plan wants to reach: row by row, school by school, and what is asked for it."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.names import brief
from bot.domain.targets import COUNTED_BY_SCHOOLS, Finding, Measure, Standing, Target
from bot.screen import Button, Row, Screen, Text, button, lines, text
from bot.use_cases.results import Results
from bot.use_cases.targets import Board, RowTarget, SchoolFinding, points_of
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.targets import Point

_WORDS, _NAME = 160, 70  # characters shown of a target and of a school in a list
_CARD = 600  # … and of a target on its own card
_SCHOOLS = 20  # lines of a card that a message holds
_UNITS = {Measure.SHARE: " %", Measure.SCHOOLS_SHARE: " %", Measure.PERCENT: " %"}


def results(found: Results) -> Screen:
    plan, school = found.plan, found.school_id
    rows: list[Row] = []
    if plan:
        board = button("button-targets", "targets", plan.id, school, 0)
        rows.append((board, button("button-matrix", "matrix", plan.id, school, 0)))
    scores = ("scores", school) if school else ("scores-all", found.district_id)
    rows.append((button("button-scores", *scores),))
    if found.holds_events:
        rows.append((button("button-events", "events", found.district_id, 0),))
    return Screen(text("results" if plan else "results-no-plan", place=found.place), (*rows, HOME_ROW))


def board(found: Board, page: int) -> Screen:
    """Of all schools a line a row with counts; of one school a line a row with its figure."""
    if not found.rows:
        return Screen(text("targets-none", place=found.place), (_to_results(found),))
    shown, page = page_of(found.rows, page)
    title = text("targets" if found.school_id else "targets-all", place=found.place)
    told = (lines(_heading(row, _WORDS), _need(row.target), _standing_of(found, row)) for row in shown)
    rows: list[Row] = [(_open(found, row),) for row in shown]
    rows += pager("targets", found.plan.id, found.school_id, page=page, total=len(found.rows))
    if not found.school_id:
        rows.append((button("button-targets-schools", "targets-schools", found.plan.id, 0),))
    return Screen(lines(title, *told, separator="\n\n"), (*rows, _to_results(found)))


def schools(found: Board, page: int) -> Screen:
    """Each school with how many of its targets it has reached; by name, never by rank."""
    ids = {one.school.id: one.school for row in found.rows for one in row.schools}
    by_name = sorted(ids.values(), key=lambda school: school.name)
    shown, page = page_of(by_name, page)
    counted = [row for row in found.rows if row.target.measure not in COUNTED_BY_SCHOOLS]
    told = []
    for school in shown:
        standings = [one.finding.standing for row in counted if (one := row.of(school.id))]
        met = sum(standing is Standing.MET for standing in standings)
        name = brief(school.name, _NAME)
        told.append(text("targets-school-line", school=name, met=met, total=len(standings)))
    rows: list[Row] = [
        (button(_plain(shortened(brief(school.name, LABEL))), "targets", found.plan.id, school.id, 0),)
        for school in shown
    ]
    rows += pager("targets-schools", found.plan.id, page=page, total=len(by_name))
    back = (button("button-targets-rows", "targets", found.plan.id, 0, 0), *HOME_ROW)
    return Screen(
        lines(text("targets-by-school", place=found.place), lines(*told), separator="\n\n"), (*rows, back)
    )


def row(found: Board, one: RowTarget, page: int) -> Screen:
    """One target, school by school."""
    shown, page = page_of(one.schools, page, _SCHOOLS)
    told = (
        text(
            "target-line",
            school=brief(school.school.name, _NAME),
            standing=_standing(one.target, school.finding),
        )
        for school in shown
    )
    words = lines(
        lines(_heading(one, _CARD), _need(one.target)),
        lines(text("target-together", standing=_standing(one.target, one.together)))
        if one.together
        else None,
        lines(*told),
        separator="\n\n",
    )
    turn = pager("target", one.row.activity_id, one.index, page=page, total=len(one.schools), size=_SCHOOLS)
    return Screen(words, (*turn, (button("button-targets-back", "targets", found.plan.id, 0, 0), *HOME_ROW)))


def of_school(found: Board, one: RowTarget, *, kept: bool = False) -> Screen:
    """One target of one school, with what may be typed in."""
    school = one.schools[0]
    words = lines(
        text("target-kept") if kept else None,
        lines(_heading(one, _CARD), _need(one.target)),
        lines(
            text("target-line", school=school.school.name, standing=_standing(one.target, school.finding)),
            _known(one.target, school),
        ),
        separator="\n\n",
    )
    ask = tuple(
        (
            button(
                f"button-target-{one.target.measure.value}-{point.value}",
                "target-ask",
                *_ids(one),
                school.school.id,
                point,
            ),
        )
        for point in (points_of(one.target) if found.may_type else ())
    )
    back = button("button-targets-back", "targets", found.plan.id, school.school.id, 0)
    return Screen(words, (*ask, (back, *HOME_ROW)))


def ask_figure(one: RowTarget, school_id: int, point: Point) -> Screen:
    asked = text(f"target-ask-{one.target.measure.value}-{point.value}", whom=one.target.whom)
    back = (button("button-target-back", "target-of", *_ids(one), school_id),)
    return Screen(lines(_heading(one, _CARD), asked, separator="\n\n"), (back,))


def figure(value: Decimal) -> str:
    """«12», «12,5»: as people here write it."""
    return f"{value.normalize():f}".replace(".", ",")


def _ids(one: RowTarget) -> tuple[int, int]:
    return one.row.activity_id, one.index


def _plain(words: str) -> Text:
    return text("literal", words=words)


def _open(found: Board, one: RowTarget) -> Button:
    label = _plain(shortened(f"{one.row.reference} {one.target.words}"))
    if found.school_id:
        return button(label, "target-of", *_ids(one), found.school_id)
    return button(label, "target", *_ids(one), 0)


def _to_results(found: Board) -> Row:
    school = found.school_id
    return (button("button-results", "results", found.plan.district_id, school), *HOME_ROW)


def _heading(one: RowTarget, limit: int) -> Text:
    return text("target-heading", number=one.row.reference, words=shortened(one.target.words, limit))


def _need(target: Target) -> Text:
    if target.measure is Measure.CHANGE:
        key = f"target-need-{'down' if target.ceiling else 'up'}"
        return text(f"{key}-by" if target.number else key, number=target.number)
    key = "target-need-most" if target.ceiling else "target-need"
    amount = f"{target.number}{_UNITS.get(target.measure, '')} {target.whom}".strip()
    return text(key, amount=amount)


def _standing_of(found: Board, one: RowTarget) -> Text:
    if found.school_id:
        school = one.of(found.school_id)
        finding = school.finding if school else Finding(Standing.NO_DATA)
        return text("target-so-far", standing=_standing(one.target, finding))
    if one.together:
        return text("target-together", standing=_standing(one.target, one.together))
    counts = one.standings
    unknown = counts[Standing.NO_DATA] + counts[Standing.NO_BASE]
    return text(
        "target-counts",
        met=counts[Standing.MET],
        total=len(one.schools),
        short=counts[Standing.SHORT],
        unknown=unknown,
    )


def _standing(target: Target, finding: Finding) -> Text:
    if finding.standing is Standing.NO_BASE:
        key = "target-no-start" if target.measure is Measure.CHANGE else "target-no-base"
        return text(key, whom=target.whom)
    if finding.value is None:
        return text("target-no-data")
    if target.measure is Measure.CHANGE:
        sign = "+" if finding.value > 0 else "−" if finding.value < 0 else ""
        key = "target-change-met" if finding.standing is Standing.MET else "target-change-short"
        return text(key, change=f"{sign}{figure(abs(finding.value))}")
    value = f"{figure(finding.value)}{_UNITS.get(target.measure, '')}"
    if finding.standing is Standing.MET:
        return text("target-met", value=value)
    key = "target-over" if target.ceiling else "target-short"
    return text(key, value=value, lacking=figure(finding.lacking))


def _known(target: Target, school: SchoolFinding) -> Text | None:
    if target.measure is Measure.CHANGE and school.known.base is not None:
        now = "?" if school.known.typed is None else figure(school.known.typed)
        return text("target-was", was=figure(school.known.base), now=now)
    if target.measure is Measure.SHARE and school.known.base is not None:
        return text("target-base", base=figure(school.known.base), whom=target.whom)
    return None
