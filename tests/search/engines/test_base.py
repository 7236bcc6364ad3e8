import pytest

from search.engines.base import FACET_SIZE, analyse, top_values
from search.text.lexicon import Lexicon
from search.types import Doc

pytestmark = pytest.mark.unit


def test_top_values_go_by_count_then_value_and_keep_what_is_selected() -> None:
    assert top_values({"b": 2, "a": 2, "c": 5}, ["z"]) == (("c", 5), ("a", 2), ("b", 2), ("z", 0))
    assert len(top_values({str(n): 1 for n in range(999)}, [])) == FACET_SIZE


def test_analyse_leaves_out_empty_texts() -> None:
    [entry] = analyse([Doc("p:1", "position", {"title": "教师", "body": ""})], Lexicon())
    assert set(entry.tokens) == {"title"}
