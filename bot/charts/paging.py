"""Long charts in several pictures: a messenger shrinks a tall one until nobody can read it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")


def even_parts(rows: Sequence[T], most: int) -> list[Sequence[T]]:
    """``rows`` in as few parts of at most ``most`` as will do, evenly filled; no rows are one empty part."""
    number = max(1, -(-len(rows) // most))
    edges = [len(rows) * part // number for part in range(number + 1)]
    return [rows[first:last] for first, last in pairwise(edges)]


def page_title(title: str, page: int, number: int) -> str:
    """``title`` with «(2/3)» behind it where there is more than one picture; ``page`` from 1."""
    return f"{title} ({page}/{number})" if number > 1 else title
