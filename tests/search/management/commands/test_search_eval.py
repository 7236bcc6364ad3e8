import pytest

from search import backends
from tests.search.management.running import run

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def test_eval_measures_a_folder_and_leaves_nothing(index, tmp_path) -> None:
    rows = {
        "corpus.jsonl": '{"id": "d1", "title": "教师", "text": "招聘教师"}\n{"id": "d2", "text": "护士"}\n',
        "queries.jsonl": '{"id": "q1", "text": "教师"}\n',
        "qrels.tsv": "q1\td1\t1\n",
    }
    for name, text in rows.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = backends.embedded().generations()
    found, code = run("search_eval", str(tmp_path))
    assert code == 0
    assert found == {
        "queries": 1, "hit@1": 1.0, "mrr@10": 1.0, "ndcg@10": 1.0, "recall@10": 1.0, "recall@20": 1.0,
        "zero_results": 0.0,
    }  # fmt: skip
    assert backends.embedded().generations() == before
    assert run("search_eval", str(tmp_path / "none"))[1] == 2
