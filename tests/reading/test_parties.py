"""Who is responsible: a table of cells and the parties they name (party_cells.txt), one of school names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.plan import Party, PartyKind
from bot.reading.parties import normalise_party, school_names_match, split_parties

_KINDS = {
    "s": PartyKind.SCHOOLS,
    "1": PartyKind.SCHOOL,
    "o": PartyKind.ORGANISATION,
    "r": PartyKind.ROLE,
    "?": PartyKind.UNKNOWN,
}


def _cells() -> dict[str, list[Party]]:
    found: dict[str, list[Party]] = {}
    for line in (Path(__file__).parent / "party_cells.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            cell, _, names = line.partition(" =>")
            parties = [name.strip().rsplit(" ", 1) for name in names.split("|") if name.strip()]
            found[cell.replace("/", "\n")] = [Party(text.strip(), _KINDS[kind]) for text, kind in parties]
    return found


CELLS = _cells()


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_cut_into_its_parties(cell: str) -> None:
    assert list(split_parties(cell)) == CELLS[cell]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Министерство образования области/ГБУ ДПО «ИРО»",
            ["Министерство образования области", "ГБУ ДПО «ИРО»"],
        ),
        ("УО/ ОО", ["УО", "ОО"]),
        ("Министерство/ИРО", ["Министерство", "ИРО"]),
        ("кураторы/методисты", ["кураторы/методисты"]),
    ],
)
def test_a_slash_parts_names_where_one_begins_behind_it(cell: str, names: list[str]) -> None:
    assert [party.text for party in split_parties(cell)] == names


_WORDS = [
    "Отдел",
    "образования",
    "РМК",
    "ОО",
    "и",
    "«Луч»",
    "директор",
    "директорами",
    "методистам",
    "Иванова И. И.",
    "совместно с",
    "Ответственные:",
    "участвующие",
    "физики",
    "зам. по",
    "МБОУ",
    "СОШ",
    "Лесная",
    "№ 3",
    "4 и 5",
    "1.",
    ",",
    ";",
    "«",
    "\n",
    ")",
]


# What only joins names or introduces them.
_LEFT_OUT = re.compile(
    r"\b(?:и|а также|(?:совместно|вместе) со?|при участии)\b|\b\d{1,2}[.)]|ответственные:", re.IGNORECASE
)


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join) | st.text())
def test_no_word_of_a_cell_is_lost(cell: str) -> None:
    kept = set(re.findall(r"[^\W_]+", " ".join(party.text for party in split_parties(cell))))
    assert set(re.findall(r"[^\W_]+", _LEFT_OUT.sub(" ", cell))) <= kept | {"и"}


SAME = [
    ("МОУ «Ключевская СОШ»", "Ключевская СОШ"),
    ("МБОУ «Ключевская СОШ»", "Ключевская средняя школа"),
    ("директор МОУ «Ключевская СОШ»", "Ключевская школа"),
    ("руководителю Ключевской СОШ", "МОУ «Ключевская СОШ»"),
    ("МБОУ СОШ № 3", "Средняя школа №3"),
    ('МБОУ "Берёзовская СОШ № 1"', "Березовская СОШ №1"),
    ("МБОУ «Усть - Луговская СОШ»", "Усть-Луговская средняя общеобразовательная школа"),
    ("МБОУ «Ключевская СОШ им. А. С. Пушкина»", "Ключевская СОШ"),
    ("школа 3", "МБОУ СОШ № 3"),
    ("СОШ-3", "3-я школа"),
    ("СОШ № 3 с. Ивановка", "МБОУ „СОШ № 3“"),
    ("СОШ № 3 с. Ивановка", "Ивановская СОШ № 3"),
    ("СОШ с. Берёзово Заречного района", "Березовская СОШ"),
    ("СОШ г. Луга", "Лужская СОШ"),
    ("школа с. Заречье", "Зареченская школа"),
    ("СОШ д. Дубки", "МКОУ «Дубковская СОШ»"),
    ("СОШ п. Лесной", "Лесная СОШ"),
]
OTHER = [
    ("СОШ № 3", "СОШ № 4"),
    ("Берёзовская СОШ № 1", "Берёзовская СОШ № 2"),
    ("Зареченская ООШ", "Зареченская СОШ"),
    ("Гимназия № 1", "Лицей № 1"),
    ("филиал МОУ «Ключевская СОШ»", "Ключевская СОШ"),
    ("Ключевская СОШ", "Горкинская СОШ"),
    ("МБОУ", "СОШ"),
    ("СОШ с. Ивановка", "Ивановская ООШ"),
    ("СОШ с. Павловка", "Петровская СОШ"),
    ("Новоселовская СОШ", "Новосельская СОШ"),
    ("Гимназия", "Гимназия № 1"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_school_by_two_names(a: str, b: str) -> None:
    assert school_names_match(a, b)
    assert school_names_match(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_schools_alike(a: str, b: str) -> None:
    assert not school_names_match(a, b)
    assert not school_names_match(b, a)


@pytest.mark.parametrize("text", ["р.м.к.", " Р.  М. К. ", "«Р М К»,"])
def test_a_party_is_remembered_however_it_is_written(text: str) -> None:
    assert normalise_party(text) == "р м к"


def test_yo_quotes_and_case_make_no_difference() -> None:
    assert normalise_party('МБОУ "Берёзовская  СОШ №1"') == normalise_party("мбоу «Березовская СОШ № 1».")
