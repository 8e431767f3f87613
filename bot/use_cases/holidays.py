"""The public holidays of Russia with the days off transferred by decree, as far as they are known."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache


@cache
def holidays_of(year: int) -> Collection[date]:
    # At the first morning: it takes longer to import than most of the bot.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("RU", years=year))
