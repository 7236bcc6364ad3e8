"""Search of Wagtail's own boxes (pages, images, documents, users) for Chinese, on SQLite and PostgreSQL.

Shipped, both index a Chinese run as one word, so that nothing is found in the middle of a title; and each save
rewrites `title_norm` of every row whose value is 1, which dead-locks PostgreSQL under concurrent saves. Here texts
and questions become pairs of characters (written in ASCII, so that no locale of the database matters), and
`title_norm` stays as it is. Models and their `search_fields` stay as they are.
"""

from typing import Any

from django.db import connection
from django.utils.module_loading import import_string

_BACKENDS = {
    "postgresql": "search.wagtail_boxes.postgres.Backend",
    "sqlite": "search.wagtail_boxes.sqlite.Backend",
}


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 — the name Wagtail asks a backend module for
    """Return the backend for the database in use."""
    return import_string(_BACKENDS[connection.vendor])(params)
