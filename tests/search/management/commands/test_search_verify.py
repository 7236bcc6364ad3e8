import pytest

from tests.factories.vacancies import PositionFactory
from tests.search.management.running import run
from vacancies.models import Position

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_verify_needs_a_person_until_it_has_repaired(index) -> None:
    position = PositionFactory()
    assert run("search_verify") == ({"missing": [], "stale": [], "orphan": [], "repaired": 0}, 0)
    Position.objects.update(title="改了")
    assert run("search_verify") == (
        {"missing": [], "stale": [f"position:{position.pk}"], "orphan": [], "repaired": 0}, 1,
    )  # fmt: skip
    found, code = run("search_verify", "--repair")
    assert (found["repaired"], code) == (1, 0)
    assert run("search_verify")[1] == 0
