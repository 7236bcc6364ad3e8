"""Writes down what changed, in the transaction of the change; apps do not know that they are searched."""

from collections.abc import Iterable

from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from office.bulk import bulk_written
from search.models import Outbox
from search.registry import Kind, kinds
from search.worker import drain_soon


def connect() -> None:
    """Listen to every registered kind and to what it depends on."""
    bulk_written.connect(_written, dispatch_uid="search-bulk")
    for kind in kinds().values():
        for model in (kind.model, *kind.depends_on):
            _listen(model)
        for field in kind.model._meta.many_to_many:
            m2m_changed.connect(
                _relation_changed, sender=field.remote_field.through, dispatch_uid=f"search-{field}"
            )


def _listen(model: type[models.Model]) -> None:
    uid = f"search-{model._meta.label_lower}"
    post_save.connect(_changed, sender=model, dispatch_uid=uid)
    pre_delete.connect(_changed, sender=model, dispatch_uid=uid)
    post_delete.connect(_changed, sender=model, dispatch_uid=uid)


def touch(queryset: models.QuerySet) -> None:
    """Say that these objects changed without signals (`update`, `bulk_create`, `bulk_update`)."""
    record(key for obj in queryset for key in _keys(obj))


def record(keys: Iterable[str]) -> None:
    """Write the keys into the outbox and have them delivered after the commit."""
    with transaction.atomic():
        Outbox.objects.add(keys)
        transaction.on_commit(drain_soon)


def _written(sender: type[models.Model], pks: Iterable[int], **_: object) -> None:
    """Rows of a kind written in bulk (`office.bulk`)."""
    kinds_of = [kind for kind in kinds().values() if kind.model is sender]
    keys = [kind.key(pk) for kind in kinds_of for pk in pks]
    if keys:
        record(keys)


def _changed(instance: models.Model, **_: object) -> None:
    keys = list(_keys(instance))
    if keys:
        record(keys)


def _relation_changed(instance: models.Model, action: str, **_: object) -> None:
    if action.startswith("post_"):
        _changed(instance)


def _keys(instance: models.Model) -> Iterable[str]:
    for kind in kinds().values():
        yield from _keys_of(kind, instance)


def _keys_of(kind: Kind, instance: models.Model) -> Iterable[str]:
    if isinstance(instance, kind.model) and instance.pk is not None:
        yield kind.key(instance.pk)
    for model, concerned in kind.depends_on.items():
        if isinstance(instance, model) and instance.pk is not None:
            yield from (kind.key(pk) for pk in concerned(instance))
