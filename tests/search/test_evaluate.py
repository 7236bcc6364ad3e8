import pytest

from search.engines.fts5 import Fts5Engine
from search.evaluate import evaluate, load, measures
from search.text.lexicon import Lexicon

pytestmark = pytest.mark.search

FLOORS = {
    "cmrc2018": {"hit@1": 0.95, "recall@10": 0.98},
    "law_qa_stard_lecoqa": {"hit@1": 0.40, "recall@10": 0.58},
    "gov_policy_qa_ncp2020": {"hit@1": 0.16, "recall@10": 0.34},
}


def test_measures_by_hand() -> None:
    found = measures(
        {"q1": ["a", "b"], "q2": ["c", "d"], "q3": []},
        {"q1": {"a": 1}, "q2": {"d": 1, "e": 1}, "q3": {"f": 1}},
    )
    assert found["queries"] == 3
    assert found["hit@1"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["mrr@10"] == pytest.approx(0.5, abs=1e-4)
    assert found["recall@10"] == pytest.approx(0.5, abs=1e-4)
    assert found["zero_results"] == pytest.approx(1 / 3, abs=1e-4)


@pytest.mark.parametrize("name", list(FLOORS))
def test_judged_sets_keep_their_floor(name: str, settings, tmp_path) -> None:
    folder = settings.TALENT_SAMPLE_DATA / "retrieval" / name
    if not folder.is_dir():
        pytest.skip(f"TALENT_SAMPLE_DATA holds no {name}")
    engine = Fts5Engine(tmp_path / "scratch.sqlite3")
    found = evaluate(engine, load(folder, 300), Lexicon())
    assert engine.generations() == []
    assert {key: value for key, value in FLOORS[name].items() if found[key] < value} == {}, found
