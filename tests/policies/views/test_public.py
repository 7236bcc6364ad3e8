import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.enums import PolicyStatus
from policies.views.public import days_left
from tests.factories.office import UnitFactory
from tests.factories.pages import policy_page

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def text(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def queries(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as seen:
        text(client.get(url))
    return len(seen)


def test_the_list_shows_what_is_in_force_and_the_rest_on_request(client):
    policy_page(title="现行办法")
    policy_page(title="废止办法", status=PolicyStatus.REPEALED)
    assert "废止办法" not in text(client.get("/policies/"))
    assert "废止办法" in text(client.get("/policies/?validity=ended"))
    assert "废止办法" in text(client.get("/policies/?all"))


def test_the_list_costs_the_same_for_one_and_three(client):
    policy_page()
    one = queries(client, "/policies/")
    policy_page(units=[UnitFactory(), UnitFactory()])
    policy_page(expires_on=dt.date(2050, 1, 1))
    assert queries(client, "/policies/") == one


@pytest.mark.parametrize("query", ["unit=x", "validity=never", "page=77", "unit=999999"])
def test_an_odd_query_is_answered(client, query):
    policy_page()
    text(client.get(f"/policies/?{query}"))


def test_a_policy_shows_number_dates_and_clauses_with_addresses(client):
    page = policy_page(expires_on=dt.date(2050, 2, 28), contact="县委人才办 0000-519 0101")
    shown = text(client.get(page.url))
    assert page.document_number in shown
    assert "2050-02-28" in shown
    assert 'id="c二"' in shown
    assert 'href="#c二"' in shown
    assert "0000-519 0101" in shown


def test_old_and_new_policies_point_at_each_other(client):
    new = policy_page(title="新办法")
    old = policy_page(title="旧办法", status=PolicyStatus.REPEALED, replaced_by=new)
    assert f'href="{new.url}"' in text(client.get(old.url))
    assert f'href="{old.url}"' in text(client.get(new.url))


def test_days_left_are_told_only_when_they_are_few(frozen):
    assert days_left(policy_page(expires_on=dt.date(2026, 12, 12))) == 82
    assert days_left(policy_page(expires_on=dt.date(2027, 1, 1))) is None
    assert days_left(policy_page()) is None
    assert days_left(policy_page(expires_on=dt.date(2026, 9, 20))) is None


def test_policies_are_cacheable(client):
    page = policy_page()
    for url in ("/policies/", page.url):
        response = client.get(url)
        assert not response.cookies
        assert response["Cache-Control"] == "public, max-age=60"
