"""The shelf of a plan's papers, what is asked before one is made, and a paper on its way."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.paper_kinds import OF_A_PERIOD, NamedPeriod, PaperFormat, PaperKind, period_code
from bot.domain.plan import Period
from bot.domain.record import PlanRecord, RecordRow
from bot.papers.pdf import can_make_pdf
from bot.screen import Button, File, Row, Screen, Text, button, lines, text
from bot.use_cases.papers import Shelf
from handlers.papers.wording import DataFormat, paper_name
from handlers.plan.deadline_view import window_words
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.plans import Plan

_TITLE = 300  # characters of a plan's title
NO_PERIOD = period_code(Period(None, None))
_K = PaperKind
_OF_DISTRICT = ((_K.PLAN, _K.CHECKLIST), (_K.DISTRICT, _K.PROTOCOL), (_K.LETTER, _K.CONSULTATIONS))
_OF_SCHOOL = ((_K.PLAN, _K.CHECKLIST), (_K.SCHOOL, _K.CONSULTATIONS))


def subjects(plans: Sequence[Plan], district_id: int, school_id: int, page: int) -> Screen:
    if not plans:
        return Screen(text("papers-none"), (HOME_ROW,))
    shown, page = page_of(plans, page)
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=shortened(p.title, LABEL)), "papers-of", p.id, school_id),)
        for p in shown
    )
    turn = pager("papers", district_id, school_id, page=page, total=len(plans))
    names = [text("papers-subject", title=shortened(p.title, _TITLE)) for p in shown]
    return Screen(lines(text("papers-choose"), *names, separator="\n\n"), (*rows, *turn, HOME_ROW))


def shelf(found: Shelf) -> Screen:
    title = text("papers", place=found.place, title=shortened(found.plan.title, _TITLE))
    kinds = _OF_SCHOOL if found.school_id else _OF_DISTRICT
    rows: list[Row] = [tuple(_paper(found, kind) for kind in pair) for pair in kinds]
    rows.append(
        (
            button(paper_name(_K.ATTENDANCE), "papers-rows", found.plan.id, found.school_id, 0),
            button("button-package", "papers-package", found.plan.id, found.school_id),
        )
    )
    tables_button = button("button-tables", "papers-tables", found.plan.id, found.school_id)
    templates = () if not found.edits else (button("button-templates", "templates", found.plan.district_id),)
    rows.append((tables_button, *templates))
    return Screen(title, (*rows, *_others(found), HOME_ROW))


def _paper(found: Shelf, kind: PaperKind) -> Button:
    if kind in OF_A_PERIOD:
        return button(paper_name(kind), "paper-period", kind, found.plan.id, found.school_id)
    return button(
        paper_name(kind), "paper", kind, found.plan.id, found.school_id, NO_PERIOD, PaperFormat.DOCX
    )


def _others(found: Shelf) -> tuple[Row, ...]:
    if not found.others:
        return ()
    return ((button("button-papers-others", "papers", found.plan.district_id, found.school_id, 0),),)


def _back(plan_id: int, school_id: int) -> Button:
    return button("button-papers-back", "papers-of", plan_id, school_id)


def choose_period(kind: PaperKind, found: Shelf, periods: Sequence[NamedPeriod]) -> Screen:
    rows: list[Row] = [
        (
            button(
                text(f"paper-period-{named.name}"),
                *("paper", kind, found.plan.id, found.school_id, period_code(named.period)),
                PaperFormat.DOCX,
            ),
        )
        for named in periods
    ]
    rows.append((button("paper-period-dates", "paper-dates", kind, found.plan.id, found.school_id),))
    words = text("paper-choose-period", paper=paper_name(kind), place=found.place)
    return Screen(words, (*rows, (_back(found.plan.id, found.school_id), *HOME_ROW)))


def ask_dates(plan_id: int, school_id: int) -> Screen:
    return Screen(text("paper-type-dates"), ((_back(plan_id, school_id), *HOME_ROW),))


def choose_row(found: Shelf, rows: Sequence[RecordRow], page: int) -> Screen:
    """Which row a list to sign is for; the first page may have it for none."""
    shown, page = page_of(rows, page)
    buttons: list[Row] = [(button("attendance-none", "attendance", *_list(found, 0)),)] if page == 0 else []
    buttons += [(button(_row_label(row), "attendance", *_list(found, row.activity_id)),) for row in shown]
    turn = pager("papers-rows", found.plan.id, found.school_id, page=page, total=len(rows))
    back = (_back(found.plan.id, found.school_id), *HOME_ROW)
    return Screen(text("attendance-choose"), (*buttons, *turn, back))


def _list(found: Shelf, activity_id: int) -> tuple[object, ...]:
    return found.plan.id, found.school_id, activity_id, PaperFormat.DOCX


def _row_label(row: RecordRow) -> Text:
    return text("literal", words=shortened(f"{row.number} {row.title}".strip(), LABEL))


def made(
    kind: PaperKind, record: PlanRecord, file: File, form: PaperFormat, again: Button, back: Shelf
) -> Screen:
    """One sentence and the file; ``again`` is the same paper as PDF, where that can be made."""
    place = record.school or record.district
    if kind in OF_A_PERIOD and (record.period.start or record.period.end):
        days = window_words(record.period.start, record.period.end)
        words = text("paper-made-period", paper=paper_name(kind), place=place, days=days)
    else:
        words = text("paper-made", paper=paper_name(kind), place=place)
    more = (again,) if form is PaperFormat.DOCX and can_make_pdf() else ()
    return Screen(words, ((*more, _back(back.plan.id, back.school_id)), HOME_ROW), files=(file,), fresh=True)


def package(found: Shelf, files: Sequence[File]) -> Screen:
    """The archives of a plan's proofs, one message each."""
    key = "package-none" if not files else "package" if len(files) == 1 else "package-parts"
    words = text(key, place=found.place, parts=len(files))
    back = ((_back(found.plan.id, found.school_id),), HOME_ROW)
    return Screen(words, back, files=tuple(files), fresh=bool(files))


def tables(found: Shelf) -> Screen:
    """What is for other programs rather than for paper."""
    plan, school = found.plan.id, found.school_id
    rows: list[Row] = [
        (button(f"button-data-{form.value}", "papers-data", form, plan, school),) for form in DataFormat
    ]
    of_school = (button("button-calendar-school", "calendar", school),) if school else ()
    rows.append((*of_school, button("button-calendar-own", "calendar", 0)))
    return Screen(text("tables", place=found.place), (*rows, (_back(plan, school), *HOME_ROW)))


def data(found: Shelf, form: DataFormat, file: File) -> Screen:
    back = button("button-tables", "papers-tables", found.plan.id, found.school_id)
    words = text(f"data-{form.value}", place=found.place)
    return Screen(words, ((back,), HOME_ROW), files=(file,), fresh=True)
