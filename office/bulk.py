"""Telling listeners about rows written without Django's own signals.

``bulk_create``, ``bulk_update`` and ``update`` send none. Who writes that way sends
``bulk_written`` inside the same transaction; who listens (search) gets the model and the ids.
"""

from django.dispatch import Signal

#: sender: the model; pks: list of primary keys
bulk_written = Signal()
