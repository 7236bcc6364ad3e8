"""Encrypted columns and blind indexes.

`EncryptedTextField` keeps text under a Fernet key ring (`FIELD_KEYS`; the first key
encrypts, all decrypt), so a copied database shows nothing. Ciphertext differs each time,
therefore lookups other than `isnull` are refused; equality and uniqueness go through a
`BlindIndexField` beside it: HMAC-SHA256 of the normalised value under `INDEX_KEY`.
"""

import hashlib
import hmac
import json
import unicodedata
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text: str) -> str:
    """Ciphertext of `text` under the newest key."""
    return _ring(tuple(settings.FIELD_KEYS)).encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """The text behind `token`; raises InvalidToken when no key of the ring fits."""
    return _ring(tuple(settings.FIELD_KEYS)).decrypt(token.encode()).decode()


def blind_index(value: str) -> str:
    """64 hex digits that stand for `value` (NFKC, upper case, no blanks); '' for nothing."""
    normal = "".join(unicodedata.normalize("NFKC", value).upper().split())
    if not normal:
        return ""
    return hmac.new(settings.INDEX_KEY.encode(), normal.encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):
    """Text that is readable in Python and ciphertext in the database; '' stays ''."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return encrypt(value) if value else value

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        return decrypt(value) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            message = f"{self.name} is encrypted: look it up by its blind index"
            raise FieldError(message)
        return super().get_lookup(lookup_name)


class EncryptedJSONField(EncryptedTextField):
    """A JSON value kept as ciphertext; None stays NULL."""

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else encrypt(json.dumps(value, ensure_ascii=False))

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        return None if value is None else json.loads(decrypt(value))

    def to_python(self, value: Any) -> Any:
        return value


class BlindIndexField(models.CharField):
    """`blind_index` of the field named `source`, kept up to date on save; NULL for nothing."""

    def __init__(self, source: str = "", **options: Any) -> None:
        self.source = source
        options |= {"max_length": 64, "null": True, "blank": True, "editable": False}
        super().__init__(**options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        for fixed in ("max_length", "null", "blank", "editable"):
            options.pop(fixed, None)
        return name, path, args, options | {"source": self.source}

    def pre_save(self, instance: models.Model, add: bool) -> Any:  # noqa: ARG002, FBT001
        value = blind_index(getattr(instance, self.source) or "") or None
        setattr(instance, self.attname, value)
        return value
