"""What a row of the plan wants to reach in numbers, and how far each school has come.

A report's number of people, the register of an event or a figure that was typed in is held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum

from bot.domain.errors import DomainError

KEY = 200  # characters of a target's words by which its figures are found again
MAX_FIGURE = 100_000


class Measure(StrEnum):
    PEOPLE = "people"  # how many: «не менее 3 педагогов»
    SHARE = "share"  # percent of all people of a kind: «80 % учителей»
    SCHOOLS = "schools"  # how many schools did it
    SCHOOLS_SHARE = "schools-share"  # percent of the schools: «100 % школ»
    THINGS = "things"  # how many of anything else; somebody types it
    PERCENT = "percent"  # of what no count shows: «укомплектованность – 90 %»; somebody types it
    CHANGE = "change"  # only a direction: «снижение доли …»; against what it was at first


COUNTED_BY_SCHOOLS = frozenset({Measure.SCHOOLS, Measure.SCHOOLS_SHARE})  # one figure for the district
FROM_REPORTS = frozenset({Measure.PEOPLE, Measure.SHARE})  # a report's number of people may be the figure


@dataclass(frozen=True, slots=True)
class Target:
    """One target as a row's result column words it."""

    words: str  # of the document, as much as tells what is meant
    measure: Measure
    number: int  # people, schools, things or percent; of a change: by how much, 0 where only a direction
    whom: str = ""  # of whom or what, in the document's own form: «педагогов»
    ceiling: bool = False  # no more than the number; of a change: downwards
    whole_district: bool = False  # the schools reach it together

    @property
    def key(self) -> str:
        """Its own words; one sentence may name two: «5 педагогов и 3 руководителя от каждой школы»."""
        return f"{self.measure.value} {self.number} {self.whom}: {self.words}"[:KEY]


class Standing(StrEnum):
    MET = "met"
    SHORT = "short"
    NO_DATA = "no-data"
    NO_BASE = "no-base"  # a figure is there, but not what it is a share of, or what it was at first


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of one school about one target."""

    people: tuple[int, ...] = ()  # of its reports that were confirmed or accepted, and of its registers
    done: bool = False  # … and one of them says that it was done
    typed: Decimal | None = None
    base: Decimal | None = None  # of a share: all people of the kind; of a change: the first figure


@dataclass(frozen=True, slots=True)
class Finding:
    standing: Standing
    value: Decimal | None = None  # in the target's own unit
    lacking: Decimal = Decimal(0)  # people, schools, things or percent points


NOTHING = Finding(Standing.NO_DATA)


def check_school(target: Target, known: Figures) -> Finding:
    """How one school stands. Where it reported several times, each time has to do: the least counts."""
    match target.measure:
        case Measure.PEOPLE | Measure.SHARE:
            count = known.typed if known.typed is not None else _least(known.people, ceiling=target.ceiling)
            if count is None:
                return NOTHING
            return (
                _counted(target, count)
                if target.measure is Measure.PEOPLE
                else _share(target, count, known.base)
            )
        case Measure.SCHOOLS | Measure.SCHOOLS_SHARE:
            return Finding(Standing.MET, Decimal(1)) if known.done else NOTHING
        case Measure.CHANGE:
            return _change(target, known)
        case _:
            return _counted(target, known.typed) if known.typed is not None else NOTHING


def check_district(target: Target, known: Sequence[Figures]) -> Finding:
    """How all its schools stand together, for a target that they reach together."""
    if target.measure in COUNTED_BY_SCHOOLS:
        done = Decimal(sum(figures.done for figures in known))
        return (
            _share(target, done, Decimal(len(known)))
            if target.measure is Measure.SCHOOLS_SHARE
            else _counted(target, done)
        )
    counts = [check_school(target, figures) for figures in known]
    values = [one.value for one in counts if one.value is not None]
    if not values:
        return NOTHING
    if target.measure is Measure.SHARE:
        pairs = [(_count(figures), figures.base) for figures in known]
        whole = [(count, base) for count, base in pairs if count is not None and base]
        return _share(target, sum((c for c, _ in whole), Decimal(0)), sum((b for _, b in whole), Decimal(0)))
    return _counted(target, sum(values, Decimal(0)))


def is_together(target: Target) -> bool:
    """One figure for all schools, rather than one for each."""
    return target.measure in COUNTED_BY_SCHOOLS or (
        target.whole_district and target.measure in FROM_REPORTS | {Measure.THINGS}
    )


def checked_figure(raw: str) -> Decimal:
    """«12», «12,5», «80 %»: a figure from 0, with one decimal place at most. Raises on anything else."""
    try:
        figure = Decimal(raw.strip().removesuffix("%").strip().replace(",", "."))
        fits = figure.is_finite() and 0 <= figure <= MAX_FIGURE and figure == round(figure, 1)
    except InvalidOperation:
        fits = False
    if not fits:
        raise DomainError("error-figure")
    return figure


def checked_base(raw: str) -> Decimal:
    """How many people of a kind there are: a whole number from 1."""
    figure = checked_figure(raw)
    if figure != int(figure) or figure < 1:
        raise DomainError("error-base")
    return figure


def _count(known: Figures) -> Decimal | None:
    return known.typed if known.typed is not None else _least(known.people, ceiling=False)


def _least(people: Sequence[int], *, ceiling: bool) -> Decimal | None:
    if not people:
        return None
    return Decimal(max(people) if ceiling else min(people))


def _counted(target: Target, value: Decimal) -> Finding:
    lacking = value - target.number if target.ceiling else target.number - value
    return Finding(Standing.SHORT, value, lacking) if lacking > 0 else Finding(Standing.MET, value)


def _share(target: Target, count: Decimal, base: Decimal | None) -> Finding:
    """In percent; what lacks is told in people or schools, since those can be called."""
    if not base:
        return Finding(Standing.NO_BASE)
    percent = (100 * count / base).quantize(Decimal(1), ROUND_HALF_UP)
    wanted = base * target.number / 100
    lacking = count - wanted if target.ceiling else wanted - count
    if lacking <= 0:
        return Finding(Standing.MET, percent)
    return Finding(Standing.SHORT, percent, lacking.to_integral_value("ROUND_CEILING"))


def _change(target: Target, known: Figures) -> Finding:
    """Its value is the change since the first figure; as long as nothing changed, something lacks."""
    if known.base is None:
        return Finding(Standing.NO_BASE)
    if known.typed is None:
        return NOTHING
    change = known.typed - known.base
    gained = -change if target.ceiling else change
    if gained > 0 and gained >= target.number:
        return Finding(Standing.MET, change)
    return Finding(Standing.SHORT, change, max(target.number - gained, Decimal(0)))
