"""The rows of one table: headers, sections, activities, and what a page break tore apart."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.alignment import align, columns_by_content
from bot.reading.blocks import Row, Table, one_line
from bot.reading.columns import Column, Header, Role
from bot.reading.going_on import begins_as_tail, columns_fit, has_width
from bot.reading.handover import Handover
from bot.reading.headers import find_header, is_numbering, names_columns
from bot.reading.looks import is_cut, is_number, starts_as_tail
from bot.reading.rows import (
    RawActivity,
    goes_on_with,
    have_like_columns,
    join_lonely_tail,
    join_tail,
    move_slid_result,
    raw_activity,
    set_aside,
)
from bot.reading.sections import begins_as_section, opens_section
from bot.reading.signatures import is_signature
from bot.reading.title_numbers import is_number_of_group, names_several, take_number_out_of_title
from bot.reading.written_once import spread_down

_AHEAD = 5  # rows; a header of two levels and the numbers of the columns are three


class TableReader:
    """One table, row by row; what it finds goes to the extract, what the next table needs to the handover."""

    def __init__(self, reader: Handover, table: Table, number: int, below: Sequence[Row]) -> None:
        self.reader, self.out, self.rows, self.number = reader, reader.extract, table.rows, number
        self.below = below  # the rows of the table right after this one: a page may have parted them
        every = ((at, find_header(table.rows, at)) for at in range(len(table.rows)))
        self.headers = {at: header for at, header in every if header is not None}
        self.header = reader.header
        self.page_start = True

    def read(self) -> bool:
        """Returns whether the table holds more than a header, which a page may part from its rows."""
        at = rows = 0
        known = len(self.out.activities)
        if not self.headers:
            self._go_on_without_header()
        while at < len(self.rows):
            if header := self.headers.get(at):
                self._begin(header, at)
                at += header.height
            else:
                self._row(at)
                at, rows = at + 1, rows + 1
        self.reader.header = self.header or self.reader.header
        if self.header is not None and self.header.begins_with_time:
            spread_down(self.out.activities[known:])
        return rows > 0

    def _begin(self, header: Header, at: int) -> None:
        known, self.header = self.header, header
        self.reader.names |= {row.texts for row in self.rows[at : at + header.height]}
        self.out.headers += [c.line for row in self.rows[at : at + header.height] for c in row.written]
        self.out.layouts.append(header)
        if known is None or header.columns != known.columns:  # a repeated header changes nothing
            self._measure(at + header.height)

    def _go_on_without_header(self) -> None:
        """The columns of the table above serve a table of the same width; else content tells them."""
        known = self.reader.header
        torn = self._is_right_below() and known is not None and begins_as_tail(self.rows, known)
        bare = not self.reader.filled  # a line above the rows has parted them from their header
        if known is None or not (
            torn or (bare and has_width(self.rows, known)) or columns_fit(self.rows, known)
        ):
            self.header = columns_by_content(self.rows)
            if self.header is not None:
                self.out.notes.append(("header_lost", ""))
                self.out.layouts.append(self.header)
            self.reader.numbered = None
        if self.reader.numbered is None:
            self._measure(0)

    def _measure(self, first: int) -> None:
        """Does this table number its rows? Where it does, a row without a number is a tail."""
        column = self._column(Role.NUMBER)
        texts = [
            row.cells[column].line
            for row in self.rows[first:]
            if column is not None and len(row.cells) > column
            if len(row.written) > 1 and not is_numbering(row)
        ]
        self.reader.numbered = sum(map(is_number, texts)) * 2 >= len(texts) if texts else None

    def _column(self, role: Role) -> int | None:
        columns: Sequence[Column] = self.header.columns if self.header else ()
        return next((i for i, column in enumerate(columns) if column.role is role), None)

    def _row(self, at: int) -> None:
        row = self.rows[at]
        if not row.written:
            return
        if self.header is None:
            texts = [cell.line for cell in row.written]
            if len(texts) == 1 and at < max(self.headers, default=at):
                if begins_as_section(texts[0]):  # «Модуль «Урок»» above the names of the columns
                    self._section(texts[0])
                    return
                self.out.headers += texts
                self.out.above += texts
                return
            torn = len(texts) == 1 and self.page_start and self._is_right_below() and starts_as_tail(texts[0])
            if torn and join_lonely_tail(self.out.activities[-1], row.written[0].text, self.number, at):
                return
            self.out.unread += texts
            if torn:
                self.out.notes.append(("torn_row", texts[0]))
        elif is_numbering(row) or row.texts in self.reader.names or names_columns(row):
            self.out.headers += [cell.line for cell in row.written]
        elif is_signature(row.texts):
            self.out.unread += row.texts
        elif title := self._section_title(at):
            self._section(title)
        else:
            self._activity(at, self.header)
        self.page_start = False

    def _is_right_below(self) -> bool:
        """Does nothing stand between this table and an activity, but the end of a page?"""
        activities = self.out.activities
        return bool(activities) and activities[-1].table == self.number - 1 and not self.reader.apart

    def _section_title(self, at: int) -> str:
        """The row's text where it is a section's title and not an activity or a tail; else empty."""
        row = self.rows[at]
        texts = [cell.line for cell in row.written]
        number_after = self._number_after(at)
        if len(texts) > 2 and len(set(texts)) == 1:  # a merged cell that the export repeated
            self.out.headers += texts[1:]
            return texts[0]
        if len(texts) == 1 and not is_number(texts[0]) and not starts_as_tail(texts[0]):
            alone = bool(row.cells[0].line) or begins_as_section(texts[0])
            torn = bool(self.out.activities) and (
                row.page_start
                or self.page_start
                or self._after_header(at)
                or is_cut(self.out.activities[-1].text(Role.TITLE))
            )
            between = (
                bool(self.reader.numbered) and is_number(number_after) and not torn and self._is_title(at)
            )
            return texts[0] if alone or between else ""
        if len(texts) == 2 and row.cells[0].line and opens_section(texts[0], number_after):
            return " ".join(texts)
        return ""

    def _number_after(self, at: int) -> str:
        """What begins the next row, headers repeated between the two aside."""
        ahead = (*self.rows[at + 1 : at + _AHEAD], *self.below[: _AHEAD - 1])
        own = (row for row in ahead if row.texts not in self.reader.names and not is_numbering(row))
        return next((row.cells[0].line for row in own if row.cells), "")

    def _is_title(self, at: int) -> bool:
        """Does the row's only text stand in the column of titles?"""
        column, cells = self._column(Role.TITLE), self.rows[at].cells
        return column is not None and len(cells) > column and bool(cells[column].line)

    def _section(self, title: str) -> None:
        self.reader.captions = ()
        self.out.sections.append(self.reader.outline.open(title))

    def _activity(self, at: int, header: Header) -> None:
        item = self._item(at, header)
        above = self.out.activities[-1] if self.out.activities else None
        page_start = self.page_start or self.rows[at].page_start or self._after_header(at)
        if above is not None and self._is_tail(item, above, page_start):
            self.out.unread += join_tail(above, item)
            return
        if not item.text(Role.TITLE) and not item.has_deadline:  # no activity, but a person should know
            pieces = [one_line(text) for text in item.texts.values() if text]
            self.out.unread += pieces
            self.out.notes.append(("torn_row", " | ".join(pieces)))
            return
        self._number(item, at, header)
        self._place(item, header)
        if above is not None and page_start and above.section == item.section:
            move_slid_result(above, item)
        item.numbered = bool(self.reader.numbered)
        item.opens = at == 0 or self._after_header(at)
        self.out.activities.append(item)

    def _item(self, at: int, header: Header) -> RawActivity:
        """The row's cells by what they hold; words that have no field are set aside."""
        cells, left, by_looks = align(self.rows[at], header)
        outline = self.reader.outline
        item = raw_activity(cells, header.columns, outline.section, self.number, at, self.rows[at].note)
        item.by_looks = by_looks
        outline.leave_part(item.text(Role.NUMBER))
        item.section = outline.section
        others, marks = set_aside(cells, header.columns)
        self.out.unread += [*(cell.line for cell in left if cell.line), *others, *item.spare]
        self.out.headers += marks
        if (item.by_year or item.by_label) and (beside := item.texts.pop(Role.DEADLINE, "")):
            self.out.unread.append(one_line(beside))
        return item

    def _number(self, item: RawActivity, at: int, header: Header) -> None:
        """A number that stands in the title is the row's, unless it is the first of several activities."""
        several = not item.text(Role.NUMBER) and names_several(item.text(Role.TITLE))
        if several:
            item.notes.append(("several_in_one", item.first_words))
        of_group = is_number_of_group(self.rows[at : at + 2], self._column(Role.NUMBER))
        counted = bool(item.text(Role.NUMBER)) or (header.has(Role.NUMBER) and bool(self.reader.numbered))
        if of_group or not (counted or several):
            self.out.headers += take_number_out_of_title(item)

    def _place(self, item: RawActivity, header: Header) -> None:
        """Its section and, where no column is for deadlines, the time that this names."""
        outline = self.reader.outline
        for caption in self.reader.captions:
            self._section(caption)
        item.section = outline.section
        outline.hold(item.text(Role.NUMBER))
        item.times = outline.times
        if outline.time and not header.has(Role.DEADLINE):
            item.texts[Role.DEADLINE] = outline.time

    def _after_header(self, at: int) -> bool:
        return at > 0 and (at - 1 in self.headers or is_numbering(self.rows[at - 1]))

    def _is_tail(self, item: RawActivity, above: RawActivity | None, page_start: bool) -> bool:
        """Is the row the rest of the one above it, cut by a page?"""
        if above is None or above.table < self.number - 1 or not have_like_columns(above, item):
            return False
        if item.goes_on:
            return True
        here = above.section == self.reader.outline.section and not self.reader.captions
        return here and goes_on_with(above, item, page_start=page_start, numbered=bool(self.reader.numbered))
