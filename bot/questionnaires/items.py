"""The items of a pack: which fields each kind has, and what they may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from bot.domain.answers import MAX_NUMBER, MAX_TEXT
from bot.domain.risk import FACTORS, INDICATORS
from bot.domain.surveys import (
    Audience,
    Bounds,
    Condition,
    Direction,
    Item,
    ItemKind,
    Matrix,
    Option,
)
from bot.questionnaires.nodes import Complaints, Mark

MAX_QUESTION = 200  # four lines on a phone
MAX_ROW = 100  # of a matrix, whose rows stand together
MAX_ROWS = 4  # each a row of buttons
MAX_OPTION = 30  # one button
MAX_OPTIONS = 7
MAX_ID = 24  # goes into a button's 64 bytes beside the wave's id
_TICK = 2  # characters that mark an option of several as chosen

_MATRIX = "matrix"  # a kind of the file only: its rows are items of their own
_KINDS: Mapping[str, ItemKind | None] = {**{kind.value: kind for kind in ItemKind}, _MATRIX: None}
_FIELDS: Mapping[ItemKind | None, tuple[str, ...]] = {
    ItemKind.SCALE: ("scale",),
    ItemKind.ONE: ("options",),
    ItemKind.MANY: ("options",),
    None: ("scale", "rows"),
}
_PROFILE = ("factor", "indicator", "direction")
_OPTIONAL: Mapping[ItemKind | None, tuple[str, ...]] = {
    ItemKind.SCALE: _PROFILE,
    ItemKind.ONE: _PROFILE,
    ItemKind.NUMBER: ("most", "factor", "indicator", "bounds"),
    ItemKind.SHARE: ("factor", "indicator", "bounds"),
    ItemKind.TEXT: ("most",),
}
_LIMITS = {ItemKind.NUMBER: MAX_NUMBER, ItemKind.TEXT: MAX_TEXT}

Scales = Mapping[str, tuple[Option, ...]]


def read_options(mark: Mark, kind: ItemKind, languages: tuple[str, ...]) -> tuple[Option, ...]:
    """Options are stored by their places, from «1» on. Raises PackError."""
    longest = MAX_OPTION - _TICK if kind is ItemKind.MANY else MAX_OPTION
    optional = ("alone",) if kind is ItemKind.MANY else ()
    found = []
    for place, option in enumerate(mark.sequence(2, MAX_OPTIONS), start=1):
        text = option.words(languages, longest, optional)
        alone = option.get("alone")
        found.append(Option(str(place), text, alone.truth() if alone else False))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ItemReader:
    audience: Audience
    languages: tuple[str, ...]
    scales: Scales
    complaints: Complaints

    def read(self, mark: Mark, most: int) -> tuple[Item, ...]:
        """The items in order, a matrix's rows among them. Complaints of them are noted, not raised."""
        items: dict[str, Item | None] = {}  # None: could not be read, which was complained of
        for one in mark.sequence(1, most):
            found = self.complaints.attempt(partial(self._items, one, items), None)
            if found is None:
                items[self._id(one)] = None
            for row, item in found or ():
                if item.id and item.id in items:
                    self.complaints.found += row["id"].error("pack-id-used", words=item.id).complaints
                items[item.id] = item
        return tuple(item for item in items.values() if item)

    def _items(self, mark: Mark, above: Mapping[str, Item | None]) -> tuple[tuple[Mark, Item], ...]:
        """One item, or the rows of a matrix, each with its place in the file."""
        mark.names()
        kind_mark = mark.get("kind")
        if kind_mark is None:
            raise mark.error("pack-missing", names="kind")
        kind = kind_mark.key_of(_KINDS)
        needed = ("id", "kind", "text", *_FIELDS.get(kind, ()))
        self.complaints.attempt(lambda: mark.keys(needed, (*_OPTIONAL.get(kind, ()), "show_if")), None)
        show_if = self.complaints.field(mark, "show_if", lambda found: self._condition(found, above), None)
        if kind:
            return ((mark, self._item(mark, kind, MAX_QUESTION, show_if)),)
        return tuple(self._rows(mark, show_if))

    def _rows(self, mark: Mark, show_if: Condition | None) -> Iterator[tuple[Mark, Item]]:
        matrix = Matrix(self._id(mark), self._text(mark, MAX_QUESTION))
        options = self.complaints.field(mark, "scale", lambda found: found.key_of(self.scales), ())
        rows = self.complaints.field(mark, "rows", lambda found: found.sequence(2, MAX_ROWS), ())
        for row in rows:
            self.complaints.attempt(partial(row.keys, ("id", "text"), _PROFILE), None)
            item = self._item(row, ItemKind.SCALE, MAX_ROW, show_if)
            yield row, replace(item, options=options, matrix=matrix)

    def _item(self, mark: Mark, kind: ItemKind, longest: int, show_if: Condition | None) -> Item:
        note = self.complaints.field
        scale: tuple[Option, ...] = note(mark, "scale", lambda found: found.key_of(self.scales), ())
        options: tuple[Option, ...] = note(
            mark, "options", lambda found: read_options(found, kind, self.languages), ()
        )
        limit = _LIMITS.get(kind, 0)
        factor = note(mark, "factor", lambda found: found.number(min(FACTORS), max(FACTORS)), None)
        item = Item(
            id=self._id(mark),
            kind=kind,
            text=self._text(mark, longest),
            options=scale or options,
            factor=factor,
            indicator=note(mark, "indicator", lambda found: self._indicator(found, factor), None),
            direction=note(mark, "direction", lambda found: found.one_of(Direction), None),
            bounds=note(mark, "bounds", lambda found: _bounds(found, kind), None),
            most=note(mark, "most", lambda found: found.number(1, limit), limit) if limit else 0,
            show_if=show_if,
            tallied=self.audience.counted and kind in (ItemKind.SCALE, ItemKind.ONE, ItemKind.MANY),
        )
        self.complaints.attempt(lambda: _check_profile(mark, kind), None)
        return item

    def _id(self, mark: Mark) -> str:
        return self.complaints.field(mark, "id", lambda found: found.identifier(MAX_ID), "")

    def _text(self, mark: Mark, longest: int) -> Mapping[str, str]:
        return self.complaints.field(mark, "text", lambda found: found.words(self.languages, longest), {})

    def _indicator(self, mark: Mark, factor: int | None) -> str:
        indicator = mark.key_of(INDICATORS)
        if factor and indicator.factor != factor:
            raise mark.error("pack-indicator-factor", words=indicator.id, factor=indicator.factor)
        if self.audience not in indicator.known_to:
            raise mark.error("pack-indicator-audience", words=indicator.id, audience=self.audience.value)
        return indicator.id

    def _condition(self, mark: Mark, above: Mapping[str, Item | None]) -> Condition | None:
        """``{item: …, equals: …}`` or ``{item: …, in: […]}`` about an item above."""
        names = mark.names()
        mark.keys(("item", "in" if "in" in names else "equals"))
        item = mark["item"].key_of(above)
        if item is None:
            return None
        choice = item.kind in (ItemKind.SCALE, ItemKind.ONE, ItemKind.MANY)
        if self.audience.counted or not (choice or item.kind is ItemKind.NUMBER):
            raise mark["item"].error("pack-condition-kind", words=item.id)
        values = mark["in"].sequence(1, MAX_OPTIONS) if "in" in names else (mark["equals"],)
        offered = {option.value: option.value for option in item.options}
        if choice and not offered:  # they could not be read, which was complained of
            return None
        read = [v.key_of(offered) if choice else str(v.number(0, item.most)) for v in values]
        return Condition(item.id, frozenset(read))


def _bounds(mark: Mark, kind: ItemKind) -> Bounds:
    mark.keys(("calm", "risk"))
    most = 100 if kind is ItemKind.SHARE else MAX_NUMBER
    calm, risk = (mark[name].number(0, most) for name in ("calm", "risk"))
    if calm == risk:
        raise mark.error("pack-bounds")
    return Bounds(Fraction(calm), Fraction(risk))


def _check_profile(mark: Mark, kind: ItemKind) -> None:
    """An item feeds an indicator with all that this needs; a direction alone says which end is the better."""
    needed = {"factor", "indicator", "direction" if kind in (ItemKind.SCALE, ItemKind.ONE) else "bounds"}
    given = needed & set(mark.names())
    if given - {"direction"} and (missing := sorted(needed - given)):
        raise mark.error("pack-missing", names=", ".join(missing))
