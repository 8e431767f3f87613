"""What may be shown of answers that were promised to be anonymous.

A group may be shown when it is large enough, and a breakdown only when nobody can subtract their way
to a small group: total minus the visible groups is again nobody or a large enough group.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

MIN_GROUP = 5  # people behind any shown figure
MIN_GROUP_FREE_TEXT = 10  # a person's own words can be recognised by style

K = TypeVar("K")


def may_show(people: int, *, free_text: bool = False) -> bool:
    """Whether the result of ``people`` respondents may be shown."""
    return people >= (MIN_GROUP_FREE_TEXT if free_text else MIN_GROUP)


def visible_groups(counts: Mapping[K, int]) -> frozenset[K]:
    """The groups of a breakdown that may be shown beside each other and beside their total.

    Groups below MIN_GROUP are hidden. Where they hold 1…4 people altogether, the total would give them
    away, so the smallest of the others is hidden too (of equal ones, the one that stands first).
    """
    visible = [group for group, people in counts.items() if may_show(people)]
    hidden = sum(counts.values()) - sum(counts[group] for group in visible)
    if visible and 0 < hidden < MIN_GROUP:
        visible.remove(min(visible, key=lambda group: counts[group]))
    return frozenset(visible)
