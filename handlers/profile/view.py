"""A risk profile in words, and the same numbers as a picture: bars, or a radar."""

from __future__ import annotations

from bot.domain.anonymity import MIN_GROUP, Breakdown
from bot.domain.releases import ReleasedGroup
from bot.screen import Chart, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.profiles import ProfileHistory, SchoolProfile
from handlers.profile import pictures
from handlers.profile.levels import number_rows
from handlers.profile.wording import Say, beside, factor_line, source_words, thresholds, title_of, what_to_do
from handlers.shared import HOME_ROW, PAGE


def ready(wave: int, school: int) -> Screen:
    return Screen(
        text("profile-ready"), ((button("button-profile-see", "profile-of", wave, school),), HOME_ROW)
    )


def hidden(*, wave: int, school: int, title: str, missing: int, profile: bool) -> Screen:
    """To where it says why, and what can be done."""
    to = ("profile-of", wave, school) if profile else ("by-question", wave, school, 0)
    words = text("results-hidden", title=title, missing=missing, group=MIN_GROUP)
    return Screen(words, ((button("button-results-hidden", *to),), HOME_ROW))


def history(found: ProfileHistory, say: Say) -> Screen:
    """The latest profile, with a way to the earlier ones."""
    school = found.school
    answers = button("button-by-question", "by-question-waves", school.id, 0)
    if found.latest is None:
        further = (
            button("button-gaps", "gaps", school.district_id, school.id),
            button("button-consensus", "consensus", school.id),
        )
        return Screen(text("profile-none", school=school.name), (further, (answers,), HOME_ROW))
    earlier: Row = (button("button-profile-waves", "profile-waves", school.id),) if found.released[1:] else ()
    return profile(found.latest, say, (*earlier, answers))


def earlier_waves(found: ProfileHistory) -> Screen:
    school = found.school
    shown = found.released[:PAGE]
    rows = (
        (button(text("button-profile-earlier", day=wave.first_day), "profile-of", wave.id, school.id),)
        for wave in shown
    )
    listed = lines(
        *(
            text("profile-wave", stage=text(f"stage-wave-{wave.stage.value}"), day=wave.first_day)
            for wave in shown
        )
    )
    words = lines(text("profile-waves", school=school.name), listed, separator="\n\n")
    back = (button("button-profile-latest", "profile", school.id),)
    return Screen(words, (*rows, back, HOME_ROW))


def profile(found: SchoolProfile, say: Say, last: Row = ()) -> Screen:
    wave, school = found.wave.id, found.result.school.id
    why_not = _hidden(found) if found.group is None else None
    if found.profile is None:
        return Screen(lines(title_of(found), why_not, separator="\n\n"), (*_row(last), HOME_ROW))
    words = lines(
        lines(title_of(found), beside(found), *map(source_words, found.sources)),
        why_not,
        lines(*(factor_line(risk, found) for risk in found.profile.factors)),
        _rule(found),
        text("profile-in-words" if found.in_words else "profile-coded") if _crowd(found) else None,
        text("profile-label"),
        separator="\n\n",
    )
    team = (
        button("button-consensus", "consensus", school),
        button("button-programme", "programme", school),
    )
    others = (
        button("button-profile-radar", "profile-radar", wave, school),
        button("button-profile-change", "profile-change", wave, school, 0),
    )
    further = (
        button("button-gaps", "gaps", found.wave.district_id, school),
        button("button-official", "official", school),
    )
    rows = (*number_rows("profile-why", wave, school), others, further, team, *_row(last), HOME_ROW)
    return Screen(words, rows, chart=Chart(pictures.bars(found, found.profile, say)))


def radar(found: SchoolProfile, say: Say) -> Screen:
    wave, school = found.wave.id, found.result.school.id
    back = (button("button-profile-back", "profile-of", wave, school),)
    if found.profile is None:
        return Screen(lines(title_of(found), _hidden(found), separator="\n\n"), (back, HOME_ROW))
    words = lines(
        lines(title_of(found), text("profile-radar")),
        lines(*(factor_line(risk, found) for risk in found.profile.factors)),
        text("profile-label"),
        separator="\n\n",
    )
    return Screen(words, (back, HOME_ROW), chart=Chart(pictures.wheel(found, found.profile, say)))


def _row(row: Row) -> tuple[Row, ...]:
    return (row,) if row else ()


def _crowd(found: SchoolProfile) -> ReleasedGroup | None:
    """Those whose anonymity rounds the shares."""
    return next((source.group for source in found.sources if source.questionnaire.anonymous), None)


def _hidden(found: SchoolProfile) -> Text | Texts:
    turnout, breakdown = found.result.turnout, found.wave.breakdown
    if not found.wave.anonymous:
        return text("profile-not-sent")
    key = "profile-hidden" if breakdown is Breakdown.SCHOOLS else "profile-hidden-together"
    counts = text(key, n=turnout.sent, missing=turnout.missing, group=MIN_GROUP)
    return lines(counts, what_to_do(turnout, breakdown), text("profile-hidden-own"))


def _rule(found: SchoolProfile) -> Texts:
    """By which version of the rule, and what a newer one makes of the same answers."""
    version = str(found.rule.version)
    return lines(
        text("profile-rule", **thresholds(found.rule), rule=version),
        text("profile-before-recounted", rule=version) if found.last and found.before_recounted else None,
        _recounted(found),
    )


def _recounted(found: SchoolProfile) -> Text | None:
    if found.profile is None or (newer := found.recounted) is None:
        return None
    pairs = zip(found.profile.factors, newer.factors, strict=True)
    other = [now for was, now in pairs if was.level is not now.level]
    levels = (
        text("profile-recounted-factor", number=one.factor, level=text(f"level-{one.level.value}"))
        for one in other
    )
    version = str(newer.rule.version)
    if not other:
        return text("profile-recounted-same", rule=version)
    return text("profile-recounted", rule=version, levels=lines(*levels, separator=", "))
