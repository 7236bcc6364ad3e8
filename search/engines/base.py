"""The protocol both engines keep; `tests/search/engines/contract.py` holds them to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from search.text.lexicon import Lexicon
from search.text.tokens import index_tokens
from search.types import Ack, CompiledRequest, Doc, Entry, Health, RawResult, Schema

STATUS_FACET: Final = "status"
KIND_FACET: Final = "kind"
FACET_SIZE: Final = 200
"""Values kept of one facet, by count and then by value."""

SCORE_STEP: Final = 4
"""Tier points are multiplied by this; what is below tells open (2), upcoming (1) and closed (0) apart."""
PHRASE_BONUS: Final = 100
"""Points for a whole phrase of the question in the title."""
FRESH_POINTS: Final = 1 << 20
"""Points that lift everything above an expired document; sums stay exact in a 32-bit float."""

SORTS: Final[Mapping[str, tuple[str, ...]]] = {
    "relevance": (),
    "deadline": ("closes",),
    "newest": (),
    "headcount": ("-headcount",),
    "pay": ("-pay",),
}
"""Field to sort by, `-` for descending; then published (newest first) and key always follow."""


class EngineUnavailable(Exception):
    """The engine cannot answer now; nothing was lost, ask again later."""


class Engine(Protocol):
    """Generations are whole indexes side by side; exactly one is active and answers."""

    name: str

    def health(self) -> Health: ...

    def active(self) -> str | None:
        """Return the generation that answers, None before the first rebuild."""

    def generations(self) -> list[str]: ...

    def create_generation(self, schema: Schema) -> str: ...

    def drop_generation(self, generation: str) -> None: ...

    def activate(self, generation: str) -> None:
        """Let this generation answer from now on, in one step."""

    def write(self, generation: str, entries: Sequence[Entry]) -> list[Ack]:
        """Store each entry unless a newer version is stored; one acknowledgement per entry, in order."""

    def delete(self, generation: str, keys: Sequence[tuple[str, int]]) -> list[Ack]:
        """Remove (key, version) unless a newer version is stored; an older write later stays refused."""

    def refresh(self, generation: str) -> None:
        """Make what was written visible to searches."""

    def search(self, generation: str, request: CompiledRequest) -> RawResult: ...

    def scan(self, generation: str, after: str = "", size: int = 1000) -> list[tuple[str, int]]:
        """Return (key, version) of the documents whose key follows `after`, in order of key."""

    def counts(self, generation: str) -> dict[str, int]:
        """Return the number of documents per kind."""


def analyse(docs: Iterable[Doc], lexicon: Lexicon) -> list[Entry]:
    """Make the tokens of documents."""
    return [
        Entry(
            doc,
            {
                name: index_tokens(text, lexicon.segmenter)
                for name, text in doc.texts.items()
                if text
            },
        )
        for doc in docs
    ]


def top_values(counts: Mapping[str, int], selected: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return facet values by count; what was selected stays listed at 0."""
    full = {**dict.fromkeys(selected, 0), **counts}
    return tuple(sorted(full.items(), key=lambda item: (-item[1], item[0]))[:FACET_SIZE])
