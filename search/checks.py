"""Checks at start-up."""

from django.core.checks import CheckMessage, Error, Tags, register

from search.engines.fts5 import has_fts5


@register(Tags.database)
def sqlite_has_fts5(**_: object) -> list[CheckMessage]:
    """The embedded engine and the standby need SQLite with FTS5."""
    if has_fts5():
        return []
    return [Error("This Python's SQLite was built without FTS5.", id="search.E001")]
