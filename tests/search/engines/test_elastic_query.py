import pytest
from elasticsearch.dsl import Search

from search.engines import elastic_query
from search.schema import SCHEMA
from search.text.plan import plan
from search.types import PUBLIC, CompiledRequest
from tests.search.engines.contract import LEXICON

pytestmark = pytest.mark.unit


def _built(text: str, **more: object) -> dict:
    request = CompiledRequest(plan(text, LEXICON), PUBLIC, 0, **more)
    return elastic_query.build(Search(), request, SCHEMA).to_dict()


def test_tiers_are_constant_scores_and_nothing_is_scripted() -> None:
    made = _built("教师")
    [tiers] = made["query"]["bool"]["must"]
    boosts = {one["constant_score"]["boost"] for one in tiers["dis_max"]["queries"]}
    assert {320, 192, 40, 24} <= boosts
    assert "script" not in str(made)


def test_rights_stand_in_the_query_and_facet_filters_after_it() -> None:
    made = _built("", filters={"unit": ("县医院",)}, facets=("unit", "township"))
    assert {"terms": {"labels": ["public"]}} in made["query"]["bool"]["filter"]
    assert made["post_filter"] == {"bool": {"filter": [{"terms": {"f.unit": ["县医院"]}}]}}
    assert made["aggs"]["unit"]["filter"] == {"match_all": {}}
    assert "县医院" in str(made["aggs"]["township"]["filter"])
