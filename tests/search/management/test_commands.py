"""The commands' JSON is a promise to other tools: exactly these keys."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from search import backends
from search.models import Outbox
from search.rebuild import rebuild
from tests.factories.vacancies import PositionFactory
from vacancies.models import Position

pytestmark = [pytest.mark.search, pytest.mark.django_db(transaction=True)]


def run(*args: str) -> tuple[dict, int]:
    out, code = StringIO(), 0
    try:
        call_command(*args, "--json", stdout=out, stderr=StringIO())
    except SystemExit as left:
        code = left.code
    return json.loads(out.getvalue() or "{}"), code


def test_search_prints_what_it_understood_facets_and_hits(index) -> None:
    position = PositionFactory(title="高中物理教师")
    found, code = run("search", "物理", "--kind", "position", "--filter", "status=open")
    assert code == 0
    assert set(found) == {"engine", "total", "degraded", "understood", "facets", "hits"}
    assert found["understood"] == {
        "words": ["物理"],
        "correction": None,
        "pinyin": None,
        "relaxed": False,
    }
    assert found["hits"] == [{
        "key": f"position:{position.pk}", "kind": "position", "title": "高中物理教师",
        "url": f"/positions/{position.pk}/", "score": 8.0,
    }]  # fmt: skip
    [status] = [one for one in found["facets"]["status"] if one["value"] == "open"]
    assert set(status) == {"value", "label", "count", "selected"}
    assert status["selected"]


@pytest.mark.parametrize(
    "args", [("--filter", "nonsense"), ("--filter", "secret=1"), ("--engine", "elasticsearch")]
)
def test_search_refuses_what_it_cannot_do(index, args) -> None:
    assert run("search", "教师", *args) == ({}, 2)


def test_status_counts_documents_and_what_waits(index) -> None:
    PositionFactory()
    Outbox.objects.add(["position:1"])
    found, code = run("search_status")
    assert code == 0
    assert set(found) == {"engine", "generation", "documents", "outbox", "dead", "oldest_seconds"}
    assert (found["documents"], found["outbox"], found["dead"]) == ({"position": 1}, 1, 0)
    Outbox.objects.update(is_dead=True)
    assert run("search_status")[1] == 1


def test_worker_once_delivers_and_rebuild_tells_what_it_built(index) -> None:
    PositionFactory()
    Outbox.objects.add(["position:1"])
    assert run("search_worker", "--once") == ({"delivered": 1}, 0)
    built, code = run("search_rebuild")
    assert (code, built["built"][0]["documents"]) == (0, {"position": 1})


def test_verify_needs_a_person_until_it_has_repaired(index) -> None:
    position = PositionFactory()
    assert run("search_verify") == ({"missing": [], "stale": [], "orphan": [], "repaired": 0}, 0)
    Position.objects.update(title="改了")
    assert run("search_verify") == (
        {"missing": [], "stale": [f"position:{position.pk}"], "orphan": [], "repaired": 0}, 1,
    )  # fmt: skip
    found, code = run("search_verify", "--repair")
    assert (found["repaired"], code) == (1, 0)
    assert run("search_verify")[1] == 0


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
    rebuild(backends.embedded())
