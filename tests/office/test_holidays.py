import datetime as dt

import pytest
from django.core.management import call_command

from office import holidays
from office.models import CalendarDay

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_load_twice_keeps_what_was_edited():
    holidays.load(2026)
    CalendarDay.objects.filter(day="2026-10-01").update(name="改过")
    before = CalendarDay.objects.count()
    call_command("load_holidays", "--from-year", "2026")
    assert CalendarDay.objects.count() == before
    assert CalendarDay.objects.get(day="2026-10-01").name == "改过"


def test_invented_days_are_marked_and_only_for_open_years():
    holidays.load(2026)
    assert holidays.invent(2026) == 0
    assert holidays.invent(2031) > 0
    assert set(CalendarDay.objects.filter(is_invented=True).dates("day", "year")) == {
        dt.date(2031, 1, 1)
    }


def test_announcement_replaces_invented_days():
    holidays.invent(2026)
    holidays.load(2026)
    assert not CalendarDay.objects.filter(is_invented=True).exists()
