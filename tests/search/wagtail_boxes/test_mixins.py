import pytest
from modelsearch.query import Boost, Fuzzy, Not, Phrase, PlainText

from search.wagtail_boxes.mixins import analysed_query, index_text, query_text

pytestmark = pytest.mark.unit


def test_words_are_the_same_on_both_sides() -> None:
    assert set(query_text("人才公寓").split()) <= set(index_text("县人才公寓").split())
    assert query_text("ＩＴ 县") == "it u53bf"
    assert index_text(["教师", {"a": "IT"}, None, 3]) == "u6559 u5e08 u6559u5e08 it 3"


@pytest.mark.parametrize(
    "query", ["人才", PlainText("人才"), Phrase("人才"), Fuzzy("人才"), Boost(PlainText("人才"), 2)]
)
def test_every_query_becomes_pairs(query) -> None:
    assert analysed_query(query).query_string == "u4ebau624d"


def test_combined_queries_keep_their_shape_and_empty_ones_are_none() -> None:
    both = analysed_query(PlainText("人才") & ~PlainText("公寓"))
    assert isinstance(both.subqueries[1], Not)
    assert analysed_query('"') is None
