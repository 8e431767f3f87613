"""What a party probably means: a table of words in a district of two schools and three organisations."""

from __future__ import annotations

import pytest

from bot.domain.binding import Binding, Target
from bot.domain.plan import PartyKind
from bot.reading.parties import party_kind
from bot.reading.party_keys import party_key
from bot.use_cases.proposals import District, Proposal, propose, propose_all
from storage.districts import Body
from storage.parties import PartyUse, StoredParty

FOREST, HILL = Body(1, 1, "МБОУ «Лесная СОШ»"), Body(2, 1, "МБОУ «Горная ООШ»")
BODIES = [Body(7, 1, "РМК"), Body(8, 1, "МКУ «Берёзовский ИМЦ»"), Body(9, 1, "Отдел образования")]
EVERY, COORDINATOR, SOME = (
    Proposal(target) for target in (Target.EVERY_SCHOOL, Target.COORDINATOR, Target.CLUSTER)
)


def party(words: str, number: int = 1, binding: Binding | None = None) -> StoredParty:
    return StoredParty(number, 1, party_key(words), words, party_kind(words), binding, "")


def organisation(name: str) -> Proposal:
    return Proposal(Target.ORGANISATION, name)


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("ОО", EVERY),
        ("Все школы района", EVERY),
        ("Руководителям ОО", EVERY),
        ("заместители директоров", EVERY),
        ("ЗДУВР", EVERY),
        ("Учителя-предметники", EVERY),
        ("Школьные координаторы", EVERY),
        ("Руководители ШМО", EVERY),
        ("Школы с низкими результатами", SOME),
        ("директора школ-участниц проекта", SOME),
        ("учителя ШНОР", SOME),
        ("Муниципальный координатор", COORDINATOR),
        ('директор МБОУ "Лесная СОШ"', Proposal(Target.SCHOOL, FOREST.name, FOREST.id)),
        ("СОШ с. Лесное", Proposal(Target.SCHOOL, FOREST.name, FOREST.id)),
        ("МБОУ «Дальняя СОШ»", None),
        ("рмк.", organisation("РМК")),
        ("Районный методический кабинет", organisation("РМК")),
        ("методистам ИМЦ", organisation("методистам ИМЦ")),
        ("ИМЦ", organisation("МКУ «Берёзовский ИМЦ»")),
        ("Управление образования администрации района", organisation("Отдел образования")),
        ("Отдел опеки", organisation("Отдел опеки")),
        ("кураторы школ", organisation("кураторы школ")),
        # Who is called by name, and what nobody understands, is asked.
        ("Иванова И. И.", None),
        ("методист Иванова И.И.", None),
        ("Луговые", None),
    ],
)
def test_what_is_proposed(words: str, proposed: Proposal | None) -> None:
    assert propose(party(words), District([FOREST, HILL], BODIES, [])) == proposed


def test_two_schools_that_fit_are_no_answer() -> None:
    twins = [Body(1, 1, "Лесная СОШ"), Body(2, 1, "Лесная школа")]
    assert propose(party("МБОУ «Лесная СОШ»"), District(twins, [], [])) is None


def test_a_party_is_proposed_to_be_the_same_as_one_that_stands_in_more_rows() -> None:
    words = {"Отдед образования": 1, "Отдел образования": 9, "ИМЦ": 2, "ШНОР": 1, "Школы с НОР и ШНСУ": 1}
    uses = [PartyUse(party(w, i), rows, ()) for i, (w, rows) in enumerate(words.items(), start=1)]
    known = [
        PartyUse(party("МКУ «Берёзовский ИМЦ»", 20, Binding(Target.COORDINATOR)), 3, ()),
        PartyUse(party("школы с низкими результатами", 21, Binding(Target.CLUSTER)), 1, ()),
    ]
    found = propose_all(uses, District([FOREST], [], known))
    assert found == {
        1: Proposal(None, "Отдел образования", same_as_id=2),
        2: organisation("Отдел образования"),
        3: Proposal(None, "МКУ «Берёзовский ИМЦ»", same_as_id=20),
        4: Proposal(None, "школы с низкими результатами", same_as_id=21),
        5: SOME,
    }


def test_two_that_it_may_be_are_no_answer() -> None:
    others = [party("Берёзовский ИМЦ", 2), party("Луговский ИМЦ", 3)]
    assert propose(party("ИМЦ"), District([], [], []), others) == organisation("ИМЦ")


def test_the_kinds_stand_as_the_table_means_them() -> None:
    assert party("ШНОР").kind is PartyKind.SCHOOLS
