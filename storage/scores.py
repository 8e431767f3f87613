"""Percent by class and subject, half of the year by half."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, insert, or_, select, tuple_

from bot.domain.assessment import Half, Score
from storage.engine import Transaction
from storage.tables import schools, scores


async def replace_scores(
    tx: Transaction, school_id: int, half: Half, added: Sequence[Score], *, person_id: int, now: datetime
) -> None:
    """Keep the scores in place of what was known of the same classes and subjects in that half."""
    s = scores.c
    again = {(score.form, score.subject) for score in added}
    of_half = (s.school_id == school_id, s.year == half.year, s.half == half.number)
    await tx.execute(delete(scores).where(*of_half, tuple_(s.form, s.subject).in_(again)))
    same = {"school_id": school_id, "year": half.year, "half": half.number, "person_id": person_id, "at": now}
    rows = [
        {**same, "form": score.form, "subject": score.subject, "percent": score.percent} for score in added
    ]
    await tx.execute(insert(scores), rows)


async def list_scores(
    tx: Transaction, district_id: int, halves: Collection[Half]
) -> Mapping[tuple[int, Half], tuple[Score, ...]]:
    """(school, half) → its scores; what nobody sent is absent."""
    s = scores.c
    wanted = or_(*(and_(s.year == half.year, s.half == half.number) for half in halves))
    rows = await tx.execute(
        select(s.school_id, s.year, s.half, s.form, s.subject, s.percent)
        .join(schools, schools.c.id == s.school_id)
        .where(schools.c.district_id == district_id, wanted)
        .order_by(s.id)
    )
    found: dict[tuple[int, Half], list[Score]] = defaultdict(list)
    for school_id, year, half, *score in rows:
        found[school_id, Half(year, half)].append(Score(*score))
    return {key: tuple(of_key) for key, of_key in found.items()}
