"""The embedded engine: SQLite FTS5 in a file of its own, shared by the processes of one host."""

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from search.engines import fts5_schema as tables
from search.engines.base import EngineUnavailable
from search.engines.fts5_search import run_search
from search.types import Ack, CompiledRequest, Entry, Health, Outcome, RawResult, Schema

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA mmap_size=268435456",
    "PRAGMA journal_size_limit=27103364",
    "PRAGMA cache_size=-20000",
)
_BUSY_SECONDS = 20


class Fts5Engine:
    name = "embedded"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._schemas: dict[str, Schema] = {}

    def health(self) -> Health:
        try:
            active = self.active()
        except EngineUnavailable as error:
            return Health(ok=False, detail=str(error))
        return Health(ok=active is not None, detail="" if active else "no generation is active")

    def active(self) -> str | None:
        row = self._connection().execute("SELECT id FROM generation WHERE is_active").fetchone()
        return str(row[0]) if row else None

    def generations(self) -> list[str]:
        return [
            str(row[0])
            for row in self._connection().execute("SELECT id FROM generation ORDER BY id")
        ]

    def create_generation(self, schema: Schema) -> str:
        with self._writing() as connection:
            cursor = connection.execute(
                "INSERT INTO generation (schema) VALUES (?)", [tables.dump(schema)]
            )
            generation = str(cursor.lastrowid)
            for statement in tables.statements(generation, schema):
                connection.execute(statement)
        return generation

    def drop_generation(self, generation: str) -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM generation WHERE id = ?", [int(generation)])
            connection.execute(f"DROP TABLE IF EXISTS {tables.document_table(generation)}")
            connection.execute(f"DROP TABLE IF EXISTS {tables.token_table(generation)}")
        self._schemas.pop(generation, None)

    def activate(self, generation: str) -> None:
        with self._writing() as connection:
            connection.execute("UPDATE generation SET is_active = (id = ?)", [int(generation)])

    def write(self, generation: str, entries: Sequence[Entry]) -> list[Ack]:
        schema = self._schema(generation)
        with self._writing() as connection:
            return [self._write_one(connection, generation, schema, entry) for entry in entries]

    def delete(self, generation: str, keys: Sequence[tuple[str, int]]) -> list[Ack]:
        table = tables.document_table(generation)
        acks = []
        with self._writing() as connection:
            for key, version in keys:
                if self._is_stale(connection, table, key, version):
                    acks.append(Ack(key, version, Outcome.STALE))
                    continue
                connection.execute(
                    f"INSERT OR REPLACE INTO {table} (key, version, deleted) VALUES (?, ?, 1)",  # noqa: S608
                    [key, version],
                )
                acks.append(Ack(key, version, Outcome.OK))
        return acks

    def refresh(self, generation: str) -> None:
        """Nothing to do: a commit is visible at once."""

    def search(self, generation: str, request: CompiledRequest) -> RawResult:
        schema = self._schema(generation)
        connection = self._connection()
        connection.execute("BEGIN")
        try:
            return run_search(connection, generation, schema, request)
        except sqlite3.Error as error:
            raise EngineUnavailable(str(error)) from error
        finally:
            connection.execute("ROLLBACK")

    def scan(self, generation: str, after: str = "", size: int = 1000) -> list[tuple[str, int]]:
        table = tables.document_table(generation)
        sql = f"SELECT key, version FROM {table} WHERE key > ? AND NOT deleted ORDER BY key LIMIT ?"  # noqa: S608
        return [
            (str(key), int(version))
            for key, version in self._connection().execute(sql, [after, size])
        ]

    def counts(self, generation: str) -> dict[str, int]:
        sql = f"SELECT kind, count(*) FROM {tables.document_table(generation)} WHERE NOT deleted GROUP BY kind"  # noqa: S608
        return Counter(dict(self._connection().execute(sql)))

    def close(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection:
            connection.close()
            self._local.connection = None

    def _write_one(
        self, connection: sqlite3.Connection, generation: str, schema: Schema, entry: Entry
    ) -> Ack:
        doc, table = entry.doc, tables.document_table(generation)
        if self._is_stale(connection, table, doc.key, doc.version):
            return Ack(doc.key, doc.version, Outcome.STALE)
        values: dict[str, object] = {
            "key": doc.key,
            "kind": doc.kind,
            "version": doc.version,
            "labels": tables.pack(doc.labels),
            "published": doc.published,
            "opens": doc.opens,
            "closes": doc.closes,
            "sinks": doc.sinks,
            **{f"f_{name}": tables.pack(doc.facets.get(name, ())) for name in schema.facets},
            **{f"n_{name}": doc.numbers.get(name) for name in schema.numbers},
        }
        row = _insert(connection, f"INSERT OR REPLACE INTO {table}", values)
        tokens: dict[str, object] = {"rowid": row}
        for name, made in entry.tokens.items():
            if name in schema.texts:
                tokens |= {name: made.words, f"{name}_g": made.grams}
        _insert(connection, f"INSERT INTO {tables.token_table(generation)}", tokens)
        return Ack(doc.key, doc.version, Outcome.OK)

    @staticmethod
    def _is_stale(connection: sqlite3.Connection, table: str, key: str, version: int) -> bool:
        stored = connection.execute(f"SELECT version FROM {table} WHERE key = ?", [key]).fetchone()  # noqa: S608
        return stored is not None and stored[0] > version

    def _schema(self, generation: str) -> Schema:
        if generation not in self._schemas:
            sql = "SELECT schema FROM generation WHERE id = ?"
            row = self._connection().execute(sql, [int(generation)]).fetchone()
            if row is None:
                message = f"generation {generation} is gone"
                raise EngineUnavailable(message)
            self._schemas[generation] = tables.load(row[0])
        return self._schemas[generation]

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(
                    self._path, timeout=_BUSY_SECONDS, isolation_level=None
                )
                for pragma in _PRAGMAS:
                    connection.execute(pragma)
                connection.execute(tables.CATALOGUE)
                connection.execute(tables.SCRATCH)
            except (sqlite3.Error, OSError) as error:
                raise EngineUnavailable(str(error)) from error
            self._local.connection = connection
        return connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise EngineUnavailable(str(error)) from error
        try:
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _insert(connection: sqlite3.Connection, into: str, values: dict[str, object]) -> int | None:
    marks = ", ".join("?" for _ in values)
    return connection.execute(
        f"{into} ({', '.join(values)}) VALUES ({marks})", list(values.values())
    ).lastrowid


def has_fts5() -> bool:
    """Whether this Python's SQLite was built with FTS5."""
    options = sqlite3.connect(":memory:").execute("PRAGMA compile_options")
    return any(option == "ENABLE_FTS5" for (option,) in options)
