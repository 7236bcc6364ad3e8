"""The embedded engine keeps the contract, in several processes' and threads' hands."""

import pytest

from search.engines.fts5 import Fts5Engine, has_fts5
from tests.search.engines.contract import *

pytestmark = pytest.mark.search


@pytest.fixture
def engine(fts5: Fts5Engine) -> Fts5Engine:
    return fts5


def test_this_python_has_fts5() -> None:
    assert has_fts5()
