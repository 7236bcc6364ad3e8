"""Which models are searched, and how. A new kind is one subclass of `Kind` with `@register`."""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.types import Doc

STATUS_LABELS = {"open": _("进行中"), "upcoming": _("即将开始"), "closed": _("已截止")}


class Kind(ABC):
    """What is found of one model.

    `is_visible` and `visible` are the same rule as predicate and queryset; a test proves them equal.
    """

    name: ClassVar[str]
    label: ClassVar[str | Promise]
    icon: ClassVar[str] = "doc"
    model: ClassVar[type[models.Model]]
    template: ClassVar[str]
    facets: ClassVar[tuple[str, ...]] = ()
    counted: ClassVar[str | Promise] = _("%(n)s 条结果")
    sum_of: ClassVar[str] = ""
    status_labels: ClassVar[Mapping[str, str | Promise]] = STATUS_LABELS
    depends_on: ClassVar[Mapping[type[models.Model], Callable[[models.Model], Iterable[int]]]] = {}
    """Other models whose change changes these documents: model → primary keys of the objects concerned."""

    @abstractmethod
    def visible(self) -> models.QuerySet:
        """Return what may be found by anybody."""

    @abstractmethod
    def is_visible(self, obj: models.Model) -> bool: ...

    def related(self, queryset: models.QuerySet) -> models.QuerySet:
        """Fetch what `build` and the result's template read, in a constant number of queries."""
        return queryset

    @abstractmethod
    def build(self, obj: models.Model) -> Doc: ...

    def lead(self, obj: models.Model) -> str:  # noqa: ARG002
        """Return the sentence shown under the title."""
        return ""

    @abstractmethod
    def title(self, obj: models.Model) -> str: ...

    @abstractmethod
    def url(self, obj: models.Model) -> str: ...

    def key(self, pk: object) -> str:
        return f"{self.name}:{pk}"

    def objects(self, pks: Iterable[int]) -> dict[int, models.Model]:
        """Return the objects that are visible now, by primary key."""
        return {obj.pk: obj for obj in self.related(self.visible().filter(pk__in=list(pks)))}


_kinds: dict[str, Kind] = {}


def register(kind: type[Kind]) -> type[Kind]:
    _kinds[kind.name] = kind()
    return kind


def kinds() -> Mapping[str, Kind]:
    """Return the registered kinds in the order of the tabs."""
    return _kinds


def split_key(key: str) -> tuple[str, int]:
    name, _colon, pk = key.rpartition(":")
    return name, int(pk)


def digest(doc: Doc) -> str:
    """Return a fingerprint of all that is indexed of a document; its version is left out."""
    content = asdict(doc) | {"version": 0, "labels": sorted(doc.labels)}
    return hashlib.sha256(
        json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
    ).hexdigest()
