"""The table of deadline phrases, and meanings written in a line."""

from __future__ import annotations

from pathlib import Path

from bot.domain.deadlines import Deadline, Window
from bot.domain.school_year import parse_year
from bot.reading.deadlines import DeadlineContext

TABLE = Path(__file__).with_name("deadline_phrases.txt")


def summary(deadline: Deadline) -> str:
    """Kind, windows, rule and doubts in a line."""

    def span(window: Window) -> str:
        days = (
            str(window.start) if window.start == window.end else f"{window.start or ''}..{window.end or ''}"
        )
        return days + (f" «{window.label}»" if window.label else "")

    rule = [deadline.rule] if deadline.rule else []
    doubts = [f"!{code}" for code in deadline.doubts]
    return " ".join([deadline.kind.value, *map(span, deadline.windows), *rule, *doubts])


def context_of(header: str) -> DeadlineContext:
    match header.split():
        case ["-"]:
            return DeadlineContext()
        case ["month", month]:
            return DeadlineContext(section_month=(int(month[:4]), int(month[5:])))
        case ["column", year]:
            return DeadlineContext(column_year=int(year))
        case _:
            return DeadlineContext(year=parse_year(header))


def table() -> list[tuple[DeadlineContext, str, str]]:
    rows, context = [], DeadlineContext()
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("["):
            context = context_of(line[1:-1])
        elif line and not line.startswith("#"):
            phrase, _, meaning = line.rpartition(" = ")
            rows.append((context, phrase.replace("\\n", "\n"), meaning))
    return rows
