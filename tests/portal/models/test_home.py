import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.pages import home, notice_page, policy_page
from tests.factories.vacancies import PositionFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_the_board_shows_open_notices_by_their_close(client):
    home()
    notice_page(title="后截止", closes_at=timezone.now() + dt.timedelta(days=9))
    notice_page(title="先截止", closes_at=timezone.now() + dt.timedelta(days=2))
    notice_page(title="已结束", closes_at=timezone.now() - dt.timedelta(days=2))
    page = client.get("/").content.decode()
    assert page.index("先截止") < page.index("后截止")
    assert "已结束" not in page


def test_the_doors_count_what_is_open(client):
    PositionFactory.create_batch(2, notice=notice_page(), headcount=3)
    PositionFactory(notice=notice_page(closes_at=timezone.now() - dt.timedelta(days=1)))
    policy_page()
    page = client.get("/").content.decode()
    assert "2 个岗位正在报名，共招 6 人" in page
    assert "1 件现行有效" in page


def test_an_empty_county_says_so(client):
    home()
    assert "现在没有正在报名的公告" in client.get("/").content.decode()


def test_home_costs_the_same_for_one_and_three(client):
    def queries() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as seen:
            client.get("/")
        return len(seen)

    PositionFactory(notice=notice_page())
    policy_page()
    one = queries()
    PositionFactory(notice=notice_page())
    notice_page(
        opens_at=timezone.now() + dt.timedelta(days=1),
        closes_at=timezone.now() + dt.timedelta(days=9),
    )
    policy_page()
    assert queries() == one
