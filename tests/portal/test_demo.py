import datetime as dt
from collections import Counter

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from wagtail.models import Page, Site

from office import privacy
from office.models import CalendarDay, CatalogueEntry, Township, Unit
from people.enums import Role
from people.models import Membership, Person, User
from policies.models import PolicyPage
from portal.demo import applications, notices, people
from portal.demo.seeding import seed
from portal.demo.signins import PASSWORD
from portal.models import HomePage
from vacancies.enums import ApplicationStatus, Phase
from vacancies.models import Application, ApplicationEvent, Condition, Notice, Position
from vacancies.transitions import APPLICATION

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
COUNTED = (Unit, Township, User, Membership, Person, Page, Notice, Position, Condition,
           PolicyPage, Application, ApplicationEvent, CatalogueEntry, CalendarDay)  # fmt: skip


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def test_demo_has_what_the_issue_asks_for(frozen):
    seed()
    by_slug = {notice.page.slug: notice for notice in Notice.objects.select_related("page")}
    sizes = {slug: notice.positions.count() for slug, notice in by_slug.items()}
    assert sizes == {"open-exam": 120, "health-assessment": 25, "teachers": 18}
    assert by_slug["open-exam"].phase() == Phase.OPEN
    assert by_slug["teachers"].phase() == Phase.CLOSED
    assert Application.objects.count() == 300
    assert set(Application.objects.values_list("status", flat=True)) == set(ApplicationStatus)
    assert PolicyPage.objects.live().count() == 12
    assert PolicyPage.objects.in_force().count() == 9
    assert Township.objects.count() == 18
    assert set(Membership.objects.values_list("role", flat=True)) == set(Role)
    site = Site.objects.get()
    assert (site.is_default_site, site.root_page_id) == (True, HomePage.objects.get().pk)


def test_demo_seeded_twice_is_the_same(frozen):
    seed()
    before = counts()
    revisions = [page.latest_revision_id for page in Page.objects.order_by("pk")]
    seed()
    assert counts() == before
    assert [page.latest_revision_id for page in Page.objects.order_by("pk")] == revisions


def test_demo_seeded_again_after_the_close_opens_the_notice_again(frozen):
    seed()
    frozen.tick(dt.timedelta(days=30))
    assert Notice.objects.open().count() == 0
    seed()
    assert [notice.page.slug for notice in Notice.objects.open()] == [notices.OPEN.slug]


def test_demo_people_are_marked_and_invented(frozen):
    seed()
    assert not User.objects.filter(is_demo=False).exists()
    assert User.objects.get(username="reviewer").check_password(PASSWORD)
    for person in Person.objects.exclude(name="")[:40]:
        assert privacy.is_id_number(person.id_number)
        assert person.id_number.startswith("519901")
        assert person.user.phone.startswith("1990000")


def test_demo_history_ends_in_the_state_of_the_application(frozen):
    seed()
    applications = Application.objects.submitted().prefetch_related("events")
    ends = Counter(
        list(row.events.all())[-1].to_status == row.status and bool(row.snapshot)
        for row in applications
    )
    assert set(ends) == {True}


def test_demo_history_follows_the_table_of_transitions():
    for state, path in applications.PATHS.items():
        before = ApplicationStatus.DRAFT
        for name, after in path:
            row = APPLICATION[name]
            assert before in row.sources, (state, name)
            assert row.target == after
            before = after
        assert before == state


def test_demo_applicants_stand_as_the_doors_say(frozen):
    seed()
    assert Application.objects.get(person__user__username="applicant").status == "returned"
    assert not Application.objects.filter(person__user__username="applicant2").exists()


def test_demo_is_refused_outside_the_demo(settings):
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured):
        seed()
    assert not User.objects.exists()


def test_demo_doors_name_every_role(capsys):
    call_command("demo_doors")
    out = capsys.readouterr().out
    assert PASSWORD in out
    assert "reviewer" in out


def test_id_number_has_the_published_check_digit():
    assert people.id_number(dt.date(1988, 3, 21), 1) == "519901198803210010"
