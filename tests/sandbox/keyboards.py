"""Keyboards below messages."""

from __future__ import annotations

from typing import Any


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}
