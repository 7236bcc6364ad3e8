import pytest

from search.engines import fts5_query as query
from search.schema import SCHEMA
from search.text.lexicon import Lexicon
from search.text.plan import plan
from search.types import PUBLIC, CompiledRequest

pytestmark = pytest.mark.unit


def test_terms_are_quoted_phrases_in_their_columns() -> None:
    [clause] = plan("州", Lexicon(), "title").musts
    assert query.clause_match(clause, SCHEMA) == '{title_g} : ("州" *)'
    assert query.clause_fields(plan("州", Lexicon(), "secret").musts[0], SCHEMA) == ()


def test_what_is_asked_is_bound_and_unknown_filters_match_nothing() -> None:
    request = CompiledRequest(
        plan("", Lexicon()),
        PUBLIC,
        0,
        filters={"unit": ("x' OR 1",), "evil; --": ("y",)},
        ranges={"evil": (1, None)},
    )
    made = query.conditions(request, SCHEMA)
    sql = " ".join([*made.where, *made.misses.values()])
    assert "OR 1" not in sql
    assert "evil" not in sql
    assert made.misses["evil; --"] == "0"
    assert [made.bit(name) for name in ("unit", "evil; --", "other")] == [1, 2, 0]
