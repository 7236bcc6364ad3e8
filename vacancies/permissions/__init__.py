"""Who may do what in recruitment: each rule a predicate and its queryset twin."""

from vacancies.permissions.imports import can_import, importable_notices, may_import
from vacancies.permissions.reviewer import (
    can_note,
    can_read,
    can_recheck,
    can_review,
    holds_lock,
    is_officer_of,
    is_reviewer_of,
    may_enter,
    recheckable_applications,
    reviewable_applications,
    unit_of,
    visible_applications,
)

__all__ = [
    "can_import",
    "can_note",
    "can_read",
    "can_recheck",
    "can_review",
    "holds_lock",
    "importable_notices",
    "is_officer_of",
    "is_reviewer_of",
    "may_enter",
    "may_import",
    "recheckable_applications",
    "reviewable_applications",
    "unit_of",
    "visible_applications",
]
