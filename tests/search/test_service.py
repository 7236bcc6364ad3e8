"""Who answers, and what a request may ask."""

import uuid

import pytest

from search import backends, worker
from search.models import Outbox
from search.rebuild import rebuild
from search.service import SearchUnavailable, compile_request, search, value_label
from search.types import MAX_OFFSET, MAX_SIZE, SearchRequest
from search.verify import verify
from tests.factories.vacancies import NoticeFactory, PositionFactory

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def server(index, settings, elastic_urls):
    settings.SEARCH = {
        **settings.SEARCH, "ENGINE": "elasticsearch", "URLS": elastic_urls, "PREFIX": f"test-{uuid.uuid4().hex[:8]}",
        "TIMEOUT": 2,
    }  # fmt: skip
    backends.forget()
    engine = backends.server()
    rebuild(engine)
    yield engine
    for name in engine.generations():
        engine.drop_generation(name)


def test_standby_answers_while_the_server_is_down_and_catch_up_is_exact(server, settings) -> None:
    rebuild(backends.embedded())
    before = PositionFactory(title="宇航员")
    assert search(SearchRequest(text="宇航员")).engine == "elasticsearch"
    urls = settings.SEARCH["URLS"]
    settings.SEARCH = {**settings.SEARCH, "URLS": ["http://127.0.0.1:9"]}
    backends.server.cache_clear()
    during = PositionFactory(title="宇航员助理")
    result = search(SearchRequest(text="宇航员"))
    assert (result.engine, result.is_degraded) == ("embedded", True)
    assert {hit.key for hit in result.hits} == {f"position:{before.pk}", f"position:{during.pk}"}
    assert Outbox.objects.exists()
    settings.SEARCH = {**settings.SEARCH, "URLS": urls}
    backends.server.cache_clear()
    backends.breaker("elasticsearch").reset()
    Outbox.objects.update(claimed_until=None)
    worker.drain()
    result = search(SearchRequest(text="宇航员"))
    assert (result.engine, result.is_degraded, result.total) == ("elasticsearch", False, 2)
    assert verify(backends.server()).keys == []


def test_request_is_bounded_and_boxes_are_asked(index) -> None:
    asked = SearchRequest(
        text="教师", size=10**9, offset=10**9, sort="evil", boxes={"unit": "中学", "place": " "}
    )
    compiled = compile_request(asked)
    assert (compiled.size, compiled.offset, compiled.sort) == (MAX_SIZE, MAX_OFFSET, "relevance")
    assert [clause.field for clause in compiled.plan.musts] == ["", "unit"]


def test_named_engine_must_run_here_and_an_empty_house_says_so(index, settings, tmp_path) -> None:
    with pytest.raises(ValueError, match="not running"):
        search(SearchRequest(), "elasticsearch")
    settings.SEARCH = {**settings.SEARCH, "PATH": tmp_path / "none.sqlite3"}
    backends.forget()
    with pytest.raises(SearchUnavailable):
        search(SearchRequest())


def test_labels_word_a_status_as_its_kind_does() -> None:
    assert value_label("status", "open", ("policy",)) == "现行有效"
    assert value_label("status", "open") == "进行中"
    assert value_label("kind", "position") == "岗位"
    assert value_label("unit", "县医院") == "县医院"


def test_hit_that_is_no_longer_visible_is_left_out(index, monkeypatch) -> None:
    position = PositionFactory(title="宇航员", notice=NoticeFactory())
    type(position.notice).objects.update(is_public=False)
    result = search(SearchRequest(text="宇航员"))
    assert (result.total, result.hits) == (1, ())
