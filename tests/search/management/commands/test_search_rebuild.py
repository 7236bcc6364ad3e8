import pytest

from search import backends
from search.models import Generation
from search.schema import SCHEMA
from tests.factories.vacancies import PositionFactory
from tests.search.management.running import run

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_rebuild_tells_what_it_built(index) -> None:
    PositionFactory()
    built, code = run("search_rebuild")
    assert code == 0
    assert built == {
        "built": [
            {
                "engine": "embedded",
                "generation": backends.embedded().active(),
                "documents": {"position": 1},
            }
        ]
    }


def test_rebuild_that_runs_elsewhere_is_refused(index) -> None:
    engine = backends.embedded()
    name = engine.create_generation(SCHEMA)
    Generation.objects.create(engine=engine.name, name=name)
    assert run("search_rebuild") == ({"built": []}, 2)
