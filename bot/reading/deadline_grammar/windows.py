"""A rewritten phrase sorted out, and its items as windows with the doubts about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.deadlines import Day, Deadline, DeadlineKind, Window
from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear
from bot.reading.deadline_grammar.cascade import Tokens, any_mended, of_kind
from bot.reading.deadline_grammar.context import DeadlineContext
from bot.reading.deadline_grammar.frequency import Frequency, on_weekdays
from bot.reading.deadline_grammar.item import AFTER, BEFORE, BY, FROM, ON, Item
from bot.reading.deadline_grammar.labels import labelled
from bot.reading.deadline_grammar.placing import days_of, shifted
from bot.reading.deadline_grammar.span import DAY, PART, UNNAMED, YEAR

LIMITS = (BY, BEFORE)
_ONLY_ITEMS = {"ITEM"}


@dataclass(slots=True)
class Reading:
    """A phrase's tokens sorted by what they contribute, and the doubts met so far."""

    phrase: str
    context: DeadlineContext
    present: set[str]  # the kinds of its tokens
    items: list[Item]  # in the calendar, once they are placed
    frequencies: Sequence[Frequency] = ()
    always: bool = False
    whole_period: bool = False
    scheduled: bool = False
    event: bool = False
    onward: bool = False
    written: Sequence[Item] = ()  # as the words alone tell them
    doubts: dict[str, None] = field(default_factory=dict)

    def doubt(self, codes: Iterable[str]) -> None:
        self.doubts.update(dict.fromkeys(codes))

    def deadline(
        self, kind: DeadlineKind, windows: Sequence[Window] = (), rule: str | None = None
    ) -> Deadline:
        return Deadline(self.phrase, kind, tuple(windows), rule, tuple(self.doubts))


def sorted_out(phrase: str, tokens: Tokens, context: DeadlineContext) -> Reading:
    if len(tokens) == 1 and tokens[0].kind == "ITEM":
        alone = Reading(phrase, context, _ONLY_ITEMS, [tokens[0].value])
        if tokens[0].mended:
            alone.doubt(["misspelt"])
        return alone
    present = {token.kind for token in tokens}
    scheduled, always = "SCHEDULE" in present or "AFTER" in present, "ALWAYS" in present
    items, doubts = labelled(phrase, tokens, present, explained=scheduled or always)
    if "INCLUSIVE" in present:  # «до II полугодия (2023 г.) включительно»
        items = [item._replace(role=BY) if item.role is BEFORE else item for item in items]
    reading = Reading(phrase, context, present, items)
    if present != _ONLY_ITEMS:
        reading.scheduled, reading.onward, reading.always = scheduled, "OPEN" in present, always
        reading.whole_period = always and "whole" in of_kind(tokens, "ALWAYS")
        reading.event = scheduled and ("AFTER" in present or "event" in of_kind(tokens, "SCHEDULE"))
        if "FREQ" in present:
            reading.frequencies = on_weekdays(of_kind(tokens, "FREQ"), of_kind(tokens, "WEEKDAY"))
        if "EVERY" in present and any(item.first.first_month == UNNAMED for item in items):
            reading.frequencies = [*reading.frequencies, Frequency("month")]
    if doubts:
        reading.doubt(doubts)
    if ("WEEKDAY" in present and _is_lost(reading)) or ("EVERY" in present and not reading.frequencies):
        reading.doubt(["wrong_word"])
    if context.section_month and not items and not present.isdisjoint(("NUM", "ORD")):
        reading.doubt(["wrong_word"])  # «15, по графику» may be a day of the section's month
    if reading.always and "WORD" in present and any(item.role in LIMITS for item in items):
        reading.doubt(["wrong_word"])  # «постоянно, отчёт до 15 декабря»
    if any_mended(tokens) and any(token.mended and token.kind in ("ITEM", "SCHEDULE") for token in tokens):
        reading.doubt(["misspelt"])
    return reading


def _is_lost(reading: Reading) -> bool:
    """Whether a weekday is neither that of a rhythm nor the name of the days beside it."""
    named = bool(reading.items) and all(item.first.scale is DAY for item in reading.items)
    return not named and not any(frequency.unit == "week" for frequency in reading.frequencies)


def sides_of(item: Item) -> tuple[Day | None, Day | None]:
    """The first and the last day of a placed item; None on a side that is open."""
    role, last = item.role, item.last
    start, end = days_of(item.first)
    if role is AFTER:
        return shifted(end, 1), None
    if role is FROM:
        return start, None
    begins = start
    if last is not item.first:
        begins, end = days_of(last)
    if role is BEFORE and last.scale is not DAY and not last.to_end:
        end = shifted(begins, -1)
    return (None if role in LIMITS else start), end


def _doubts_of(item: Item) -> Sequence[str]:
    if item.role is ON and item.first is item.last:
        return item.first.doubts
    if item.role is AFTER:  # how long after?
        return ["approximate", *item.last.doubts]
    sharp = item.role is BEFORE and (item.last.to_end or item.last.bounds[0][1] == 1)
    ranged = item.first is not item.last
    begun = (ranged or item.role is FROM) and item.first.bounds[0][1] == 1
    doubts: list[str] = []
    for span in item.spans:
        # «до конца учебного года», «с начала года», «с 1 сентября до конца года» are exact days
        exact = sharp or (begun if span is item.first else span.to_end)
        doubts += [code for code in span.doubts if not (exact and code == "approximate")]
    if item.role is BEFORE and item.last.scale is PART and not sharp:
        doubts.append("approximate")  # «до середины марта»
    if item.role is BEFORE and item.last.scale is YEAR and isinstance(item.last.year, CalendarYear):
        doubts.append("until_unclear")
    return doubts


def _outside(start: Day | None, end: Day | None, bounds: Period) -> str | None:
    """The doubt about days outside the plan: all of them, or those before it or after it."""
    first, last, begins = bounds.start, bounds.end, start or end
    if not isinstance(begins, date):
        return None
    ends = end if isinstance(end, date) else None
    if (last and begins > last) or (first and ends and ends < first):
        return "outside_plan"
    return "beyond_plan" if (first and begins < first) or (last and ends and ends > last) else None


def window_of(item: Item, reading: Reading) -> Window:
    start, end = sides_of(item)
    doubts = _doubts_of(item)
    if doubts:
        reading.doubt(doubts)
    window = Window(start, end, item.label)
    if ends_early(window):
        reading.doubt(["end_before_start"])
    elif "year_assumed" not in doubts and (outside := _outside(start, end, reading.context.bounds)):
        reading.doubt([outside])
    return window


def begins_beside(items: Sequence[Item]) -> bool:
    """«с 1 сентября, 10 октября»: until then?"""
    return len({item.role in (FROM, AFTER) for item in items}) > 1 and not all(item.label for item in items)


def ends_early(window: Window) -> bool:
    start, end = window.start, window.end
    return isinstance(start, date) and isinstance(end, date) and end < start


def windows_of(items: Sequence[Item], reading: Reading) -> list[Window]:
    windows = [window_of(item, reading) for item in items]
    if begins_beside(items):
        reading.doubt(["list_or_range"])
    return windows if len(windows) < 2 else list(dict.fromkeys(windows))


def is_year(item: Item) -> bool:
    """A whole year that frames other dates; one with a name of its own is an occurrence."""
    whole = item.first.scale is YEAR and item.last.scale is YEAR
    return whole and item.role is ON and not item.label


def has_year(item: Item) -> bool:
    return item.first.year is not None or item.last.year is not None


def within(inner: Window, outer: Window) -> bool:
    """Whether the days of one lie in the other, which has both its sides."""
    first, last = outer.start, outer.end
    if first is None or last is None:
        return False
    for day in (inner.start, inner.end):
        if day and not (_not_after(first, day) and _not_after(day, last)):
            return False
    return True


def _not_after(first: Day, second: Day) -> bool:
    if isinstance(first, date) and isinstance(second, date):
        return first <= second
    return str(first) <= str(second)


def all_within(windows: Sequence[Window], years: Sequence[Window]) -> bool:
    return all(any(within(window, year) for year in years) for window in windows)
