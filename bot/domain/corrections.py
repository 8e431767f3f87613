"""A live plan against its correction: which rows are the same, and what is different about them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.deadlines import Deadline, deadline_from_json, deadline_to_json
from bot.domain.matching import Row, meaning
from bot.domain.plan import Period


class Aspect(StrEnum):
    """What may be different about a row."""

    NUMBER = "number"
    TITLE = "title"
    SECTION = "section"
    PROBLEM = "problem"
    RESULT = "result"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    EVIDENCE = "evidence"
    PLACE = "place"  # among the other rows; its value is the title of the row above, "" at the top
    PERIOD = "period"  # of the whole plan; its value is «2026-09-01/2027-08-31», unknown sides empty


class ChangeKind(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    aspect: Aspect
    before: str | Deadline
    after: str | Deadline


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one row. A new row has no ``old_id``, a removed one no ``new_id``, the plan neither."""

    kind: ChangeKind
    old_id: int | None
    new_id: int | None
    number: str  # as it is now; of a removed row as it was
    title: str
    differences: tuple[Difference, ...] = ()  # of a changed or a moved row

    @property
    def key(self) -> str:
        """One word for it, the same as long as it is a change: o12 by the live row, n7 by the new one."""
        if self.is_of_plan:
            return "plan"
        return f"n{self.new_id}" if self.old_id is None else f"o{self.old_id}"

    @property
    def is_of_plan(self) -> bool:
        """Whether it is the plan's own title or period that changes, and no row."""
        return self.old_id is None and self.new_id is None

    @property
    def is_reworded(self) -> bool:
        """Whether those who carry the row out have something new to read."""
        asked = {Aspect.TITLE, Aspect.RESULT, Aspect.EVIDENCE}
        return any(d.aspect in asked for d in self.differences)

    @property
    def is_out_of_place(self) -> bool:
        """Whether the row stands elsewhere among the others."""
        return any(d.aspect is Aspect.PLACE for d in self.differences)


def diff(old: Sequence[Row], new: Sequence[Row]) -> tuple[Change, ...]:
    """What turns ``old`` into ``new``, in the new order; what was removed stands where it stood.

    Rows are the same by ``origin_id``; of several with one origin the first continues it.
    """
    places = {row.id: i for i, row in enumerate(old)}
    continued: dict[int, Row] = {}
    for row in new:
        if row.origin_id in places:
            continued.setdefault(row.origin_id, row)
    kept = [row for row in new if row.origin_id is not None and continued.get(row.origin_id) is row]
    steady = _steady([places[row.origin_id] for row in kept if row.origin_id is not None])
    moved = {row.id for row, is_steady in zip(kept, steady, strict=True) if not is_steady}
    removed = _Removed(row for row in old if row.id not in continued)
    found: list[Change] = []
    for i, row in enumerate(new):
        if row.origin_id is None or continued.get(row.origin_id) is not row:
            found.append(Change(ChangeKind.NEW, None, row.id, row.number, row.title))
            continue
        before = old[places[row.origin_id]]
        if row.id not in moved:
            found += removed.above(places[before.id], places)
        place = (_above(old, places[before.id]), _above(new, i)) if row.id in moved else None
        if differences := _differences(before, row, place):
            found.append(_changed(before, row, differences))
    return (*found, *removed.above(len(old), places))


def diff_headings(old: tuple[str, Period], new: tuple[str, Period]) -> tuple[Change, ...]:
    """One change of the whole plan where its title or its period becomes another."""
    found = []
    if old[0].split() != new[0].split():
        found.append(Difference(Aspect.TITLE, old[0], new[0]))
    if old[1] != new[1]:
        found.append(Difference(Aspect.PERIOD, _period(old[1]), _period(new[1])))
    return (Change(ChangeKind.CHANGED, None, None, "", new[0], tuple(found)),) if found else ()


def _period(period: Period) -> str:
    return "/".join(day.isoformat() if day else "" for day in (period.start, period.end))


class _Removed:
    """The removed rows, given out in their old order as one comes past them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._left = list(rows)

    def above(self, place: int, places: Mapping[int, int]) -> list[Change]:
        found = [row for row in self._left if places[row.id] < place]
        self._left = self._left[len(found) :]
        return [Change(ChangeKind.REMOVED, row.id, None, row.number, row.title) for row in found]


def _changed(before: Row, after: Row, differences: tuple[Difference, ...]) -> Change:
    moved = {d.aspect for d in differences} <= {Aspect.PLACE, Aspect.SECTION}
    kind = ChangeKind.MOVED if moved else ChangeKind.CHANGED
    return Change(kind, before.id, after.id, after.number, after.title, differences)


def _above(rows: Sequence[Row], place: int) -> str:
    return rows[place - 1].title if place else ""


_WORDS = tuple(aspect for aspect in Aspect if aspect not in (Aspect.DEADLINE, Aspect.PLACE, Aspect.PERIOD))


def _differences(before: Row, after: Row, place: tuple[str, str] | None) -> tuple[Difference, ...]:
    """Line breaks and double spaces are the document's make-up and no difference."""
    found: list[Difference] = []
    for aspect in _WORDS:
        old, new = getattr(before, aspect.value), getattr(after, aspect.value)
        if old.split() != new.split():
            found.append(Difference(aspect, old, new))
    if _said(before.deadline) != _said(after.deadline):
        found.append(Difference(Aspect.DEADLINE, before.deadline, after.deadline))
    if place is not None:
        found.append(Difference(Aspect.PLACE, *place))
    return tuple(found)


def _said(deadline: Deadline) -> object:
    return deadline.phrase.split(), meaning(deadline)


def _steady(places: Sequence[int]) -> list[bool]:
    """Which of the rows kept their order: a longest rising run of ``places``. The others were moved."""
    ends: list[int] = []  # the smallest last place of a run of each length
    lengths = []
    for place in places:
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        lengths.append(length)
    wanted = len(ends) - 1
    found = [False] * len(places)
    for i in range(len(places) - 1, -1, -1):
        if lengths[i] == wanted:
            found[i], wanted = True, wanted - 1
    return found


def change_to_json(change: Change) -> dict[str, Any]:
    """For the plan's history."""

    def value(side: str | Deadline) -> Any:
        return deadline_to_json(side) if isinstance(side, Deadline) else side

    return {
        "kind": change.kind.value,
        "old_id": change.old_id,
        "new_id": change.new_id,
        "number": change.number,
        "title": change.title,
        "differences": [
            {"aspect": d.aspect.value, "before": value(d.before), "after": value(d.after)}
            for d in change.differences
        ],
    }


def change_from_json(data: Mapping[str, Any]) -> Change:
    """The inverse of :func:`change_to_json`."""

    def value(side: Any) -> str | Deadline:
        return side if isinstance(side, str) else deadline_from_json(side)

    return Change(
        ChangeKind(data["kind"]),
        data["old_id"],
        data["new_id"],
        data["number"],
        data["title"],
        tuple(
            Difference(Aspect(d["aspect"]), value(d["before"]), value(d["after"]))
            for d in data["differences"]
        ),
    )
