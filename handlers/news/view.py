"""News in words: each piece as its own conversation words it, one under another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.screen import Row, Screen, Text, Texts, lines, text
from handlers.consensus.routes import routes as consensus
from handlers.consultations.routes import routes as consultations
from handlers.corrections.routes import routes as corrections
from handlers.decisions.routes import routes as decisions
from handlers.examinations.routes import routes as examinations
from handlers.leaving.routes import routes as leaving
from handlers.practices.routes import routes as practices
from handlers.profile.routes import routes as profile
from handlers.question_results.routes import routes as question_results
from handlers.remarks.routes import routes as remarks
from handlers.routing import NoticeView
from handlers.shared import HOME_ROW
from handlers.substitutes.routes import routes as substitutes
from handlers.survey.routes import routes as survey
from handlers.waves.routes import routes as waves

Json = Mapping[str, Any]

WORDED: Mapping[str, NoticeView] = {
    **decisions.notices,
    **corrections.notices,
    **profile.notices,
    **consensus.notices,
    **question_results.notices,
    **survey.notices,
    **remarks.notices,
    **examinations.notices,
    **substitutes.notices,
    **leaving.notices,
    **waves.notices,
    **practices.notices,
    **consultations.notices,
}


def news(news: Sequence[Json]) -> Screen:
    """One piece looks like a message of its own; several are numbered."""
    if len(news) == 1:
        return replace(_piece(news[0]), fresh=True)
    return Screen(news_words(news), (*news_rows(news), HOME_ROW), fresh=True)


def news_words(news: Sequence[Json]) -> Text | Texts:
    words = [_piece(piece).text for piece in news]
    if len(words) == 1:
        return words[0]
    numbered = (text("news-piece", index=index, piece=piece) for index, piece in enumerate(words, 1))
    return lines(text("news", n=len(words)), *numbered, separator="\n\n")


def news_rows(news: Sequence[Json]) -> tuple[Row, ...]:
    """What can be done about each piece, in one row."""
    rows = [tuple(b for row in _piece(piece).rows for b in row if b not in HOME_ROW) for piece in news]
    if len(rows) < 2:
        return tuple(rows)
    return tuple(_numbered(index, row) for index, row in enumerate(rows, 1))


def _numbered(index: int, row: Row) -> Row:
    return tuple(replace(b, label=text("button-news-piece", index=index, label=b.label)) for b in row)


def _piece(piece: Json) -> Screen:
    return WORDED[piece["notice"]](**piece["args"])
