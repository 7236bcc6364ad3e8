"""Fixtures of the whole suite."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from freezegun import freeze_time

pytest_plugins = ["tests.markup"]
SHANGHAI = ZoneInfo("Asia/Shanghai")
# The moment of the drawings.
NOW = dt.datetime(2026, 9, 21, 10, 24, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits and cached answers of one test do not reach the next."""
    cache.clear()


@pytest.fixture
def frozen():
    """The clock stands at 2026-09-21 10:24 in Shanghai; `frozen.move_to(…)` moves it."""
    with freeze_time(NOW) as clock:
        yield clock
