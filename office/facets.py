"""Conditions beside a list: what can be chosen, how many there are, what is chosen.

The templates `components/facets.html` and `components/chips.html` draw these shapes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict


@dataclass(frozen=True)
class Option:
    """One value of a facet; the count ignores what is chosen in the facet itself."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """One condition beside a list; `name` is its query parameter."""

    name: str
    label: str
    options: list[Option]

    @property
    def is_active(self) -> bool:
        return any(option.selected for option in self.options)


@dataclass(frozen=True)
class Chip:
    """One active condition and the address of the page without it."""

    key: str
    value: str
    url: str


def facet(
    name: str,
    label: str,
    choices: Iterable[tuple[str, str]],
    query: QueryDict,
    counts: Mapping[str, int],
) -> Facet:
    """A facet from choices (value, label), the query string and counts by value."""
    chosen = query.getlist(name)
    options = [
        Option(str(value), str(text), counts.get(value, 0), str(value) in chosen)
        for value, text in choices
    ]
    return Facet(name, str(label), options)


def chips(facets: Iterable[Facet], query: QueryDict) -> list[Chip]:
    """What is chosen, each with the address that gives it up."""
    return [
        Chip(one.label, option.label, _without(query, one.name, option.value))
        for one in facets
        for option in one.options
        if option.selected
    ]


def but(query: QueryDict, name: str) -> QueryDict:
    """The query without a facet's own choice, for counting its options."""
    rest = query.copy()
    rest.setlist(name, [])
    return rest


def _without(query: QueryDict, name: str, value: str) -> str:
    rest = query.copy()
    rest.setlist(name, [chosen for chosen in rest.getlist(name) if chosen != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}"
