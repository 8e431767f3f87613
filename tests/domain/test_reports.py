"""What a typed answer means, and what is refused."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
from bot.domain.reports import (
    MAX_EVIDENCE_BYTES,
    Evidence,
    Form,
    Step,
    check_attachable,
    check_evidence_size,
    check_quota,
    checked_link,
    checked_words,
    evidence_name,
    read_people_count,
)


@pytest.mark.parametrize(
    ("raw", "count"), [("25", 25), (" 0 ", 0), ("12 человек", 12), ("3 чел.", 3), ("100000", 100_000)]
)
def test_a_number_of_people(raw: str, count: int) -> None:
    assert read_people_count(raw) == count


@pytest.mark.parametrize("raw", ["", "много", "-3", "2.5", "1000001", "100001", "25 школ", "двадцать"])
def test_what_is_no_number_of_people(raw: str) -> None:
    with pytest.raises(DomainError, match="error-people-count"):
        read_people_count(raw)


def test_words_keep_their_lines_and_have_a_limit() -> None:
    assert checked_words(" раз\nдва ", 8) == "раз\nдва"
    for raw in ("  ", "слишком длинно"):
        with pytest.raises(DomainError, match="error-words"):
            checked_words(raw, 8)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("../../etc/passwd", ".. .. etc passwd"),
        ("a\x00b\n.pdf", "a b .pdf"),
        ("/", "file"),
        ("я" * 200, "я" * 120),
    ],
)
def test_a_file_name_is_only_a_name(raw: str, name: str) -> None:
    assert evidence_name(raw) == name


def test_sizes_of_evidence() -> None:
    check_evidence_size(MAX_EVIDENCE_BYTES)
    for size, key in ((MAX_EVIDENCE_BYTES + 1, "error-evidence-size"), (0, "error-evidence-empty")):
        with pytest.raises(DomainError, match=key):
            check_evidence_size(size)


def test_a_report_takes_ten_files_of_fifty_megabytes_together() -> None:
    def files(count: int, megabytes: int) -> list[Evidence]:
        return [Evidence(str(n), "", Form.PHOTO, megabytes * 1024 * 1024) for n in range(count)]

    *nine, tenth = files(10, 5)
    check_attachable([tenth], nine)
    check_attachable([tenth], [*nine, tenth])  # the same bytes again
    for *attached, file in (files(11, 1), files(3, 20)):
        key = "error-evidence-many" if len(attached) == 10 else "error-evidence-total"
        with pytest.raises(DomainError, match=key):
            check_attachable([file], attached)


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("https://rmk.ru/news/15?a=1#b", "https://rmk.ru/news/15?a=1#b"),
        (" rmk.ru/news ", "https://rmk.ru/news"),
        ("HTTP://школа.рф", "HTTP://школа.рф"),
    ],
)
def test_a_link(raw: str, address: str) -> None:
    assert checked_link(raw) == address
    assert Evidence.link(address).name == address


@pytest.mark.parametrize(
    "raw",
    [
        "https://school",
        "ftp://rmk.ru/a",
        "https://user@rmk.ru",
        "https://rmk.ru/a b",
        "http://[rmk.ru",
        "https://rmk.ru/" + "a" * 500,
    ],
)
def test_no_link(raw: str) -> None:
    with pytest.raises(DomainError, match="error-link"):
        checked_link(raw)


def test_a_schools_room_has_an_end() -> None:
    file = Evidence("1", "", Form.DOCUMENT, 20)
    check_quota(file, 80, 100)
    with pytest.raises(DomainError, match="error-evidence-quota"):
        check_quota(file, 81, 100)


def test_steps_lead_to_the_review_and_stay_there() -> None:
    assert [step.following for step in Step] == [*list(Step)[1:], Step.REVIEW]
    assert Step.OUTCOME.preceding is None
