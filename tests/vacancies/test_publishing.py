import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text

from office import timers
from tests.factories import UnitFactory, UserFactory
from vacancies.models import Notice, NoticeIndexPage, NoticePage

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
TEXTS = dict.fromkeys(
    ("intro", "how_to_apply", "exam", "pay", "contact", "supervision_phone"), "内容"
)


@pytest.fixture
def index():
    home = Page.get_first_root_node().get_children().first()
    return home.add_child(instance=NoticeIndexPage(title="公告", slug="notices"))


def draft(index, **values):
    opens = timezone.now()
    page = NoticePage(
        title="公告", slug="n", live=False, unit=UnitFactory(), body="<p>正文</p>",
        opens_at=opens, closes_at=opens + dt.timedelta(days=3), **TEXTS | values,
    )  # fmt: skip
    return index.add_child(instance=page)


def form(page, **values):
    return nested_form_data(
        {"title": page.title, "slug": page.slug, "kind": page.kind, "unit": page.unit_id,
         "body": rich_text("<p>正文</p>"), "opens_at": "2026-09-21 09:00", "comments": {
             "INITIAL_FORMS": 0, "TOTAL_FORMS": 0}} | {name: getattr(page, name) for name in TEXTS}
        | {"closes_at": "2026-09-28 00:00"} | values
    )  # fmt: skip


def test_notice_follows_publishing_and_unpublishing(index):
    page = draft(index)
    assert not Notice.objects.exists()
    page.save_revision().publish()
    assert Notice.objects.get().is_public
    page.refresh_from_db()
    page.unpublish()
    assert not Notice.objects.get().is_public


def test_scheduled_page_is_published_by_the_timer_once(index, frozen):
    page = draft(index)
    page.go_live_at = timezone.now() + dt.timedelta(hours=1)
    page.save_revision().publish()
    timers.run_due()
    assert not Notice.objects.filter(is_public=True).exists()
    frozen.tick(dt.timedelta(hours=2))
    assert timers.run_due()["publish"] == 1
    assert Notice.objects.get().is_public
    assert timers.run_due()["publish"] == 0


def test_incomplete_notice_is_saved_as_draft_and_refused_for_publication(index, client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    page = draft(index)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, form(page, pay=""))
    assert Notice.objects.get().is_public is False
    answer = client.post(url, form(page, pay="") | {"action-publish": "1"})
    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert list(errors) == ["pay"]
    page.refresh_from_db()
    assert not page.live
    answer = client.post(url, form(page, pay="按规定") | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    page.refresh_from_db()
    assert page.live
    assert Notice.objects.get().is_public


def test_editor_links_to_the_import_of_positions(index, client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    page = draft(index)
    notice = page.keep_notice()
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f"{reverse('vacancies:import_start')}?notice={notice.pk}" in html
