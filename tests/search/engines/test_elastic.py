"""The server engine keeps the contract, and answers exactly as the embedded one."""

import pytest

from search.engines.base import EngineUnavailable
from search.engines.elastic import ElasticEngine
from search.engines.fts5 import Fts5Engine
from tests.search.engines import contract
from tests.search.engines.contract import *

pytestmark = pytest.mark.search

QUERIES = (
    "教师", "老师", "物理教师", "会计", "县", "石桥镇", "农业技术", "it 工程师", "柑橘 -护士", "“物理教师”", "c++",
    "[2025]3号", "教学 班主任", "医院", "", "2025", "java 会计", "县高级中学 教师",
)  # fmt: skip
FACETS = ("kind", "status", "discipline", "township", "education")


@pytest.fixture
def engine(elastic: ElasticEngine) -> ElasticEngine:
    return elastic


def test_both_engines_give_the_same_page(elastic: ElasticEngine, fts5: Fts5Engine) -> None:
    docs = contract.corpus(600)
    here, there = contract.generation(fts5, docs), contract.generation(elastic, docs)
    filters = (
        {},
        {"township": ("石桥镇",), "education": ("硕士", "本科")},
        {"status": ("open",), "kind": ("position",)},
    )
    for text in QUERIES:
        for chosen in filters:
            for sort in ("relevance", "deadline", "newest", "headcount"):
                more = {"filters": chosen, "facets": FACETS, "sort": sort, "size": 10}
                embedded, server = (
                    contract.ask(fts5, here, text, **more),
                    contract.ask(elastic, there, text, **more),
                )
                assert embedded == server, (text, chosen, sort)


def test_unreachable_server_is_unavailable_not_an_error() -> None:
    engine = ElasticEngine(["http://127.0.0.1:9"], timeout=1)
    assert not engine.health().ok
    with pytest.raises(EngineUnavailable):
        engine.active()
