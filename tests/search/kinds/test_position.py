import pytest

from search.registry import kinds
from tests.factories.office import TownshipFactory
from tests.factories.vacancies import PositionFactory

pytestmark = pytest.mark.search


def _build(**fields):
    return kinds()["position"].build(PositionFactory(**fields))


@pytest.mark.parametrize(
    ("rank", "levels"),
    [
        (0, ("college", "bachelor", "master", "doctor")),
        (3, ("bachelor", "master", "doctor")),
        (5, ("doctor",)),
    ],
)
def test_education_lists_the_levels_that_may_apply(db, rank, levels) -> None:
    assert _build(education_rank=rank).facets["education"] == levels


@pytest.mark.parametrize(
    ("pay", "yuan"),
    [
        ("8—11 万元/年", 110_000),
        ("6000 元/月", 72_000),
        ("按国家规定", None),
        ("", None),
    ],
)
def test_pay_is_read_in_yuan_a_year(db, pay, yuan) -> None:
    assert _build(pay=pay).numbers.get("pay") == yuan


def test_place_unit_and_window_are_indexed(db) -> None:
    made = _build(township=TownshipFactory(name="石桥镇"), place="中心小学校内")
    assert made.facets["township"] == ("石桥镇",)
    assert "石桥镇" in made.texts["place"]
    assert made.opens < made.closes
