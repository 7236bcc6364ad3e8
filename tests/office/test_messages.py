import datetime as dt

import pytest
from django.utils import timezone

from office import messages
from office.models import Delivery, Message
from tests.factories import UserFactory

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


class DeadGateway:
    def send(self, address, subject, text):
        raise messages.DeliveryError("no answer")


@pytest.fixture
def dead(settings):
    settings.MESSAGE_ADAPTERS = {"sms": f"{__name__}.DeadGateway"}


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setattr(messages, "_address_book", lambda user: {"sms": user.phone})
    return UserFactory()


def test_tell_with_a_key_tells_once(told):
    first = messages.tell(told, kind="a", subject="s", body="b", key="occasion", sms="看消息")
    assert (
        messages.tell(told, kind="a", subject="s", body="b", key="occasion", sms="看消息") is None
    )
    assert Message.objects.get() == first
    assert Delivery.objects.count() == 1


def test_post_leaves_after_commit(told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        row = messages.post("sms", told.phone, "text")
        assert row.status == "waiting"
    row.refresh_from_db()
    assert (row.status, row.attempts) == ("sent", 1)


def test_delivery_is_tried_three_times_more_and_then_stays_failed(dead, told):
    row = messages.post("sms", told.phone, "text")
    now = timezone.now()
    for tries in range(1, 5):
        assert messages.deliver_due(now) == 1
        row.refresh_from_db()
        assert (row.attempts, row.last_error) == (tries, "no answer")
        now += dt.timedelta(hours=2)
    assert (row.status, row.next_try_at) == ("failed", None)
    assert messages.deliver_due(now) == 0


def test_address_and_text_are_not_readable_in_the_database(told):
    from django.db import connection

    row = messages.post("sms", told.phone, "验证码 123456", is_secret=True)
    with connection.cursor() as cursor:
        cursor.execute("select address, text from office_delivery where id = %s", [row.pk])
        address, text = cursor.fetchone()
    assert told.phone not in address
    assert "123456" not in text
