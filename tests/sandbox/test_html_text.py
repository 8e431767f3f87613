"""parse_mode=HTML against the behaviour of the real server."""

from __future__ import annotations

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.formatting import formatted


def parse(source: str) -> tuple[str, list[tuple[str, int, int, str]]]:
    result = formatted(source, parse_mode="HTML")
    return result.text, [(e.type, e.offset, e.length, e.detail) for e in result.entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("просто", "просто", []),
        ("<b>а</b>", "а", [("bold", 0, 1, "")]),
        ("<strong>а</strong>", "а", [("bold", 0, 1, "")]),
        ("<i>а</i><em>б</em>", "аб", [("italic", 0, 2, "")]),
        ("<u>а</u> <ins>б</ins>", "а б", [("underline", 0, 1, ""), ("underline", 2, 1, "")]),
        (
            "<s>а</s>-<strike>б</strike>-<del>в</del>",
            "а-б-в",
            [("strikethrough", i, 1, "") for i in (0, 2, 4)],
        ),
        ("<code>а</code>", "а", [("code", 0, 1, "")]),
        ("<code class='language-sql'>а</code>", "а", [("code", 0, 1, "")]),
        ("<pre>а</pre>", "а", [("pre", 0, 1, "")]),
        ('<pre><code class="language-py">а</code></pre>', "а", [("pre", 0, 1, "py")]),
        ('<code class="language-py"><pre>а</pre></code>', "а", [("pre", 0, 1, "py")]),
        ("<pre><code>а</code></pre>", "а", [("pre", 0, 1, "")]),
        ("<tg-spoiler>а</tg-spoiler>", "а", [("spoiler", 0, 1, "")]),
        ('<span class="tg-spoiler">а</span>', "а", [("spoiler", 0, 1, "")]),
        ("<blockquote>а</blockquote>", "а", [("blockquote", 0, 1, "")]),
        ("<blockquote expandable>а</blockquote>", "а", [("expandable_blockquote", 0, 1, "")]),
        ('<blockquote expandable="">а</blockquote>', "а", [("expandable_blockquote", 0, 1, "")]),
        ('<a href="https://EXAMPLE.org">а</a>', "а", [("text_link", 0, 1, "https://example.org/")]),
        ("<a href='example.org/x?a=1&amp;b=2'>а</a>", "а", [("text_link", 0, 1, "http://example.org/x?a=1&b=2")]),
        ('<a href="tg://user?id=42">а</a>', "а", [("text_mention", 0, 1, "42")]),
        ('<a href="javascript:alert(1)">а</a>', "а", []),
        ("<a>example.org</a>", "example.org", [("text_link", 0, 11, "http://example.org/")]),
        ('<tg-emoji emoji-id="536">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, "536")]),
        ("👩‍🏫 <b>да</b>", "👩‍🏫 да", [("bold", 6, 2, "")]),
        ("<b>👍</b>ы<i>👍</i>", "👍ы👍", [("bold", 0, 2, ""), ("italic", 3, 2, "")]),
        ("<b>а<i>б</i></b>", "аб", [("bold", 0, 2, ""), ("italic", 1, 1, "")]),
        ("<i><b>а</b></i>", "а", [("bold", 0, 1, ""), ("italic", 0, 1, "")]),
        ("<b>а<code>б</code>в</b>", "абв", [("bold", 0, 1, ""), ("code", 1, 1, ""), ("bold", 2, 1, "")]),
        ('<b>а<a href="a.ru">б</a>в</b>', "абв", [("bold", 0, 3, ""), ("text_link", 1, 1, "http://a.ru/")]),
        ("<b>а<blockquote>б<code>в</code></blockquote></b>", "абв", [
            ("bold", 0, 1, ""), ("blockquote", 1, 2, ""), ("bold", 1, 1, ""), ("code", 2, 1, ""),
        ]),
        ("<b>а<b>б</b></b>", "аб", [("bold", 0, 2, "")]),
        ("<b><b> </b><code>а</code></b>", "а", [("code", 0, 1, "")]),
        ("<blockquote>а<blockquote>б</blockquote></blockquote>", "аб", [("blockquote", 0, 2, "")]),
        ("<B>а</b>", "а", [("bold", 0, 1, "")]),
        ("<b >а</b >", "а", [("bold", 0, 1, "")]),
        ("<b>а</>", "а", [("bold", 0, 1, "")]),
        ("<b></b>а", "а", []),
        ("<b> </b>а", "а", []),
        ("&lt;b&gt; &amp; &quot;", '<b> & "', []),
        ("&lt &#1071; &#x42f;", "< Я Я", []),
        ("&nbsp;&apos;&copy; & &", "&nbsp;&apos;&copy; & &", []),
        ("&#0;&#1114112;", "&#0;&#1114112;", []),
        ("&#128077;<b>а</b>", "👍а", [("bold", 2, 1, "")]),
        (" \n а \n ", "а", []),
        (" а <b>б</b> ", "а б", [("bold", 2, 1, "")]),
        ("<b> а </b>", " а", [("bold", 0, 2, "")]),
        ("а\r\nб", "а\nб", []),
        ("> не тег", "> не тег", []),
        ("/tasks для @vekhi_bot #план", "/tasks для @vekhi_bot #план", [
            ("bot_command", 0, 6, ""), ("mention", 11, 10, ""), ("hashtag", 22, 5, ""),
        ]),
        ("см. https://t.me/a?b=1.", "см. https://t.me/a?b=1.", [("url", 4, 18, "")]),
        ("<code>/tasks</code> и/или 1/2", "/tasks и/или 1/2", [("code", 0, 6, "")]),
        ('<a href="https://a.ru">@vekhi_bot</a>', "@vekhi_bot", [("text_link", 0, 10, "https://a.ru/")]),
    ],
)  # fmt: skip
def test_what_is_shown(source: str, text: str, entities: list[tuple[str, int, int, str]]) -> None:
    assert parse(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("план <x>", 'Unsupported start tag "x" at byte offset 9'),
        ("5 < 7 и", 'Unsupported start tag "" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("x <", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x"', "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</I>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        (
            "&#55357;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
        ("<b><i>я</b></i>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_what_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    "source",
    [
        "<b>а<i>б</i></b> в",
        '<pre><code class="language-py">а &lt; б</code></pre>',
        '<a href="https://a.ru/?x=1&amp;y=2">а</a>',
        "<blockquote expandable><b>👍</b> да</blockquote>",
        "<tg-spoiler>а</tg-spoiler> <u>б</u> <s>в</s> <code>г</code>",
    ],
)
def test_the_screen_shows_the_same_html(source: str) -> None:
    assert formatted(source, parse_mode="HTML").to_html() == source


def test_crossing_entities_are_shown_nested() -> None:
    entities = [{"type": "bold", "offset": 0, "length": 3}, {"type": "italic", "offset": 2, "length": 3}]
    assert formatted("абвгд", entities=entities).to_html() == "<b>аб<i>в</i></b><i>гд</i>"


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("MarkdownV2", "parse_mode MarkdownV2 is not supported by the sandbox; use HTML or entities"),
        ("rtf", "unsupported parse_mode"),
    ],
)
def test_other_parse_modes(mode: str, reason: str) -> None:
    with pytest.raises(ApiError, match=f"^Bad Request: {reason}$"):
        formatted("а", parse_mode=mode)
