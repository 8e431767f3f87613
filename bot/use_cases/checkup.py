"""A plan is checked without being imported: what to look at, row by row. Nothing of the file is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from bot.domain.access import Action, Place, require
from bot.domain.doubt_codes import Severity, Subject, subject_of
from bot.domain.people import Person
from bot.domain.plan import Doubt, DraftActivity, DraftPlan, FixField

# What is remembered of a check while its list is open, in remarks and characters; about 64 kB with all signs.
KEPT = 75
_QUOTATION = 50
_FIRST_WORDS = 30
_ORDER = {severity: place for place, severity in enumerate(Severity)}
_OF_FIELD = {
    FixField.NUMBER: Subject.NUMBER,
    FixField.TITLE: Subject.TITLE,
    FixField.RESULT: Subject.RESULT,
    FixField.DEADLINE: Subject.DEADLINE,
    FixField.RESPONSIBLE: Subject.RESPONSIBLE,
    FixField.SECTION: Subject.ROWS,
}
_QUOTED = 20  # characters by which a quotation is found again in its cell


@dataclass(frozen=True, slots=True)
class Remark:
    code: str
    severity: Severity
    row: int | None  # from 0; None for the whole plan
    number: str  # of the row, as written
    begins: str  # the first words of the title of a row without a number
    about: str
    fix: str = ""  # the right words, where they are certain


@dataclass(frozen=True, slots=True)
class Checkup:
    plan: DraftPlan
    remarks: tuple[Remark, ...]  # the whole plan's first, then by row

    def of_row(self, row: int | None) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.row == row)

    @property
    def by_severity(self) -> Counter[Severity]:
        return Counter(remark.severity for remark in self.remarks)

    @property
    def by_subject(self) -> Counter[Subject]:
        return Counter(subject_of(remark.code) for remark in self.remarks)


def check_plan(actor: Person, draft: DraftPlan) -> Checkup:
    require(actor, Action.CHECK_PLAN, Place())
    return Checkup(draft, tuple(_remark(draft, doubt) for doubt in draft.doubts))


def _remark(draft: DraftPlan, doubt: Doubt) -> Remark:
    row = None if doubt.activity is None else draft.activities[doubt.activity]
    number = row.number if row else ""
    return Remark(
        code=doubt.code,
        severity=doubt.severity,
        row=doubt.activity,
        number=number,
        begins=_cut(row.title, _FIRST_WORDS) if row and not number else "",
        about=doubt.about,
        fix=doubt.fix.value if doubt.fix else "",
    )


def worst_first(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """So many remarks as a list remembers: the gravest, in the plan's order; long words are cut."""
    places = sorted(range(len(remarks)), key=lambda place: (_ORDER[remarks[place].severity], place))[:KEPT]
    return tuple(_short(remarks[place]) for place in sorted(places))


def _short(remark: Remark) -> Remark:
    fix = remark.fix if len(remark.fix) <= _QUOTATION else ""
    return replace(remark, about=_cut(remark.about, _QUOTATION), fix=fix)


def _cut(words: str, limit: int) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def doubted_cells(plan: DraftPlan, row: int) -> dict[Subject, Severity]:
    """Which cells of a row are doubted, and how much; a doubt about the row as a whole marks its number."""
    cells: dict[Subject, Severity] = {}
    for doubt in sorted(plan.doubts, key=lambda doubt: _ORDER[doubt.severity]):
        if doubt.activity == row:
            cells.setdefault(_cell(plan.activities[row], doubt), doubt.severity)
    return cells


def _cell(activity: DraftActivity, doubt: Doubt) -> Subject:
    subject = _OF_FIELD[doubt.fix.field] if doubt.fix else subject_of(doubt.code)
    if subject is Subject.WORDS:
        quoted = doubt.about.strip("«»… ")[-_QUOTED:]
        texts = {
            Subject.TITLE: activity.title,
            Subject.RESULT: activity.result,
            Subject.RESPONSIBLE: activity.responsible_text,
        }
        return next((cell for cell, text in texts.items() if quoted in text), Subject.NUMBER)
    return Subject.NUMBER if subject is Subject.ROWS else subject
