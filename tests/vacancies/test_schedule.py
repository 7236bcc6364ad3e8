import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from vacancies.models import Notice
from vacancies.schedule import steps

pytestmark = pytest.mark.unit
SHANGHAI = ZoneInfo("Asia/Shanghai")


def notice(**values) -> Notice:
    return Notice(
        **{
            "published_at": dt.datetime(2026, 8, 28, 9, tzinfo=SHANGHAI),
            "opens_at": dt.datetime(2026, 9, 14, 9, tzinfo=SHANGHAI),
            "closes_at": dt.datetime(2026, 9, 19, tzinfo=SHANGHAI),
            "exam_on": dt.date(2026, 10, 24),
            "document_number": "澄溪人社发〔2026〕27号",
        }
        | values
    )


def states(now: dt.datetime) -> list[str]:
    return [step.state for step in steps(notice(), now)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (dt.datetime(2026, 9, 14, 8, 59, tzinfo=SHANGHAI), ["done", "", "", ""]),
        (dt.datetime(2026, 9, 14, 9, tzinfo=SHANGHAI), ["done", "now", "", ""]),
        (dt.datetime(2026, 9, 18, 23, 59, 59, tzinfo=SHANGHAI), ["done", "now", "", ""]),
        (dt.datetime(2026, 9, 19, tzinfo=SHANGHAI), ["done", "done", "", ""]),
        (dt.datetime(2026, 9, 21, tzinfo=SHANGHAI), ["done", "done", "done", ""]),
        (dt.datetime(2026, 10, 24, 12, tzinfo=SHANGHAI), ["done", "done", "done", "now"]),
        (dt.datetime(2026, 10, 25, tzinfo=SHANGHAI), ["done", "done", "done", "done"]),
    ],
)
def test_each_step_follows_the_clock(now, expected):
    assert states(now) == expected


def test_dates_not_known_are_left_out():
    empty = notice(published_at=None, opens_at=None, closes_at=None, exam_on=None)
    assert steps(empty) == []


def test_the_rule_of_one_position_is_said_only_where_it_holds():
    now = dt.datetime(2026, 9, 15, tzinfo=SHANGHAI)
    assert "1 个岗位" in steps(notice(), now)[1].note
    assert steps(notice(one_per_person=False), now)[1].note == ""
