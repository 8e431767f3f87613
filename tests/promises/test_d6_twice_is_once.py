"""D6: updates that come again and again, and presses on any old menu, leave what each of them once leaves."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.inbox import UnderWay
from bot.sandbox.persona import Persona
from bot.tour.stage import Stage, open_stage
from handlers import desk
from storage import Transaction
from storage.updates import remember_update
from tests.journeys.conftest import MONDAY
from tests.journeys.town import Town
from tests.promises.options import LONG, SABOTAGE, SEED, report

ACTS = 600 if LONG else 60
ZONE = "Europe/Moscow"
LINES = ("/start", "/tasks", "/plan", "/help", "12", "да", "20 сентября 2026")
_SLOW = ("chart", "export", "plan-file")  # pictures and files: nothing is stored by them
_BY_CHANCE = frozenset({"token_hash"})


@dataclass
class Figures:
    acts: int = 0
    deliveries: int = 0
    presses: int = 0
    unanswered: int = 0
    different: list[str] = field(default_factory=list)  # tables


async def _live(
    stage: Stage, people: list[Persona], acts: int, chance: random.Random
) -> list[dict[str, Any]]:
    """People press whatever they find, old menus too, sometimes twice; every update as it was sent."""
    updates = stage.sandbox.state.updates
    sent: list[dict[str, Any]] = []
    updates.on_put = lambda _lane: sent.append(updates.waiting()[-1].to_json())
    while len(sent) < acts:
        person = chance.choice(people)
        buttons = [
            (seen, button.data)
            for seen in person.screen
            for row in seen.buttons
            for button in row
            if button.data and not button.data.startswith(_SLOW)
        ]
        if not buttons or chance.random() < 0.15:
            await person.say(chance.choice(LINES))
        else:
            seen, data = chance.choice(buttons[-40:])
            await person.press(data=data, message=seen, double=chance.random() < 0.2)
    await stage.calm()
    updates.on_put = lambda _lane: None
    return sent


def _deliveries(sent: list[dict[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    """Each update one to five times: first in its turn, then at any later moment."""
    places = [(float(place), update) for place, update in enumerate(sent)]
    again = [
        (place + chance.choice((0.0, 0.5, 1.5, chance.random() * 50)), update)
        for place, update in places
        for _ in range(chance.randrange(5))
    ]
    return [update for _, update in sorted(places + again, key=lambda pair: pair[0])]


async def _replay(stage: Stage, deliveries: list[dict[str, Any]], figures: Figures) -> None:
    """Hand the updates over; a new one waits for the acts before it, a repeated one for nothing."""
    inbox, journal = stage.app.intake._inbox, stage.sandbox.journal
    begun = len(journal.of("answerCallbackQuery"))
    seen: set[int] = set()
    handled: dict[int, UnderWay] = {}  # what came while it was under way is the same
    presses = 0
    for update in deliveries:
        under_way = inbox.put(update)
        assert under_way
        if id(under_way) not in handled:
            handled[id(under_way)] = under_way
            presses += "callback_query" in update
        if update["update_id"] not in seen:
            seen.add(update["update_id"])
            await under_way.committed.wait()
    await asyncio.gather(*(under_way.shown.wait() for under_way in handled.values()))
    await stage.calm()
    figures.deliveries, figures.presses = len(deliveries), presses
    figures.unanswered = presses - (len(journal.of("answerCallbackQuery")) - begun)


def _contents(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without what is made by chance."""
    database = sqlite3.connect(folder / "data" / "vekhi.db")
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in tables:
        names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(name for name in names if name not in _BY_CHANCE)
        found[table] = sorted(database.execute(f"SELECT {kept} FROM {table}"), key=repr)
    database.close()
    return found


async def _compare(folder: Path, migrated: Path, acts: int) -> Figures:
    chance = random.Random(SEED)
    once, often = folder / "once", folder / "often"
    (once / "data").mkdir(parents=True)
    shutil.copy(migrated, once / "data" / "vekhi.db")
    figures = Figures(acts)
    async with open_stage(once, MONDAY, ZONE) as stage:
        town = await Town.found(stage)
        people = [*(await town.at_work()), town.coordinator]
        await town.morning(11)
        await stage.stop_bot()
        shutil.copytree(once, often)
        await stage.start_bot()
        sent = await _live(stage, people, acts, chance)
        await stage.stop_bot()
        repeated = Stage(stage.sandbox, stage.clock, often, ZONE)
        await repeated.start_bot()
        await _replay(repeated, _deliveries(sent, chance), figures)
        await repeated.stop_bot()
    expected, found = _contents(once), _contents(often)
    figures.different = [table for table in expected if expected[table] != found[table]]
    return figures


async def _always_new(tx: Transaction, update_id: int, *, now: datetime) -> bool:
    """The sabotage: an update that came before is taken for a new one."""
    await remember_update(tx, update_id, now=now)
    return True


async def test_twice_is_once(
    tmp_path: Path,
    migrated_sqlite: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if SABOTAGE:
        monkeypatch.setattr(desk, "remember_update", _always_new)
    figures = await _compare(tmp_path, migrated_sqlite, ACTS)
    report(capsys, "D6", figures)
    assert (figures.different, figures.unanswered) == ([], 0), f"SEED={SEED}"


async def test_the_test_sees_a_bot_that_forgets(
    tmp_path: Path, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "remember_update", _always_new)
    figures = await _compare(tmp_path, migrated_sqlite, 60)
    assert figures.different, f"SEED={SEED}"
