"""The command line is a contract: other programs parse what it prints."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.reading.plan_json import plan_from_json, plan_to_json
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import SAMPLE


def test_read_plan_prints_the_contracts_object(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "план.txt"
    file.write_text(
        "План на 2026-2027 учебный год\n\n"
        "№\tПроблема\tМероприятие\tСрок\tОтветственные\tРезультат\tПримечание\n"
        "1. Методическая работа\t\t\t\t\t\t\n"
        "1.1\tДефициты\tСеминар\tдо 10.09.2026\tРМК, ОО\tПриказ\tна базе центра\n",
        encoding="utf-8",
    )
    assert main(["read-plan", str(file), "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == {
        "title": "План на 2026-2027 учебный год",
        "period": {"start": "2026-09-01", "end": "2027-08-31"},
        "sections": ["1. Методическая работа"],
        "activities": [
            {
                "number": "1.1",
                "title": "Семинар",
                "section": "1. Методическая работа",
                "problem": "Дефициты",
                "result": "Приказ",
                "responsible": {
                    "text": "РМК, ОО",
                    "parties": [{"text": "РМК", "kind": "organisation"}, {"text": "ОО", "kind": "schools"}],
                },
                "deadline": {
                    "phrase": "до 10.09.2026",
                    "kind": "by",
                    "windows": [{"start": None, "end": "2026-09-10"}],
                    "rule": None,
                    "doubts": [],
                },
                "source": {"table": 0, "rows": [2]},
                "parent": None,
            }
        ],
        "doubts": [],
        "unread": ["на базе центра"],
        "columns": [
            {"column": "number", "words": "№"},
            {"column": "problem", "words": "Проблема"},
            {"column": "title", "words": "Мероприятие"},
            {"column": "deadline", "words": "Срок"},
            {"column": "responsible", "words": "Ответственные"},
            {"column": "result", "words": "Результат"},
        ],
    }


def test_a_plan_survives_its_json() -> None:
    plan = read_plan(SAMPLE.read_bytes(), "план")
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan


def test_read_plan_in_words_ends_with_what_is_doubtful(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read-plan", str(SAMPLE)]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert lines[30].startswith("Мероприятий: 29; сроки: by 4")
    assert "? 2.3.: Номер 2.3. стоит в плане не один раз, дайте строке другой" in lines


@pytest.mark.parametrize(("name", "data"), [("нет.txt", None), ("пусто.txt", b""), ("скан.pdf", b"%PDF-1.4")])
def test_a_file_that_cannot_be_read_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert main(["read-plan", str(tmp_path / name), "--json"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), name in err) == ("", 1, True)


def test_read_deadline_answers_a_phrase(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read-deadline", "--json", "март", "--year", "2026-2027"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == {
        "phrase": "март",
        "kind": "period",
        "windows": [{"start": "2027-03-01", "end": "2027-03-31"}],
        "rule": None,
        "doubts": [],
    }


def test_read_deadline_answers_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    questions = [
        {"phrase": "до 5 мая", "year": "2027", "section_month": None},
        {"phrase": "ежемесячно", "year": None, "section_month": None},
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(json.dumps(q) + "\n" for q in questions)))
    assert main(["read-deadline", "--json", "-"]) == 0
    answers = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [(a["kind"], a["windows"], a["rule"]) for a in answers] == [
        ("by", [{"start": None, "end": "2027-05-05"}], None),
        ("recurring", [], "FREQ=MONTHLY"),
    ]


@pytest.mark.parametrize(
    "arguments", [["--year", "21"], ["--section-month", "2015"], ["--section-month", "2015-13"]]
)
def test_a_wrong_argument_is_one_clear_line(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(["read-deadline", "март", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), "expected" in err) == ("", 1, True)


@pytest.mark.parametrize(
    ("row", "code", "told"),
    [
        ("1\tСеминар\tмай 2027 г.\tРМК\tПриказ", 0, ""),
        (
            "1\tСеминар\tдо 9 мая 2027 г.\tРМК\tПриказ",
            0,
            "пометка    № 1  Срок приходится на воскресенье или праздник, выберите рабочий день: "
            "09.05.2027\n",
        ),
        (
            "\tСеминар\tмай 2027 г.\tРМК\t",
            1,
            "пометка    план  У строк нет номеров, пронумеруйте их, чтобы на строку можно было сослаться\n"
            "замечание  строка 1  Результат не указан, впишите, чем подтвердить выполнение\n",
        ),
    ],
)
def test_check_plan_prints_a_doubt_a_line(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], row: str, code: int, told: str
) -> None:
    file = tmp_path / "план.txt"
    head = "План на 2026-2027 учебный год\n\n№\tМероприятие\tСрок\tОтветственные\tРезультат\n"
    file.write_text(head + row, encoding="utf-8")
    assert main(["check-plan", str(file)]) == code
    assert capsysbinary.readouterr().out.decode() == told


def test_check_plan_refuses_what_is_no_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "пусто.txt").write_bytes(b"")
    assert main(["check-plan", str(tmp_path / "пусто.txt")]) == 2
    assert capsys.readouterr().err.endswith("пусто.txt: в файле нет текста\n")
