"""Nobody reads or does what is not theirs: every route × every kind of person × own, foreign, absent."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.domain.access import RIGHTS, Action, Reach
from bot.domain.people import Role
from bot.incoming import Kind
from bot.screen import Screen
from handlers.conversations import CONVERSATIONS
from handlers.routing import RouteTable
from tests.architecture.rights.build import build_world
from tests.architecture.rights.row import PEOPLE, Row
from tests.architecture.rights.stage import Stage, first_key, incoming_act
from tests.architecture.rights.table import ROWS

TABLE = RouteTable(CONVERSATIONS)
ROUTES = TABLE.routes
REFUSALS = {"error-forbidden", "stranger"} | {route.refusal for route in ROUTES.values()}
OUTDATED = {"error-outdated", "task-changed"}  # the latter stands above the fresh card
# One of a kind: another school's head is offered the same.
EXPLORERS = tuple(
    {tuple(role for role, _ in places): person for person, places in reversed(list(PEOPLE.items()))}.values()
)
_OF_A_KIND = 4  # buttons of one route that a person presses


def verdict(row: Row, expected: str, screen: Screen, changed: bool) -> str:
    """What is wrong with an answer; "" where all is well."""
    key = first_key(screen.text)
    refused, outdated = key in REFUSALS, key in OUTDATED
    match expected:
        case "let" if refused or outdated or (key.startswith("error-") and key != row.says):
            return f"was to be let in, but read «{key}»"
        case "refused" if not (refused or key == row.says):
            return f"was to be refused, but read «{key}»"
        case "stale" if not (outdated or refused):
            return f"was to read that the menu is outdated, but read «{key}»"
        case "refused" | "stale" if changed:
            return "was refused, but the database is changed"
    return ""


async def try_row(stage: Stage, row: Row) -> list[str]:
    wrong = []
    for person, place, expected in row.cases():
        screen = await stage.act(row, person, place)
        if found := verdict(row, expected, screen, stage.storage.changed):
            wrong.append(f"{row.name}: {person} at {place or 'none'} {found}")
    return wrong


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stages(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[dict[str, Stage]]:
    """By how far the plans have come; each world is built once."""
    folder = tmp_path_factory.mktemp("rights")
    found = {}
    for status in ("empty", "draft", "approved", "live", "corrected"):
        file = Path(shutil.copy(migrated_sqlite, folder / f"{status}.db"))
        found[status] = Stage(await build_world(file, status))
    yield found
    for stage in found.values():
        await stage.storage.close()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
@pytest.mark.asyncio(loop_scope="module")
async def test_who_may(stages: dict[str, Stage], row: Row) -> None:
    assert await try_row(stages[row.world], row) == []


def test_every_route_stands_in_the_table() -> None:
    """A new handler is a new row, or this is red."""
    assert {row.route for row in ROWS} == {f"{kind.value} {key}" for kind, key in ROUTES}


def test_the_table_is_large_enough() -> None:
    assert sum(1 for row in ROWS for _ in row.cases()) >= 2000


@pytest.mark.asyncio(loop_scope="module")
async def test_a_widened_right_is_noticed(stages: dict[str, Stage], monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: teachers may see tasks of their school, and deputies may confirm."""
    opened, confirmed = (
        next(row for row in ROWS if row.route == f"press {key}") for key in ("task", "confirm")
    )
    rights: Any = RIGHTS
    for action, role in ((Action.SEE_TASK, Role.TEACHER), (Action.CONFIRM_REPORT, Role.DEPUTY)):
        monkeypatch.setitem(rights, action, {**RIGHTS[action], role: Reach.SCHOOL})
    noticed = [*await try_row(stages["live"], opened), *await try_row(stages["live"], confirmed)]
    assert noticed == [
        f"{opened.name}: teacher A1 at A1 was to be refused, but read «card-title»",
        f"{confirmed.name}: deputy A1 at A1 was to be refused, but read «card-title»",
    ]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("status", ["draft", "approved", "live", "corrected"])
async def test_whatever_is_offered_is_allowed(stages: dict[str, Stage], status: str) -> None:
    """From the menu and from every notice on, people press what they are shown; nothing refuses."""
    stage = stages[status]
    first = {person: ["home"] for person in EXPLORERS}
    if status == "live":
        for person, screen in _notices(stage):
            first[person] += [b.press for row in screen.rows for b in row]
    refused = {person: await _explore(stage, person, presses) for person, presses in first.items()}
    assert {person: presses for person, presses in refused.items() if presses} == {}


async def _explore(stage: Stage, person: str, waiting: list[str]) -> list[str]:
    """Every button that can be come to, a few of a kind; those that answered «not for you»."""
    stage.storage.dialog = None
    seen, tried, refused = set(waiting), Counter[str](), []
    while waiting:
        press = waiting.pop(0)
        tried[press.partition(":")[0]] += 1
        screen = await stage.answer(incoming_act(Kind.PRESS, "", press, stage.world.accounts[person]))
        if first_key(screen.text) == "error-forbidden":
            refused.append(press)
        if not stage.storage.changed:  # what was changed is undone, so nothing stands behind it
            offered = (b.press for row in screen.rows for b in row)
            fresh = [p for p in offered if p not in seen and tried[p.partition(":")[0]] < _OF_A_KIND]
            seen.update(fresh)
            waiting += fresh
    return refused


def _notices(stage: Stage) -> list[tuple[str, Screen]]:
    """Every notice as it is written to the one it concerns."""
    o = stage.world.objects
    about = {"number": "2", "title": "Мониторинг", "who": "Кто-то"}
    due = {
        "label": "",
        "place": "",
        "last_day": "2026-10-15",
        "days_left": 3,
        "returned": False,
        "refusable": True,
    }
    due |= {"number": "1", "title": "Диагностика", "part": "do", "task": o["task.open"]["A1"]}
    tiding = {"kind": "moved", "number": "1", "title": "Диагностика", "tasks": 1, "was": "", "now": ""}
    written: dict[str, tuple[str, dict[str, Any]]] = {
        "report-returned": ("deputy A1", {"task": o["task.open"]["A1"], "reason": "нет", **about}),
        "morning": ("deputy A1", {"tasks": [due], "more": 0, "to_confirm": 0, "digest": None}),
        "plan-corrected": ("deputy A1", {"plan": "План", "changes": [tiding], "more": 1}),
        "wave-open": (
            "teacher A1",
            {
                "wave": o["wave.open"]["A"],
                "title": "",
                "minutes": 5,
                "last_day": "2026-09-15",
                "audience": "teachers",
            },
        ),
        "practice-asked": ("deputy A1", {"practice": int(o["practice.asked"]["A1"]), "title": "Семинар"}),
        "consultation-cancelled": ("deputy A1", {"factor": 1, "starts": "2026-09-15T12:00:00+00:00"}),
        "update-failed": ("admin", {"error": "TimeoutError"}),
        "outage": ("admin", {"since": "2026-09-01T06:00:00+00:00", "hours": 25}),
        "wave-closed": ("coordinator A", {"wave": o["wave.closed"]["A"]}),
        "results-ready": (
            "head A1",
            {"wave": o["wave.closed"]["A"], "school": o["school"]["A1"], "title": "Анкета"},
        ),
        "results-hidden": (
            "head A1",
            {
                "wave": o["wave.closed"]["A"],
                "school": o["school"]["A1"],
                "title": "Анкета",
                "missing": 2,
                "profile": True,
            },
        ),
        "consensus-open": ("teacher A1", {"school": o["school"]["A1"]}),
        "consensus-full": ("head A1", {"school": o["school"]["A1"]}),
        "profile-ready": ("head A1", {"wave": o["wave.closed"]["A"], "school": o["school"]["A1"]}),
    }
    written |= _notices_of_people(o)
    returned = {"notice": "report-returned", "args": written["report-returned"][1]}
    written["news"] = ("deputy A1", {"news": [returned, returned]})
    assert set(written) == set(TABLE.notices)
    return [(person, TABLE.notices[name](**args)) for name, (person, args) in written.items()]


def _notices_of_people(o: dict[str, dict[str, Any]]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Those that speak of remarks, examinations, substitutes and people who leave."""
    days = {"first": "2026-10-01", "last": "2026-10-09"}
    left = {"name": "Кто-то", "place": "Школа А1", "successor": "Другой"}
    examined = {"plan": o["plan"]["A"], "school": o["school"]["A1"], "name": "Школа", "who": "Кто-то"}
    remark = {"task": o["task.reported"]["A1"], "number": "2", "title": "Дело", "who": "Кто-то"}
    return {
        "substitute-named": ("deputy A1", {"school": "Школа А1", **days}),
        "substitute-known": ("head A1", {"school": "Школа А1", "name": "Кто-то", **days}),
        "left": ("deputy A1", {"place": "Школа А1"}),
        "left-known": ("head A1", left),
        "handed-over": ("deputy A1", {"name": "Кто-то", "drafts": 1, "given": 2}),
        "remark": ("deputy A1", {**remark, "words": "Приложите протокол"}),
        "examined": ("head A1", {**examined, "number": 1}),
    }
