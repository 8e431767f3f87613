"""A refused call, as the Bot API words it."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """Becomes ``{"ok": false, "error_code": …, "description": …, "parameters": …}``."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> ApiError:
    return ApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> ApiError:
    return ApiError(409, f"Conflict: {description}")
