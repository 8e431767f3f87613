"""Long texts: nothing is lost, everything parses, cuts fall between paragraphs where they can."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pages import pages


@pytest.mark.parametrize(
    ("html", "limit", "expected"),
    [
        ("Коротко", 10, ["Коротко"]),
        ("ровно10зна", 10, ["ровно10зна"]),
        ("абзац\n\nвторой", 9, ["абзац", "второй"]),
        ("строка\nдругая", 9, ["строка", "другая"]),
        ("два слова ещё", 10, ["два слова", "ещё"]),
        ("безпробелов", 4, ["безп", "робе", "лов"]),
        ("<b>два слова</b> ещё", 10, ["<b>два слова</b>", "ещё"]),
        ("<b>один <i>два три</i></b>", 8, ["<b>один <i>два</i></b>", "<b><i>три</i></b>"]),
        (
            '<a href="https://x.ru">раз два</a>',
            4,
            ['<a href="https://x.ru">раз</a>', '<a href="https://x.ru">два</a>'],
        ),
        ("&lt;&amp;&gt;ab", 3, ["&lt;&amp;&gt;", "ab"]),
        ("🙂🙂🙂", 4, ["🙂🙂", "🙂"]),
        ("а\n\n\n\n\n\nб", 3, ["а", "б"]),
    ],
)
def test_cuts(html: str, limit: int, expected: list[str]) -> None:
    assert pages(html, limit) == expected


def _words(html: str) -> list[str]:
    return unescape(re.sub(r"<[^>]*>", "", html)).split()


@given(st.lists(st.text(alphabet="аб<&>🙂 \n", max_size=30), max_size=12), st.integers(12, 40))
def test_every_page_fits_and_no_letter_is_lost(parts: list[str], limit: int) -> None:
    html = "".join(f"<b>{escape(part, quote=False)}</b>\n" for part in parts)
    found = pages(html, limit)
    for page in found:
        shown = unescape(re.sub(r"<[^>]*>", "", page))
        assert 0 < len(shown.encode("utf-16-le")) // 2 <= limit
        assert page.count("<b>") == page.count("</b>")
    assert "".join(word for page in found for word in _words(page)) == "".join(_words(html))
