"""Figures of targets that people typed in, and how many people of a kind a school has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select

from storage.engine import Transaction
from storage.tables import headcounts, target_figures
from storage.upsert import upsert


class Point(StrEnum):
    VALUE = "value"
    BASE = "base"  # what it was at first


class FigureKey(NamedTuple):
    activity_id: int
    school_id: int
    target: str  # its words: bot.domain.targets.Target.key
    point: Point


async def list_figures(tx: Transaction, activity_ids: Collection[int]) -> Mapping[FigureKey, Decimal]:
    f = target_figures.c
    rows = await tx.execute(
        select(f.activity_id, f.school_id, f.target, f.point, f.tenths).where(f.activity_id.in_(activity_ids))
    )
    return {
        FigureKey(activity, school, target, Point(point)): Decimal(tenths) / 10
        for activity, school, target, point, tenths in rows
    }


async def set_figure(
    tx: Transaction, key: FigureKey, figure: Decimal, *, person_id: int, now: datetime
) -> None:
    """The last word counts. ``figure`` has one decimal place at most."""
    values = {"tenths": int(figure * 10), "person_id": person_id, "at": now}
    statement = upsert(tx, target_figures).values(**key._asdict(), **values)
    index = [target_figures.c[name] for name in key._fields]
    await tx.execute(statement.on_conflict_do_update(index_elements=index, set_=values))


async def list_headcounts(tx: Transaction, school_ids: Collection[int]) -> Mapping[tuple[int, str], int]:
    """(school, kind of people) → how many there are; what nobody said is absent."""
    h = headcounts.c
    rows = await tx.execute(select(h.school_id, h.whom, h.people).where(h.school_id.in_(school_ids)))
    return {(school_id, whom): people for school_id, whom, people in rows}


async def set_headcount(
    tx: Transaction, school_id: int, whom: str, people: int, *, person_id: int, now: datetime
) -> None:
    values = {"people": people, "person_id": person_id, "at": now}
    statement = upsert(tx, headcounts).values(school_id=school_id, whom=whom, **values)
    index = [headcounts.c.school_id, headcounts.c.whom]
    await tx.execute(statement.on_conflict_do_update(index_elements=index, set_=values))
