import pytest

from search.engines import fts5_schema as tables
from search.schema import SCHEMA

pytestmark = pytest.mark.unit


def test_values_are_packed_and_unpacked() -> None:
    assert tables.unpack(tables.pack(("b", "a"))) == ["a", "b"]
    assert tables.pack(()) == ""


def test_schema_survives_the_file() -> None:
    assert tables.load(tables.dump(SCHEMA)) == SCHEMA


def test_generation_that_is_no_number_makes_no_table_name() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        tables.document_table("1; drop table x")
