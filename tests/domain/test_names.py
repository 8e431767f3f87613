"""Names cut short are still told apart."""

from __future__ import annotations

import pytest

from bot.domain.names import brief


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("МБОУ «Лесная СОШ»", "МБОУ «Лесная СОШ»"),
        (
            "Муниципальное бюджетное общеобразовательное учреждение «Лесная СОШ»",
            "Муниципаль…ждение «Лесная СОШ»",
        ),
        ("МОУ «Лесная средняя общеобразовательная школа»", "МОУ «Лесна…азовательная школа»"),
        ("МОУ «Горная средняя общеобразовательная школа»", "МОУ «Горна…азовательная школа»"),
    ],
)
def test_both_ends_stay(name: str, short: str) -> None:
    assert brief(name, 30) == short
    assert len(short) <= 30
