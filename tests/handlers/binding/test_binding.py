"""Each responsible party once: proposals, other choices, and the district's memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.binding import Binding, Target
from bot.domain.plan import PartyKind
from bot.reading.parties import normalise_party, party_kind
from bot.use_cases.binding import Proposal, propose
from storage import Storage, parties
from storage.districts import Body
from storage.parties import StoredParty
from tests.handlers.road_maps import SCHOOLS, Town, make_town, with_plan

FOREST, HILL = Body(1, 1, "МБОУ «Лесная СОШ»"), Body(2, 1, "МБОУ «Горная ООШ»")


def party(words: str, kind: PartyKind | None = None) -> StoredParty:
    return StoredParty(1, 1, normalise_party(words), words, kind or party_kind(words), None, "")


@pytest.mark.parametrize(
    ("asked", "proposed"),
    [
        (party("ОО"), Proposal(Target.EVERY_SCHOOL)),
        (party("Руководители ОО"), Proposal(Target.EVERY_SCHOOL)),
        (party("заместители директоров"), Proposal(Target.EVERY_SCHOOL)),
        (party("Муниципальный координатор"), Proposal(Target.COORDINATOR)),
        (party('директор МБОУ "Лесная СОШ"'), Proposal(Target.SCHOOL, FOREST.name, FOREST.id)),
        (party("МБОУ «Дальняя СОШ»"), None),
        (party("рмк."), Proposal(Target.ORGANISATION, "РМК")),
        (party("Отдел образования"), Proposal(Target.ORGANISATION, "Отдел образования")),
        (party("кто-нибудь", PartyKind.UNKNOWN), Proposal(Target.ORGANISATION, "кто-нибудь")),
    ],
)
def test_what_is_proposed(asked: StoredParty, proposed: Proposal | None) -> None:
    assert propose(asked, [FOREST, HILL], [Body(7, 1, "РМК")]) == proposed


def test_two_schools_that_fit_are_no_answer() -> None:
    twins = [Body(1, 1, "Лесная СОШ"), Body(2, 1, "Лесная школа")]
    assert propose(party("МБОУ «Лесная СОШ»"), twins, []) is None


async def approved(storage: Storage, folder: Path, *schools: str) -> Town:
    town = await make_town(storage, folder, *schools)
    plan = await with_plan(storage, town)
    await town.press(f"plan-approve-all:{plan}")
    return town


async def bindings(storage: Storage) -> dict[str, tuple[Binding | None, str]]:
    async with storage.read() as tx:
        return {
            use.party.text: (use.party.binding, use.party.place) for use in await parties.list_uses(tx, 1)
        }


async def test_every_proposal_at_once(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await approved(sqlite_storage, tmp_path, *SCHOOLS)
    shown = await town.chat.press(town.coordinator, f"binding:{town.district}")
    assert shown.text.split("\n\n")[1:] == [
        "1. ОО (2 строки): предлагаю «каждая школа»",
        "2. РМК (2 строки): предлагаю «РМК»",
        '3. МБОУ "Лесная СОШ" (1 строка): предлагаю «МБОУ «Лесная СОШ»»',
        "4. Муниципальный координатор (1 строка): предлагаю «координатор»",
    ]
    shown = await town.chat.press(town.coordinator, shown.presses["Принять предложенное (4)"])
    assert shown.rows[1] == ("Запустить план",)
    found = await bindings(sqlite_storage)
    assert {words: (b and b.target, place) for words, (b, place) in found.items()} == {
        "ОО": (Target.EVERY_SCHOOL, ""),
        "РМК": (Target.ORGANISATION, "РМК"),
        'МБОУ "Лесная СОШ"': (Target.SCHOOL, "МБОУ «Лесная СОШ»"),
        "Муниципальный координатор": (Target.COORDINATOR, ""),
    }


async def test_one_by_one_with_other_choices(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await approved(sqlite_storage, tmp_path, "МБОУ «Горная ООШ»")
    chat, me = town.chat, town.coordinator
    shown = await chat.press(me, "party:1")
    labels = []
    # Whichever party is asked, the next unbound one follows, until all are bound.
    for choice in ("Не отслеживать", "Организация…", "Каждая школа", "✓ координатор"):
        labels.append(shown.text.splitlines()[1])
        shown = await chat.press(me, shown.presses[choice])
        if choice == "Организация…":
            shown = await chat.press(me, shown.presses["+ Новая: с этим названием"])
    assert sorted(labels) == [
        '<b>МБОУ "Лесная СОШ"</b>',
        "<b>Муниципальный координатор</b>",
        "<b>ОО</b>",
        "<b>РМК</b>",
    ]
    assert shown.text.startswith("<b>Ответственные</b>: 4. Все связаны, план можно запускать.")


async def test_what_was_bound_is_remembered_for_the_next_file(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await with_plan(sqlite_storage, town)
    async with sqlite_storage.begin() as tx:
        uses = await parties.list_uses(tx, plan)
        await parties.bind(tx, {use.party.id: Binding(Target.COORDINATOR) for use in uses})
    await town.press(f"draft-discard-yes:{plan}")
    again = await with_plan(sqlite_storage, town, ("1", "Дело", "по графику", "«рмк»; ОО", ""))
    async with sqlite_storage.read() as tx:
        assert await parties.count_unbound(tx, again) == 0


async def test_a_place_of_another_district_is_as_if_it_were_not_there(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await approved(sqlite_storage, tmp_path, *SCHOOLS)
    other = await make_town(sqlite_storage, tmp_path, "Чужая школа")
    before = await bindings(sqlite_storage)
    foreign = await town.press("party-school:1:3")
    assert foreign == await town.press("party-school:1:999") == await other.press("party-every:1")
    assert await bindings(sqlite_storage) == before
