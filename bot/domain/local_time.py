"""Local days and moments. A due day ends at local midnight of its place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# The eleven time zones of Russia, west to east, each by the name of one city.
RUSSIAN_ZONES = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day in ``zone`` at ``moment`` (aware)."""
    return moment.astimezone(ZoneInfo(zone)).date()


def day_begins(day: date, zone: str) -> datetime:
    """Local midnight that begins ``day``, in UTC."""
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def day_ends(day: date, zone: str) -> datetime:
    """Local midnight that ends ``day``, in UTC."""
    return day_begins(day + timedelta(days=1), zone)


def next_local_hour(after: datetime, zone: str, hour: int) -> datetime:
    """The first moment strictly after ``after`` at which it is ``hour``:00 in ``zone``, in UTC."""
    day = local_day(after, zone)
    for ahead in range(3):
        moment = datetime.combine(day + timedelta(days=ahead), time(hour), ZoneInfo(zone)).astimezone(UTC)
        if moment > after:
            return moment
    raise AssertionError("three days hold every local hour")
