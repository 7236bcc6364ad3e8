import pytest
from django.utils import timezone

from search.models import Outbox
from search.models.outbox import LEASE

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_claimed_rows_are_nobody_elses_until_the_lease_ends(frozen) -> None:
    Outbox.objects.add(["position:1", "position:2", "position:1"])
    first = Outbox.objects.claim(1)
    assert [row.key for row in first] == ["position:1"]
    assert [row.key for row in Outbox.objects.claim(9)] == ["position:2"]
    assert Outbox.objects.claim(9) == []
    frozen.move_to(timezone.now() + LEASE)
    again = Outbox.objects.claim(9)
    assert [row.key for row in again] == ["position:1", "position:2"]
    assert Outbox.objects.get(key="position:1").attempts == 2


def test_dead_rows_wait_for_nobody() -> None:
    Outbox.objects.create(key="position:1", is_dead=True)
    assert Outbox.objects.claim(9) == []
    assert (Outbox.objects.waiting().count(), Outbox.objects.dead().count()) == (0, 1)
