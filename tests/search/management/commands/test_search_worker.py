import pytest

from search.models import Outbox
from tests.factories.vacancies import PositionFactory
from tests.search.management.running import run

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_worker_once_delivers_what_waits(index) -> None:
    PositionFactory()
    Outbox.objects.add(["position:1"])
    assert run("search_worker", "--once") == ({"delivered": 1}, 0)
    assert not Outbox.objects.exists()
