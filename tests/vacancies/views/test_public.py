import datetime as dt
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories.pages import notice_page
from tests.factories.vacancies import ApplicationFactory, ConditionFactory, PositionFactory
from vacancies.models import NoticeChange

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def text(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def queries(client, url: str) -> int:
    client.get(url)  # warms the caches of sites and content types
    with CaptureQueriesContext(connection) as seen:
        text(client.get(url))
    return len(seen)


# --- the list of notices -----------------------------------------------------------


def test_open_notices_come_first_and_ended_ones_on_request(client):
    notice_page(title="后截止", closes_at=timezone.now() + dt.timedelta(days=9))
    notice_page(title="先截止", closes_at=timezone.now() + dt.timedelta(days=2))
    notice_page(title="早已结束", closes_at=timezone.now() - dt.timedelta(days=1))
    page = text(client.get("/notices/"))
    assert page.index("先截止") < page.index("后截止")
    assert "早已结束" not in page
    assert "早已结束" in text(client.get("/notices/?phase=closed"))


def test_a_notice_not_public_is_nowhere(client):
    hidden = notice_page(title="未发布", is_public=False)
    position = PositionFactory(notice=hidden)
    assert "未发布" not in text(client.get("/notices/?phase=open&phase=closed&phase=upcoming"))
    for url in (
        reverse("vacancies:position", args=[position.pk]),
        reverse("vacancies:notice_print", args=[hidden.pk]),
    ):
        assert client.get(url).status_code == 404
    assert "未发布" not in text(client.get(reverse("vacancies:feed")))


def test_facets_count_without_their_own_choice(client):
    notice_page()
    notice_page(closes_at=timezone.now() - dt.timedelta(days=1))
    page = text(client.get("/notices/?phase=open"))
    counts = dict(re.findall(r'id="conditions-phase-(\w+)".*?facet__n">(\d+)<', page))
    assert counts == {"open": "1", "upcoming": "0", "closed": "1"}


def test_the_list_of_notices_costs_the_same_for_one_and_three(client):
    PositionFactory(notice=notice_page())
    one = queries(client, "/notices/")
    for _ in range(2):
        notice = notice_page()
        PositionFactory.create_batch(2, notice=notice)
        NoticeChange.objects.create(notice=notice, text="更正")
    assert queries(client, "/notices/") == one


@pytest.mark.parametrize("query", ["page=99", "page=x", "phase=none", "kind=x&sort=y", "q=%00"])
def test_an_odd_query_is_answered(client, query):
    notice_page()
    text(client.get(f"/notices/?{query}"))


# --- one notice --------------------------------------------------------------------


def test_a_notice_shows_dates_changes_and_totals(client):
    notice = notice_page(document_number="澄溪人社发〔2026〕27号")
    PositionFactory.create_batch(3, notice=notice, headcount=2)
    PositionFactory(notice=notice, headcount=9, is_cancelled=True)
    ApplicationFactory(position=notice.positions.first(), submitted=True)
    ApplicationFactory(position=notice.positions.first())
    NoticeChange.objects.create(notice=notice, text="单位名称更正")
    page = text(client.get(notice.page.url))
    facts = re.findall(r"<b>([^<]+)</b>", page[page.index('class="facts"') :])[:3]
    assert facts == ["3", "6", "1"]
    assert "单位名称更正" in page
    assert "网上报名" in page


def test_positions_are_narrowed_by_what_the_visitor_has(client):
    notice = notice_page()
    PositionFactory(notice=notice, title="硕士岗位", education_rank=4)
    PositionFactory(notice=notice, title="本科岗位", education_rank=3)
    page = text(client.get(notice.page.url, {"education": "3"}))
    assert "本科岗位" in page
    assert "硕士岗位" not in page
    assert "看全部 2 个" in page


def test_a_bad_filter_value_keeps_what_was_typed_and_says_why(client):
    notice = notice_page()
    PositionFactory(notice=notice)
    page = text(client.get(notice.page.url, {"born": "1990-13-40", "major": "物理"}))
    assert 'value="1990-13-40"' in page
    assert "id_born_error" in page
    assert 'value="物理"' in page


def test_twenty_positions_a_page(client):
    notice = notice_page()
    PositionFactory.create_batch(21, notice=notice)
    assert text(client.get(notice.page.url)).count('data-label="人数"') == 20
    assert text(client.get(notice.page.url, {"page": 2})).count('data-label="人数"') == 1


def test_a_notice_costs_the_same_for_one_and_three_positions(client):
    notice = notice_page()
    PositionFactory(notice=notice)
    one = queries(client, notice.page.url)
    PositionFactory.create_batch(2, notice=notice)
    assert queries(client, notice.page.url) == one


# --- one position ------------------------------------------------------------------


def position_url(position) -> str:
    return reverse("vacancies:position", args=[position.pk])


def test_a_position_says_its_conditions_sentence_by_sentence(client):
    position = PositionFactory(notice=notice_page(), title="高中物理教师", place="城西路 6 号")
    for order, sentence in enumerate(("本科及以上学历", "有教师资格证")):
        ConditionFactory(position=position, text=sentence, order=order)
    page = text(client.get(position_url(position)))
    assert page.index("本科及以上学历") < page.index("有教师资格证")
    assert "城西路 6 号" in page
    assert page.count('class="cond"') == 2


def test_a_table_never_taken_apart_still_shows_its_columns_as_conditions(client):
    position = PositionFactory(
        notice=notice_page(), education="本科及以上", major_graduate="物理学", age="35 周岁以下"
    )
    page = text(client.get(position_url(position)))
    assert page.count('class="cond"') == 3


def test_structured_data_is_valid_json_on_positions_only(client):
    position = PositionFactory(notice=notice_page(), title='<b>"教师"</b>')
    block = re.search(
        r'<script type="application/ld\+json">(.*?)</script>',
        text(client.get(position_url(position))),
    )
    assert json.loads(block[1])["title"] == '<b>"教师"</b>'
    assert "ld+json" not in text(client.get(position.notice.page.url))


@pytest.mark.parametrize(
    ("window", "offered"),
    [
        ({"opens_at": -2, "closes_at": 2}, True),
        ({"opens_at": 1, "closes_at": 2}, False),
        ({"opens_at": -2, "closes_at": -1}, False),
    ],
)
def test_applying_is_offered_only_while_registration_runs(client, window, offered):
    window = {name: timezone.now() + dt.timedelta(days=days) for name, days in window.items()}
    position = PositionFactory(notice=notice_page(**window))
    assert ("报名这个岗位" in text(client.get(position_url(position)))) is offered


def test_a_cancelled_position_says_so_and_takes_nobody(client):
    position = PositionFactory(notice=notice_page(), is_cancelled=True)
    page = text(client.get(position_url(position)))
    assert "已取消" in page
    assert "报名这个岗位" not in page


def test_a_position_costs_the_same_for_one_and_three_conditions_and_neighbours(client):
    position = PositionFactory(notice=notice_page())
    ConditionFactory(position=position)
    PositionFactory(notice=position.notice, unit_name=position.unit_name)
    one = queries(client, position_url(position))
    ConditionFactory.create_batch(2, position=position)
    PositionFactory.create_batch(2, notice=position.notice, unit_name=position.unit_name)
    assert queries(client, position_url(position)) == one


# --- print, feed -------------------------------------------------------------------


def test_the_print_view_holds_every_standing_position(client):
    notice = notice_page()
    PositionFactory.create_batch(25, notice=notice)
    PositionFactory(notice=notice, title="取消了的", is_cancelled=True)
    page = text(client.get(reverse("vacancies:notice_print", args=[notice.pk])))
    assert page.count('<th scope="row">') == 25
    assert "取消了的" not in page


def test_the_feed_lists_notices_newest_first(client):
    notice_page(title="旧公告", published_at=timezone.now() - dt.timedelta(days=9))
    PositionFactory.create_batch(2, notice=notice_page(title="新公告"), headcount=3)
    feed = text(client.get(reverse("vacancies:feed")))
    assert feed.index("新公告") < feed.index("旧公告")
    assert "2 个岗位，招 6 人" in feed


# --- caching -----------------------------------------------------------------------


def test_anonymous_pages_are_cacheable_and_set_no_cookie(client):
    position = PositionFactory(notice=notice_page())
    for url in ("/", "/notices/", position.notice.page.url, position_url(position)):
        response = client.get(url)
        assert not response.cookies, url
        assert response["Cache-Control"] == "public, max-age=60", url
        assert "Cookie" in response["Vary"], url


def test_pages_of_the_signed_in_are_not_shared(client, django_user_model):
    notice_page()
    client.force_login(django_user_model.objects.create_user("zhou"))
    assert "public" not in client.get("/notices/").get("Cache-Control", "")
