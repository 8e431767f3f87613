"""What the words of a small group hide no picture and no file gives back.

Over all ways in which the two questions of a factor may be answered: screens that say the same in words are
the same in everything that leaves the bot.
"""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import product

import pytest
from docx import Document

from bot.domain.anonymity import Breakdown
from bot.domain.releases import Tally, Turnout, release
from bot.domain.risk_change import profile_change
from bot.domain.surveys import Direction, Item
from bot.domain.wave_stages import Stage
from bot.screen import Screen, Text, Texts
from bot.use_cases.profiles import SchoolProfile, SchoolResult
from bot.use_cases.programme import FactorProgramme, Programme
from bot.use_cases.risk_changes import ChangeReport
from bot.use_cases.sources import Source, profile_of, rule_of
from handlers.profile import change_view, view, why_view
from handlers.profile.programme import programme
from storage.districts import Body
from storage.waves import RELEASED, Wave
from tests.factories import NOW, WORDS, show
from tests.use_cases.district import PACK

FACTOR = 8
VARIED = [item for item in PACK.items if item.factor == FACTOR]
SCHOOL = Body(1, 1, "Первая")


def say(words: Text | Texts) -> str:
    return WORDS.plain(words, "ru")


def source(people: int, at_risk: tuple[int, ...], wave_id: int, stage: Stage) -> Source:
    """A released wave in which so many chose the worse end of each varied question; of the others all."""
    told = dict(zip((item.id for item in VARIED), at_risk, strict=True))
    answers = {item.id: _answers(item, told.get(item.id, people), people) for item in PACK.items}
    released = release(PACK, Breakdown.SCHOOLS, {SCHOOL.id: Tally(people, answers)}, {SCHOOL.id: people})
    wave = Wave(
        id=wave_id,
        district_id=1,
        district="Заречный район",
        zone="Europe/Moscow",
        pack="",
        questionnaire=PACK.code,
        version=PACK.version,
        anonymous=True,
        breakdown=Breakdown.SCHOOLS,
        stage=stage,
        state=RELEASED,
        opened_at=NOW,
        closes_at=NOW,
        closed_at=NOW,
    )
    [group] = released.groups
    return Source(wave, PACK, group, released.rule)


def _answers(item: Item, at_risk: int, people: int) -> dict[str, int]:
    ends = item.options[0].value, item.options[-1].value
    worse, better = ends if item.direction is Direction.POSITIVE else ends[::-1]
    return {worse: at_risk, better: people - at_risk}


def profiles(people: int, then: tuple[int, ...], now: tuple[int, ...]) -> tuple[SchoolProfile, ChangeReport]:
    """A school's second wave, and what changed since the first."""
    before = (source(people, then, 1, Stage.ENTRY),)
    sources = (source(people, now, 2, Stage.FINAL),)
    wave = sources[0].wave
    result = SchoolResult(SCHOOL, Turnout(people, people, 0), ())
    profile = profile_of(sources, rule_of(sources))
    change = profile_change([before[0].result], [sources[0].result])
    return (
        SchoolProfile(wave, result, sources[0].group, sources, before, profile, {}),
        ChangeReport(SCHOOL, wave, before, sources, change, entry=True, several=False),
    )


def screens(found: SchoolProfile, change: ChangeReport) -> dict[str, Screen]:
    """All that a head sees of it, by name."""
    return {
        "profile": view.profile(found, say),
        "radar": view.radar(found, say),
        "why": why_view.why(found, FACTOR),
        "change": change_view.change(change, say),
    }


def leaving(screen: Screen) -> str:
    """Everything but the words: the picture's data and the buttons."""
    return repr((screen.chart.data if screen.chart else None, show(screen).rows))


@pytest.mark.parametrize("people", [5, 8])
def test_screens_that_say_the_same_are_the_same(people: int) -> None:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    ways = list(product((0, people // 2, people), repeat=len(VARIED)))  # one of each third
    for then, now in product((ways[0], ways[-1]), ways):
        for name, screen in screens(*profiles(people, then, now)).items():
            seen[name, show(screen).text].add(leaving(screen))
    assert {name for (name, _), others in seen.items() if len(others) > 1} == set()
    assert len({words for name, words in seen if name == "profile"}) < len(ways)  # so it hides something


def test_a_programme_tells_no_more_than_the_profile_s_words() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for now in ((0, 0), (0, 3), (3, 0)):
        found, _ = profiles(7, (0, 0), now)
        assert found.profile is not None
        chosen = tuple(FactorProgramme(risk.factor, None, ()) for risk in found.profile.factors)
        made = Programme(SCHOOL, found, chosen, "Заречный район", None)
        [file] = programme(made, say, str.encode, today=NOW.date()).files
        told = [paragraph.text for paragraph in Document(io.BytesIO(file.content())).paragraphs]
        seen[show(view.profile(found, say)).text].add(repr(told))
    assert [len(others) for others in seen.values()] == [1]
