"""The State Council working-day calendar (domain §3).

Days that depart from the ordinary week are rows (`CalendarDay`), edited yearly in `/cms/`.
A year without rows has not been announced: answers that touch it are None (待定), never
a guess.
"""

import datetime as dt
from dataclasses import dataclass

from office.enums import CountFrom
from office.models import CalendarDay

SATURDAY = 5
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class WorkingCalendar:
    """A frozen view of the calendar: departures from the week, and the announced years."""

    departures: dict[dt.date, bool]
    years: frozenset[int]

    @classmethod
    def load(cls) -> "WorkingCalendar":
        """The calendar as the table stands now (one query)."""
        rows = dict(CalendarDay.objects.values_list("day", "is_working"))
        return cls(rows, frozenset(day.year for day in rows))

    def is_working(self, day: dt.date) -> bool | None:
        """True, False, or None when the year is not announced."""
        if day.year not in self.years:
            return None
        return self.departures.get(day, day.weekday() < SATURDAY)

    def last_of(
        self, start: dt.date, days: int, count_from: CountFrom = CountFrom.SAME_DAY
    ) -> dt.date | None:
        """The `days`-th working day counted from `start`, or None (待定).

        SAME_DAY counts `start` itself when it is a working day, NEXT_DAY begins after it.
        """
        day = start if count_from == CountFrom.SAME_DAY else start + ONE_DAY
        counted = 0
        while True:
            works = self.is_working(day)
            if works is None:
                return None
            counted += works
            if counted == days:
                return day
            day += ONE_DAY

    def between(self, first: dt.date, last: dt.date) -> int | None:
        """Working days from `first` to `last`, both counted; None when a year is open."""
        days = [first + ONE_DAY * n for n in range((last - first).days + 1)]
        works = [self.is_working(day) for day in days]
        return None if None in works else sum(works)
