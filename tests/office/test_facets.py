import pytest
from django.http import QueryDict

from office.facets import but, chips, facet

pytestmark = pytest.mark.unit
CHOICES = [("open", "报名中"), ("closed", "已截止")]


def test_a_facet_knows_counts_and_choices():
    made = facet("phase", "现在", CHOICES, QueryDict("phase=open"), {"open": 3})
    assert [(o.label, o.count, o.selected) for o in made.options] == [
        ("报名中", 3, True),
        ("已截止", 0, False),
    ]
    assert made.is_active


def test_numbers_as_values_match_the_query():
    made = facet("unit", "单位", [(7, "人社局")], QueryDict("unit=7"), {7: 2})
    assert made.options[0].selected
    assert made.options[0].count == 2


def test_a_chip_gives_up_one_value_and_the_page_number():
    query = QueryDict("phase=open&phase=closed&q=a&page=3")
    made = chips([facet("phase", "现在", CHOICES, query, {})], query)
    assert [chip.value for chip in made] == ["报名中", "已截止"]
    assert made[0].url == "?phase=closed&q=a"
    assert query.getlist("phase") == ["open", "closed"]


def test_counting_leaves_the_facets_own_choice_out():
    query = QueryDict("phase=open&kind=x")
    assert but(query, "phase").urlencode() == "kind=x"
