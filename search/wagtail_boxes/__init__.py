"""Wagtail's own search boxes, in Chinese; one module per database, because each needs tables the other lacks."""
