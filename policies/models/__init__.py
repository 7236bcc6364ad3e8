"""Policies as pages and, later, as data."""

from policies.models.pages import PolicyIndexPage, PolicyPage

__all__ = ["PolicyIndexPage", "PolicyPage"]
