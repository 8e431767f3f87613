"""A pasted list of schools, and what a school that joins a live plan gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.errors import DomainError
from bot.use_cases.schools import parse_school_names
from storage import Storage
from storage.districts import list_schools
from tests.handlers.road_maps import SCHOOLS, launched, make_town


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        (
            "1. МБОУ СОШ № 1\n2) Лесная СОШ;\n- Горная ООШ\n\n• Лицей",
            ["МБОУ СОШ № 1", "Лесная СОШ", "Горная ООШ", "Лицей"],
        ),
        ("Лесная  СОШ\n «Лесная СОШ»\nлесная сош.", ["Лесная СОШ"]),
        ("1-я гимназия\n2.  2-я гимназия", ["1-я гимназия", "2-я гимназия"]),
    ],
)
def test_lines_become_names(pasted: str, names: list[str]) -> None:
    assert parse_school_names(pasted) == names


@pytest.mark.parametrize(
    ("pasted", "key"), [("\n \n- \n", "error-schools-none"), ("х" * 201, "error-school-long")]
)
def test_a_list_that_is_none(pasted: str, key: str) -> None:
    with pytest.raises(DomainError) as caught:
        parse_school_names(pasted)
    assert caught.value.key == key


async def test_schools_are_added_and_known_ones_are_not_doubled(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, "МБОУ «Лесная СОШ»")
    shown = await town.chat.press(town.coordinator, f"schools-add:{town.district}")
    shown = await town.chat.type(town.coordinator, 'МБОУ "Лесная СОШ"\nМБОУ «Горная ООШ»')
    assert shown.text == (
        "Добавлена 1 школа.\nУже были в списке: 1\n\n"
        "<b>Школы</b>: 2\n1. МБОУ «Горная ООШ»\n2. МБОУ «Лесная СОШ»"
    )
    async with sqlite_storage.read() as tx:
        assert [s.name for s in await list_schools(tx, town.district)] == [
            "МБОУ «Горная ООШ»",
            "МБОУ «Лесная СОШ»",
        ]


async def test_a_list_that_the_client_sends_in_two_messages(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    await town.press(f"schools-add:{town.district}")
    names = [f"Муниципальное бюджетное общеобразовательное учреждение «Школа № {i}»" for i in range(62)]
    first = await town.chat.type(town.coordinator, "\n".join(names[:59]))
    assert first.text.startswith("Добавлено 59 школ.")
    rest = await town.chat.type(town.coordinator, "\n".join(names[59:]))
    assert rest.text.startswith("Добавлено 3 школы.")
    assert "ничего не спрашивал" in (await town.chat.type(town.coordinator, "Ещё школа")).text


async def test_too_many_schools_stay_under_way(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    await town.press(f"schools-add:{town.district}")
    many = await town.chat.type(town.coordinator, "\n".join(f"Школа № {i}" for i in range(201)))
    assert many.text.startswith("Слишком много школ: в районе может быть до 200.")
    fewer = await town.chat.type(town.coordinator, "\n".join(f"Школа № {i}" for i in range(200)))
    assert fewer.text.startswith("Добавлено 200 школ.")


async def test_a_school_that_joins_a_live_plan_gets_its_tasks(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    await launched(sqlite_storage, town)
    await town.press(f"schools-add:{town.district}")
    shown = await town.chat.type(town.coordinator, "МБОУ «Новая СОШ»")
    assert shown.text.splitlines()[:2] == ["Добавлена 1 школа.", "По плану им назначена 1 задача."]
