import datetime as dt

import pytest

from search.registry import kinds
from tests.factories.office import UnitFactory
from tests.factories.policies import policy

pytestmark = pytest.mark.search


def test_policy_closes_after_its_last_day_and_names_its_units(db) -> None:
    page = policy("办法", expires_on=dt.date(2026, 12, 31), units=[UnitFactory(name="县人社局")])
    made = kinds()["policy"].build(page)
    assert made.closes == int(dt.datetime(2026, 12, 31, 16, tzinfo=dt.UTC).timestamp())
    assert made.facets["unit"] == ("县人社局",)


def test_repealed_policy_closes_and_sinks(db) -> None:
    ended = kinds()["policy"].build(policy("旧办法", status="repealed"))
    assert (ended.closes, ended.sinks) == (0, True)
