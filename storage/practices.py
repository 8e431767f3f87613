"""The bank of practices, and its index of word forms."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, insert, literal, select, update

from bot.domain.practices import Practice, PracticeState
from storage.engine import Transaction
from storage.tables import districts, evidence, practice_lemmas, practices, reports
from storage.upsert import upsert

_P = practices.c


@dataclass(frozen=True, slots=True)
class NewPractice:
    report_id: int
    district_id: int
    factor: int
    place: str
    title: str
    words: str
    effect: str


async def add_practice(
    tx: Transaction, new: NewPractice, lemmas: Mapping[str, int], *, offered_by: int, now: datetime
) -> int | None:
    """The offer's id; None where the report was offered before."""
    values = {name: getattr(new, name) for name in NewPractice.__slots__}
    statement = upsert(tx, practices).values(
        **values, state=PracticeState.ASKED.value, with_files=False, offered_by=offered_by, offered_at=now
    )
    made = await tx.execute(statement.on_conflict_do_nothing().returning(_P.id))
    practice_id: int | None = made.scalar_one_or_none()
    if practice_id is not None:
        rows = [
            {"practice_id": practice_id, "lemma": lemma, "weight": lemmas[lemma]} for lemma in sorted(lemmas)
        ]
        await tx.execute(insert(practice_lemmas), rows)
    return practice_id


async def decide(
    tx: Transaction, practice_id: int, state: PracticeState, *, with_files: bool, seen: PracticeState
) -> bool:
    """Move the offer out of the state it was seen in; False when it has left it."""
    done = await tx.execute(
        update(practices)
        .where(_P.id == practice_id, _P.state == seen.value)
        .values(state=state.value, with_files=with_files)
    )
    return done.rowcount == 1


async def get_practice(tx: Transaction, practice_id: int) -> Practice | None:
    row = (await tx.execute(_query().where(_P.id == practice_id))).first()
    return _to_practice(row) if row else None


async def is_offered(tx: Transaction, report_id: int) -> bool:
    return (await tx.execute(select(_P.id).where(_P.report_id == report_id))).first() is not None


async def list_published(
    tx: Transaction, *, factor: int = 0, words: Sequence[Collection[str]] = (), offset: int, limit: int
) -> tuple[list[Practice], int]:
    """A page of the bank and how many there are in all: what speaks most of ``words`` first, then the newest.

    ``factor`` 0: of any. A practice fits ``words`` that has one lemma of every set.
    """
    fits = _fits(factor, words)
    total = int((await tx.execute(select(func.count()).select_from(practices).where(*fits))).scalar_one())
    order = (*_weights(words), _P.offered_at.desc(), _P.id.desc())
    page = _query().where(*fits).order_by(*order).offset(offset).limit(limit)
    return [_to_practice(row) for row in await tx.execute(page)], total


async def count_by_factor(tx: Transaction) -> dict[int, int]:
    """Factor → published practices; a factor without any is absent."""
    published = _P.state == PracticeState.PUBLISHED.value
    rows = await tx.execute(select(_P.factor, func.count()).where(published).group_by(_P.factor))
    return {factor: int(n) for factor, n in rows}


def _fits(factor: int, words: Sequence[Collection[str]]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_P.state == PracticeState.PUBLISHED.value]
    if factor:
        found.append(_P.factor == factor)
    lemma = practice_lemmas.c
    for forms in words:
        found.append(_P.id.in_(select(lemma.practice_id).where(lemma.lemma.in_(sorted(forms)))))
    return found


def _weights(words: Sequence[Collection[str]]) -> list[ColumnElement[int]]:
    """How much a practice speaks of the words, each by that reading of it of which it speaks most.

    Whatever is found has all of them, so that how rare a word is elsewhere changes little.
    """
    lemma = practice_lemmas.c
    of_word = (
        select(func.max(lemma.weight))
        .where(lemma.practice_id == _P.id, lemma.lemma.in_(sorted(forms)))
        .scalar_subquery()
        for forms in words
    )
    return [sum(of_word, literal(0)).desc()] if words else []


def _query() -> Select[*tuple[Any, ...]]:
    files = select(func.count()).where(evidence.c.report_id == _P.report_id).scalar_subquery()
    words = (_P.factor, _P.place, _P.title, _P.words, _P.effect)
    return (
        select(
            _P.id,
            _P.report_id,
            _P.district_id,
            districts.c.name.label("district"),
            reports.c.person_id.label("author_id"),
            *words,
            _P.state,
            _P.with_files,
            _P.offered_at,
            files.label("files"),
        )
        .join(districts, districts.c.id == _P.district_id)
        .join(reports, reports.c.id == _P.report_id)
    )


def _to_practice(row: Any) -> Practice:
    return Practice(**row._asdict() | {"state": PracticeState(row.state)})
