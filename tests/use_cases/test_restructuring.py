"""Rows are joined, split, added and taken out; whatever was done, taking it back leaves no trace."""

from __future__ import annotations

import random

import pytest
from sqlalchemy import select

from bot.domain.errors import DomainError, Outdated
from bot.domain.rows import Field, parts
from bot.use_cases import editing, restructuring, review, row_joins, undoing
from storage import Storage, Transaction, doubts, parties, plans, tables
from storage.plans import Activity
from tests.factories import NOW
from tests.use_cases.draft import Draft, everything, make_draft


async def titles(tx: Transaction, draft: Draft) -> list[str]:
    return [row.title for row in await plans.list_activities(tx, draft.plan)]


async def codes(tx: Transaction, draft: Draft, row: int) -> list[str]:
    found = await doubts.list_doubts(tx, draft.plan)
    return [d.code for d in found if d.activity_id == row and d.answer is None]


async def source(tx: Transaction, row: int) -> object:
    a = tables.activities.c
    return (await tx.execute(select(a.source).where(a.id == row))).scalar_one()


async def test_two_rows_become_one_as_it_was_shown(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        _, first, second, *_ = draft.rows
        shown = await row_joins.preview_join(tx, draft.coordinator, first)
        assert await titles(tx, draft) == [row.title for row in await plans.list_activities(tx, draft.plan)]
        done = await row_joins.join_rows(tx, draft.coordinator, activity_id=first, next_id=second, now=NOW)
        assert done.activity == shown.joined
        assert (done.activity.number, done.activity.title) == (
            "1.2",
            "Семинар для завучей и учителей-предметников",
        )
        assert (done.activity.result, done.activity.responsible_text) == ("Листы регистрации", "РМК, ОО")
        assert done.activity.deadline.phrase == "октябрь 2026, ноябрь 2026"
        assert len(done.activity.deadline.windows) == 2
        assert done.activity.deadline_phrase == "октябрь 2026, ноябрь 2026"
        assert [p.text for p in await parties.list_parties_of(tx, first)] == ["РМК", "ОО"]
        assert await source(tx, first) == {"table": 0, "rows": [1, 2, 11, 12]}
        assert await codes(tx, draft, first) == []  # one number, a result, both settled
        with pytest.raises(Outdated):  # pressed twice
            await row_joins.join_rows(tx, draft.coordinator, activity_id=first, next_id=second, now=NOW)


async def test_rows_of_two_tables_keep_both_places_and_their_doubts(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        *_, first, second, last = draft.rows
        await row_joins.join_rows(tx, draft.coordinator, activity_id=second, next_id=last, now=NOW)
        assert await codes(tx, draft, second) == ["end_before_start", "misspelt_word"]
        await row_joins.join_rows(tx, draft.coordinator, activity_id=first, next_id=second, now=NOW)
        assert await source(tx, first) == {
            "table": 0,
            "rows": [2, 12],
            "also": [{"table": 1, "rows": [3, 4, 13, 14]}],
        }
        with pytest.raises(DomainError, match="error-join-last"):
            await row_joins.preview_join(tx, draft.coordinator, first)


async def test_a_title_is_cut_and_the_rest_copied(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        first = draft.rows[0]
        before = await plans.get_activity(tx, first)
        assert before is not None
        ((_, begin),) = parts(before.title)
        done = await restructuring.split_row(tx, draft.coordinator, activity_id=first, begin=begin, now=NOW)
        assert done.made is not None
        assert (await titles(tx, draft))[:3] == [
            "Диагностика дефицитов",
            "разработка планов",
            "Семинар для завучей",
        ]
        second = await plans.get_activity(tx, done.made)
        assert second is not None
        assert _rest(second) == _rest(done.activity) == _rest(before)
        assert done.activity.as_written == second.as_written == {"title": before.title}
        assert await parties.list_parties_of(tx, first) == await parties.list_parties_of(tx, second.id)
        assert await source(tx, first) == await source(tx, second.id)
        with pytest.raises(Outdated):  # the title is another by now
            await restructuring.split_row(tx, draft.coordinator, activity_id=first, begin=begin, now=NOW)


def _rest(row: Activity) -> tuple[object, ...]:
    return row.number, row.section_id, row.result, row.responsible_text, row.deadline, row.evidence_kind


async def test_a_second_title_is_typed_and_doubts_are_copied(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        last = draft.rows[-1]
        done = await restructuring.split_row(
            tx, draft.coordinator, activity_id=last, title="Совещание по итогам", now=NOW
        )
        assert done.made is not None
        assert (await titles(tx, draft))[-2:] == ["Итоги года", "Совещание по итогам"]
        assert await codes(tx, draft, last) == ["end_before_start", "misspelt_word", "duplicate_number"]
        # Not what the title is doubted for.
        assert await codes(tx, draft, done.made) == ["end_before_start", "duplicate_number"]
        await editing.edit_field(
            tx, draft.coordinator, activity_id=done.made, field=Field.NUMBER, words="2.2", now=NOW
        )
        assert await codes(tx, draft, last) == ["end_before_start", "misspelt_word"]
        assert await codes(tx, draft, done.made) == ["end_before_start"]


async def test_a_row_is_added_by_hand(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        words = {Field.NUMBER: "1.4", Field.TITLE: "Совещание", Field.RESPONSIBLE: "РМК"}
        done = await restructuring.add_row(tx, draft.coordinator, behind=draft.rows[2], words=words, now=NOW)
        assert (await titles(tx, draft))[3] == "Совещание"
        assert (done.activity.section, done.activity.by_hand) == ("Раздел 1", True)
        assert await codes(tx, draft, done.activity.id) == ["no_deadline", "no_result"]
        renamed = await editing.edit_field(
            tx, draft.coordinator, activity_id=done.activity.id, field=Field.TITLE, words="Сбор", now=NOW
        )
        assert renamed.activity.as_written == {}  # no document said anything else


async def test_a_removed_row_takes_its_doubts_along_and_brings_them_back(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        before = await everything(tx, draft.plan)
        done = await restructuring.remove_row(tx, draft.coordinator, activity_id=draft.rows[2], now=NOW)
        assert await codes(tx, draft, draft.rows[1]) == []  # the number is alone now
        await restructuring.add_row(
            tx, draft.coordinator, behind=draft.rows[0], words={Field.TITLE: "Другое"}, now=NOW
        )
        plan, row = await undoing.undo_edit(tx, draft.coordinator, done.edit_id)
        assert (plan.id, row.id if row else None) == (draft.plan, draft.rows[2])
        assert (await titles(tx, draft))[2:4] == ["Семинар для завучей", "и учителей-предметников"]
        after = await everything(tx, draft.plan)
        assert [r for r in after["rows"] if r["title"] != "Другое"] == before["rows"]


async def test_only_the_last_edit_of_a_row_is_taken_back(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        _, first, second, *_ = draft.rows
        joined = await row_joins.join_rows(tx, draft.coordinator, activity_id=first, next_id=second, now=NOW)
        await editing.edit_field(
            tx, draft.coordinator, activity_id=first, field=Field.TITLE, words="Семинар", now=NOW
        )
        with pytest.raises(Outdated):
            await undoing.undo_edit(tx, draft.coordinator, joined.edit_id)
        listed = await undoing.list_edits(tx, draft.coordinator, draft.plan)
    assert [(edit.kind.value, is_last) for edit, is_last in listed.edits] == [
        ("words", True),
        ("join", False),
    ]


@pytest.mark.parametrize("seed", range(6))
async def test_taking_everything_back_leaves_the_draft_as_it_was_read(
    sqlite_storage: Storage, seed: int
) -> None:
    async with sqlite_storage.begin() as tx:
        draft = await make_draft(tx)
        before = await everything(tx, draft.plan)
        chance = random.Random(seed)
        for _ in range(25):
            await _some_edit(tx, draft, chance)
        while found := (await undoing.list_edits(tx, draft.coordinator, draft.plan)).edits:
            edit, _ = chance.choice([pair for pair in found if pair[1]])
            await undoing.undo_edit(tx, draft.coordinator, edit.id)
        after = await everything(tx, draft.plan)
    assert after == before


async def _some_edit(tx: Transaction, draft: Draft, chance: random.Random) -> None:
    """One edit of any kind on any row; what is refused changes nothing."""
    rows = await plans.list_activities(tx, draft.plan)
    row = chance.choice(rows)
    who, words = draft.coordinator, chance.choice(("1.2", "до 1 мая 2027", "РМК; ИМЦ", "Семинар. Совещание"))
    below = next((r.id for r in rows if r.position > row.position), 0)
    match chance.randrange(6):
        case 0 | 1:
            field = chance.choice([f for f in Field if f is not Field.DEADLINE or "мая" in words])
            await editing.edit_field(tx, who, activity_id=row.id, field=field, words=words, now=NOW)
        case 2 if below:
            await row_joins.join_rows(tx, who, activity_id=row.id, next_id=below, now=NOW)
        case 3:
            await restructuring.split_row(tx, who, activity_id=row.id, title=words, now=NOW)
        case 4:
            await restructuring.add_row(tx, who, behind=row.id, words={Field.TITLE: words}, now=NOW)
        case 5 if len(rows) > 1:
            await restructuring.remove_row(tx, who, activity_id=row.id, now=NOW)


async def test_a_draft_of_edits_is_approved(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        await restructuring.remove_row(tx, draft.coordinator, activity_id=draft.rows[0], now=NOW)
        result = await review.approve_plan(tx, draft.coordinator, draft.plan, keep_doubts=True, now=NOW)
        assert result.open_doubts == 0
        with pytest.raises(Outdated):
            await undoing.undo_edit(tx, draft.coordinator, 1)
