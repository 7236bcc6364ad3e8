import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from search.engines.base import KIND_FACET, SORTS, STATUS_FACET
from search.registry import kinds
from search.service import SearchUnavailable, search
from search.text.plan import QueryPlan
from search.types import MAX_SIZE, SearchRequest, SearchResult

FACETS = (KIND_FACET, STATUS_FACET, "discipline", "education", "unit", "township")
REFUSED = 2


class Command(BaseCommand):
    help = "Search as the search page does."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("text")
        parser.add_argument("--kind", choices=sorted(kinds()))
        parser.add_argument("--filter", action="append", default=[], metavar="FIELD=VALUE")
        parser.add_argument("--sort", choices=sorted(SORTS), default="relevance")
        parser.add_argument("--size", type=int, default=20)
        parser.add_argument("--engine", default="", choices=("", "embedded", "elasticsearch"))
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        request = SearchRequest(
            text=options["text"],
            kinds=(options["kind"],) if options["kind"] else (),
            filters=self._filters(options["filter"]),
            facets=FACETS,
            sort=options["sort"],
            size=min(options["size"], MAX_SIZE),
        )
        try:
            result = search(request, options["engine"])
        except (SearchUnavailable, ValueError) as error:
            self.stderr.write(str(error))
            sys.exit(REFUSED)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(result), ensure_ascii=False))
            return
        self.stdout.write(f"{result.total}")
        for hit in result.hits:
            self.stdout.write(f"{hit.score:8.1f}  {hit.key:20}  {hit.title}  {hit.url}")

    def _filters(self, typed: list[str]) -> dict[str, tuple[str, ...]]:
        filters: dict[str, tuple[str, ...]] = {}
        for part in typed:
            name, equals, value = part.partition("=")
            if not equals or name not in FACETS:
                self.stderr.write(f"--filter {part}: FIELD=VALUE, FIELD one of {', '.join(FACETS)}")
                sys.exit(REFUSED)
            filters[name] = (*filters.get(name, ()), value)
        return filters


def as_json(result: SearchResult) -> dict[str, Any]:
    return {
        "engine": result.engine,
        "total": result.total,
        "degraded": result.is_degraded,
        "understood": understood(result.plan),
        "facets": {
            facet.name: [
                {
                    "value": one.value,
                    "label": one.label,
                    "count": one.count,
                    "selected": one.selected,
                }
                for one in facet.values
            ]
            for facet in result.facets
        },
        "hits": [
            {
                "key": hit.key,
                "kind": hit.kind,
                "title": hit.title,
                "url": hit.url,
                "score": hit.score,
            }
            for hit in result.hits
        ],
    }


def understood(plan: QueryPlan) -> dict[str, Any]:
    return {
        "words": list(plan.words),
        "correction": None,
        "pinyin": plan.pinyin or None,
        "relaxed": plan.is_relaxed,
    }
