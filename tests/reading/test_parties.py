"""Who is responsible: one table of cells and the parties they name, one of school names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.parties import normalise_party, school_names_match, split_parties

CELLS = {
    "": [],
    " - ": [],
    "РМК": [("РМК", "organisation")],
    "РМК МЦДК": [("РМК", "organisation"), ("МЦДК", "organisation")],
    "Отдел образования РМК": [("Отдел образования", "organisation"), ("РМК", "organisation")],
    "РМК руководители РМО": [("РМК", "organisation"), ("руководители РМО", "role")],
    "РМК\nРуководители РМО": [("РМК", "organisation"), ("Руководители РМО", "role")],
    "Муниципальный\n\nкоординатор, ИМЦ": [("Муниципальный координатор", "role"), ("ИМЦ", "organisation")],
    "ОО МБУ ДПО Центр": [("ОО", "schools"), ("МБУ ДПО Центр", "organisation")],
    "Управление образования,\nОО": [("Управление образования", "organisation"), ("ОО", "schools")],
    "Департамент образования и ОО": [("Департамент образования", "organisation"), ("ОО", "schools")],
    "Руководители ШНОР и ШНСУ": [("Руководители ШНОР и ШНСУ", "schools")],
    "каждая ОО": [("каждая ОО", "schools")],
    "Директора школ": [("Директора школ", "schools")],
    "Руководители\nобщеобразовательных организаций": [
        ("Руководители общеобразовательных организаций", "schools")
    ],
    "Руководители образовательных организаций МЦДК": [
        ("Руководители образовательных организаций", "schools"),
        ("МЦДК", "organisation"),
    ],
    "МКУ «Управление образования района» Образовательные организации": [
        ("МКУ «Управление образования района»", "organisation"),
        ("Образовательные организации", "schools"),
    ],
    "МБОУ ДО «Дом творчества» МБОУ ДО «Спортивная школа»": [
        ("МБОУ ДО «Дом творчества»", "organisation"),
        ("МБОУ ДО «Спортивная школа»", "organisation"),
    ],
    'МБОУ "Берёзовская СОШ № 1", МБОУ "Горкинская ООШ"': [
        ('МБОУ "Берёзовская СОШ № 1"', "school"),
        ('МБОУ "Горкинская ООШ"', "school"),
    ],
    "МБОУ СОШ №3 МБОУ СОШ №5": [("МБОУ СОШ №3", "school"), ("МБОУ СОШ №5", "school")],
    "директор МОУ «Ключевская СОШ»": [("директор МОУ «Ключевская СОШ»", "school")],
    "Администрация МОУ «Ключевская СОШ»": [("Администрация МОУ «Ключевская СОШ»", "school")],
    "заведующий МКУ «Районный ИМЦ»": [("заведующий МКУ «Районный ИМЦ»", "organisation")],
    "МКУ «Районный ИМЦ,\nруководители РМО": [
        ("МКУ «Районный ИМЦ", "organisation"),
        ("руководители РМО", "role"),
    ],
    "ГАУ ДПО «Институт, центр и школа», кураторы": [
        ("ГАУ ДПО «Институт, центр и школа»", "organisation"),
        ("кураторы", "role"),
    ],
    "Министерство образования и науки области; региональные эксперты": [
        ("Министерство образования и науки области", "organisation"),
        ("региональные эксперты", "role"),
    ],
    "Заместители директоров по УВР, ВР": [("Заместители директоров по УВР, ВР", "role")],
    "учителя школ с низкими результатами": [("учителя школ с низкими результатами", "role")],
    "Муниципальный координатор Иванова И.И.": [("Муниципальный координатор Иванова И.И.", "role")],
    "Общественные организации": [("Общественные организации", "unknown")],
    "Сидорова": [("Сидорова", "unknown")],
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_cut_into_its_parties(cell: str) -> None:
    assert [(party.text, party.kind.value) for party in split_parties(cell)] == CELLS[cell]


_WORDS = [
    "Отдел",
    "образования",
    "РМК",
    "ОО",
    "и",
    "«Луч»",
    "директор",
    "МБОУ",
    "СОШ",
    "№ 3",
    ",",
    ";",
    "«",
    "\n",
    ")",
]


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join) | st.text())
def test_no_letter_of_a_cell_is_lost(cell: str) -> None:
    kept = "".join(party.text for party in split_parties(cell))
    letters = "".join(char for char in cell if char.isalnum()).replace("и", "")
    assert "".join(char for char in kept if char.isalnum()).replace("и", "") == letters


SAME = [
    ("МОУ «Ключевская СОШ»", "Ключевская СОШ"),
    ("МБОУ «Ключевская СОШ»", "Ключевская средняя школа"),
    ("директор МОУ «Ключевская СОШ»", "Ключевская школа"),
    ("руководителю Ключевской СОШ", "МОУ «Ключевская СОШ»"),
    ("МБОУ СОШ № 3", "Средняя школа №3"),
    ('МБОУ "Берёзовская СОШ № 1"', "Березовская СОШ №1"),
    ("МБОУ «Усть - Луговская СОШ»", "Усть-Луговская средняя общеобразовательная школа"),
    ("МБОУ «Ключевская СОШ им. А. С. Пушкина»", "Ключевская СОШ"),
]
OTHER = [
    ("СОШ № 3", "СОШ № 4"),
    ("Берёзовская СОШ № 1", "Берёзовская СОШ № 2"),
    ("Зареченская ООШ", "Зареченская СОШ"),
    ("Гимназия № 1", "Лицей № 1"),
    ("филиал МОУ «Ключевская СОШ»", "Ключевская СОШ"),
    ("Ключевская СОШ", "Горкинская СОШ"),
    ("МБОУ", "СОШ"),
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
