"""What both databases share: texts and questions as pairs of characters, written in ASCII."""

import copy
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from modelsearch.backends.base import EmptySearchResults
from modelsearch.index import RelatedFields
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery

from search.text.fold import fold
from search.text.segment import runs


def index_text(value: object) -> str:
    """Return characters and pairs of characters of a field's value as words."""
    return " ".join(word for run in _runs(value) for word in (*_codes(run, 1), *_codes(run, 2)))


def query_text(text: str) -> str:
    """Return what must all be found: the pairs of each run, the character itself when it stands alone."""
    return " ".join(word for run in _runs(text) for word in (_codes(run, 2) or _codes(run, 1)))


def _runs(value: object) -> list[str]:
    if isinstance(value, dict):
        return [run for one in value.values() for run in _runs(one)]
    if isinstance(value, list | tuple):
        return [run for one in value for run in _runs(one)]
    return [run.text for run in runs(fold(str(value)))] if value is not None else []


def _codes(run: str, size: int) -> list[str]:
    if run[0].isascii():
        word = "".join(char for char in run if char.isalnum())
        return [word] if word and size == 2 else []  # noqa: PLR2004
    return [
        "".join(f"u{ord(char):x}" for char in run[at : at + size])
        for at in range(len(run) - size + 1)
    ]


class _Analysed:
    """An object as the index sees it: the same fields, their values analysed."""

    def __init__(self, obj: Any) -> None:
        self.obj = obj
        self.pk = obj.pk

    def get_search_fields(self) -> list[Any]:
        return [_analysed_field(field, self._value_of) for field in self.obj.get_search_fields()]

    @staticmethod
    def _value_of(field: Any, seen: "_Analysed") -> Any:
        return field.get_value(seen.obj)


def _analysed_field(field: Any, value_of: Callable[[Any, Any], Any]) -> Any:
    other = copy.copy(field)
    if isinstance(field, RelatedFields):
        other.fields = [
            _analysed_field(sub, lambda one, obj: one.get_value(obj)) for sub in field.fields
        ]
        other.get_value = partial(value_of, field)
    else:
        other.get_value = lambda obj: index_text(value_of(field, obj))
    return other


class ChineseIndex:
    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        super().add_items(model, [_Analysed(obj) for obj in objs])  # type: ignore[misc]

    def _refresh_title_norms(self, full: bool = False) -> None:  # noqa: FBT001, FBT002 — the library's signature
        """Never rewrite other rows: that is what dead-locks."""


class ChineseBackend:
    def search(
        self, query: str | SearchQuery, model_or_queryset: Any, *args: Any, **options: Any
    ) -> Any:
        return self._asked(super().search, query, model_or_queryset, args, options)  # type: ignore[misc]

    def autocomplete(
        self, query: str | SearchQuery, model_or_queryset: Any, *args: Any, **options: Any
    ) -> Any:
        return self._asked(super().autocomplete, query, model_or_queryset, args, options)  # type: ignore[misc]

    @staticmethod
    def _asked(
        ask: Callable[..., Any], query: str | SearchQuery, where: Any, args: Any, options: Any
    ) -> Any:
        asked = analysed_query(query)
        return ask(asked, where, *args, **options) if asked is not None else EmptySearchResults()


def analysed_query(query: str | SearchQuery) -> SearchQuery | None:
    """Return the query in pairs of characters; None when it holds nothing to look for."""
    if isinstance(query, Boost):
        return analysed_query(query.subquery)
    if isinstance(query, Not):
        inner = analysed_query(query.subquery)
        return Not(inner) if inner is not None else None
    if isinstance(query, And | Or):
        inner_all = [one for sub in query.subqueries if (one := analysed_query(sub)) is not None]
        return type(query)(inner_all) if inner_all else None
    if isinstance(query, str | PlainText | Phrase | Fuzzy):
        text = query_text(query if isinstance(query, str) else query.query_string)
        return PlainText(text, operator="and") if text else None
    return query
