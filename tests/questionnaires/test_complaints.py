"""What is wrong with a questionnaire is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.questionnaires.commands import check_pack
from bot.questionnaires.nodes import PackError
from bot.questionnaires.packs import MAX_BYTES, decode_pack, parse_pack
from tests.questionnaires.written import COUNTED, OWN, PACK

AUDIENCES = "administration, teachers, pupils, parents"
KINDS = "scale, one, many, number, share, text, matrix"


def complaints(source: str) -> list[str]:
    with pytest.raises(PackError) as caught:
        parse_pack(source)
    return [
        f"{c.line}: {c.key} {' '.join(map(str, c.args.values()))}".strip() for c in caught.value.complaints
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("version: 2", "version: two", "2: pack-number two 1 10000"),
        ("code: sample\n", "", "1: pack-missing code"),
        ("version: 2", "version: 2\ncolour: red", "3: pack-unknown colour"),
        ("version: 2", "version: 2\nversion: 3", "3: pack-twice version"),
        ("ru: Проба, ", "", "5: pack-missing ru"),
        ("ru: Проба", f"ru: {'о' * 31}", f"5: pack-text-long 31 30 {'о' * 31}"),
        ("audience: teachers", "audience: cats", f"3: pack-choice cats {AUDIENCES}"),
        ("languages: [ru, en]", "languages: [ru, tt]", "4: pack-choice tt ru, en"),
        ('    - {ru: Да, en: "Yes"}\n', "", "8: pack-list-exactly 4 5"),
        ("kind: scale\n    factor: 1", "kind: scale\n    factor: 2", "17: pack-indicator-factor digital 1"),
        ("indicator: extra-lessons", "indicator: bullying", "24: pack-indicator-factor bullying 7"),
        ("    direction: negative\n", "", "21: pack-missing direction"),
        ("kind: scale\n", "kind: slider\n", f"15: pack-choice slider {KINDS}"),
        ("    kind: one\n", "", "21: pack-missing kind"),
        ("    kind: one\n", "    kind: one\n    most: 3\n", "23: pack-unknown most"),
        ("scale: yes-no\n    text", "scale: none\n    text", "19: pack-choice none yes-no"),
        ("id: words", "id: first", "54: pack-id-used first"),
        ("id: screen", "id: first", "45: pack-id-used first"),
        ("id: third", "id: Третий", "30: pack-id Третий"),
        ("      - {ru: Все, en: Everybody}\n", "", "28: pack-list-length 1 2 7"),
        ("ru: Никто", f"ru: {'о' * 31}", f"28: pack-text-long 31 30 {'о' * 31}"),
        ("ru: Время", f"ru: {'о' * 29}", f"35: pack-text-long 29 28 {'о' * 29}"),
        ("ru: Ученики", f"ru: {'о' * 201}", f"26: pack-text-long 201 200 {'о' * 59}…"),
        ("alone: true", "alone: yes-please", "36: pack-choice yes-please true, false"),
        ("{item: second, equals: 2}", "{item: second, equals: 3}", "32: pack-choice 3 1, 2"),
        ("{item: second, equals: 2}", "{item: years, equals: 3}", "32: pack-choice years first, second"),
        ("{item: second, equals: 2}", "{item: second}", "32: pack-missing equals"),
        ("most: 60", "most: 0", "52: pack-number 0 1 100000"),
        ("title:", "respondents: first\ntitle:", "5: pack-respondents-needless"),
        ("items:", "items: [", "14: pack-not-yaml"),
    ],
)  # fmt: skip
def test_a_complaint_names_the_line(old: str, new: str, complaint: str) -> None:
    assert old in PACK
    assert complaints(PACK.replace(old, new, 1)) == [complaint]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (COUNTED.replace("respondents: sheets\n", ""), ["1: pack-missing respondents"]),
        (COUNTED.replace("respondents: sheets", "respondents: fair"), ["6: pack-respondents"]),
        (COUNTED.replace("pupils", "parents"), ["14: pack-indicator-audience unfairness parents"]),
        (OWN.replace("risk: 25", "risk: 5"), ["11: pack-bounds"]),
        (OWN.replace("risk: 25", "risk: 250"), ["11: pack-number 250 0 100"]),
        ("", ["1: pack-empty"]),
        ("- a", ["1: pack-mapping"]),
        (OWN[: OWN.index("  - id")] + "  - a\n  - {kind: text}\n  - {kind: text}\n", [
            "7: pack-mapping",
            "8: pack-missing id, text",
            "9: pack-missing id, text",
        ]),
        ("a: \x00", ["1: pack-not-yaml"]),
        ("[" * 20_000, ["1: pack-not-yaml"]),
    ],
)  # fmt: skip
def test_other_complaints(source: str, found: list[str]) -> None:
    assert complaints(source) == found


def test_all_that_is_wrong_is_said_at_once() -> None:
    source = PACK.replace("version: 2", "version: 0").replace("kind: one", "kind: none")
    source = source.replace("ru: доска", "ru: ''").replace("most: 60", "least: 60")
    assert complaints(source) == [
        "2: pack-number 0 1 10000",
        f"22: pack-choice none {KINDS}",
        "44: pack-text-empty",
        "52: pack-unknown least",
    ]


def test_a_file_may_be_neither_long_nor_in_another_encoding() -> None:
    assert decode_pack(b"\xef\xbb\xbf" + PACK.encode()).questionnaire == parse_pack(PACK)
    for data, key in (("я: я".encode("cp1251"), "pack-not-yaml"), (b" " * (MAX_BYTES + 1), "pack-too-large")):
        with pytest.raises(PackError) as caught:
            decode_pack(data)
        assert [complaint.key for complaint in caught.value.complaints] == [key]


def test_aliases_do_not_multiply() -> None:
    """Each list is bounded, so a small file cannot become a large questionnaire."""
    options = "&o [" + ", ".join(["{ru: Да, en: 'Yes'}"] * 8) + "]"
    source = PACK.replace(
        "options:\n      - {ru: Никто, en: Nobody}\n      - {ru: Все, en: Everybody}", f"options: {options}"
    )
    assert complaints(source)[0] == "27: pack-list-length 8 2 7"


def check(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = check_pack(str(path))
    printed = capsys.readouterr()
    return code, (printed.out + printed.err).splitlines()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pack.yaml"
    assert check(path, capsys) == (2, [f"{path}: No such file or directory"])
    path.write_text(PACK, encoding="utf-8")
    assert check(path, capsys) == (
        0,
        ["«Проба», sample, версия 2: вопросов 7, примерно 1 мин. Ошибок нет."],
    )
    path.write_text(
        PACK.replace("version: 2", "version: два").replace("most: 60", "most: -1"), encoding="utf-8"
    )
    assert check(path, capsys) == (
        1,
        [
            f"{path}:2: «два»: нужно целое число от 1 до 10000",
            f"{path}:52: «-1»: нужно целое число от 1 до 100000",
        ],
    )
