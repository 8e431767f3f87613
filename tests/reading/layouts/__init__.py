"""Layouts by name: what stands in the document, and the rows that a careful reader sees in it."""

from __future__ import annotations

from bot.reading.blocks import Block

Layouts = dict[str, tuple[list[Block], list[str]]]
