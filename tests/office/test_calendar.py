import datetime as dt

import pytest

from office import holidays
from office.calendar import WorkingCalendar
from office.enums import CountFrom

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def calendar():
    holidays.load(2025)
    return WorkingCalendar.load()


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2025-09-26", 7, "2025-10-11"),
        ("2026-04-29", 7, "2026-05-11"),
        ("2026-02-14", 3, "2026-02-25"),
    ],
)
def test_last_of_counts_holidays_and_make_up_days(calendar, start, days, end):
    assert calendar.last_of(dt.date.fromisoformat(start), days) == dt.date.fromisoformat(end)


def test_last_of_from_the_next_day_ends_one_working_day_later(calendar):
    start = dt.date(2026, 9, 18)
    assert calendar.last_of(start, 3) == dt.date(2026, 9, 21)
    assert calendar.last_of(start, 3, CountFrom.NEXT_DAY) == dt.date(2026, 9, 22)


def test_last_of_reaching_an_unannounced_year_is_open(calendar):
    assert calendar.last_of(dt.date(2026, 12, 31), 1) == dt.date(2026, 12, 31)
    assert calendar.last_of(dt.date(2026, 12, 31), 2) is None
    assert calendar.is_working(dt.date(2031, 3, 3)) is None


def test_between_counts_both_ends_and_is_open_over_an_unannounced_year(calendar):
    assert calendar.between(dt.date(2026, 9, 18), dt.date(2026, 9, 22)) == 4
    assert calendar.between(dt.date(2026, 12, 31), dt.date(2027, 1, 1)) is None


def test_load_takes_one_query(calendar, django_assert_num_queries):
    with django_assert_num_queries(1):
        WorkingCalendar.load()
