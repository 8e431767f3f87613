"""A district's own templates of official papers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.paper_kinds import PaperKind
from storage.engine import Transaction
from storage.tables import paper_templates
from storage.upsert import upsert

_P = paper_templates.c


async def list_templates(tx: Transaction, district_id: int) -> dict[PaperKind, str]:
    """By kind, the hash under which the file is kept; kinds without one use ours."""
    rows = await tx.execute(select(_P.kind, _P.content_hash).where(_P.district_id == district_id))
    return {PaperKind(kind): content_hash for kind, content_hash in rows}


async def set_template(
    tx: Transaction, district_id: int, kind: PaperKind, content_hash: str, *, sent_by: int, now: datetime
) -> None:
    """Use this file from now on."""
    values = {"content_hash": content_hash, "sent_by": sent_by, "sent_at": now}
    statement = upsert(tx, paper_templates).values(district_id=district_id, kind=kind.value, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=[_P.district_id, _P.kind], set_=values))


async def remove_template(tx: Transaction, district_id: int, kind: PaperKind) -> None:
    """Use ours again; the file stays where it is kept."""
    await tx.execute(delete(paper_templates).where(_P.district_id == district_id, _P.kind == kind.value))
