"""What engines take and give. Engines know tokens and plans, never models or users."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from search.text.plan import QueryPlan
from search.text.tokens import Tokens

PUBLIC = frozenset({"public"})
MAX_OFFSET = 10_000
MAX_SIZE = 100


class Status(enum.IntEnum):
    """Asked of a document's dates at query time; the order is the order of results."""

    OPEN = 0
    UPCOMING = 1
    CLOSED = 2

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Doc:
    """One thing that can be found. Times are epoch seconds; `opens` is inclusive, `closes` exclusive."""

    key: str
    kind: str
    texts: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    published: int = 0
    opens: int | None = None
    closes: int | None = None
    labels: frozenset[str] = PUBLIC
    sinks: bool = False
    """Once closed it stands below everything else (an expired policy)."""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its tokens made: what an engine writes."""

    doc: Doc
    tokens: Mapping[str, Tokens]


@dataclass(frozen=True, slots=True)
class Schema:
    """Text fields with integer weights (tier × 10), the facets and the numbers of an index."""

    texts: Mapping[str, int]
    facets: tuple[str, ...]
    numbers: tuple[str, ...] = ()


class Outcome(enum.Enum):
    OK = "ok"
    STALE = "stale"
    RETRY = "retry"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Ack:
    key: str
    version: int
    outcome: Outcome
    error: str = ""


@dataclass(frozen=True, slots=True)
class Health:
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What somebody asks. `boxes` are texts by field; `ranges` are inclusive, None is open."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    boxes: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    sort: str = "relevance"
    size: int = 20
    offset: int = 0
    sum_of: str = ""
    """A number to add up over everything found."""
    labels: frozenset[str] = PUBLIC
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class CompiledRequest:
    """A request as an engine gets it. `filters` are facet filters (kind and status among them)."""

    plan: QueryPlan
    labels: frozenset[str]
    now: int
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    sort: str = "relevance"
    size: int = 20
    offset: int = 0
    sum_of: str = ""


@dataclass(frozen=True, slots=True)
class RawHit:
    key: str
    score: float


@dataclass(frozen=True, slots=True)
class RawResult:
    total: int
    hits: tuple[RawHit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    sum: float = 0
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    key: str
    kind: str
    title: str
    url: str
    score: float
    object: object


@dataclass(frozen=True, slots=True)
class SearchResult:
    engine: str
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    plan: QueryPlan
    sum: float = 0
    is_degraded: bool = False
