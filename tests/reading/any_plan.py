"""Invented plans laid out at random, each with the rows that a careful reader sees in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table, row_of
from tests.reading.plan_times import deadlines, times
from tests.reading.plan_words import (
    ABOUT,
    ACTS,
    HEADS,
    PARTIES,
    PROBLEMS,
    PROSE,
    RESULTS,
    SECTIONS,
    TITLE,
)


@dataclass(frozen=True)
class Item:
    """One activity as it must be read; texts on one line."""

    number: str
    title: str
    section: str
    deadline: str
    responsible: str
    result: str
    problem: str


@dataclass(frozen=True)
class Laid:
    """A document and what stands in it."""

    blocks: list[Block]
    items: list[Item]
    sections: list[str]


@st.composite
def layouts(draw: st.DrawFn) -> Laid:
    return _Layout(draw).made()


class _Layout:
    """One layout: its choices are drawn first, then its rows."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.time = draw(times())
        others = draw(st.lists(st.sampled_from(["result", "problem", "other"]), max_size=3, unique=True))
        roles = draw(st.permutations(["title", "deadline", "responsible", *others]))
        self.numbers = draw(st.sampled_from(["column"] * 4 + ["in title", "none"]))
        at = draw(st.sampled_from([0] * 5 + [len(roles)]))
        self.roles = [*roles[:at], *["number"] * (self.numbers == "column"), *roles[at:]]
        self.style = draw(st.sampled_from(["section", "section.", "plain", "plain."]))
        kinds = ["alone", "alone", "caption", "none", "repeated"]
        kinds += (
            ["beside"] if self.style.startswith("section") and self.numbers == "column" and at == 0 else []
        )
        self.sectioned = draw(st.sampled_from(kinds))
        self.wordings = {role: draw(st.sampled_from(HEADS[role])) for role in self.roles}
        if self.roles[0] != "number" and self.wordings.get("number") == "":
            self.wordings["number"] = "№"
        self.numbering = draw(st.booleans())
        self.tables: list[Block] = []
        self.rows: list[Row] = []
        self.items: list[Item] = []
        self.sections: list[str] = []

    def made(self) -> Laid:
        draw = self.draw
        blocks: list[Block] = [Paragraph(t) for t in draw(st.lists(st.sampled_from(PROSE[:2]), max_size=2))]
        blocks.append(Paragraph(TITLE))
        blocks += [Paragraph(t) for t in draw(st.lists(st.sampled_from(PROSE[2:]), max_size=2))]
        count = 1 if self.sectioned == "none" else draw(st.integers(1, 3))
        names = draw(st.permutations(SECTIONS))[:count]
        form = draw(st.sampled_from(["{n}. {t}", "Раздел {n}. {t}", "{r}. {t}", "{t}"]))
        if self.sectioned == "caption" and form == "{t}":
            form = "{n}. {t}"
        again = draw(st.booleans())  # a table of its own for each section begins with the header
        for n, name in enumerate(names, 1):
            self.section(n, form.format(n=n, t=name, r=["I", "II", "III"][n - 1]), name, again=again)
        self.end_table()
        blocks += self.tables
        blocks += [Paragraph(t) for t in draw(st.sampled_from([[], ["Начальник отдела И. И. Иванов"]]))]
        return Laid(blocks, self.items, self.sections)

    def end_table(self) -> None:
        if self.rows:
            self.tables.append(Table(tuple(self.rows)))
        self.rows = []

    def section(self, n: int, title: str, name: str, *, again: bool) -> None:
        width = sum(len(self.time.parts) or 1 if role == "deadline" else 1 for role in self.roles)
        shown = title
        if self.sectioned == "caption":
            self.end_table()
            self.tables.append(Paragraph(title))
        if not self.rows and (n == 1 or again):
            self.header()
        if self.sectioned == "alone":
            merged = self.draw(st.booleans())
            self.rows.append(Row((Cell(title, width),)) if merged else row_of([title, *[""] * (width - 1)]))
        elif self.sectioned == "repeated":
            self.rows.append(row_of([title] * width))
        elif self.sectioned == "beside":
            shown = f"{n}{self.dot} {name}"
            self.rows.append(row_of(self.cells({"number": f"{n}{self.dot}", "title": name})))
        if self.sectioned != "none":
            self.sections.append(shown)
        self.body(n, shown if self.sectioned != "none" else "")

    @property
    def dot(self) -> str:
        return "." if self.style.endswith(".") else ""

    def header(self) -> None:
        heads = dict(self.wordings)
        if not self.time.parts:
            self.rows.append(row_of(self.cells(heads)))
        elif not self.time.above:
            self.rows.append(row_of(self.cells(heads, self.time.parts)))
        else:
            parts = self.time.parts
            self.rows.append(row_of(self.cells(heads, (self.time.above, *[""] * (len(parts) - 1)))))
            self.rows.append(row_of(self.cells({}, parts)))
        if self.numbering:
            self.rows.append(row_of(map(str, range(1, len(self.rows[-1].cells) + 1))))

    def cells(self, texts: dict[str, str], deadline: Sequence[str] = ()) -> list[str]:
        made: list[str] = []
        for role in self.roles:
            if role == "deadline":
                made += deadline or [texts.get(role, ""), *[""] * (len(self.time.parts) - 1)]
            else:
                made.append(texts.get(role, ""))
        return made

    def body(self, section: int, title: str) -> None:
        numbers = self.numbers_of(section)
        for place, number in enumerate(numbers):
            self.row(number, title)
            if place + 1 < len(numbers) and self.draw(st.integers(0, 5)) == 0:
                self.header()

    def numbers_of(self, section: int) -> list[str]:
        count = self.draw(st.integers(2, 4))
        if self.style.startswith("plain"):
            first = len(self.items) + 1
            return [f"{i}{self.dot}" for i in range(first, first + count)]
        numbers = [f"{section}.{i}" for i in range(1, count + 1)]
        if self.draw(st.booleans()):
            at = self.draw(st.integers(1, count))
            numbers[at:at] = [f"{section}.{at}.{i}" for i in (1, 2)]
        return [number + self.dot for number in numbers]

    def row(self, number: str, section: str) -> None:
        draw = self.draw
        cells, phrase = draw(deadlines(self.time))
        parties = draw(st.lists(st.sampled_from(PARTIES), min_size=1, max_size=3, unique=True))
        about = draw(st.lists(st.sampled_from(ABOUT), min_size=1, max_size=3, unique=True))
        words = [draw(st.sampled_from(ACTS)), *about]
        item = Item(
            number=number if self.numbers != "none" else "",
            title=" ".join(words),
            section=section,
            deadline=phrase,
            responsible=draw(st.sampled_from([", ", ",\n", "\n", "; "])).join(parties),
            result=draw(st.sampled_from(["", *RESULTS])) if "result" in self.roles else "",
            problem=draw(st.sampled_from(PROBLEMS)) if "problem" in self.roles else "",
        )
        self.write(item, number, words, cells)

    def write(self, item: Item, number: str, words: Sequence[str], cells: Sequence[str]) -> None:
        """The item's row, now and then torn in two in mid-title by a page, with the header again or not."""
        draw = self.draw
        texts = {
            "number": item.number,
            "title": item.title,
            "responsible": item.responsible,
            "result": item.result,
            "problem": item.problem,
            "other": draw(st.sampled_from(["", "50 тыс. руб.", "выполнено"])),
        }
        if self.numbers == "in title":
            number = number if "." in number else f"{number}."
            item = replace(item, number=number)
            texts["title"] = f"{number} {item.title}"
        self.items.append(item)
        if draw(st.integers(0, 7)):
            self.rows.append(row_of(self.cells(texts, cells)))
            return
        cut = len(texts["title"]) - len(" ".join(words[draw(st.integers(1, len(words) - 1)) :]))
        self.rows.append(row_of(self.cells({**texts, "title": texts["title"][:cut].strip()}, cells)))
        if draw(st.booleans()):
            self.header()
        tail = {"title": texts["title"][cut:]}
        self.rows.append(row_of(self.cells(tail, [""] * len(cells))))
