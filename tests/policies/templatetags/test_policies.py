import datetime as dt

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from tests.factories.pages import policy_page

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def render(text: str, **context) -> str:
    request = RequestFactory().get("/policies/")
    return Template("{% load policies %}" + text).render(Context(context | {"request": request}))


def test_templates_get_list_clauses_and_days(frozen):
    page = policy_page(expires_on=dt.date(2026, 9, 30))
    assert render("{% policy_list as l %}{{ l.total }}") == "1"
    assert render("{% policy_clauses p as t %}{{ t.1|length }}", p=page) == "2"
    assert render("{{ p|days_left }}", p=page) == "9"


def test_the_badge_says_what_holds(frozen):
    badge = '{% include "policies/validity_badge.html" %}'
    assert "9 天后失效" in render(badge, policy=policy_page(expires_on=dt.date(2026, 9, 30)))
    assert "已失效" in render(badge, policy=policy_page(expires_on=dt.date(2026, 9, 1)))
    assert "现行有效" in render(badge, policy=policy_page())
