"""Short ways to ask."""

from search.service import search
from search.types import SearchRequest


def keys(text: str) -> list[str]:
    """Keys of what a question finds, in order."""
    return [hit.key for hit in search(SearchRequest(text=text, size=100)).hits]


def total(text: str) -> int:
    return search(SearchRequest(text=text)).total
