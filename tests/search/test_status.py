import pytest

from search import backends
from search.status import status

pytestmark = [pytest.mark.search, pytest.mark.django_db]


def test_status_of_a_house_without_an_index(settings, tmp_path) -> None:
    settings.SEARCH = {**settings.SEARCH, "ENGINE": "embedded", "PATH": tmp_path / "none.sqlite3"}
    backends.forget()
    assert status() == {
        "engine": "embedded",
        "generation": None,
        "documents": {},
        "outbox": 0,
        "dead": 0,
        "oldest_seconds": 0,
    }
    backends.forget()
