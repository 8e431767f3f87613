"""A consensus meeting: one's own ratings, then the spread, then what was agreed."""

from __future__ import annotations

from bot.domain.consensus import RATED, Accord, Spread
from bot.domain.risk import FACTORS, Level
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.consensus import MeetingReport
from handlers.profile.levels import NOTHING, level_rows
from handlers.shared import HOME_ROW
from storage.consensus import Meeting


def meeting(report: MeetingReport) -> Screen:
    if report.meeting is None:
        words = lines(_title(report), text("consensus-none"), separator="\n\n")
        return Screen(words, (*_new(report), *_back(report), HOME_ROW))
    return _closed(report, report.meeting) if report.meeting.is_closed else _open(report, report.meeting)


def invitation(school: int) -> Screen:
    return Screen(
        text("consensus-invited"), ((button("button-consensus-rate", "consensus", school),), HOME_ROW)
    )


def everybody_gave(school: int) -> Screen:
    see = button("button-consensus-see", "consensus", school)
    return Screen(text("consensus-full"), ((see,), HOME_ROW))


def ask_note(school: int) -> Screen:
    return Screen(text("consensus-ask-note"), ((button("button-consensus-back", "consensus", school),),))


def _open(report: MeetingReport, meeting: Meeting) -> Screen:
    words = lines(
        _title(report),
        lines(text("consensus-gave", gave=report.gave, team=report.team), _next(report)),
        text("consensus-privacy"),
        lines(*(_mine(report, factor) for factor in FACTORS)) if report.rates else None,
        text("consensus-how") if report.rates else None,
        separator="\n\n",
    )
    own = level_rows(report.mine, "consensus-rate", meeting.id) if report.rates else ()
    close = ((button("button-consensus-close", "consensus-close", meeting.id),),) if report.leads else ()
    return Screen(words, (*own, *close, *_back(report), HOME_ROW))


def _closed(report: MeetingReport, meeting: Meeting) -> Screen:
    words = lines(
        _title(report),
        lines(text("consensus-gave", gave=report.gave, team=report.team), _alone(report)),
        lines(*(_spread(report, spread) for spread in report.spreads)),
        text("consensus-agree") if report.leads else None,
        separator="\n\n",
    )
    if not report.leads:
        return Screen(words, (*_back(report), HOME_ROW))
    levels = {factor: agreed.level for factor, agreed in report.agreed.items() if agreed.level}
    rows = level_rows(levels, "consensus-agree", meeting.id)
    note = (button("button-consensus-note", "consensus-note", meeting.id),)
    return Screen(words, (*rows, note, *_new(report), *_back(report), HOME_ROW))


def _next(report: MeetingReport) -> Text | None:
    """Who closes it, once all have given."""
    if report.team < 2:
        return _alone(report)
    if report.gave < report.team:
        return None
    return text("consensus-full-lead" if report.leads else "consensus-full-wait")


def _alone(report: MeetingReport) -> Text | None:
    return text("consensus-alone", team=report.team) if report.team < 2 else None


def _title(report: MeetingReport) -> Text:
    return text("consensus-title", school=report.school.name)


def _mine(report: MeetingReport, factor: int) -> Text:
    level = _short(report.mine.get(factor))
    return text("consensus-mine", number=factor, factor=text(f"factor-{factor}"), level=level)


def _short(level: Level | None) -> Text:
    return text(f"short-{level.value if level else NOTHING}")


def _spread(report: MeetingReport, spread: Spread) -> Texts:
    factor = spread.factor
    counts = lines(
        *(
            text("consensus-count", level=text(f"short-{level.value}"), n=spread.counts[level])
            for level in RATED
            if level in spread.counts
        ),
        separator=", ",
    )
    agreed = report.agreed.get(factor)
    begin = text("consensus-tied" if spread.tied else "consensus-middle", level=_short(spread.middle))
    named = text(f"factor-{factor}")
    return lines(
        text(
            "consensus-spread",
            number=factor,
            factor=named,
            counts=counts,
            accord=text(f"consensus-{spread.accord.value}"),
        )
        if spread.accord
        else text("consensus-unrated", number=factor, factor=named),
        begin if spread.accord not in (None, Accord.SAME) and not agreed else None,
        text("consensus-agreed", level=_short(agreed.level)) if agreed and agreed.level else None,
        text("consensus-noted", note=agreed.note) if agreed and agreed.note else None,
    )


def _new(report: MeetingReport) -> tuple[Row, ...]:
    return ((button("button-consensus-new", "consensus-new", report.school.id),),) if report.leads else ()


def _back(report: MeetingReport) -> tuple[Row, ...]:
    if not report.leads:
        return ()
    return ((button("button-profile-latest", "profile", report.school.id),),)
