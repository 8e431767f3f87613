"""A wave under way is in no archive; a closed one is, and tells nothing of who answered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from bot.use_cases import surveys, waves
from storage import Storage, sqlite_url, tokens
from storage.backup import dump, load
from storage.tables import outbox
from storage.updates import set_dialog
from tests.factories import NOW
from tests.use_cases.district import PACK, fill, fill_and_send, make_asked_district, start

QUESTION = "only-some-are-led-here"


def rows(database: Path) -> dict[str, int]:
    tables = ("survey_drafts", "survey_bag", "wave_tokens", "dialogs", "closed_tallies", "waves")
    with closing(sqlite3.connect(database)) as copy:
        return {table: copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def traces(folder: Path) -> dict[str, bool]:
    """The copy and whatever lies beside it, and whether an answer or an opened question is read there."""
    answer, question = f"{PACK.items[0].id}3".encode(), QUESTION.encode()
    found = {path.name: path.read_bytes() for path in folder.glob("open*")}
    return {name: answer in content or question in content for name, content in found.items()}


async def test_an_open_wave_comes_back_unanswered_and_can_be_answered(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    url = sqlite_storage.url.render_as_string(hide_password=False)
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=3)
        wave = await start(tx, district)
        first, second, _ = district.teachers["Первая"]
        await fill_and_send(tx, first, wave)
        await fill(tx, second, wave)
        await set_dialog(tx, second.account_id, "survey-line", {"wave": str(wave), "item": QUESTION}, now=NOW)
    dump(url, tmp_path / "open")
    left = {"survey_drafts": 0, "survey_bag": 0, "wave_tokens": 0, "dialogs": 0}
    left |= {"closed_tallies": 0, "waves": 1}
    assert rows(tmp_path / "open") == left
    assert traces(tmp_path) == {"open": False}

    restored = tmp_path / "restored" / "vekhi.db"
    load(tmp_path / "open", sqlite_url(restored))
    again = Storage(sqlite_url(restored))
    async with again.begin() as tx:
        assert [await waves.ask_forgotten_waves(tx, NOW) for _ in range(2)] == [1, 0]
        told = (await tx.execute(select(outbox.c.person_id, outbox.c.args))).all()
        asked = {one.person_id for one in told if "again" in one.args["news"][-1]["args"]}
        assert asked == {teacher.id for teacher in district.teachers["Первая"]}
        unsent = await tokens.list_unsent(tx, list(asked), now=NOW)
        assert {one.person_id for one in unsent} == asked
        assert (await surveys.open_survey(tx, first, wave, now=NOW)).answers == {}
        await fill_and_send(tx, first, wave)
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
    await again.close()

    async with sqlite_storage.begin() as tx:
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
    dump(url, tmp_path / "closed")
    assert rows(tmp_path / "closed") == left | {"closed_tallies": 1}
