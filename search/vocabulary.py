"""The lexicon built from what staff edit, rebuilt when a row changes and swapped whole."""

import functools

from django.db.models import Count, Max

from search.models import Synonym, UserWord
from search.text.lexicon import Lexicon
from search.text.segment import Segmenter
from search.text.synonyms import SynonymSet


def lexicon() -> Lexicon:
    """Return the lexicon of the rules as they are now (two small queries, the rest is cached)."""
    return Lexicon(segmenter=_segmenter(_state(UserWord)), synonyms=_synonyms(_state(Synonym)))


def _state(model: type[Synonym | UserWord]) -> tuple[object, ...]:
    state = model.objects.aggregate(count=Count("pk"), last=Max("updated_at"))
    return state["count"], state["last"]


@functools.lru_cache(maxsize=2)
def _segmenter(state: tuple[object, ...]) -> Segmenter:  # noqa: ARG001 — the state is the cache's key
    return Segmenter(UserWord.objects.values_list("word", flat=True))


@functools.lru_cache(maxsize=2)
def _synonyms(state: tuple[object, ...]) -> SynonymSet:  # noqa: ARG001 — the state is the cache's key
    return SynonymSet(synonym.parsed() for synonym in Synonym.objects.filter(is_active=True))
