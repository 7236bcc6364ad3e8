import pytest
from django.urls import reverse

from office import messages
from office.models import CalendarDay, Delivery
from tests.factories import UnitFactory, UserFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LISTS = ("unit", "township", "discipline", "catalogueentry", "calendarday", "delivery")


@pytest.fixture
def admin(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_closed_to_applicants_and_open_to_the_administrator(client, name):
    url = reverse(f"{name}:index")
    client.force_login(UserFactory())
    assert client.get(url).status_code == 302
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert client.get(url).status_code == 200


def test_calendar_day_is_edited(admin):
    answer = admin.post(
        reverse("calendarday:add"), {"day": "2031-01-01", "is_working": "", "name": "元旦"}
    )
    assert answer.status_code == 302
    assert CalendarDay.objects.get().name == "元旦"


def test_unit_keeps_its_path_when_edited(admin):
    parent, unit = UnitFactory(), UnitFactory()
    values = {
        "name": unit.name,
        "kind": unit.kind,
        "parent": parent.pk,
        "order": 1,
        "credit_code": "X",
    }
    assert admin.post(reverse("unit:edit", args=[unit.pk]), values).status_code == 302
    unit.refresh_from_db()
    assert unit.path == f"{parent.path}{unit.pk}/"


def test_outbox_hides_secrets_outside_the_demo_and_is_read_only(admin, settings):
    row = messages.post("sms", "19900000001", "验证码 246810", is_secret=True)
    url = reverse("delivery:index")
    assert "246810" in admin.get(url).content.decode()
    settings.DEMO = False
    assert "246810" not in admin.get(url).content.decode()
    admin.post(reverse("delivery:delete", args=[row.pk]))
    admin.post(reverse("delivery:edit", args=[row.pk]), {"status": "failed"})
    assert Delivery.objects.get().status == row.status
