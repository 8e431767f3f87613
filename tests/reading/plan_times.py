"""How an invented plan tells its deadlines: in one column, or in several of one meaning."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.reading.plan_words import DEADLINES, EDGES, HEADS, YEARS


@dataclass(frozen=True)
class Time:
    """How the deadline stands: in these columns, under one header if it has parts."""

    parts: tuple[str, ...]  # of the lower level; none for a plain column
    above: str  # the upper level; empty where the parts stand alone
    kind: str


@st.composite
def times(draw: st.DrawFn) -> Time:
    kind = draw(st.sampled_from(["plain"] * 4 + ["edges", "years", "quarters"]))
    two = draw(st.booleans())
    above = draw(st.sampled_from(HEADS["deadline"])) if two else ""
    if kind == "edges":
        parts = [("начало", "окончание"), ("с", "по"), *([] if two else [("Дата начала", "Дата окончания")])]
        return Time(draw(st.sampled_from(parts)), above, kind)
    if kind == "years":
        years = [("2026 год", "2027 год")] + ([("2026", "2027")] if two else [])
        return Time(draw(st.sampled_from(years)), above, kind)
    if kind == "quarters":
        names = draw(st.sampled_from([("1", "2", "3", "4"), ("I", "II", "III", "IV")]))
        word = draw(st.sampled_from(["квартал", "кв."]))
        return Time(tuple(f"{name} {word}" for name in names), above and "2026 год", kind)
    return Time((), draw(st.sampled_from(HEADS["deadline"])), kind)


@st.composite
def deadlines(draw: st.DrawFn, time: Time) -> tuple[tuple[str, ...], str]:
    """The cells, and the phrase that they make."""
    if time.kind == "plain":
        phrase = draw(st.sampled_from(DEADLINES))
        return (phrase,), phrase
    if time.kind == "edges":
        start, end = draw(st.sampled_from(EDGES))
        return (start, end), f"{start} – {end}" if start and end else f"с {start}" if start else f"до {end}"
    if time.kind == "years":
        cells = draw(st.sampled_from(YEARS))
        return cells, f"2026: {cells[0] or '-'}; 2027: {cells[1] or '-'}"
    marked = draw(st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True))
    mark = draw(st.sampled_from(["+", "х", "V", "*"]))
    names = [
        time.parts[i].replace("кв.", "квартал") + (" 2026" if time.above else "") for i in sorted(marked)
    ]
    return tuple(mark if i in marked else "" for i in range(4)), ", ".join(names)
