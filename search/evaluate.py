"""Measure retrieval on judged questions, in a scratch index that is gone afterwards.

A set is a folder with `corpus.jsonl` (id, text, title), `queries.jsonl` (id, text) and `qrels.tsv` (query, document,
grade).
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import time

from search.answer import answer
from search.engines.base import Engine, analyse
from search.schema import SCHEMA
from search.text.lexicon import Lexicon
from search.text.plan import plan
from search.types import PUBLIC, CompiledRequest, Doc

_BATCH = 500
_DEPTH = 20


@dataclass(frozen=True)
class JudgedSet:
    docs: Sequence[Doc]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def load(folder: Path, size: int | None = None) -> JudgedSet:
    """Read a folder; `size` keeps the first questions only. Raises OSError or ValueError when it is not a judged set."""
    docs = [
        Doc(row["id"], "text", {"title": row.get("title", ""), "body": row["text"]}, version=1)
        for row in _rows(folder / "corpus.jsonl")
    ]
    queries = {row["id"]: row["text"] for row in islice(_rows(folder / "queries.jsonl"), size)}
    grades: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        grades[query][document] = int(grade)
    return JudgedSet(docs, queries, grades)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def evaluate(engine: Engine, judged: JudgedSet, lexicon: Lexicon) -> dict[str, float]:
    """Return the measures of DESIGN §7, rounded to four digits."""
    generation = engine.create_generation(SCHEMA)
    try:
        for start in range(0, len(judged.docs), _BATCH):
            engine.write(generation, analyse(judged.docs[start : start + _BATCH], lexicon))
        engine.refresh(generation)
        found = {
            query: _found(engine, generation, text, lexicon)
            for query, text in judged.queries.items()
        }
    finally:
        engine.drop_generation(generation)
    return measures(found, judged.grades)


def _found(engine: Engine, generation: str, text: str, lexicon: Lexicon) -> list[str]:
    request = CompiledRequest(plan=plan(text, lexicon), labels=PUBLIC, now=int(time()), size=_DEPTH)
    raw, _ = answer(engine, generation, request)
    return [hit.key for hit in raw.hits]


def measures(
    found: Mapping[str, Sequence[str]], grades: Mapping[str, Mapping[str, int]]
) -> dict[str, float]:
    judged = [query for query in found if grades.get(query)]
    result: dict[str, float] = {"queries": len(judged)}
    result["hit@1"] = _mean(float(any(key in grades[q] for key in found[q][:1])) for q in judged)
    result["mrr@10"] = _mean(_reciprocal_rank(found[q][:10], grades[q]) for q in judged)
    result["ndcg@10"] = _mean(_ndcg(found[q][:10], grades[q]) for q in judged)
    for depth in (10, 20):
        result[f"recall@{depth}"] = _mean(
            len(set(found[q][:depth]) & set(grades[q])) / len(grades[q]) for q in judged
        )
    result["zero_results"] = _mean(float(not found[q]) for q in judged)
    return result


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def _reciprocal_rank(found: Sequence[str], grades: Mapping[str, int]) -> float:
    return next((1 / rank for rank, key in enumerate(found, start=1) if key in grades), 0.0)


def _ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    gains = [2 ** grades.get(key, 0) - 1 for key in found]
    best = _discounted(sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:10])
    return _discounted(gains) / best if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
