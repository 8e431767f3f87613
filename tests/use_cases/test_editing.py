"""A draft's fields are worded anew, its doubts follow, and the document's words are never lost."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Role
from bot.domain.plan import Fix, FixField
from bot.domain.rows import Field
from bot.use_cases import editing, undoing
from bot.use_cases.drafts import document_words, words_of
from storage import Storage, Transaction, doubts, parties, plans
from storage.plans import Activity
from tests.factories import NOW, make_district, make_person
from tests.use_cases.draft import Draft, make_draft


async def edit(tx: Transaction, draft: Draft, row: int, field: Field, words: str) -> Activity:
    found = await editing.edit_field(
        tx, draft.coordinator, activity_id=draft.rows[row], field=field, words=words, now=NOW
    )
    return found.activity


async def open_codes(tx: Transaction, draft: Draft, row: int) -> list[str]:
    found = await doubts.list_doubts(tx, draft.plan)
    return [d.code for d in found if d.activity_id == draft.rows[row] and d.answer is None]


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        (Field.NUMBER, " 1.5. ", "1.5."),
        (Field.TITLE, "Новое\nназвание  дела", "Новое название дела"),
        (Field.SECTION, "Раздел 3", "Раздел 3"),
        (Field.PROBLEM, "Мало\nвремени", "Мало\nвремени"),
        (Field.RESULT, "", ""),
        (Field.RESPONSIBLE, "ИМЦ; директора школ", "ИМЦ; директора школ"),
        (Field.DEADLINE, "до 1 марта 2027", "до 1 марта 2027"),
    ],
)
async def test_any_field_is_worded_anew_and_put_back(
    storage: Storage, field: Field, typed: str, stored: str
) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        before = await plans.get_activity(tx, draft.rows[1])
        assert before is not None
        edited = await edit(tx, draft, 1, field, typed)
        assert words_of(edited, field) == stored
        assert document_words(edited, field) == words_of(before, field)
        back = await editing.restore_field(
            tx, draft.coordinator, activity_id=draft.rows[1], field=field, now=NOW
        )
        assert back.activity == before


async def test_what_is_too_long_or_empty_is_refused(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        for field, words, key in (
            (Field.NUMBER, "1" * 41, "error-words-long"),
            (Field.TITLE, "я" * 1001, "error-words-long"),
            (Field.TITLE, " \n ", "error-words-title"),
            (Field.DEADLINE, "когда-нибудь", "error-deadline-unknown"),
        ):
            with pytest.raises(DomainError) as refused:
                await edit(tx, draft, 0, field, words)
            assert refused.value.key == key


async def test_doubts_follow_the_words(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        await edit(tx, draft, 2, Field.NUMBER, "1.3")  # its twin is alone with its number now
        assert [await open_codes(tx, draft, row) for row in (1, 2)] == [[], ["no_result"]]
        await edit(tx, draft, 3, Field.NUMBER, "1.3")  # and a new pair has come
        assert await open_codes(tx, draft, 2) == ["no_result", "duplicate_number"]
        assert await open_codes(tx, draft, 3) == ["no_deadline", "no_party", "duplicate_number"]
        await edit(tx, draft, 3, Field.DEADLINE, "ежемесячно")
        await edit(tx, draft, 3, Field.RESPONSIBLE, "РМК")
        assert await open_codes(tx, draft, 3) == ["duplicate_number"]
        await edit(tx, draft, 3, Field.RESPONSIBLE, "")
        await edit(tx, draft, 3, Field.RESULT, "")
        await edit(tx, draft, 3, Field.DEADLINE, "")
        assert await open_codes(tx, draft, 3) == ["duplicate_number", "no_party", "no_result", "no_deadline"]
        await edit(tx, draft, 4, Field.RESULT, "Доклад на совете")  # the doubts are about other words
        assert await open_codes(tx, draft, 4) == ["end_before_start", "misspelt_word"]
        await edit(tx, draft, 4, Field.TITLE, "Подведение итогов")
        await edit(tx, draft, 4, Field.DEADLINE, "до 1 марта 2035")
        assert await open_codes(tx, draft, 4) == ["outside_plan"]


async def test_new_responsible_words_are_new_parties(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        await edit(tx, draft, 1, Field.RESPONSIBLE, "ОО, Информационный центр, оо")
        named = [party.text for party in await parties.list_parties_of(tx, draft.rows[1])]
    assert named == ["ОО", "Информационный центр"]


async def test_a_proposed_kind_of_evidence_is_changed(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        kinds = [row.evidence_kind for row in await plans.list_activities(tx, draft.plan)]
        assert kinds == [
            EvidenceKind.MEMO,
            EvidenceKind.ATTENDANCE,
            EvidenceKind.NONE,
            EvidenceKind.ATTENDANCE,
            EvidenceKind.MEMO,
        ]
        await editing.choose_evidence(
            tx, draft.coordinator, activity_id=draft.rows[0], kind=EvidenceKind.PHOTO
        )
        row = await plans.get_activity(tx, draft.rows[0])
    assert row is not None
    assert row.evidence_kind is EvidenceKind.PHOTO


async def test_a_foreign_draft_and_an_approved_one_are_closed(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        stranger = await make_person(tx, Role.COORDINATOR, await make_district(tx, "Другой район"))
        with pytest.raises(Forbidden):
            await editing.edit_field(
                tx, stranger, activity_id=draft.rows[0], field=Field.TITLE, words="Моё", now=NOW
            )
        with pytest.raises(Forbidden):
            await editing.apply_fix(tx, stranger, 1, now=NOW)
        await editing.apply_fix(tx, draft.coordinator, 1, now=NOW)
        with pytest.raises(Outdated):  # pressed twice
            await editing.apply_fix(tx, draft.coordinator, 1, now=NOW)


async def test_new_words_are_checked_like_those_of_a_document(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        await edit(tx, draft, 1, Field.TITLE, "Семинар для учитилей (по итогам")
        await edit(tx, draft, 1, Field.DEADLINE, "до 9 мая 2027 г.")
        found = [d for d in await doubts.list_doubts(tx, draft.plan) if d.activity_id == draft.rows[1]]
        new = {d.code: d for d in found if d.answer is None}
        assert {"text_cut", "misspelt_word", "unbalanced", "day_off"} <= new.keys()
        assert new["misspelt_word"].fix == Fix(FixField.TITLE, "Семинар для учителей (по итогам")
        await edit(tx, draft, 1, Field.TITLE, "Семинар для педагогов")
        assert {"text_cut", "misspelt_word", "unbalanced"}.isdisjoint(await open_codes(tx, draft, 1))


async def test_rows_beside_an_edited_one_are_doubted_anew_and_what_was_kept_stays_so(
    storage: Storage,
) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        twins = [d.id for d in await doubts.list_doubts(tx, draft.plan) if d.code == "duplicate_number"]
        await doubts.answer_doubts(tx, twins, doubts.Answer.KEPT)
        await edit(tx, draft, 0, Field.NUMBER, "1.2")
        assert await open_codes(tx, draft, 0) == ["duplicate_number", "number_gap"]
        assert [await open_codes(tx, draft, row) for row in (1, 2)] == [[], ["no_result"]]
        await edit(tx, draft, 0, Field.TITLE, "Семинар для завучей")
        assert await open_codes(tx, draft, 1) == ["same_title"]  # the row below repeats it
        edited = await editing.edit_field(
            tx,
            draft.coordinator,
            activity_id=draft.rows[0],
            field=Field.TITLE,
            words="Семинар для учителей",
            now=NOW,
        )
        assert await open_codes(tx, draft, 1) == []
        await undoing.undo_edit(tx, draft.coordinator, edited.edit_id)
        assert await open_codes(tx, draft, 1) == ["same_title"]


async def test_taking_an_edit_back_leaves_what_was_chosen_for_its_neighbours(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        edited = await editing.edit_field(
            tx, draft.coordinator, activity_id=draft.rows[2], field=Field.NUMBER, words="1.3", now=NOW
        )
        assert await open_codes(tx, draft, 1) == []
        await editing.choose_evidence(
            tx, draft.coordinator, activity_id=draft.rows[1], kind=EvidenceKind.PHOTO
        )
        await undoing.undo_edit(tx, draft.coordinator, edited.edit_id)
        assert await open_codes(tx, draft, 1) == ["duplicate_number"]
        row = await plans.get_activity(tx, draft.rows[1])
    assert row is not None
    assert row.evidence_kind is EvidenceKind.PHOTO


async def test_a_table_that_counts_anew_has_numbers_of_its_own(storage: Storage) -> None:
    async with storage.begin() as tx:
        draft = await make_draft(tx)
        for row, number in ((2, "2"), (3, "1")):  # the second table begins with the fourth row
            await edit(tx, draft, row, Field.NUMBER, number)
        await edit(tx, draft, 1, Field.NUMBER, "1")
        assert [await open_codes(tx, draft, row) for row in (1, 3)] == [[], ["no_deadline", "no_party"]]
