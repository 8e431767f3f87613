"""What was released of a wave, once; there is nothing by which it is changed or taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from bot.domain.anonymity import Breakdown, Range
from bot.domain.releases import Released, ReleasedGroup, ReleasedItem, Turnout
from storage.engine import Transaction
from storage.tables import releases


async def add_release(
    tx: Transaction, wave_id: int, released: Released, *, released_by: int, now: datetime
) -> None:
    """A wave has one release: a second one raises SQLAlchemy's IntegrityError."""
    values = {"wave_id": wave_id, "released_by": released_by, "released_at": now}
    await tx.execute(insert(releases).values(**values, shown=_to_json(released)))


async def get_release(tx: Transaction, wave_id: int) -> Released | None:
    found = await tx.execute(select(releases.c.shown).where(releases.c.wave_id == wave_id))
    shown = found.scalar_one_or_none()
    return _from_json(shown) if shown else None


async def list_releases(tx: Transaction, wave_ids: Collection[int]) -> dict[int, Released]:
    """By wave; those that are not released are absent."""
    r = releases.c
    rows = await tx.execute(select(r.wave_id, r.shown).where(r.wave_id.in_(wave_ids)))
    return {row.wave_id: _from_json(row.shown) for row in rows}


def _to_json(released: Released) -> dict[str, Any]:
    return {
        "breakdown": released.breakdown.value,
        "rule": released.rule,
        "groups": [
            {
                "schools": list(group.schools),
                "people": group.people,
                "in_words": group.in_words,
                "items": {
                    item_id: {
                        "people": item.people,
                        "cells": {cell: [told.low, told.high] for cell, told in item.cells.items()},
                        "words": list(item.words),
                    }
                    for item_id, item in group.items.items()
                },
            }
            for group in released.groups
        ],
        "turnout": {
            str(school): [turnout.asked, turnout.sent, turnout.missing]
            for school, turnout in released.turnout.items()
        },
    }


def _from_json(shown: dict[str, Any]) -> Released:
    return Released(
        breakdown=Breakdown(shown["breakdown"]),
        groups=tuple(
            ReleasedGroup(
                schools=tuple(group["schools"]),
                people=group["people"],
                in_words=group["in_words"],
                items={
                    item_id: ReleasedItem(
                        people=item["people"],
                        cells={cell: Range(*told) for cell, told in item["cells"].items()},
                        words=tuple(item["words"]),
                    )
                    for item_id, item in group["items"].items()
                },
            )
            for group in shown["groups"]
        ),
        turnout={int(school): Turnout(*counts) for school, counts in shown["turnout"].items()},
        rule=shown["rule"],
    )
