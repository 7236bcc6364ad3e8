"""Putting papers into the wallet and taking them out."""

import datetime as dt
import hashlib

from django.core.files.base import ContentFile, File
from django.db import transaction

from people.documents import check
from people.models import Document, Person


def add_document(
    person: Person, file: File, kind: str, title: str, valid_to: dt.date | None = None
) -> Document:
    """Keep `file` in the wallet of `person`; the same content is stored once.

    Raises ValidationError with words for the person when the file may not be kept.
    """
    checked = check(file)
    digest = hashlib.sha256(checked.content).hexdigest()
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        known = person.documents.filter(digest=digest, kind=kind).first()
        if known:
            return _bring_back(known, title, valid_to)
        return Document.objects.create(
            person=person, kind=kind, title=title, valid_to=valid_to, digest=digest,
            file=ContentFile(checked.content, name=f"document.{checked.extension}"),
            content_type=checked.content_type, size=len(checked.content),
        )  # fmt: skip


def _bring_back(document: Document, title: str, valid_to: dt.date | None) -> Document:
    document.title, document.valid_to, document.is_removed = title, valid_to, False
    document.save(update_fields=["title", "valid_to", "is_removed"])
    return document
