"""Fills the working-day calendar from the State Council's published arrangements."""

import datetime as dt

from chinese_calendar.constants import holidays, workdays

from office.models import CalendarDay

NAMES = {
    "New Year's Day": "元旦", "Spring Festival": "春节", "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节", "Dragon Boat Festival": "端午节", "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}  # fmt: skip
# The days of a year that is not announced yet, as the demo invents them (month, day, name).
INVENTED = (
    (1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (5, 3, "劳动节"),
    (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节"), (10, 4, "国庆节"), (10, 5, "国庆节"),
    (10, 6, "国庆节"), (10, 7, "国庆节"),
)  # fmt: skip


def load(first_year: int) -> int:
    """Add the announced days from `first_year` on; an edited day is left as it is.

    Days invented for the demo give way once their year is announced. Returns the number of
    days that are announced.
    """
    days = [
        CalendarDay(day=day, is_working=works, name=NAMES.get(name, name))
        for works, table in ((False, holidays), (True, workdays))
        for day, name in table.items()
        if day.year >= first_year
    ]
    years = {row.day.year for row in days}
    for year in years:
        CalendarDay.objects.filter(day__year=year, is_invented=True).delete()
    CalendarDay.objects.bulk_create(days, ignore_conflicts=True)
    return len(days)


def invent(year: int) -> int:
    """Mark placeholder days for a year without any; only the demo may call this."""
    if CalendarDay.objects.filter(day__year=year).exists():
        return 0
    rows = [
        CalendarDay(
            day=dt.date(year, month, day), is_working=False, name=f"{name}（演示，未公布）",
            is_invented=True,
        )
        for month, day, name in INVENTED
    ]  # fmt: skip
    return len(CalendarDay.objects.bulk_create(rows))
