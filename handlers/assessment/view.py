"""Problem subjects of a school in words and as a picture; of a district, school by school by name."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.dynamics import DynamicsChart, DynamicsRow
from bot.domain.assessment import ENOUGH_SCHOOLS, PROBLEM, Half, Mastery
from bot.domain.names import brief
from bot.reading.scores import ReadScores
from bot.screen import Button, Chart, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.assessment import DistrictScores, SchoolScores
from handlers.shared import HOME_ROW, page_of, pager, shortened
from storage.districts import Body

Say = Callable[[Text | Texts], str]
_ROWS = 12  # of a picture, and of the words beside it
_NAME, _PIECE, _PIECES = 70, 60, 10  # characters of a school and of a piece; pieces shown


def school(found: SchoolScores, page: int, say: Say) -> Screen:
    """Its problems now and in the half before; the picture says what the words say."""
    problems, page = page_of(found.problems, page, _ROWS)
    head = text("scores", school=found.school.name, half=half_words(found.half), percent=PROBLEM)
    if not found.subjects:
        return Screen(lines(head, text("scores-nothing"), separator="\n\n"), _buttons(found))
    words = lines(
        head,
        _sum(found),
        lines(*map(_line, problems)) if problems else text("scores-no-problems"),
        separator="\n\n",
    )
    ids = (found.school.id, found.half.year, found.half.number)
    turn = pager("scores-half", *ids, page=page, total=len(found.problems), size=_ROWS)
    chart = Chart(_chart(found, list(problems), say)) if problems else None
    return Screen(words, (*turn, *_buttons(found)), chart=chart)


def subjects(found: SchoolScores) -> Screen:
    """The school beside the district's median, subject by subject."""
    told = []
    for subject, mean in sorted(found.means.items()):
        median = found.medians.get(subject)
        key = "scores-subject-alone" if median is None else "scores-subject"
        told.append(text(key, subject=subject, mean=mean, median=median or 0))
    half = half_words(found.half)
    words = lines(
        text("scores-subjects", school=found.school.name, half=half, enough=ENOUGH_SCHOOLS),
        lines(*told) if told else text("scores-nothing"),
        separator="\n\n",
    )
    back = button("button-scores-back", "scores-half", found.school.id, found.half.year, found.half.number, 0)
    return Screen(words, ((back, *HOME_ROW),))


def district(found: DistrictScores, page: int) -> Screen:
    """By name; how many problems each has is its own affair and the coordinator's."""
    shown, page = page_of(found.schools, page)
    told = []
    for one in shown:
        key = (
            "scores-school-none"
            if not one.known
            else "scores-school"
            if one.before is None
            else "scores-school-before"
        )
        name = brief(one.school.name, _NAME)
        told.append(text(key, school=name, n=one.problems, total=one.known, before=one.before or 0))
    head = text("scores-district", place=found.name, half=half_words(found.half), percent=PROBLEM)
    rows: list[Row] = [
        (
            button(
                text("literal", words=shortened(one.school.name)),
                "scores-half",
                one.school.id,
                *_of(found.half),
                0,
            ),
        )
        for one in shown
    ]
    rows += pager("scores-all-half", found.district_id, *_of(found.half), page=page, total=len(found.schools))
    turn = _turn("scores-all-half", found.district_id, found.half, found.current)
    back = (button("button-results", "results", found.district_id, 0), *HOME_ROW)
    return Screen(lines(head, lines(*told), separator="\n\n"), (*rows, turn, back))


def ask_scores(school: Body, half: Half) -> Screen:
    words = text("scores-ask", school=brief(school.name, _NAME), half=half_words(half))
    return Screen(words, ((button("button-scores-back", "scores-half", school.id, *_of(half), 0),),))


def kept(found: SchoolScores, read: ReadScores) -> Screen:
    """How many were understood, and which pieces were not."""
    unread = [text("scores-unread-piece", piece=shortened(piece, _PIECE)) for piece in read.unread[:_PIECES]]
    more = len(read.unread) - len(unread)
    words = lines(
        text("scores-kept", n=len(read.scores), half=half_words(found.half)),
        lines(text("scores-unread"), *unread, text("scores-unread-more", n=more) if more else None)
        if unread
        else None,
        _sum(found),
        separator="\n\n",
    )
    see = button("button-scores-see", "scores-half", found.school.id, *_of(found.half), 0)
    return Screen(words, ((see, *HOME_ROW),))


def half_words(half: Half) -> Text:
    return text(f"half-{half.number}", first=str(half.year), second=str(half.year + 1))


def _of(half: Half) -> tuple[int, int]:
    return half.year, half.number


def _sum(found: SchoolScores) -> Text:
    now = sum(one.is_problem for one in found.subjects)
    if all(one.before is None for one in found.subjects):
        return text("scores-sum", n=now)
    return text("scores-sum-before", n=now, before=sum(one.was_problem for one in found.subjects))


def _line(one: Mastery) -> Text:
    return text("scores-line", form=one.form, subject=one.subject, note=_note(one))


def _note(one: Mastery) -> Text:
    if one.before is None:
        return text("scores-now", now=one.now or 0)
    if one.now is None:
        return text("scores-was", before=one.before)
    return text("scores-change", before=one.before, now=one.now)


def _chart(found: SchoolScores, problems: list[Mastery], say: Say) -> DynamicsChart:
    return DynamicsChart(
        title=say(text("scores-chart", school=found.school.name)),
        summary=say(_sum(found)),
        earlier=say(half_words(found.half.before)) if any(one.before is not None for one in problems) else "",
        latest=say(half_words(found.half)),
        threshold=PROBLEM,
        threshold_words=say(text("scores-threshold", percent=PROBLEM)),
        rows=tuple(
            DynamicsRow(f"{one.form}, {one.subject}", say(_note(one)), (one.before, one.now))
            for one in problems
        ),
    )


def _buttons(found: SchoolScores) -> tuple[Row, ...]:
    rows: list[Row] = []
    if found.may_enter:
        rows.append((button("button-scores-add", "scores-add", found.school.id, *_of(found.half)),))
    if found.means:
        rows.append((button("button-scores-subjects", "scores-subjects", found.school.id, *_of(found.half)),))
    rows.append(_turn("scores-half", found.school.id, found.half, found.current))
    if found.sees_district:
        rows.append(
            (button("button-scores-all", "scores-all-half", found.school.district_id, *_of(found.half), 0),)
        )
    return (*rows, HOME_ROW)


def _turn(route: str, place: int, half: Half, current: Half) -> Row:
    row: list[Button] = [button("button-half-before", route, place, *_of(half.before), 0)]
    if half < current:
        row.append(button("button-half-after", route, place, *_of(half.after), 0))
    return tuple(row)
