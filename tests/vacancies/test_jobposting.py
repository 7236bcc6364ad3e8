import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tests.factories.vacancies import ConditionFactory, NoticeFactory, PositionFactory
from vacancies.enums import NoticeKind
from vacancies.jobposting import jobposting

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SHANGHAI = ZoneInfo("Asia/Shanghai")
# https://schema.org/JobPosting with the properties search engines require.
REQUIRED = {
    "title",
    "description",
    "datePosted",
    "validThrough",
    "hiringOrganization",
    "jobLocation",
    "employmentType",
}


def test_a_position_says_all_that_search_engines_require():
    notice = NoticeFactory(
        published_at=dt.datetime(2026, 8, 28, 1, tzinfo=dt.UTC),
        closes_at=dt.datetime(2026, 9, 19, tzinfo=SHANGHAI),
    )
    position = PositionFactory(
        notice=notice, title="高中物理教师", place="城西路 6 号", headcount=2
    )
    posting = jobposting(position, "https://chengxi.example/positions/1/")
    assert set(posting) >= REQUIRED
    assert posting["validThrough"] == "2026-09-19T00:00:00+08:00"
    assert posting["datePosted"] == "2026-08-28"
    assert posting["jobLocation"]["address"]["streetAddress"] == "城西路 6 号"
    assert posting["totalJobOpenings"] == 2
    assert posting["employmentType"] == "FULL_TIME"


def test_posts_outside_the_establishment_are_contracts():
    position = PositionFactory(notice=NoticeFactory(kind=NoticeKind.CONTRACT))
    assert jobposting(position, "/")["employmentType"] == "CONTRACTOR"


def test_conditions_stand_in_the_description_escaped():
    position = PositionFactory(duties="教学")
    ConditionFactory(position=position, text="年龄 < 40 周岁")
    assert jobposting(position, "/")["description"] == "<p>教学</p><p>年龄 &lt; 40 周岁</p>"


def test_a_date_not_known_is_left_out():
    position = PositionFactory(notice=NoticeFactory(closes_at=None, published_at=None))
    assert not {"validThrough", "datePosted"} & set(jobposting(position, "/"))
