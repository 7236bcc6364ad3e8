import pytest

from search.types import Status

pytestmark = pytest.mark.unit


def test_open_stands_before_upcoming_before_closed() -> None:
    assert [status.word for status in sorted(Status)] == ["open", "upcoming", "closed"]
