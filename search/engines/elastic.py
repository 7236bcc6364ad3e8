"""The server engine: Elasticsearch 8.19, one node or a cluster.

Tokens arrive ready from the application, so the mapping names the built-in `whitespace` analyser and nothing else.
A generation is an index; the active one carries the alias. `version_type=external_gte` refuses what is older.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.dsl import Boolean, Double, Index, Keyword, Long, Mapping, Object, Search, Text

from search.engines import elastic_query
from search.engines.base import (
    FRESH_POINTS,
    SCORE_STEP,
    STATUS_FACET,
    EngineUnavailable,
    top_values,
)
from search.text.plan import Ranking
from search.types import (
    MAX_OFFSET,
    MAX_SIZE,
    Ack,
    CompiledRequest,
    Entry,
    Health,
    Outcome,
    RawHit,
    RawResult,
    Schema,
)

_TOMBSTONES = "1h"
_SCAN_LIMIT = 10_000


class ElasticEngine:
    name = "elasticsearch"

    def __init__(  # noqa: PLR0913 — each is a setting of its own
        self,
        urls: Sequence[str],
        *,
        prefix: str = "talent",
        api_key: str | None = None,
        timeout: float = 10,
        shards: int = 1,
        replicas: int = 0,
    ) -> None:
        self._client = Elasticsearch(
            list(urls),
            api_key=api_key,
            request_timeout=timeout,
            retry_on_timeout=True,
            max_retries=2 * len(urls) - 1,
        )
        self._alias = prefix
        self._settings = {"number_of_shards": shards, "number_of_replicas": replicas}
        self._schemas: dict[str, Schema] = {}

    def health(self) -> Health:
        try:
            with _reachable():
                status = self._client.options(request_timeout=2).cluster.health()["status"]
                active = self.active()
        except EngineUnavailable as error:
            return Health(ok=False, detail=str(error))
        if active is None:
            return Health(ok=False, detail="no generation is active")
        return Health(ok=status != "red", detail=f"cluster is {status}")

    def active(self) -> str | None:
        with _reachable():
            if not self._client.indices.exists_alias(name=self._alias):
                return None
            return str(next(iter(self._client.indices.get_alias(name=self._alias))))

    def generations(self) -> list[str]:
        with _reachable():
            return sorted(self._client.indices.get(index=f"{self._alias}-*", features="aliases"))

    def create_generation(self, schema: Schema) -> str:
        generation = f"{self._alias}-{time.time_ns()}"
        index = Index(generation, using=self._client)
        index.mapping(_mapping(schema))
        index.aliases(**{_write_alias(generation): {}})
        index.settings(
            **self._settings,
            gc_deletes=_TOMBSTONES,
            max_result_window=MAX_OFFSET + MAX_SIZE,
            refresh_interval="1s",
        )
        with _reachable():
            index.create(wait_for_active_shards=1)
        return generation

    def drop_generation(self, generation: str) -> None:
        with _reachable():
            self._client.indices.delete(index=generation, ignore_unavailable=True)
        self._schemas.pop(generation, None)

    def activate(self, generation: str) -> None:
        others = [name for name in self.generations() if name != generation]
        actions: list[dict[str, Any]] = [
            {"remove": {"index": name, "alias": self._alias, "must_exist": False}}
            for name in others
        ]
        with _reachable():
            self._client.indices.update_aliases(
                actions=[*actions, {"add": {"index": generation, "alias": self._alias}}]
            )

    def write(self, generation: str, entries: Sequence[Entry]) -> list[Ack]:
        operations: list[dict[str, Any]] = []
        for entry in entries:
            operations.append({"index": {"_id": entry.doc.key, **_external(entry.doc.version)}})
            operations.append(_source(entry, self._schema(generation)))
        return self._bulk(
            generation, operations, [(entry.doc.key, entry.doc.version) for entry in entries]
        )

    def delete(self, generation: str, keys: Sequence[tuple[str, int]]) -> list[Ack]:
        operations = [{"delete": {"_id": key, **_external(version)}} for key, version in keys]
        return self._bulk(generation, operations, keys)

    def refresh(self, generation: str) -> None:
        with _reachable():
            self._client.indices.refresh(index=generation)

    def search(self, generation: str, request: CompiledRequest) -> RawResult:
        if request.plan.is_impossible or self._asks_unknown_field(generation, request):
            return RawResult(
                0,
                (),
                {name: top_values({}, request.filters.get(name, ())) for name in request.facets},
            )
        search = Search(using=self._client, index=generation)
        with _reachable():
            response = elastic_query.build(search, request, self._schema(generation)).execute()
        return RawResult(
            total=cast("Any", response.hits).total.value,
            hits=tuple(
                RawHit(hit.meta.id, _score(hit.meta.score, request)) for hit in response.hits
            ),
            facets={name: self._facet(response, name, request) for name in request.facets},
            sum=response.aggregations[elastic_query.SUM]["value"].value if request.sum_of else 0,
            is_partial=response._shards.failed > 0,  # noqa: SLF001 — the field's name on the wire
        )

    def scan(self, generation: str, after: str = "", size: int = 1000) -> list[tuple[str, int]]:
        after_key: dict[str, Any] = {"search_after": [after]} if after else {}
        with _reachable():
            found = self._client.search(
                index=generation,
                sort=[{"key": "asc"}],
                size=min(size, _SCAN_LIMIT),
                version=True,
                source=False,
                **after_key,
            )
        return [(hit["_id"], hit["_version"]) for hit in found["hits"]["hits"]]

    def counts(self, generation: str) -> dict[str, int]:
        with _reachable():
            found = self._client.search(
                index=generation, size=0, aggs={"kind": {"terms": {"field": "kind", "size": 100}}}
            )
        return {
            bucket["key"]: bucket["doc_count"]
            for bucket in found["aggregations"]["kind"]["buckets"]
        }

    def close(self) -> None:
        self._client.close()

    def _facet(
        self, response: Any, name: str, request: CompiledRequest
    ) -> tuple[tuple[str, int], ...]:
        found = response.aggregations[name]["values"].to_dict()["buckets"]
        if name == STATUS_FACET:
            counts = {
                value: bucket["doc_count"] for value, bucket in found.items() if bucket["doc_count"]
            }
        else:
            counts = {bucket["key"]: bucket["doc_count"] for bucket in found}
        return top_values(counts, request.filters.get(name, ()))

    def _asks_unknown_field(self, generation: str, request: CompiledRequest) -> bool:
        schema = self._schema(generation)
        return any(not elastic_query.fields_of(clause, schema) for clause in request.plan.clauses)

    def _bulk(
        self, generation: str, operations: list[Any], keys: Sequence[tuple[str, int]]
    ) -> list[Ack]:
        if not operations:
            return []
        with _reachable():
            answer = self._client.bulk(
                index=_write_alias(generation), operations=operations, require_alias=True
            )
        items = [next(iter(item.values())) for item in answer["items"]]
        return [_ack(key, version, item) for (key, version), item in zip(keys, items, strict=True)]

    def _schema(self, generation: str) -> Schema:
        if generation not in self._schemas:
            with _reachable():
                mapping = self._client.indices.get_mapping(index=generation)[generation]["mappings"]
            self._schemas[generation] = _read_schema(mapping)
        return self._schemas[generation]


def _mapping(schema: Schema) -> Mapping:
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    mapping.meta("_source", excludes=["*"])
    mapping.meta(
        "_meta", texts=dict(schema.texts), facets=list(schema.facets), numbers=list(schema.numbers)
    )
    for name in ("key", "kind", "labels"):
        mapping.field(name, Keyword())
    for name in ("published", "opens", "closes"):
        mapping.field(name, Long())
    mapping.field("sinks", Boolean())
    mapping.field("all_tokens", Text(analyzer="whitespace"))
    for name in schema.texts:
        mapping.field(name, Text(analyzer="whitespace", norms=False, copy_to="all_tokens"))
        mapping.field(f"{name}_g", Text(analyzer="whitespace", norms=False, copy_to="all_tokens"))
    mapping.field("f", Object(properties={name: Keyword() for name in schema.facets}))
    mapping.field("n", Object(properties={name: Double() for name in schema.numbers}))
    return mapping


def _read_schema(mapping: dict[str, Any]) -> Schema:
    meta = mapping["_meta"]
    return Schema(meta["texts"], tuple(meta["facets"]), tuple(meta["numbers"]))


def _source(entry: Entry, schema: Schema) -> dict[str, Any]:
    doc = entry.doc
    source: dict[str, Any] = {
        "key": doc.key,
        "kind": doc.kind,
        "labels": sorted(doc.labels),
        "published": doc.published,
        "opens": doc.opens,
        "closes": doc.closes,
        "sinks": doc.sinks,
        "f": {name: list(doc.facets.get(name, ())) for name in schema.facets},
        "n": {name: doc.numbers.get(name) for name in schema.numbers},
    }
    for name, made in entry.tokens.items():
        if name in schema.texts:
            source |= {name: made.words, f"{name}_g": made.grams}
    return source


def _write_alias(generation: str) -> str:
    """Writes go by an alias, so that one that comes after its index was dropped does not create it anew."""
    return f"{generation}-write"


def _external(version: int) -> dict[str, Any]:
    return {"version": version, "version_type": "external_gte"}


def _ack(key: str, version: int, item: dict[str, Any]) -> Ack:
    status = item["status"]
    error = str(item.get("error", ""))
    if status < 300 or item.get("result") == "not_found":  # noqa: PLR2004 — a delete of what is not there is done
        return Ack(key, version, Outcome.OK)
    if status == 409:  # noqa: PLR2004
        return Ack(key, version, Outcome.STALE)
    if status in {404, 429} or status >= 500:  # noqa: PLR2004
        return Ack(key, version, Outcome.RETRY, error)
    return Ack(key, version, Outcome.REJECT, error)


def _score(score: float | None, request: CompiledRequest) -> float:
    """Return the score both engines tell: points / 10 by tiers (status and freshness taken out), or BM25."""
    if request.sort != "relevance" or not request.plan.musts or score is None:
        return 0.0
    if request.plan.ranking is Ranking.BM25:
        return score
    return int(score) % FRESH_POINTS // SCORE_STEP / 10


@contextmanager
def _reachable() -> Iterator[None]:
    """Say `EngineUnavailable` for everything that another try later may cure."""
    try:
        yield
    except TransportError as error:
        raise EngineUnavailable(str(error)) from error
    except ApiError as error:
        if error.status_code in {404, 408, 429} or error.status_code >= 500:  # noqa: PLR2004
            raise EngineUnavailable(str(error)) from error
        raise
