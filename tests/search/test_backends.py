import pytest

from search import backends

pytestmark = pytest.mark.unit


@pytest.fixture
def both(settings):
    settings.SEARCH = {**settings.SEARCH, "ENGINE": "elasticsearch", "URLS": ["http://127.0.0.1:9"]}
    backends.forget()
    yield
    backends.forget()


def test_embedded_engine_stands_alone_by_default(settings) -> None:
    settings.SEARCH = {**settings.SEARCH, "ENGINE": "embedded"}
    backends.forget()
    assert [engine.name for engine in backends.engines()] == ["embedded"]
    assert backends.standby() is None


def test_server_has_the_embedded_engine_as_standby(both) -> None:
    assert [engine.name for engine in backends.engines()] == ["elasticsearch", "embedded"]
    assert backends.named("embedded") is backends.standby()
    with pytest.raises(ValueError, match="not running"):
        backends.named("solr")


def test_breaker_opens_for_the_server_only(both) -> None:
    for name, is_open in (("elasticsearch", True), ("embedded", False)):
        backends.breaker(name).trip()
        assert backends.breaker(name).is_open() is is_open
    backends.breaker("elasticsearch").reset()
    assert not backends.breaker("elasticsearch").is_open()
