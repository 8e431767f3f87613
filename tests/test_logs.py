"""Logs: JSON lines that hold no token and none of the words that people typed."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import JsonLines

TOKEN = "123456:" + "A" * 35


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    logger.propagate = False
    yield stream
    logger.removeHandler(handler)
    logger.propagate = True


def test_a_line_is_an_object_with_its_extra_fields(lines: io.StringIO) -> None:
    logging.getLogger("tests.logs").warning("принято %s", 5, extra={"update": 7})
    line = json.loads(lines.getvalue())
    assert (line["level"], line["logger"], line["message"], line["update"]) == (
        "WARNING",
        "tests.logs",
        "принято 5",
        7,
    )


def test_the_token_is_masked_everywhere(lines: io.StringIO) -> None:
    url = f"https://api.telegram.org/file/bot{TOKEN}/photo.jpg"
    logging.getLogger("tests.logs").error("failed: %s", url, extra={"url": [url]})
    line = json.loads(lines.getvalue())
    masked = "https://api.telegram.org/file/bot***/photo.jpg"
    assert (line["message"], line["url"]) == (f"failed: {masked}", [masked])


def test_an_exception_keeps_its_class_and_place_but_not_its_words(lines: io.StringIO) -> None:
    try:
        try:
            int("слова Анны")
        except ValueError as error:
            raise RuntimeError("слова Анны") from error
    except RuntimeError:
        logging.getLogger("tests.logs").exception("an act failed")
    line = json.loads(lines.getvalue())
    assert line["error"] == "RuntimeError from ValueError"
    assert [place.rpartition(" ")[2] for place in line["places"]] == [
        "test_an_exception_keeps_its_class_and_place_but_not_its_words"
    ]
    assert "Анны" not in lines.getvalue()
