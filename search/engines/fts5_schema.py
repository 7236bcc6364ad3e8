"""Tables of one generation of the embedded index, and their names.

Rows of the contentless FTS5 table are only ever added (SQLite before 3.43 cannot delete them): an update takes a
new row number, the document's row points to it, and the old one falls out in the join.
"""

import json

from search.types import Schema

FACET_SEPARATOR = "\x1f"

CATALOGUE = """
CREATE TABLE IF NOT EXISTS generation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, schema TEXT NOT NULL, is_active INTEGER NOT NULL DEFAULT 0
)
"""

# One scratch table per connection: every candidate, which filters it misses, and the columns that are counted.
SCRATCH_COLUMNS = 16
SCRATCH = f"""
CREATE TEMP TABLE IF NOT EXISTS candidate (
    row INTEGER PRIMARY KEY, miss INTEGER, status INTEGER, sunk INTEGER, published INTEGER, key TEXT,
    {", ".join(f"c{index}" for index in range(SCRATCH_COLUMNS))}
)
"""


def document_table(generation: str) -> str:
    return f"doc_{int(generation)}"


def token_table(generation: str) -> str:
    return f"token_{int(generation)}"


def statements(generation: str, schema: Schema) -> list[str]:
    """Return the statements that create the tables of a generation."""
    facets = "".join(f", f_{name} TEXT NOT NULL DEFAULT ''" for name in schema.facets)
    numbers = "".join(f", n_{name} REAL" for name in schema.numbers)
    columns = ", ".join(f"{name}, {name}_g" for name in schema.texts)
    document = document_table(generation)
    return [
        f"""CREATE TABLE {document} (
            row INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL DEFAULT '',
            version INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, labels TEXT NOT NULL DEFAULT '',
            published INTEGER NOT NULL DEFAULT 0, opens INTEGER, closes INTEGER, sinks INTEGER NOT NULL DEFAULT 0
            {facets}{numbers})""",
        f"""CREATE VIRTUAL TABLE {token_table(generation)} USING fts5(
            {columns}, content='', tokenize="ascii tokenchars '+#'")""",
    ]


def dump(schema: Schema) -> str:
    return json.dumps(
        {"texts": dict(schema.texts), "facets": schema.facets, "numbers": schema.numbers}
    )


def load(text: str) -> Schema:
    raw = json.loads(text)
    return Schema(raw["texts"], tuple(raw["facets"]), tuple(raw["numbers"]))


def pack(values: tuple[str, ...] | frozenset[str]) -> str:
    """Write several values into one column, so that a value is found by `instr` and counted by GROUP BY."""
    return (
        FACET_SEPARATOR + FACET_SEPARATOR.join(sorted(values)) + FACET_SEPARATOR if values else ""
    )


def unpack(column: str) -> list[str]:
    return [value for value in column.split(FACET_SEPARATOR) if value]
