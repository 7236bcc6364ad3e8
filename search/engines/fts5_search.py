"""One search on the embedded index.

Every candidate is read once into a scratch table together with the filters it misses; totals, facets (each ignoring
its own filter) and the page come from there. Tiers are added up in Python from the short posting lists of the
fields; the lowest tier needs no query, because what matched and stands nowhere better stands there.
"""

import heapq
import sqlite3
from collections import Counter, defaultdict

from search.engines import fts5_query as query
from search.engines import fts5_schema as tables
from search.engines.base import PHRASE_BONUS, SORTS, STATUS_FACET, top_values
from search.text.plan import Clause, Ranking, Role
from search.types import CompiledRequest, RawHit, RawResult, Schema, Status

_SORT_SLOT = "c0"
_SUM_SLOT = "c1"
_FIRST_FACET = 2
_TITLE = "title"


def run_search(
    connection: sqlite3.Connection, generation: str, schema: Schema, request: CompiledRequest
) -> RawResult:
    """Answer a compiled request; to be called inside a transaction, which may be rolled back after."""
    if request.plan.is_impossible or any(
        not query.clause_fields(c, schema) for c in request.plan.musts
    ):
        return RawResult(
            0, (), {name: top_values({}, request.filters.get(name, ())) for name in request.facets}
        )
    return _Search(connection, generation, schema, request).run()


class _Search:
    def __init__(
        self,
        connection: sqlite3.Connection,
        generation: str,
        schema: Schema,
        request: CompiledRequest,
    ) -> None:
        self._connection = connection
        self._tokens = tables.token_table(generation)
        self._documents = tables.document_table(generation)
        self._schema = schema
        self._request = request
        self._plan = request.plan
        self._conditions = query.conditions(request, schema)

    def run(self) -> RawResult:
        self._collect()
        sql = f"SELECT count(*), coalesce(sum({_SUM_SLOT}), 0) FROM candidate WHERE miss = 0"  # noqa: S608
        total, added = self._connection.execute(sql).fetchone()
        facets = {
            name: self._facet(index, name)
            for index, name in enumerate(self._request.facets, _FIRST_FACET)
        }
        return RawResult(total, self._page() if total else (), facets, added)

    def _collect(self) -> None:
        """Fill the scratch table: c0 holds the column to sort by, c1 the one to add up, c2… the facets."""
        request, made = self._request, self._conditions
        sort = next(iter(SORTS[request.sort]), "").removeprefix("-")
        columns = [
            query.sort_column(name, self._schema) if name else "NULL"
            for name in (sort, request.sum_of)
        ]
        columns += [query.facet_column(name, self._schema) for name in request.facets]
        names = ", ".join(f"c{index}" for index in range(len(columns)))
        source, where = self._source()
        sql = f"""INSERT INTO candidate (row, miss, status, sunk, published, key, {names})
            SELECT d.row, {made.miss_mask()}, {query.STATUS}, {query.SUNK}, d.published, d.key, {", ".join(columns)}
            FROM {source} WHERE {" AND ".join(where)}"""  # noqa: S608 — names from the schema, values bound
        self._connection.execute("DELETE FROM candidate")
        self._connection.execute(sql, made.values)

    def _source(self) -> tuple[str, list[str]]:
        """Return what to read from and the conditions: every hard clause, enough of the free ones, none excluded."""
        made, schema, plan = self._conditions, self._schema, self._plan
        source, where = f"{self._documents} d", list(made.where)
        if hard := query.hard_clauses(plan):
            source = (
                f"{self._tokens} CROSS JOIN {self._documents} d ON d.row = {self._tokens}.rowid"
            )
            where.append(f"{self._tokens} MATCH {made.bind(query.all_match(hard, schema))}")
        for match in query.excluded(plan, schema):
            where.append(f"d.row NOT IN ({self._rows_sql(made.bind(match))})")
        if free := query.free_clauses(plan):
            each = " UNION ALL ".join(
                self._rows_sql(made.bind(query.clause_match(c, schema))) for c in free
            )
            enough = f"HAVING count(*) >= {made.bind(plan.required)}"
            where.append(f"d.row IN (SELECT rowid FROM ({each}) GROUP BY rowid {enough})")  # noqa: S608
        return source, where

    def _rows_sql(self, bound: str) -> str:
        return f"SELECT rowid FROM {self._tokens} WHERE {self._tokens} MATCH {bound}"  # noqa: S608

    def _rows(self, match: str) -> list[int]:
        return [row for (row,) in self._connection.execute(self._rows_sql("?"), [match])]

    def _facet(self, index: int, name: str) -> tuple[tuple[str, int], ...]:
        own = self._conditions.bit(name)
        sql = f"SELECT c{index}, count(*) FROM candidate WHERE miss IN (0, ?) GROUP BY 1"  # noqa: S608
        counts: Counter[str] = Counter()
        for packed, count in self._connection.execute(sql, [own]):
            values = [Status(packed).word] if name == STATUS_FACET else tables.unpack(packed)
            for value in values:
                counts[value] += count
        return top_values(counts, self._request.filters.get(name, ()))

    def _page(self) -> tuple[RawHit, ...]:
        request = self._request
        if request.sort == "relevance" and self._plan.musts:
            return self._page_by_score()
        sort = next(iter(SORTS[request.sort]), "")
        order = (
            f"{_SORT_SLOT} {'DESC' if sort.startswith('-') else 'ASC'} NULLS LAST, " if sort else ""
        )
        status = "" if request.sort == "newest" else "sunk, status, "
        sql = f"SELECT key FROM candidate WHERE miss = 0 ORDER BY {status}{order}published DESC, key LIMIT ? OFFSET ?"  # noqa: S608
        rows = self._connection.execute(sql, [request.size, request.offset])
        return tuple(RawHit(key, 0.0) for (key,) in rows)

    def _page_by_score(self) -> tuple[RawHit, ...]:
        is_tiers = self._plan.ranking is Ranking.TIERS
        base, scores = self._tiers() if is_tiers else (0.0, self._bm25())
        rows = self._connection.execute(
            "SELECT row, sunk, status, published, key FROM candidate WHERE miss = 0"
        )
        ranked = heapq.nsmallest(
            self._request.offset + self._request.size,
            (
                (sunk, -scores.get(row, base), status, -published, key)
                for row, sunk, status, published, key in rows
            ),
        )
        return tuple(
            RawHit(key, -negative) for _, negative, _, _, key in ranked[self._request.offset :]
        )

    def _tiers(self) -> tuple[float, dict[int, float]]:
        """Return the points of rows that stand above the lowest tier everywhere, and the points of all others."""
        total_base = 0
        scores: dict[int, float] = defaultdict(float)
        for clause in self._plan.musts:
            base, better = self._clause_points(clause)
            total_base += base
            for row, points in better.items():
                scores[row] += points - base
        for clause in self._plan.having(Role.BONUS):
            fields = (clause.field or _TITLE,)
            for row in self._rows(query.in_fields(fields, query.term_match(clause.terms[0]))):
                scores[row] += PHRASE_BONUS
        return total_base / 10, {row: (total_base + points) / 10 for row, points in scores.items()}

    def _clause_points(self, clause: Clause) -> tuple[int, dict[int, int]]:
        by_points: defaultdict[int, list[str]] = defaultdict(list)
        for term in clause.terms:
            for name in query.clause_fields(clause, self._schema):
                points = self._schema.texts[name] * term.percent // 100
                by_points[points].append(query.in_fields((name,), query.term_match(term)))
        lowest = min(by_points)
        better: dict[int, int] = {}
        for points in sorted(by_points, reverse=True):
            if points != lowest:
                for row in self._rows(" OR ".join(f"({match})" for match in by_points[points])):
                    better.setdefault(row, points)
        return lowest, better

    def _bm25(self) -> dict[int, float]:
        sql = (
            f"SELECT rowid, -bm25({self._tokens}) FROM {self._tokens} WHERE {self._tokens} MATCH ?"  # noqa: S608
        )
        return dict(self._connection.execute(sql, [query.bm25_match(self._plan)]))
