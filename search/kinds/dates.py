"""Dates as the index keeps them: epoch seconds, the end exclusive."""

import datetime as dt

from django.utils import timezone


def moment(value: dt.datetime | None) -> int | None:
    return int(value.timestamp()) if value else None


def start_of(day: dt.date | None) -> int | None:
    """Return the first second of a day in Shanghai."""
    if day is None:
        return None
    return int(timezone.make_aware(dt.datetime.combine(day, dt.time.min)).timestamp())


def end_of(day: dt.date | None) -> int | None:
    """Return the first second after a day in Shanghai."""
    return None if day is None else start_of(day + dt.timedelta(days=1))
