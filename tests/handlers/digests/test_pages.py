"""However many schools there are and however they are called, no message is longer than a phone takes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.digest import Call, Digest, Group, Ranking, Unreached
from bot.domain.week import SchoolWeek
from bot.screen import Screen
from bot.use_cases.digests import Preview, digest_args, weeks_args
from handlers.digests import view
from handlers.mornings.view import morning
from tests.factories import WORDS

SCHOOLS, NAME, MANY = 60, 40, 9_999
# Sixty different names of forty characters each, of whatever people may write.
names = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=5).map(
    lambda some: [f"{n:02}{some * NAME}"[:NAME] for n in range(SCHOOLS)]
)


def full_digest(schools: list[str]) -> Digest:
    ranking = Ranking.of(dict.fromkeys(schools, MANY))
    return Digest(
        due_today=ranking,
        overdue=ranking,
        long_overdue=MANY,
        unconfirmed=ranking,
        new_reports=MANY,
        to_accept=MANY,
        accept_waits=MANY,
        undated=MANY,
        rising=MANY,
        calls=tuple(Call(school, MANY, MANY, MANY, (school, school)) for school in schools[:3]),
        undelivered=tuple(Unreached(school, school) for school in schools),
    )


def full_week(school: str) -> SchoolWeek:
    return SchoolWeek(school, MANY, MANY, MANY, MANY, MANY, MANY, MANY, next=())


def check(screen: Screen) -> str:
    for language in ("ru", "en"):
        assert len(WORDS.plain(screen.text, language)) <= 4000
        assert len(screen.rows) <= 13
        assert all(len(WORDS.plain(b.label, language)) <= 30 for row in screen.rows for b in row)
    return WORDS.plain(screen.text, "ru")


@settings(max_examples=8, deadline=None)
@given(names)
def test_every_page_fits_and_every_school_stands_on_one(schools: list[str]) -> None:
    digest, weeks = full_digest(schools), tuple(map(full_week, schools))
    check(view.preview(Preview(digest, weeks, weekday=1)))
    check(morning([], 0, MANY, dict(digest_args(digest)), dict(weeks_args(weeks) or {})))
    for group in Group:
        texts = [check(view.group(digest, group, page)) for page in range(SCHOOLS // view.LINES)]
        lines = [line for text in texts for line in text.split("\n") if line.startswith("• ")]
        assert sorted(line[2 : 2 + NAME] for line in lines) == sorted(schools)
    texts = [check(view.weeks(weeks, page)) for page in range(SCHOOLS // 7 + 1)]
    named = [line.removeprefix("<b>").removesuffix("</b>") for text in texts for line in text.split("\n")]
    assert sorted(name for name in named if name in schools) == sorted(schools)
