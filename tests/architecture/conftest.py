import pytest

from tests.architecture.source import PACKAGES, ROOT, Module, read


@pytest.fixture(scope="session")
def house() -> list[Module]:
    """The seven packages."""
    return read(ROOT, *PACKAGES)


@pytest.fixture(scope="session")
def suite() -> list[Module]:
    return read(ROOT, "tests")
