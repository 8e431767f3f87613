"""Promise D4: anonymous is anonymous. ``make promise N=D4 [SEED=7] [LONG=1] [SABOTAGE=1]``.

Figures: districts live through random waves, everybody opens all that they may, and an exact solver holds
all that was shown against every way in which the answers may have been given. Files: two stories in which
the people of a school exchanged their answers leave the same database, log and backups to the byte, erased
pages and all; so nothing in them leads from a person to an answer better than chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain import releases
from bot.domain.anonymity import MIN_GROUP, Breakdown, Range
from bot.domain.releases import Released
from bot.domain.surveys import Questionnaire
from bot.use_cases import waves
from storage import Storage, Transaction, backup, responses, updates
from tests.promises.d4 import Harvest, Story, isolated, live_through_waves, some_sizes, some_story, tell
from tests.promises.options import LONG, SABOTAGE, SEED, report

DISTRICTS = 60 if LONG else 5
ITEMS = 6 if LONG else 3  # of each wave that are taken apart
STORIES = 6 if LONG else 1

Sabotage = Callable[[pytest.MonkeyPatch], None]


@dataclass
class Figures:
    districts: int = 0
    answers: int = 0
    shown: int = 0
    isolated: list[object] = field(default_factory=list)
    compared: int = 0  # files
    differing: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.districts} districts, {self.answers} sent, {self.shown} figures shown: "
            f"groups of fewer than {MIN_GROUP} isolated {len(self.isolated)}; "
            f"{self.compared} files with people's answers exchanged: different {len(self.differing)}"
        )


def take_apart(harvest: Harvest, chance: random.Random, figures: Figures) -> None:
    figures.answers += sum(harvest.people.values())
    figures.shown += sum(map(len, harvest.figures.values()))
    for item in chance.sample(sorted(harvest.figures), min(ITEMS, len(harvest.figures))):
        given_away = isolated(harvest.figures[item], harvest.people)
        figures.isolated += [(item, group) for group in given_away]


async def lay_side_by_side(one: Story, other: Story, migrated: Path, folder: Path, figures: Figures) -> None:
    left = await tell(one, migrated, folder / "one")
    right = await tell(other, migrated, folder / "other")
    figures.compared += len(left)
    figures.differing += [name for name in left if left[name] != right[name]]


# --- What breaks it --------------------------------------------------------------------------------


def show_a_total(patch: pytest.MonkeyPatch) -> None:
    """The district's total in place of a hidden school: what the others leave of it is that school."""
    honest = releases.release

    def release(pack: Questionnaire, breakdown: Breakdown, *rest: Any, **more: Any) -> Released:
        told = honest(pack, breakdown, *rest, **more)
        whole = honest(pack, Breakdown.DISTRICT, *rest, **more)
        return replace(told, groups=told.groups + whole.groups)

    patch.setattr(waves, "release", release)


def show_exact_numbers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(releases, "coded_count", lambda count, _people: Range(count, count))


def keep_rows(patch: pytest.MonkeyPatch) -> None:
    """Responses one under another, as they came in, without a name."""
    honest = responses.add_response

    async def add_response(tx: Transaction, wave: int, school: int, answers: Mapping[str, str]) -> None:
        await tx.execute(text("CREATE TABLE IF NOT EXISTS as_they_came (answers TEXT)"))
        row = {"answers": repr(sorted(answers.items()))}
        await tx.execute(text("INSERT INTO as_they_came VALUES (:answers)"), row)
        await honest(tx, wave, school, answers)

    patch.setattr(responses, "add_response", add_response)


async def nothing(*_args: object) -> None:
    """In place of what erases."""


def keep_drafts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(responses, "erase_draft", nothing)


def keep_the_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(responses, "leave_no_trace", nothing)


def keep_the_shelf(patch: pytest.MonkeyPatch) -> None:
    """Presses that were written down in a flood stay where they are."""
    patch.setattr(updates, "_take_off_shelf", nothing)


def back_up_everything(patch: pytest.MonkeyPatch) -> None:
    """The drafts too, as long as there are any."""
    patch.setattr(backup, "_UNDER_WAY", ())
    patch.setattr(responses, "erase_draft", nothing)


# --- The promise and its proof ---------------------------------------------------------------------


async def test_anonymous_is_anonymous(
    sqlite_storage: Storage,
    migrated_sqlite: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if SABOTAGE:
        show_a_total(monkeypatch)
        keep_rows(monkeypatch)
    figures, chance = Figures(), random.Random(SEED)
    for _ in range(DISTRICTS):
        breakdowns = chance.choices(list(Breakdown), k=2)
        for harvest in await live_through_waves(sqlite_storage, chance, breakdowns, some_sizes(chance)):
            take_apart(harvest, chance, figures)
        figures.districts += 1
    for number in range(STORIES):
        story = some_story(chance, Первая=4, Вторая=3)
        other = story.exchanged(chance)
        await lay_side_by_side(story, other, migrated_sqlite, tmp_path / str(number), figures)
    report(capsys, "D4", figures)
    assert (figures.isolated, figures.differing) == ([], []), f"SEED={SEED}"


@pytest.mark.parametrize("sabotage", [show_a_total, show_exact_numbers])
async def test_the_solver_sees_figures_that_tell_too_much(
    sqlite_storage: Storage, monkeypatch: pytest.MonkeyPatch, sabotage: Sabotage
) -> None:
    sabotage(monkeypatch)
    figures, chance = Figures(), random.Random(SEED)
    for _ in range(3):
        sizes = {"Большая": 15, "Малая": 4}
        [harvest] = await live_through_waves(sqlite_storage, chance, [Breakdown.SCHOOLS], sizes)
        take_apart(harvest, chance, figures)
    assert figures.isolated, f"SEED={SEED}"


@pytest.mark.parametrize(
    "sabotage", [keep_rows, keep_drafts, keep_the_log, keep_the_shelf, back_up_everything]
)
async def test_the_files_betray_whoever_keeps_too_much(
    migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sabotage: Sabotage
) -> None:
    sabotage(monkeypatch)
    figures, story = Figures(), some_story(random.Random(SEED), Первая=3)
    first, second, third = story.answers["Первая"]
    other = Story({"Первая": [second, third, first]}, story.senders)
    await lay_side_by_side(story, other, migrated_sqlite, tmp_path, figures)
    assert figures.differing, f"SEED={SEED}"
