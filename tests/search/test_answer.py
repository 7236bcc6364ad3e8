import pytest

from search.answer import answer
from search.engines.fts5 import Fts5Engine
from search.text.plan import plan
from search.types import PUBLIC, CompiledRequest
from tests.search.engines import contract

pytestmark = pytest.mark.search


@pytest.mark.parametrize(
    ("text", "found", "relaxed"),
    [
        ("物理 教师", ["p:1"], False),
        ("县医院", ["p:2"], False),
        ("护士 教师", ["p:1", "p:2"], True),
        ("宇航员", [], False),
    ],
)
def test_strict_first_then_looser(tmp_path, text, found, relaxed) -> None:
    engine = Fts5Engine(tmp_path / "a.sqlite3")
    made = contract.generation(
        engine, [contract.doc("p:1", "物理教师"), contract.doc("p:2", "县人民医院护士")]
    )
    request = CompiledRequest(plan(text, contract.LEXICON), PUBLIC, contract.NOW)
    raw, used = answer(engine, made, request)
    assert sorted(hit.key for hit in raw.hits) == found
    assert used.is_relaxed is relaxed
    engine.close()
