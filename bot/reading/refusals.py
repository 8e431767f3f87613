"""Why a file cannot become a plan: one error for every format."""

from __future__ import annotations

from bot.domain.errors import DomainError


class UnreadableDocument(DomainError):
    """The file cannot become a plan; the key says why and what to send instead."""
