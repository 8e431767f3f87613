"""A draft plan as the JSON of the command-line contract, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.deadlines import deadline_from_json, deadline_to_json
from bot.domain.plan import (
    Doubt,
    DraftActivity,
    DraftPlan,
    Party,
    PartyKind,
    Period,
    Source,
    columns_from_json,
    columns_to_json,
    fix_from_json,
    fix_to_json,
    parents_of,
)


def plan_to_json(plan: DraftPlan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "period": {"start": _iso(plan.period.start), "end": _iso(plan.period.end)},
        "sections": list(plan.sections),
        "activities": [
            {
                "number": item.number,
                "title": item.title,
                "section": item.section,
                "problem": item.problem,
                "result": item.result,
                "responsible": {
                    "text": item.responsible_text,
                    "parties": [{"text": party.text, "kind": party.kind.value} for party in item.parties],
                },
                "deadline": deadline_to_json(item.deadline),
                "source": {"table": item.source.table, "rows": list(item.source.rows)},
                "parent": parent,
            }
            for item, parent in zip(plan.activities, parents_of(plan.activities), strict=True)
        ],
        "doubts": [
            {
                "code": doubt.code,
                "activity": doubt.activity,
                "message": doubt.message,
                "severity": doubt.severity.value,
                "fix": fix_to_json(doubt.fix),
            }
            for doubt in plan.doubts
        ],
        "unread": list(plan.unread),
        "columns": columns_to_json(plan.columns),
    }


def plan_from_json(data: Mapping[str, Any]) -> DraftPlan:
    """The inverse of :func:`plan_to_json`; KeyError or ValueError for anything else."""
    return DraftPlan(
        title=data["title"],
        period=Period(_day(data["period"]["start"]), _day(data["period"]["end"])),
        sections=tuple(data["sections"]),
        activities=tuple(_activity(item) for item in data["activities"]),
        doubts=tuple(
            Doubt(d["code"], d["activity"], d["message"], fix_from_json(d["fix"])) for d in data["doubts"]
        ),
        unread=tuple(data["unread"]),
        columns=columns_from_json(data["columns"]),
    )


def _activity(data: Mapping[str, Any]) -> DraftActivity:
    responsible = data["responsible"]
    return DraftActivity(
        number=data["number"],
        title=data["title"],
        section=data["section"],
        problem=data["problem"],
        result=data["result"],
        responsible_text=responsible["text"],
        parties=tuple(Party(p["text"], PartyKind(p["kind"])) for p in responsible["parties"]),
        deadline=deadline_from_json(data["deadline"]),
        source=Source(data["source"]["table"], tuple(data["source"]["rows"])),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
