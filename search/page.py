"""The search page as data: what was asked in the address, and everything the template shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.engines.base import KIND_FACET
from search.registry import Kind, kinds
from search.service import FACET_LABELS, search, value_label
from search.text.highlight import Piece, excerpt, pieces, spans
from search.text.plan import QueryPlan
from search.types import MAX_OFFSET, Facet, FacetValue, Hit, SearchRequest, SearchResult

PAGE_SIZE = 20
MAX_CHOSEN = 50
"""Values of one facet that are read from an address."""
SHOWN = ("unit", "place", "number")
"""Text fields that a result shows besides title and lead."""
STRICT_WORDS = 4
"""A question of fewer words that only matches loosely is told that nothing was found, with the nearest below."""
SORT_LABELS: Mapping[str, str | Promise] = {
    "relevance": _("相关度"),
    "deadline": _("最早截止"),
    "newest": _("最新发布"),
    "headcount": _("招聘人数"),
}


@dataclass(frozen=True)
class Query:
    """What the address asks: `q`, `kind`, one parameter per facet, `sort`, `page`."""

    text: str
    kind: str
    chosen: Mapping[str, tuple[str, ...]]
    sort: str
    number: int

    @classmethod
    def read(cls, get: QueryDict) -> "Query":
        kind = get.get("kind", "")
        number = get.get("page", "")
        sort = get.get("sort", "")
        facets = dict.fromkeys(name for one in kinds().values() for name in one.facets)
        return cls(
            text=get.get("q", "").replace("\x00", "").strip(),
            kind=kind if kind in kinds() else "",
            chosen={
                name: tuple(dict.fromkeys(get.getlist(name)))[:MAX_CHOSEN]
                for name in facets
                if get.getlist(name)
            },
            sort=sort if sort in SORT_LABELS else "relevance",
            number=int(number) if number.isdecimal() and len(number) < 6 else 1,  # noqa: PLR2004
        )

    def address(self, **changes: Any) -> str:
        """Return the query string of this page with changes; anything but a page number starts at page 1."""
        other = replace(self, **{"number": 1, **changes})
        query = QueryDict(mutable=True)
        for name, value in (("q", other.text), ("kind", other.kind), *other._chosen_pairs()):
            if value:
                query.appendlist(name, value)
        if other.sort != "relevance":
            query["sort"] = other.sort
        return f"?{query.urlencode()}"

    def without(self, name: str, value: str) -> str:
        return self.address(chosen=self.chosen_without(name, value))

    def chosen_without(self, name: str, value: str) -> Mapping[str, tuple[str, ...]]:
        return {
            **self.chosen,
            name: tuple(one for one in self.chosen.get(name, ()) if one != value),
        }

    def hidden(self, *omitted: str) -> list[tuple[str, str]]:
        """Return the parameters a form must carry along, but for those it sets itself."""
        pairs = [
            ("q", self.text),
            ("kind", self.kind),
            ("sort", self.sort if self.sort != "relevance" else ""),
        ]
        pairs += self._chosen_pairs() if "facets" not in omitted else []
        return [(name, value) for name, value in pairs if value and name not in omitted]

    def _chosen_pairs(self) -> list[tuple[str, str]]:
        return [(name, value) for name, values in self.chosen.items() for value in values]


@dataclass(frozen=True)
class Chip:
    key: str
    value: str
    url: str


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class FacetBox:
    """A facet as `components/facets.html` wants it."""

    name: str
    label: str
    options: tuple[FacetValue, ...]

    @property
    def is_active(self) -> bool:
        return any(option.selected for option in self.options)


@dataclass(frozen=True)
class ResultCard:
    hit: Hit
    kind: Kind
    title: tuple[Piece, ...]
    lead: tuple[Piece, ...]
    found_in: tuple[Piece, ...]
    """Where the words stand when neither title nor lead shows them."""


@dataclass(frozen=True)
class Fewer:
    """A question or its conditions with one thing left out, and how much that finds."""

    left_out: str
    url: str
    total: int


@dataclass(frozen=True)
class SearchPage:
    query: Query
    kind: Kind
    result: SearchResult

    @property
    def plan(self) -> QueryPlan:
        return self.result.plan

    @property
    def is_zero(self) -> bool:
        """Nothing holds the words; what is nearest may stand below."""
        loose = self.plan.is_relaxed and len(self.plan.words) < STRICT_WORDS
        return self.query.number == 1 and (self.result.total == 0 or loose)

    @cached_property
    def cards(self) -> list[ResultCard]:
        return [_card(hit, self.plan) for hit in self.result.hits]

    @cached_property
    def tabs(self) -> list[Tab]:
        counts = {one.value: one.count for one in self._kind_facet().values}
        return [
            Tab(
                str(kind.label),
                self.query.address(kind=name, chosen={}),
                counts.get(name, 0),
                name == self.kind.name,
            )
            for name, kind in kinds().items()
        ]

    @cached_property
    def facets(self) -> list[FacetBox]:
        found = [self._facet(name) for name in self.kind.facets]
        return [FacetBox(one.name, one.label, one.values) for one in found if one.values]

    @cached_property
    def chips(self) -> list[Chip]:
        return [
            Chip(
                str(FACET_LABELS[name]),
                value_label(name, value, (self.kind.name,)),
                self.query.without(name, value),
            )
            for name, values in self.query.chosen.items()
            for value in values
        ]

    @property
    def clear_url(self) -> str:
        return self.query.address(chosen={})

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        return [
            (name, str(label), name == self.query.sort)
            for name, label in SORT_LABELS.items()
            if name != "headcount" or self.kind.sum_of
        ]

    @cached_property
    def page(self) -> Page:
        return Paginator(range(min(self.result.total, MAX_OFFSET)), PAGE_SIZE).get_page(
            self.query.number
        )

    @property
    def counted(self) -> str:
        return str(self.kind.counted) % {"n": f"{self.result.total:,}"}

    @property
    def facet_hidden(self) -> list[tuple[str, str]]:
        return self.query.hidden("facets")

    @property
    def sort_hidden(self) -> list[tuple[str, str]]:
        return self.query.hidden("sort")

    @cached_property
    def fewer(self) -> list["Fewer"]:
        """Return the question with one word or one condition left out, where that finds something."""
        words = self.plan.words if 1 < len(self.plan.words) <= STRICT_WORDS else ()
        tries = [
            (word, {"text": " ".join(other for other in words if other != word)}) for word in words
        ]
        for name, values in self.query.chosen.items():
            tries += [
                (
                    value_label(name, value, (self.kind.name,)),
                    {"chosen": self.query.chosen_without(name, value)},
                )
                for value in values[:STRICT_WORDS]
            ]
        return [one for label, change in tries if (one := self._fewer(label, change))]

    def _fewer(self, label: str, change: dict[str, Any]) -> "Fewer | None":
        other = replace(self.query, number=1, **change)
        found = search(replace(_request(other, self.kind), size=0, facets=()))
        useful = found.total and not found.plan.is_relaxed
        return Fewer(label, self.query.address(**change), found.total) if useful else None

    def _kind_facet(self) -> Facet:
        """Count what each tab leads to: a tab drops the conditions, which belong to its kind."""
        if not self.query.chosen:
            return self._facet(KIND_FACET)
        asked = SearchRequest(text=self.query.text, facets=(KIND_FACET,), size=0)
        return search(asked).facets[0]

    def _facet(self, name: str) -> Facet:
        return next((one for one in self.result.facets if one.name == name), Facet(name, "", ()))


def build(query: Query) -> SearchPage:
    """Search as the address asks. Without a kind the first with results is shown, positions before others.

    Raises SearchUnavailable when no engine answers.
    """
    kind = kinds()[query.kind or next(iter(kinds()))]
    result = search(_request(query, kind))
    if not query.kind and query.text and result.total == 0:
        other = _best_kind(result.facets)
        if other and other is not kind:
            kind, result = other, search(_request(query, other))
    return SearchPage(query, kind, result)


def _best_kind(facets: Iterable[Facet]) -> Kind | None:
    counted = next((facet.values for facet in facets if facet.name == KIND_FACET), ())
    best = max(counted, key=lambda one: one.count, default=None)
    return kinds().get(best.value) if best and best.count else None


def _request(query: Query, kind: Kind) -> SearchRequest:
    return SearchRequest(
        text=query.text,
        kinds=(kind.name,),
        filters={name: values for name, values in query.chosen.items() if name in kind.facets},
        facets=(KIND_FACET, *kind.facets),
        sort=query.sort,
        size=PAGE_SIZE,
        offset=min((query.number - 1) * PAGE_SIZE, MAX_OFFSET),
        sum_of=kind.sum_of,
    )


def _card(hit: Hit, plan: QueryPlan) -> ResultCard:
    kind = kinds()[hit.kind]
    title, lead = pieces(hit.title, plan, "title"), pieces(kind.lead(hit.object), plan)
    found: tuple[Piece, ...] = ()
    if plan.musts and not any(piece.is_hit for piece in (*title, *lead)):
        texts = kind.build(hit.object).texts
        if not any(spans(texts.get(name, ""), plan, name) for name in SHOWN):
            found = next(
                (cut for name, text in texts.items() if (cut := excerpt(text, plan, name))), ()
            )
    return ResultCard(hit, kind, title, lead, found)
