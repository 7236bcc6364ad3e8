import os
from collections.abc import Iterator

import pytest

from search import backends
from search.rebuild import rebuild


@pytest.fixture
def index(settings, tmp_path) -> Iterator[None]:
    """An embedded index of its own, empty and active; changes reach it on commit."""
    settings.SEARCH = {**settings.SEARCH, "ENGINE": "embedded", "PATH": tmp_path / "search.sqlite3"}
    backends.forget()
    rebuild(backends.embedded())
    yield
    backends.embedded().close()
    backends.forget()


@pytest.fixture(scope="session")
def elastic_urls() -> list[str]:
    """Return the servers named by SEARCH_URLS; without them skip, and fail where CI promises them."""
    urls = [url for url in os.environ.get("SEARCH_URLS", "").replace(",", " ").split() if url]
    if not urls:
        message = "SEARCH_URLS names no Elasticsearch"
        if os.environ.get("CI") == "true" and os.environ.get("DATABASE_URL"):
            pytest.fail(message)
        pytest.skip(message)
    return urls
