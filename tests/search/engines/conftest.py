import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.elastic import ElasticEngine
from search.engines.fts5 import Fts5Engine

pytest.register_assert_rewrite("tests.search.engines.contract")


@pytest.fixture
def fts5(tmp_path: Path) -> Iterator[Fts5Engine]:
    engine = Fts5Engine(tmp_path / "search.sqlite3")
    yield engine
    engine.close()


@pytest.fixture
def elastic(elastic_urls: list[str]) -> Iterator[ElasticEngine]:
    engine = ElasticEngine(elastic_urls, prefix=f"test-{uuid.uuid4().hex[:8]}")
    yield engine
    for generation in engine.generations():
        engine.drop_generation(generation)
    engine.close()
