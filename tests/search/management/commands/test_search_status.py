import pytest

from search.models import Outbox
from tests.factories.vacancies import PositionFactory
from tests.search.management.running import run

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_status_counts_documents_and_what_waits(index) -> None:
    PositionFactory()
    Outbox.objects.add(["position:1"])
    found, code = run("search_status")
    assert code == 0
    assert set(found) == {"engine", "generation", "documents", "outbox", "dead", "oldest_seconds"}
    assert (found["documents"], found["outbox"], found["dead"]) == ({"position": 1}, 1, 0)
    Outbox.objects.update(is_dead=True)
    assert run("search_status")[1] == 1
