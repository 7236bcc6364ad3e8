import pytest
from django.template import Context, Template
from django.test import RequestFactory

from tests.factories.pages import notice_page
from tests.factories.vacancies import PositionFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def render(text: str, **context) -> str:
    request = RequestFactory().get("/notices/")
    return Template("{% load notices %}" + text).render(Context(context | {"request": request}))


def test_templates_get_lists_and_totals_of_what_is_public():
    notice = notice_page()
    PositionFactory.create_batch(2, notice=notice, headcount=3)
    assert render("{% notice_list as l %}{{ l.total }}") == "1"
    assert render("{% position_table n as t %}{{ t.count }}/{{ t.headcount }}", n=notice) == "2/6"
    assert render("{% notice_totals n as t %}{{ t.positions }},{{ t.applied }}", n=notice) == "2,0"


def test_templates_get_the_dates_in_order():
    notice = notice_page()
    titles = render(
        "{% notice_steps n as steps %}{% for s in steps %}{{ s.title }} {% endfor %}", n=notice
    )
    assert titles.split() == ["公告发布", "网上报名", "资格初审结果"]
