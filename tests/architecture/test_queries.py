"""A screen costs the same number of queries for 1 thing and for 30: no reading inside a loop."""

from __future__ import annotations

import ast
import re
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from bot.domain.people import Role
from bot.incoming import Kind
from handlers.conversations import CONVERSATIONS
from handlers.routing import RouteTable
from storage import Storage, Transaction, sqlite_url
from tests.factories import NOW, Chat, make_person
from tests.handlers.road_maps import launched, make_town
from tests.use_cases.test_mornings import counted_queries

ROOT = Path(__file__).parents[2]

# Where a loop may go to the database: what it runs over is no list that grows with a district's work.
ONE_ACT = "one act's own steps, which write"
CONSTANT = "a fixed list: tables, facets, kinds"
FEW = "as many as plans live at once, or one person has districts and open surveys"
CLOCK = "a tick of the clock, on no screen"
ALLOWED = {
    "bot/use_cases/binding.py _accept": ONE_ACT,
    "bot/use_cases/gaps.py see_gaps": FEW,
    "bot/use_cases/handover.py _changes": FEW,
    "bot/use_cases/handover.py hand_over": ONE_ACT,
    "bot/use_cases/launch.py extend_to_new_schools": ONE_ACT,
    "bot/use_cases/leaving.py see_off": ONE_ACT,
    "bot/use_cases/meetings.py put_into_plan": ONE_ACT,
    "bot/use_cases/programme.py _rows": FEW,
    "bot/use_cases/reports.py attach": ONE_ACT,
    "bot/use_cases/school_zone.py choose_zone": ONE_ACT,
    "bot/use_cases/several.py send": ONE_ACT,
    "bot/use_cases/sheets.py save": ONE_ACT,
    "bot/use_cases/substitutes.py keep_substitutes": CLOCK,
    "bot/use_cases/survey_reminders.py due_reminders": CLOCK,
    "bot/use_cases/surveys.py list_surveys": FEW,
    "bot/use_cases/surveys.py list_anonymous": FEW,
    "bot/use_cases/waves.py ask_forgotten_waves": CLOCK,
    "bot/use_cases/waves.py close_due_waves": CLOCK,
    "storage/consultations.py take_seat": ONE_ACT,
    "storage/drafts.py delete_draft_remains": CONSTANT,
    "storage/drafts.py discard": CONSTANT,
    "storage/guards.py set_guards": CONSTANT,
    "storage/history.py append_lines": ONE_ACT,
    "storage/leaving.py give_hands": ONE_ACT,
    "storage/named_files.py list_named_files": CONSTANT,
    "storage/outbox.py add_notice_to_admins": ONE_ACT,
    "storage/parties.py bind": ONE_ACT,
    "storage/plan_filter.py get_names": CONSTANT,
    "storage/responses.py seal_wave": CONSTANT,
    "storage/rows.py insert_row": ONE_ACT,
    "storage/rows.py remove_rows": CONSTANT,
    "storage/rows.py restore": ONE_ACT,
    "storage/tasks.py move_tasks": ONE_ACT,
    "storage/traces.py list_traces": CONSTANT,
    "storage/undoing.py _forget_in_messages": ONE_ACT,
    "storage/undoing.py delete_tasks": CONSTANT,
}
MANY_ROUTES = 30  # that need no more than a district, a plan and a page
_LISTED = re.compile(r"\((?:\?, )+\?\)")  # values of one query, however many
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def repeated(function: ast.AsyncFunctionDef) -> Iterator[ast.AST]:
    """The parts of it that run once for each turn of a loop."""
    for node in ast.walk(function):
        if isinstance(node, ast.For | ast.While | ast.AsyncFor):
            yield from node.body
        elif isinstance(node, _COMPREHENSIONS):
            yield from (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
            yield from (test for clause in node.generators for test in clause.ifs)
            yield from (clause.iter for clause in node.generators[1:])


def waiting_in_loops() -> set[str]:
    return {
        f"{file.relative_to(ROOT)} {function.name}"
        for folder in ("bot/use_cases", "handlers", "storage")
        for file in (ROOT / folder).rglob("*.py")
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.AsyncFunctionDef)
        and any(isinstance(node, ast.Await) for part in repeated(function) for node in ast.walk(part))
    }


def test_nothing_is_read_turn_by_turn() -> None:
    """A new loop that waits reads its things at once, or is named above with its reason."""
    assert waiting_in_loops() - set(ALLOWED) == set()


class Undone(Storage):
    """A storage in which nothing lasts, so that any button may be tried."""

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        async with super().begin() as tx:
            yield tx
            await tx.rollback()


async def readings(file: Path, folder: Path, size: int) -> Mapping[str, Counter[str]]:
    """By route, what it reads for the coordinator of ``size`` schools with a plan of two pages at most."""
    storage = Storage(sqlite_url(file))
    town = await make_town(storage, folder, *(f"Школа {n}" for n in range(size)))
    rows = [(str(n), f"Семинар {n}", "до 15 октября 2026", "ОО", "Справка") for n in range(min(size, 9))]
    plan = await launched(storage, town, *rows)
    async with storage.begin() as tx:
        for school in range(1, size + 1):
            await make_person(tx, Role.HEAD, town.district, school)
    await storage.close()
    known = {"district": town.district, "plan": plan, "page": 0, "school": 0, "first": 0, "code": "-"}
    undone, found = Undone(sqlite_url(file)), {}
    chat = Chat(undone, CONVERSATIONS, lambda: NOW, folder)
    for (kind, key), route in RouteTable(CONVERSATIONS).routes.items():
        names = [name for name, _ in route.parameters]
        if kind is Kind.PRESS and set(names) & {"district", "plan", "page"} and set(names) <= set(known):
            with counted_queries(undone) as asked:
                shown = await chat.press(town.coordinator, ":".join([key, *(str(known[n]) for n in names)]))
            if not getattr(shown.screen.text, "key", "").startswith("error-"):
                found[key] = Counter(_LISTED.sub("(?)", query) for query in asked if query[:6] == "SELECT")
    await undone.close()
    return found


async def test_a_large_district_reads_as_often_as_a_small_one(migrated_sqlite: Path, tmp_path: Path) -> None:
    costs = []
    for size in (1, 30):
        folder = tmp_path / str(size)
        folder.mkdir()
        file = Path(shutil.copy(migrated_sqlite, folder / "town.db"))
        costs.append(await readings(file, folder, size))
    small, large = costs
    assert len(small) > MANY_ROUTES
    grown = {key: large[key] - small[key] for key in small.keys() & large.keys()}
    assert {key: more for key, more in grown.items() if more.total() > 0} == {}
