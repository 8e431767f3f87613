"""Which paragraph above a table is the title of a section?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.blocks import Block, Paragraph, one_line
from bot.reading.heading import find_title
from bot.reading.looks import is_cut, is_finished, looks_like_party
from bot.reading.party_words import PERSON_NAME
from bot.reading.section_times import Level, level_of, year_alone
from bot.reading.sections import names_section, part_number

_LONGEST_SECTION = 400
_LONGEST_PLAIN = 200  # of a title that nothing marks as one
_LONGEST_FINISHED = 6  # words: «Работа с родителями.», where a sentence of prose has more
_SHORTEST_UNSURE = 3  # words of a line between two rows: less may be the rest of a cell
_BEGINS = re.compile(r"[«\"“]?(?:[А-ЯЁA-Z]|\d{1,2}[.)]\s)")
_WORD = re.compile(r"[А-Яа-яЁё]{4}")
_OF_TABLE = re.compile(  # the table's own name, which says nothing of its rows
    r"(?:сетевой\s+|основные\s+)?(?:план|перечень|дорожная\s+карта|мероприятия|план-график|таблица)"
    r"(?:\s+(?:основных\s+)?(?:мероприятий|работы|действий))?(?:\s*\(?[«\"]дорожная\s+карта[»\"]\)?)?"
    r"(?:\s+(?:по\s+)?реализации\s+[\w\s]+)?[:.]?",
    re.IGNORECASE,
)
_NO_SECTION = re.compile(
    r"утвержд|согласован|рассмотрен|приложени|продолжени|окончание|страниц|исполнитель|подпис|примечани"
    r"|директор\b|начальник\b|заведующ|председател|принят[оа]?\b|приказ|\*|_{2,}|№\s*\d+\s+от|"
    r"[\w\s]{3,40}:\s*\S|(?:г|с|п|д|пос)\.\s",  # «Цель: …», «г. Пермь»
    re.IGNORECASE,
)


def captions_of(above: Sequence[Paragraph], *, first: bool, sure: bool) -> tuple[str, ...]:
    """The titles of sections among the paragraphs between two tables, or above all: the one of the rows
    below, and before it those of the times that it lies in.

    ``first``: no table stands above, so that they may be the plan's own title. ``sure``: what follows is a
    table by itself, not rows of the one above.
    """
    own = _caption(above, first=first, sure=sure)
    times = [line.text for line in above if not first and level_of(line.text) < Level.OTHER]
    return tuple(dict.fromkeys(filter(None, (*times, own))))


def _caption(above: Sequence[Paragraph], *, first: bool, sure: bool) -> str:
    if not above:
        return ""
    nearest = above[-1]
    if _is_marked(nearest, first=first):
        return nearest.text
    if first:
        return ""
    if not sure:
        words = nearest.text.split()
        told = len(words) >= _SHORTEST_UNSURE and not looks_like_party(" ".join(words[:2]))
        return nearest.text if told and _is_plain(nearest.text) else ""
    return next((paragraph.text for paragraph in reversed(above) if _is_plain(paragraph.text)), "")


def captioned(blocks: Sequence[Block]) -> bool:
    """Do titles of one kind stand above the first two tables below words? Then both are sections.

    Both are headings, both are years, or both are plain and the first is not the plan's own title.
    """
    runs = _above_tables(blocks)
    if len(runs) < 2:
        return False
    (place, first), (_, lines) = runs
    nearest, second = first[-1], lines[-1]
    if nearest.heading and second.heading:
        return True
    if year_alone(nearest.text) is not None:
        return year_alone(second.text) is not None
    title = find_title(blocks[:place], None)
    own = one_line(nearest.text) not in title and _is_plain(nearest.text)
    return own and _caption(lines, first=False, sure=True) != ""


def _above_tables(blocks: Sequence[Block]) -> list[tuple[int, list[Paragraph]]]:
    """The first two tables that paragraphs stand right above, with these."""
    found: list[tuple[int, list[Paragraph]]] = []
    lines: list[Paragraph] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            lines.append(block)
            continue
        if lines:
            found.append((place, lines))
        lines = []
    return found[:2]


def _is_marked(paragraph: Paragraph, *, first: bool) -> bool:
    """Its number, its words or its print say that it is one."""
    text = paragraph.text
    if len(text) > _LONGEST_SECTION:
        return False
    if first:  # «6. Сохранение здоровья учащихся.» may end a list of aims there, «2027 год» the plan's title
        named = names_section(text) or (paragraph.heading and part_number(text) != "")
        return named and not is_finished(text) and year_alone(text) is None
    return paragraph.heading or names_section(text)


def _is_plain(text: str) -> bool:
    """It may be a title though nothing marks it: no sentence, no signature, no name of the table itself."""
    return (
        len(text) <= _LONGEST_PLAIN
        and _BEGINS.match(text) is not None
        and _WORD.search(text) is not None
        and not is_cut(text)
        and (not is_finished(text) or len(text.split()) <= _LONGEST_FINISHED or text.endswith("»"))
        and _OF_TABLE.fullmatch(text) is None
        and _NO_SECTION.match(text) is None
        and PERSON_NAME.search(text) is None
    )
