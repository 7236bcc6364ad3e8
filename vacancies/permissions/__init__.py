"""Who may do what in recruitment: each rule a predicate and its queryset twin."""

from vacancies.permissions.imports import can_import, importable_notices

__all__ = ["can_import", "importable_notices"]
