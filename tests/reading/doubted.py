"""Plans of a few rows, and what is doubted in them."""

from __future__ import annotations

from bot.reading.plan_reader import read_plan

HEADER = "№\tМероприятие\tСрок\tОтветственные\tРезультат"
CLEAN = "1\tСеминар\tмай 2027 г.\tРМК\tПриказ"
OTHER = "2\tСовет\tиюнь 2027 г.\tОО\tПротокол"


def doubts(*rows: str, title: str = "План на 2026-2027 учебный год") -> list[tuple[str, int | None]]:
    plan = read_plan("\n".join([title, "", HEADER, *rows]).encode(), "план")
    return [(doubt.code, doubt.activity) for doubt in plan.doubts]
