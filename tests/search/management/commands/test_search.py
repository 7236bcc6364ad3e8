import pytest

from tests.factories.vacancies import PositionFactory
from tests.search.management.running import run

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_search_prints_what_it_understood_facets_and_hits(index) -> None:
    position = PositionFactory(title="高中物理教师")
    found, code = run("search", "物理", "--kind", "position", "--filter", "status=open")
    assert code == 0
    assert set(found) == {"engine", "total", "degraded", "understood", "facets", "hits"}
    assert found["understood"] == {
        "words": ["物理"],
        "correction": None,
        "pinyin": None,
        "relaxed": False,
    }
    assert found["hits"] == [{
        "key": f"position:{position.pk}", "kind": "position", "title": "高中物理教师",
        "url": f"/positions/{position.pk}/", "score": 8.0,
    }]  # fmt: skip
    [status] = [one for one in found["facets"]["status"] if one["value"] == "open"]
    assert set(status) == {"value", "label", "count", "selected"}
    assert status["selected"]


@pytest.mark.parametrize(
    "args", [("--filter", "nonsense"), ("--filter", "secret=1"), ("--engine", "elasticsearch")]
)
def test_search_refuses_what_it_cannot_do(index, args) -> None:
    assert run("search", "教师", *args) == ({}, 2)
