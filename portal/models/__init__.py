"""Pages that belong to no single room."""

from portal.models.home import HomePage

__all__ = ["HomePage"]
