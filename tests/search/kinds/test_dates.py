import datetime as dt

import pytest

from search.kinds.dates import end_of, moment, start_of

pytestmark = pytest.mark.unit


def test_day_is_a_day_in_shanghai_and_its_end_is_exclusive() -> None:
    day = dt.date(2026, 9, 18)
    assert start_of(day) == 1789660800
    assert end_of(day) - start_of(day) == 86_400
    assert (start_of(None), end_of(None), moment(None)) == (None, None, None)
