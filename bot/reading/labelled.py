"""A deadline of several parts, each under a name of its own: «ГИА-9: до 1 мая; ГИА-11: до 10 мая»."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.deadlines import Deadline, DeadlineKind
from bot.reading.blocks import one_line
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.reading.looks import is_blank

_UNDATED = {  # what is doubted where only other parts are dated
    DeadlineKind.RECURRING: "frequency_dropped",
    DeadlineKind.CONTINUOUS: "frequency_dropped",
    DeadlineKind.UNSCHEDULED: "event_and_date",
}


def read_labelled(parts: Sequence[tuple[str, str]], context: DeadlineContext) -> Deadline:
    """Each part is understood alone, and its windows bear its name; empty parts say nothing.

    Parts that all say the same are one deadline without names.
    """
    told = [(label, text) for label, words in parts if not is_blank(text := one_line(words))]
    if len({text for _, text in told}) < 2 and len(told) in (0, len(parts)):
        return read_deadline(told[0][1] if told else "", context)
    phrase = "; ".join(f"{label}: {text}" for label, text in told)
    read = [(label, read_deadline(text, context)) for label, text in told]
    windows = tuple(
        window._replace(label=": ".join(filter(None, (label, window.label))))
        for label, deadline in read
        for window in deadline.windows
    )
    first = read[0][1]
    doubts = dict.fromkeys(code for _, deadline in read for code in deadline.doubts)
    alike = len({(deadline.kind, deadline.rule) for _, deadline in read}) == 1
    if len(read) == 1 or (alike and not windows):
        return Deadline(phrase, first.kind, windows, first.rule, tuple(doubts))
    doubts |= dict.fromkeys(
        _UNDATED.get(deadline.kind, "not_understood")
        for _, deadline in read
        if deadline.rule or not deadline.windows
    )
    dated = [deadline.kind for _, deadline in read if deadline.windows]
    kind = DeadlineKind.PERIODS if len(windows) > 1 else next(iter(dated), DeadlineKind.UNKNOWN)
    return Deadline(phrase, kind, windows, None, tuple(doubts))
